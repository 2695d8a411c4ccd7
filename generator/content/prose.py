"""Which files of a content folder are prose (pages that staff write in Markdown), the only ones an engine reads.

Also what every engine has to call the headings of prose.
"""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from generator.content.problems import Problem, make_problem
from generator.content.strict_yaml import YamlFault, decode
from generator.publish.files_in_use import reason_of

PROSE_FOLDER = "pages"
PROSE_ENDINGS = (".md", ".png", ".jpg", ".jpeg", ".webp", ".svg", ".pdf")

_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.S)
_TAG = re.compile(r"<[^>]*>")


def is_prose(path: str) -> bool:
    """Whether a file of the prose folder may be published: Markdown, pictures, forms as PDF; no hidden file."""
    return path.endswith(PROSE_ENDINGS) and not path.rpartition("/")[2].startswith((".", "~"))


def heading_anchor(heading: str, separator: str = "-") -> str:
    """The anchor that a heading has on its page: its letters and digits, Chinese ones too."""
    words = re.sub(r"[^\w\s-]", "", heading).strip().lower()
    return re.sub(rf"[{separator}\s]+", separator, words)


def opening(html: str, length: int = 100) -> str:
    """The first paragraph of a page of prose as plain text, for search engines and cards of shared links."""
    found = _PARAGRAPH.search(html)
    text = " ".join(unescape(_TAG.sub("", found[1])).split()) if found else ""
    return text if len(text) <= length else f"{text[: length - 1]}…"


@dataclass(frozen=True)
class Pages:
    """``texts``: path as problems show it -> text, with lines that end in a line feed. ``problems``: of other pages."""

    texts: dict[str, str]
    problems: tuple[Problem, ...]


def read_pages(folder: Path) -> Pages:
    """Each Markdown page below a content folder; no link is followed.

    A page that cannot be read, or is not in UTF-8, is a problem: an engine could not read it either.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted((folder / PROSE_FOLDER).rglob("*.md")):
        below = path.relative_to(folder).as_posix()
        if not is_prose(below) or path.is_symlink() or not path.is_file():
            continue
        shown = f"{folder.name}/{below}"
        text = _text(path)
        if isinstance(text, YamlFault):
            problems.append(make_problem(text.rule, shown, text.line, text.column, text.values))
        else:
            texts[shown] = text
    return Pages(texts, tuple(problems))


def _text(path: Path) -> str | YamlFault:
    try:
        data = path.read_bytes()
    except OSError as error:
        return YamlFault("file/unreadable", 1, 1, {"reason": reason_of(error)})
    text = decode(data)
    if isinstance(text, YamlFault) and text.rule != "file/encoding":  # each line says of itself what is hidden in it
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return text

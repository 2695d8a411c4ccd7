"""Which files of a content folder are prose (pages that staff write in Markdown), the only ones an engine reads.

Also what every engine has to call the headings of prose.
"""

import re
from contextlib import suppress
from pathlib import Path

PROSE_FOLDER = "pages"
PROSE_ENDINGS = (".md", ".png", ".jpg", ".jpeg", ".webp", ".svg", ".pdf")


def is_prose(path: str) -> bool:
    """Whether a file of the prose folder may be published: Markdown, pictures, forms as PDF; no hidden file."""
    return path.endswith(PROSE_ENDINGS) and not path.rpartition("/")[2].startswith((".", "~"))


def heading_anchor(heading: str, separator: str = "-") -> str:
    """The anchor that a heading has on its page: its letters and digits, Chinese ones too."""
    words = re.sub(r"[^\w\s-]", "", heading).strip().lower()
    return re.sub(rf"[{separator}\s]+", separator, words)


def read_pages(folder: Path) -> dict[str, str]:
    """Path as problems show it -> text, of each Markdown page below a content folder; no link is followed.

    A page that cannot be read is left out: the engine tells of it.
    """
    pages: dict[str, str] = {}
    for path in sorted((folder / PROSE_FOLDER).rglob("*.md")):
        below = path.relative_to(folder).as_posix()
        if is_prose(below) and path.is_file() and not path.is_symlink():
            with suppress(OSError):
                pages[f"{folder.name}/{below}"] = path.read_bytes().decode("utf-8", "replace")
    return pages

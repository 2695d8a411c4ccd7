"""Says where in the prose a link stands that leads nowhere, and what it could lead to."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.content.prose import heading_anchor, read_pages
from generator.texts.commands import FAULTS

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|(?:href|src)\s*=\s*[\"']([^\"']+)|^\s*\[[^\]]+\]:\s*(\S+)")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$")


def at_their_source(faults: Iterable[str], content: Path) -> Iterator[str]:
    """``faults`` of a finished site; a dead link of a page that staff wrote is told with its file, line and remedy."""
    pages = read_pages(content).texts
    prefix, suffix = (re.escape(part) for part in FAULTS["link"].split("{target}"))
    link = re.compile(rf"(?P<address>.*?)：{prefix}(?P<target>.*){suffix}")
    for fault in faults:
        found = link.fullmatch(fault)
        path = found and _source(found["address"], pages, content.name)
        yield _told(path, pages[path], found["target"]) if found and path else fault


def _source(address: str, pages: dict[str, str], content: str) -> str | None:
    """The Markdown file that the page at ``address`` was made of; None for a page of the program."""
    name = address.removesuffix("index.html").removesuffix("/")
    paths = (f"{content}/pages/{name}.md", f"{content}/pages/{name}/index.md", f"{content}/pages/{name}/README.md")
    return next((path for path in paths if path in pages), None)


def _told(path: str, text: str, target: str) -> str:
    page, _, anchor = target.partition("#")
    wanted = f"#{anchor}" if anchor else page.removesuffix("index.html").rstrip("/").rpartition("/")[2]
    line, column, typed = _place(text, wanted)
    headings = [f"#{heading_anchor(found[1])}" for one in text.split("\n") if (found := _HEADING.match(one))]
    key = "prose_anchor" if anchor and headings else "prose_link"
    return FAULTS[key].format(path=path, line=line, column=column, target=typed, headings="、".join(headings))


def _place(text: str, wanted: str) -> tuple[int, int, str]:
    """Line, column and text of the link that holds ``wanted``; of the beginning where none does."""
    for number, line in enumerate(text.split("\n"), 1):
        for found in _LINK.finditer(line):
            typed = next(filter(None, found.groups()))
            if wanted in typed:
                return number, found.start(found.lastindex or 0) + 1, typed
    return 1, 1, wanted

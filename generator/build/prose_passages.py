"""What the pages of prose say, for the search: a passage for each paragraph, under its heading. Reads Markdown."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.content.prose import PROSE_FOLDER, heading_anchor
from generator.site import addresses

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_FENCE = re.compile(r"^(```|~~~)", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HIDDEN = re.compile(r"<!--.*?-->|<[^<>]*>|!\[[^\]]*\]\([^)]*\)", re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"^\s*(?:[-*+>]|\d+\.)\s+|[*_`|]+", re.MULTILINE)

Section = tuple[str, str, str]
"""Heading, text, and anchor of the heading."""


def prose_passages(
    texts: Mapping[str, str], prose: Iterable[tuple[str, str]]
) -> dict[str, tuple[str, tuple[Section, ...]]]:
    """Mapping address -> title and sections of a page. ``texts`` are Markdown by path, ``prose`` title and address."""
    by_address = {_address(path): text for path, text in texts.items()}
    return {url: (title, tuple(sections(by_address[url], title))) for title, url in prose if url in by_address}


def titles(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Title and address of each page, as its first heading has it."""
    headings = (
        (next(map(_HEADING.match, filter(_HEADING.match, text.split("\n"))), None), path)
        for path, text in texts.items()
    )
    return [(found[1], _address(path)) for found, path in headings if found]


def sections(text: str, title: str) -> Iterator[Section]:
    """The paragraphs and lines of lists of a page; what stands in fences of code is left out."""
    plain = _LINK.sub(r"\1", _HIDDEN.sub("", _without_fences(_FRONT_MATTER.sub("", text))))
    heading, anchor = title, ""
    for line in plain.split("\n"):
        if found := _HEADING.match(line):
            heading, anchor = found[1], heading_anchor(found[1])
        elif said := _MARKS.sub("", line).strip():
            yield heading, said, anchor


def _without_fences(text: str) -> str:
    parts: Sequence[str] = _FENCE.split(text)
    return "".join(parts[::4])


def _address(path: str) -> str:
    """The address of the page of a file, named from the project on."""
    return addresses.prose_page(path.partition(f"/{PROSE_FOLDER}/")[2])

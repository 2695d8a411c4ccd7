"""Text with the simple marks of Markdown: headings, tables, comments, bold text, footnotes, pictures.

One paragraph a line, as in a plain text; numbers and signs of lists stay in the text.
"""

import re
from collections.abc import Callable, Iterator

from generator.sources.beside import Beside
from generator.sources.document import AsideKind, Block, Paragraph, Source, Table
from generator.sources.plain import lines

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_COMMENT = re.compile(r"<!--(.*?)-->", re.S)
_RULE_OF_TABLE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELL_END = re.compile(r"(?<!\\)\|")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:\s*(.*)")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^()]*\)")
_STRUCK = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")
_REPLACED = (
    (re.compile(r"\[\^[^\]\s]+\]"), ""),
    (re.compile(r"(?<!!)\[([^\]]+)\]\([^()]*\)"), r"\1"),
    (re.compile(r"\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])"), r"\1"),
)
"""References to footnotes, links, bold text, escaped signs, and what is left of them."""


def read_markdown(name: str, text: str) -> Source:
    """The paragraphs and tables of ``text``, with the number of the line as their place."""
    beside = Beside()
    blocks = tuple(_blocks(list(lines(_without_comments(text, beside))), beside))
    return Source(name, blocks, tuple(sorted(beside.found, key=lambda aside: aside.place)))


def _without_comments(text: str, beside: Beside) -> str:
    """``text`` with only the line breaks of its comments, so that lines keep their numbers."""

    def noted(found: re.Match[str]) -> str:
        beside.place = text.count("\n", 0, found.start()) + 1
        beside.add("comment", found[1].strip())
        return "\n" * found[0].count("\n")

    return _COMMENT.sub(noted, text)


def _blocks(numbered: list[tuple[int, str]], beside: Beside) -> Iterator[Block]:
    position = 0
    while position < len(numbered):
        beside.place, line = numbered[position]
        below = numbered[position + 1][1] if position + 1 < len(numbered) else ""
        if "|" in line and "|" in below and _RULE_OF_TABLE.fullmatch(below):
            end = position + 2
            while end < len(numbered) and "|" in numbered[end][1]:
                end += 1
            rows = [numbered[position], *numbered[position + 2 : end]]
            yield Table(tuple(tuple(_cells(row, beside)) for _, row in rows), numbered[position][0])
            position = end
            continue
        position += 1
        if footnote := _FOOTNOTE.fullmatch(line):
            beside.add("note", _plain(footnote[1], beside))
            continue
        heading = _HEADING.fullmatch(line)
        shown = _plain((heading[2] or "") if heading else line, beside)
        if shown.strip():
            yield Paragraph(shown, beside.place, heading=len(heading[1]) if heading else 0)


def _cells(row: str, beside: Beside) -> Iterator[str]:
    row = row.strip()
    inner = row.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return (_plain(cell.strip(), beside) for cell in _CELL_END.split(inner))


def _plain(text: str, beside: Beside) -> str:
    """``text`` without marks; pictures and struck text are noted."""
    text = _PICTURE.sub(_noted("picture", beside), _BREAK.sub("\n", text))
    text = _STRUCK.sub(_noted("deleted", beside), text)
    for pattern, left in _REPLACED:
        text = pattern.sub(left, text)
    return text


def _noted(kind: AsideKind, beside: Beside) -> Callable[[re.Match[str]], str]:
    def note(found: re.Match[str]) -> str:
        beside.add(kind, found[1])
        return ""

    return note

"""Text with the simple marks of Markdown: headings, tables, comments, bold text, footnotes, pictures.

One paragraph a line, as in a plain text; numbers and signs of lists stay in the text. Each mark ends before the next of
its kind begins, so that reading takes as long as the text is, whatever a file is made of.
"""

import re
from collections.abc import Callable, Iterator

from generator.sources.beside import Beside
from generator.sources.document import AsideKind, Block, Paragraph, Source, Table
from generator.sources.plain import lines

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?")
_COMMENT_START, _COMMENT_END = "<!--", "-->"
_RULE_OF_CELL = re.compile(r"\s*:?-+:?\s*")
_CELL_END = re.compile(r"(?<!\\)\|")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:\s*(.*)")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_PICTURE = re.compile(r"!\[([^\[\]]*)\]\([^()]*\)")
_STRUCK = re.compile(r"~~(?=\S)((?:[^~]|~(?!~))++)(?<=\S)~~")
_REPLACED = (
    (re.compile(r"\[\^[^\[\]\s]+\]"), ""),
    (re.compile(r"(?<!!)\[([^\[\]]+)\]\([^()]*\)"), r"\1"),
    (re.compile(r"\*\*(?=[^\s*])((?:[^*]|\*(?!\*))++)(?<=[^\s*])\*\*"), r"\1"),
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
    kept, end, beside.place = list[str](), 0, 1
    while (start := text.find(_COMMENT_START, end)) >= 0:
        inner = start + len(_COMMENT_START)
        stop = text.find(_COMMENT_END, inner)
        if stop < 0:
            break
        beside.place += text.count("\n", end, start)
        beside.add("comment", text[inner:stop].strip())
        breaks = text.count("\n", start, stop)
        beside.place += breaks
        kept += [text[end:start], "\n" * breaks]
        end = stop + len(_COMMENT_END)
    return "".join([*kept, text[end:]])


def _blocks(numbered: list[tuple[int, str]], beside: Beside) -> Iterator[Block]:
    position = 0
    while position < len(numbered):
        beside.place, line = numbered[position]
        below = numbered[position + 1][1] if position + 1 < len(numbered) else ""
        if "|" in line and "|" in below and _is_rule_of_table(below):
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
        shown = _plain(_unclosed(heading[2] or "") if heading else line, beside)
        if shown.strip():
            yield Paragraph(shown, beside.place, heading=len(heading[1]) if heading else 0)


def _is_rule_of_table(line: str) -> bool:
    """Whether a line parts the head of a table from its body: |---|:-:|."""
    cells = line.strip().removeprefix("|").removesuffix("|").split("|")
    return all(map(_RULE_OF_CELL.fullmatch, cells))


def _unclosed(heading: str) -> str:
    """A heading without the signs that may stand at its end, too: ## 总则 ##."""
    heading = heading.rstrip(" \t")
    bare = heading.rstrip("#")
    return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else heading


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

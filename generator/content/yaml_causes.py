"""Finds what a clerk typed wrong in YAML that the parser could not read.

The parser notices a mistake where it can no longer go on, often lines behind it: a missing space makes the next line
wrong, and a quotation mark that nobody closed is noticed at the next one, fifty lines below. So the lines up to there
are searched for the mistakes that people make, and the wrong line is told, with the line as it should be.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from generator.content.problems import excerpt
from generator.texts.reference import SHORT_NAMES

_LEAD = r"(?P<lead> *(?:- +)*)"
_KEY = r"(?P<key>[A-Za-z_][A-Za-z0-9_]*)"
_FIELD = re.compile(rf"{_LEAD}(?:{_KEY}|[^\s#:\"'\[\]{{}}-][^\s:：]*)[ ]*:(?: +(?P<value>.*)|$)")
_CHINESE_KEYS = "|".join(sorted(map(re.escape, set(SHORT_NAMES.values())), key=len, reverse=True))
_KNOWN_KEY = rf"(?P<key>[A-Za-z_][A-Za-z0-9_]*|{_CHINESE_KEYS})"
_WIDE_COLON = re.compile(rf"{_LEAD}{_KNOWN_KEY} *：\s*(?P<value>.*)$")
_NO_COLON = re.compile(rf"{_LEAD}{_KNOWN_KEY} +(?P<value>[\u3400-\u9fff“\d][^:：]*)$")
_NUMBERED = re.compile(
    r"(?P<own>(?:第[一二三四五六七八九十百零]+条|[一二三四五六七八九十]+、|\d{1,2}[.、．](?!\d))\s*)|（[一二三四五六七八九十]+）"
)
_NO_SPACE = re.compile(rf"{_LEAD}{_KEY}:(?P<value>(?!//)\S.*)$")
_NO_SPACE_AFTER_DASH = re.compile(r" *-(?=[A-Za-z_\u3400-\u9fff])")
_TAB = re.compile(r" *\t")
_BLOCK = re.compile(r"(?P<indent> *).*(?::|-) +[|>][-+0-9]*\s*(?:#.*)?$")
_LINE_LENGTH = 200
"""So much of a corrected line is shown: a clerk copies it, so it is cut only where it is longer than a paragraph."""
_QUOTES = {'"': '"“”＂', "'": "'‘’＇"}
"""A quotation mark -> what may have been typed to close it."""


class Cause(NamedTuple):
    """A mistake: rule id, 1-based place, and the values for the blanks of its message."""

    rule: str
    line: int
    column: int
    values: dict[str, str]


@dataclass(frozen=True)
class _Line:
    """A line with content outside texts in blocks (| and >): its number from 1, its text, the column it begins at."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        """Spaces before the text; a dash of a list belongs to the text."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def inner(self) -> int:
        """Spaces before what a dash introduces."""
        found = re.match(r" *(?:- +)*", self.text)
        return len(found[0]) if found else 0

    @property
    def field(self) -> re.Match[str] | None:
        """The line as a field, ``key: value``; None where it is none."""
        return _FIELD.match(self.text)

    @property
    def is_item(self) -> bool:
        """Whether it begins an item of a list."""
        return bool(re.match(r" *-(?: |$)", self.text))

    def cause(self, rule: str, column: int, corrected: str, **values: str) -> Cause:
        """The Cause at this line, with the line as it should be."""
        return Cause(rule, self.number, column, {"corrected": excerpt(corrected.strip(), _LINE_LENGTH), **values})


def cause_of(text: str, line: int, column: int, problem: str) -> Cause | None:
    """The mistake behind what the parser reports as ``problem`` at ``line`` and ``column``; None for an unknown one."""
    lines = list(takewhile(lambda one: one.number <= line, _content_lines(text)))
    if quote := next(_open_quotes(lines), None):
        return quote
    before: list[_Line] = []
    found: list[Cause] = []
    for one in lines:
        found += _slips(one)
        if before and not found:
            found += _stray_text(before, one, lines)
        before.append(one)
    if found:
        return found[-1]
    if missing := next(filter(None, map(_no_colon, lines[:-3:-1])), None):  # noticed at the line itself or the next
        return missing
    last = lines[-1] if lines else None
    if last is None or last.number != line:
        return None
    return (
        _open_bracket(lines)
        or _quoted_part(last, column)
        or _second_colon(last, column, problem)
        or _indentation(before[:-1], last)
    )


def slip_in(text: str) -> tuple[str, str] | None:
    """Rule and corrected text where a value is a field with a wrong colon (``free：是``, ``free:是``); else None."""
    for cause in _slips(_Line(1, text)):
        return cause.rule, cause.values["corrected"]
    return None


def _content_lines(text: str) -> Iterator[_Line]:
    """The lines that are neither empty nor comments nor within a text in a block."""
    block: int | None = None
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        one = _Line(number, line)
        if block is not None and one.indent > block:
            continue
        begins = _BLOCK.match(line)
        block = one.indent if begins else None
        yield one


def _slips(one: _Line) -> Iterator[Cause]:
    """A tab before the text, a full-width colon, no space behind the colon."""
    if tab := _TAB.match(one.text):
        yield one.cause("yaml/tab", tab.end(), one.text.replace("\t", "  "))
    elif wide := _WIDE_COLON.match(one.text):
        corrected = _field(wide)
        column = one.text.index("：") + 1
        yield one.cause("yaml/full-width-colon", column, corrected, key=wide["key"])
    elif dash := _NO_SPACE_AFTER_DASH.match(one.text):
        yield one.cause("yaml/no-space-after-dash", dash.end() + 1, f"- {one.text[dash.end() :].strip()}")
    elif close := _NO_SPACE.match(one.text):
        yield one.cause("yaml/no-space", close.start("value") + 1, _field(close))


def _field(found: re.Match[str]) -> str:
    """The field as it should be, with the dash before it where it begins an item."""
    return f"{found['lead'].lstrip()}{found['key']}: {found['value']}"


def _open_quotes(lines: list[_Line]) -> Iterator[Cause]:
    """Values that begin with a quotation mark which is not closed before the next field."""
    for at, one in enumerate(lines):
        field = one.field
        value = field["value"] if field else re.sub(r"^ *(?:- +)*", "", one.text)
        if not value or value[0] not in _QUOTES or (not field and not one.is_item):
            continue
        mark = value[0]
        rest = value[1:].replace("\\" + mark, "").replace(mark * 2, "") if len(value) > 1 else ""
        if mark in rest:
            continue
        following = takewhile(lambda other: not (other.field or other.is_item), lines[at + 1 :])
        if any(mark in other.text for other in following):
            continue
        body = value[1:].rstrip().rstrip(_QUOTES[mark])
        column = len(one.text) - len(value) + 1
        yield one.cause("yaml/open-quote", column, f"{one.text[: column - 1]}{mark}{body}{mark}")


def _stray_text(before: list[_Line], one: _Line, lines: list[_Line]) -> Iterator[Cause]:
    """A line that is no field, no item and not indented as the rest of the text before it."""
    above = before[-1]
    if one.field or one.is_item or one.text.lstrip()[0] in "[]{}\"'|>&*!%@`" or one.indent > above.indent:
        return
    following = next((other for other in lines if other.number > one.number), None)
    alone = following is None or bool(following.field or following.is_item)
    value = above.field["value"] if above.field else None
    numbered = _NUMBERED.match(one.text.strip())
    if missing := _no_colon(one):
        yield missing
    elif alone and not numbered and above.field and (not value or value[0] not in "\"'[{|>"):
        yield one.cause("yaml/broken-line", one.indent + 1, _joined(above.text, one.text), line=str(above.number))
    else:
        words = one.text.strip()[numbered.end("own") if numbered and numbered["own"] else 0 :]
        yield one.cause("yaml/pasted-text", one.indent + 1, f"- text: {words}")


def _joined(first: str, second: str) -> str:
    first, second = first.rstrip(), second.strip()
    between = " " if first.endswith(":") or (first[-1:].isascii() and second[:1].isascii()) else ""
    return f"{first}{between}{second}"


def _no_colon(one: _Line) -> Cause | None:
    """A field without any colon, ``name 政策咨询``."""
    if found := _NO_COLON.match(one.text):
        return one.cause("yaml/no-colon", found.end("key") + 1, _field(found))
    return None


def _open_bracket(lines: list[_Line]) -> Cause | None:
    """A list in brackets that is not closed before the next field."""
    for at, one in enumerate(lines):
        value = (one.field and one.field["value"]) or ""
        following = takewhile(lambda other: not (other.field or other.is_item), lines[at + 1 :])
        if value.startswith("[") and not any("]" in text for text in (value, *(other.text for other in following))):
            return one.cause("yaml/open-bracket", len(one.text) - len(value) + 1, f"{one.text.rstrip()}]")
    return None


def _quoted_part(one: _Line, column: int) -> Cause | None:
    """A text that begins with a quoted part and goes on behind it."""
    value = ((one.field and one.field["value"]) or "").rstrip()
    if value[:1] not in _QUOTES or value.endswith(value[0]) or column <= len(one.text) - len(value) + 1:
        return None
    other = "'" if value[0] == '"' else '"'
    start = len(one.text.rstrip()) - len(value)
    return one.cause("yaml/quoted-part", start + 1, f"{one.text[:start]}{other}{value}{other}")


def _second_colon(one: _Line, column: int, problem: str) -> Cause | None:
    """A value with a colon and a space in it, which YAML takes for another field."""
    field = one.field
    if not problem.startswith("mapping values") or field is None or ": " not in (field["value"] or ""):
        return None
    value = field["value"].rstrip()
    corrected = f'{one.text[: field.start("value")]}"{value}"'
    return one.cause("yaml/second-colon", column, corrected)


def _indentation(before: list[_Line], one: _Line) -> Cause | None:
    """A line that is not under any line that it could belong to."""
    if not before or not (one.field or one.is_item):
        return None
    columns: list[int] = []
    for line in before:
        columns = [column for column in columns if column < line.indent]
        columns += [line.indent, line.inner] if line.is_item else [line.indent]
    above = before[-1]
    fits = [column for column in columns if column <= one.indent]
    if one.indent > columns[-1] and not (above.field and above.field["value"]):
        return None
    if one.indent in columns:
        return None
    expected = min(reversed(columns), key=lambda column: abs(column - one.indent))
    corrected = " " * expected + excerpt(one.text.strip(), _LINE_LENGTH)
    values = {"found": str(one.indent), "expected": str(expected), "corrected": corrected}
    return Cause("yaml/indent", one.number, one.indent + 1, values) if fits else None

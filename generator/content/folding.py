"""Joins lines of Chinese text: YAML and Markdown put a blank where a line ended, which has no place between Han."""

import re
from collections.abc import Callable, Sequence
from typing import Any

_WIDE_CHARACTERS = (
    "\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
    "\U00020000-\U0003ffff"
)
"""Han, kana, and the punctuation that goes with them."""
_WIDE = re.compile(f"[{_WIDE_CHARACTERS}]")
_INLINE = r"(?:</?(?:a|abbr|b|code|del|em|i|ins|mark|small|span|strong|sub|sup|u)\b[^<>]*>)*"
_LINE_END = re.compile(rf"(?<=[{_WIDE_CHARACTERS}])({_INLINE})[ \t]*\n[ \t]*({_INLINE})(?=[{_WIDE_CHARACTERS}])")
"""The end of a line of HTML between two such characters, with the tags around it that do not end a paragraph."""
_AS_TYPED = re.compile("(<pre\\b.*?</pre>|<textarea\\b.*?</textarea>)", re.DOTALL)


def unfolded(event: Any, source: str) -> str:
    """The text of a YAML event of several lines, without the blanks that YAML puts between lines of Chinese text.

    A blank within a line was typed and stays, and so do the line breaks of a block (|). A text with escapes stays as
    YAML has it.
    """
    text: str = event.value
    if event.style == "|":
        return text
    lines = source.split("\n")[event.start_mark.line : event.end_mark.line + 1]
    lines[-1] = lines[-1][: event.end_mark.column]
    lines[0] = "" if event.style == ">" else lines[0][event.start_mark.column :]
    lines = [line.strip() for line in lines]
    if event.style in ("'", '"'):
        lines[0], lines[-1] = lines[0][1:], lines[-1][:-1].rstrip()
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    ending = text[len(text.rstrip("\n")) :]
    if _joined(lines, _always) + ending != text:
        return text
    return _joined(lines, _between) + ending


def _always(_: str, __: str) -> str:
    return " "


def _between(above: str, below: str) -> str:
    return "" if _WIDE.match(above[-1]) and _WIDE.match(below[0]) else " "


def _joined(lines: Sequence[str], between: Callable[[str, str], str]) -> str:
    text, blank = "", 0
    for line in lines:
        if not line:
            blank += 1
            continue
        text += ("\n" * blank or between(text, line) if text else "") + line
        blank = 0
    return text


def unfolded_html(html: str) -> str:
    """``html`` without the line ends between Chinese characters, which browsers show as blanks; code stays."""
    parts = _AS_TYPED.split(html)
    return "".join(part if place % 2 else _LINE_END.sub(r"\1\2", part) for place, part in enumerate(parts))

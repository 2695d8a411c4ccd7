"""What can be wrong with content, and how a report of it looks.

A problem names its place, a stable rule id and the wording of that rule (``generator.texts.clerks``).
Values that are quoted in a message pass through ``quote``, so that a private number typed into the wrong
field never reaches a terminal, a log or a bug report.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

from generator.texts.clerks import MESSAGES, SEVERITY_NAMES

Severity = Literal["error", "gap", "reminder"]
_NUMBER_LIKE = re.compile(r"[0-9０-９xX][0-9０-９xX\s-]{5,}[0-9０-９xX]")
_LONG_NUMBER = re.compile(r"[0-9０-９]{11,}[xXｘＸ]?")
"""Longer than a date with a serial number; a file may be named after a person's number."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_QUOTE_LENGTH = 40


@dataclass(frozen=True, order=True)
class Problem:
    """One finding at ``path:line:column`` (1-based; in a CSV file ``column`` counts cells)."""

    path: str
    line: int
    column: int
    rule: str
    message: str
    hint: str
    severity: Severity

    def __str__(self) -> str:
        hint = f"请写：{self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column} [{self.rule}] {self.message}{hint}"

    def as_json(self) -> dict[str, str | int]:
        """The fields as plain values."""
        return asdict(self)


class ContentError(Exception):
    """The content has errors; nothing was published."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def make_problem(rule: str, path: str, line: int, column: int, values: dict[str, str]) -> Problem:
    """Word the finding of ``rule``; ``values`` are the blanks of its message, already safe to show."""
    wording = MESSAGES[rule]
    return Problem(
        path=_LONG_NUMBER.sub("〔数字〕", printable(path)),
        line=line,
        column=column,
        rule=rule,
        message=wording.message.format(**values),
        hint=wording.hint.format(**values),
        severity=wording.severity,
    )


def quote(value: object) -> str:
    """Quote ``value`` for a message: at most 40 characters, long numbers blanked, control characters visible."""
    if isinstance(value, dict):
        return "一组字段"
    if isinstance(value, list | tuple):
        return "一个列表"
    return f"“{excerpt(str(value))}”"


def excerpt(text: str) -> str:
    """``quote`` without quotation marks: for the name of a field that the clerk made up."""
    text = _NUMBER_LIKE.sub("〔数字〕", printable(text))
    return text if len(text) <= _QUOTE_LENGTH else text[:_QUOTE_LENGTH] + "…"


def printable(text: str) -> str:
    """``text`` with invisible and control characters written as <U+XXXX>."""
    return _UNPRINTABLE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, sorted by place."""
    return tuple(sorted(set(problems)))


def summary(problems: Iterable[Problem]) -> str:
    """Count the problems of each severity: 错误 2，待补充 5，提醒 1."""
    severities: list[str] = [problem.severity for problem in problems]
    return "，".join(f"{name} {severities.count(severity)}" for severity, name in SEVERITY_NAMES.items())

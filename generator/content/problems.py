"""Problems of content files: their place, rule id and message, and the report that lists them.

Messages come from ``generator.texts.checks``. Values are quoted with ``quote``, which blanks long numbers, so that a
private number typed into the wrong field is not printed on a terminal or in a log.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Literal

from generator.facts.phones import is_of_an_office
from generator.system.failures import Failure, ReportLine
from generator.texts.checks import MESSAGES, QUOTES, SEVERITY_NAMES
from generator.texts.commands import TEXTS

Severity = Literal["error", "gap", "reminder"]
_NUMBER_LIKE = re.compile(r"[0-9０-９xX][0-9０-９xX\s-]{5,}[0-9０-９xX]")
_DAY = re.compile(r"(?:19|20)[0-9]{2}[- ](?:0?[1-9]|1[0-2])[- ](?:0?[1-9]|[12][0-9]|3[01])")
_PART = re.compile(r"[\s-]+")
_FEWEST_DIGITS = 7
_LONG_NUMBER = re.compile(r"[0-9０-９]{11,}[xXｘＸ]?")
"""Blanked in paths: a file may be named after a person's number. A date with a serial number is shorter."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_QUOTE_LENGTH = 40
_MOST_GAPS, _FEW_FILES = 60, 3


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake at ``path:line:column`` (1-based; in a CSV file ``column`` counts cells)."""

    path: str
    line: int
    column: int
    rule: str
    message: str
    hint: str
    severity: Severity

    def __str__(self) -> str:
        hint = QUOTES["hint"].format(hint=self.hint) if self.hint else ""
        return f"{self.path}:{self.line}:{self.column} [{self.rule}] {self.message}{hint}"

    def as_json(self) -> dict[str, str | int]:
        """The fields as plain values."""
        return dict(vars(self))


class ContentError(Failure):
    """The content has errors; nothing was published."""

    exit_code = 1
    consequence: ClassVar[str] = TEXTS["nothing_published"]

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems

    def report(self) -> Iterator[ReportLine]:
        """Every problem, their number, and what was not done because of them."""
        yield from report_lines(self.problems)
        yield ReportLine(f"{summary(self.problems)}。{self.consequence}")


def make_problem(rule: str, path: str, line: int, column: int, values: dict[str, str]) -> Problem:
    """The problem with the message of ``rule``; ``values`` fill its blanks and have to be safe to show."""
    wording = MESSAGES[rule]
    return Problem(
        path=shown_path(path),
        line=line,
        column=column,
        rule=rule,
        message=wording.message.format(**values),
        hint=wording.hint.format(**values),
        severity=wording.severity,
    )


def shown_path(path: str) -> str:
    """``path`` as problems show it: long numbers blanked, control characters visible."""
    return _LONG_NUMBER.sub(QUOTES["number"], printable(path))


def quote(value: object) -> str:
    """Quote ``value`` for a message: at most 40 characters, long numbers blanked, control characters visible."""
    if isinstance(value, dict):
        return QUOTES["mapping"]
    if isinstance(value, list | tuple):
        return QUOTES["list"]
    return QUOTES["text"].format(text=excerpt(str(value)))


def quote_to_publish(value: object) -> str:
    """``quote`` for a value that the clerk is asked to agree to: the telephone of an office is shown, to be checked."""
    if isinstance(value, str) and is_of_an_office(value):
        return QUOTES["text"].format(text=value)
    return quote(value)


def excerpt(text: str, length: int = _QUOTE_LENGTH) -> str:
    """``quote`` without quotation marks, for names such as those of unknown fields; at most ``length`` characters."""
    text = _NUMBER_LIKE.sub(_blanked, printable(text))
    return text if len(text) <= length else text[:length] + "…"


def _blanked(found: re.Match[str]) -> str:
    """〔数字〕 in place of a number that may be somebody's; days, and numbers of fewer than seven digits, stay."""
    parts = _PART.split(found[0])
    is_day = _DAY.fullmatch(found[0].strip())
    return found[0] if is_day or sum(map(len, parts)) < _FEWEST_DIGITS else QUOTES["number"]


def printable(text: str) -> str:
    """``text`` with invisible and control characters written as <U+XXXX>."""
    return _UNPRINTABLE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repetitions, sorted by place."""
    return tuple(sorted(set(problems)))


def report_lines(problems: Sequence[Problem], every_gap: bool = False) -> Iterator[ReportLine]:
    """One line for each problem, errors last so that they are on the screen; what stops publication is told first.

    Each severity has its heading where there is more than one, and the gaps of each file have their number. More gaps
    than anybody reads, as after a hall's papers were imported, are only counted, unless ``every_gap``.
    """
    groups = {
        severity: [problem for problem in problems if problem.severity == severity]
        for severity in reversed(SEVERITY_NAMES)
    }
    mixed = sum(map(bool, groups.values())) > 1
    if mixed and groups["error"]:
        yield ReportLine(TEXTS["stopped"].format(count=len(groups["error"])))
    for severity, group in groups.items():
        if group and mixed:
            yield ReportLine(TEXTS[severity].format(name=SEVERITY_NAMES[severity]))
        if severity == "gap" and len(group) > _MOST_GAPS and not every_gap:
            yield from _counted(group)
            continue
        for path, of_file in groupby(group, key=lambda problem: problem.path):
            lines = [ReportLine(str(problem), is_finding=True) for problem in of_file]
            if severity == "gap" and len(lines) > 1:
                yield _of_file(path, len(lines))
            yield from lines


def _counted(gaps: Sequence[Problem]) -> Iterator[ReportLine]:
    """How many gaps the files have, or a folder of many files, and which commands list them."""
    for folder, of_folder in groupby(sorted(gaps), key=lambda problem: problem.path.rpartition("/")[0]):
        counts = Counter(problem.path for problem in of_folder)
        if len(counts) > _FEW_FILES:
            yield ReportLine(TEXTS["gaps_of_folder"].format(path=folder, files=len(counts), count=sum(counts.values())))
        else:
            yield from (_of_file(path, count) for path, count in counts.items())
    yield ReportLine(TEXTS["gaps_counted"])


def _of_file(path: str, count: int) -> ReportLine:
    return ReportLine(TEXTS["gaps_of_file"].format(path=path, count=count))


def summary(problems: Iterable[Problem]) -> str:
    """Count the problems of each severity: 错误 2，待补充 5，提醒 1."""
    severities: list[str] = [problem.severity for problem in problems]
    return "，".join(f"{name} {severities.count(severity)}" for severity, name in SEVERITY_NAMES.items())

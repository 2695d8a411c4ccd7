"""What stops an import, and the report of it: file, sheet, row, column letter and message, never a private value."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.problems import ContentError, excerpt
from generator.register.table import RegisterError, RegisterPlace
from generator.system.failures import Failure, ReportLine
from generator.texts.commands import TEXTS
from generator.texts.register import REGISTER_MESSAGES, REGISTER_WORDS

MAX_LISTED = 20
"""At most so many faults of one rule in one column are listed; the rest are counted."""


@dataclass(frozen=True)
class Fault:
    """A breach of ``rule`` (texts.register) at ``place``; ``values`` fill its blanks and are safe to show."""

    rule: str
    place: RegisterPlace
    values: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> tuple[str, str, int]:
        """Rule, sheet and column, by which faults are counted."""
        return self.rule, self.place.sheet or "", -1 if self.place.column is None else self.place.column


class ImportRefused(Failure):
    """The register cannot become public rows; ``lines`` are the faults, sorted."""

    exit_code = 1

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))

    def report(self) -> Iterator[ReportLine]:
        """Each fault, and that nothing was changed."""
        yield from (ReportLine(text, is_finding=True) for text in self.lines)
        yield ReportLine(TEXTS["not_imported"])


class NothingImported(ContentError):
    """The content has errors that an import or a template would build on; nothing was written."""

    consequence = TEXTS["nothing_written"]


def fault(
    rule: str, sheet: str | None = None, row: int | None = None, column: int | None = None, **values: str
) -> Fault:
    """A Fault of ``rule`` in a cell, a row, a column, a sheet, or the whole register."""
    return Fault(rule, RegisterPlace(sheet, row, column), tuple(values.items()))


def of_error(error: RegisterError) -> Fault:
    """The Fault that says what stopped the reading of the register."""
    return Fault(error.rule, error.place, tuple(error.values.items()))


def report(name: str, faults: Iterable[Fault]) -> Iterator[str]:
    """One line a fault, sorted by sheet, row and column; beyond MAX_LISTED of a kind they are only counted."""
    kinds: Counter[tuple[str, str, int]] = Counter()
    for item in sorted(set(faults), key=_order):
        kinds[item.kind] += 1
        if kinds[item.kind] <= MAX_LISTED:
            yield line(name, item)
    for (rule, sheet, column), count in kinds.items():
        if count > MAX_LISTED:
            place = RegisterPlace(sheet or None, None, None if column < 0 else column)
            yield f"{place_words(name, place)} [{rule}] {REGISTER_WORDS['more'].format(count=count - MAX_LISTED)}"


def line(name: str, item: Fault) -> str:
    """One line of a report: ``file:sheet:row:column-letter [rule] message 请写：hint``."""
    return f"{place_words(name, item.place)} {words(item.rule, dict(item.values))}"


def words(rule: str, values: Mapping[str, str]) -> str:
    """``[rule] message 请写：hint`` of ``rule``; ``values`` fill the blanks."""
    message, hint = (text.format(**values) for text in REGISTER_MESSAGES[rule])
    return f"[{rule}] {message}{REGISTER_WORDS['hint'].format(hint=hint) if hint else ''}"


def place_words(name: str, place: RegisterPlace) -> str:
    """``台账.xlsx:7月:12:E``; parts that are not known, and the sheet of a CSV file, are left out."""
    sheet = None if name.lower().endswith(".csv") else place.sheet
    parts = (name, sheet, place.row, None if place.column is None else letter(place.column))
    return ":".join(excerpt(str(part)) for part in parts if part is not None)


def letter(column: int) -> str:
    """The column as a spreadsheet names it: 0 is A, 26 is AA."""
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name


def _order(item: Fault) -> tuple[str, int, int, str, tuple[tuple[str, str], ...]]:
    place = item.place
    return place.sheet or "", place.row or 0, -1 if place.column is None else place.column, item.rule, item.values

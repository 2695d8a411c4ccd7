"""A register as it was read: sheets of rows of plain values, and what stopped the reading."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

CellValue = str | int | float | bool | date | datetime | time | timedelta | None
"""A cell as stored: a number that Excel keeps as a number is int or float, text is str, an empty cell None."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number as Excel shows it (from 1), its cells from column A, whether it is hidden."""

    number: int
    cells: tuple[CellValue, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet, or a CSV file as one sheet; rows in order, trailing empty cells cut.

    ``hidden_columns`` counts from 0.
    """

    name: str
    rows: tuple[SheetRow, ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class RegisterPlace:
    """Where in a register: sheet, row (from 1), column (from 0); None where it concerns the whole."""

    sheet: str | None = None
    row: int | None = None
    column: int | None = None


class RegisterError(Exception):
    """A register that cannot be imported. ``rule`` words it (texts.register); ``values`` are safe to show."""

    def __init__(self, rule: str, place: RegisterPlace | None = None, **values: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.place = place or RegisterPlace()
        self.values = values

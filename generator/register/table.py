"""A register as it was read: sheets, rows and cells as stored, and the error that stops the reading."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from generator.register.cell_runs import CellRuns

CellValue = str | int | float | bool | date | datetime | time | timedelta | None
"""A cell as stored: a number that Excel keeps as a number is int or float, text is str, an empty cell None."""


Area = tuple[tuple[int, int], tuple[int, int]]
"""A merged area: first and last (row, column), from 0."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number as Excel shows it (from 1), its cells from column A, whether it is hidden."""

    number: int
    cells: tuple[CellValue, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """One worksheet, or a CSV file as one sheet; rows in order, without empty cells at their ends.

    ``hidden_columns`` counts from 0. ``unread``: why a cell cannot be read (a rule of ``texts.register``), although it
    looks empty or like a number. ``merged``: the merged areas below the header; ``repeated``: those near the top, whose
    text stands in each of their cells.
    """

    name: str
    rows: tuple[SheetRow, ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    unread: CellRuns = field(default_factory=CellRuns)
    merged: tuple[Area, ...] = ()
    repeated: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterPlace:
    """A place in a register: sheet, row (from 1), column (from 0); None where all of them are meant."""

    sheet: str | None = None
    row: int | None = None
    column: int | None = None


class RegisterError(Exception):
    """A register that cannot be imported.

    ``rule`` names its message in ``texts.register``; ``values`` fill the blanks and are safe to show.
    """

    def __init__(self, rule: str, place: RegisterPlace | None = None, **values: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.place = place or RegisterPlace()
        self.values = values

"""What a cell of an export of ratings says: a whole number, the month, or that its row is a total."""

import re
import unicodedata
from collections.abc import Sequence

from generator.catalogue.sheet_cells import TOTALS, text_of
from generator.register.table import CellValue

_YEAR_MONTH = re.compile("(20[0-9]{2})(?:年度?|[-./])?(1[0-2]|0?[1-9])(?:[0-3][0-9])?(?![0-9])")
_MONTH = re.compile("(1[0-2]|0?[1-9])月份?")
_WHOLE = re.compile("([0-9]{1,6})(?:个|次|件|条|票|人次)?")
_NOTHING = re.compile("[-—–/]*")


def whole(cell: CellValue) -> int | None:
    """A whole number; 0 for an empty cell or a dash, None for anything else."""
    text = _plain(cell).replace(",", "")
    if _NOTHING.fullmatch(text):
        return 0
    return int(found[1]) if (found := _WHOLE.fullmatch(text)) else None


def months_of(cell: CellValue, period: str) -> set[str]:
    """The months that a cell names, as 2026-09; of one without a year the year is that of ``period``."""
    text = _plain(cell)
    if found := {f"{one[1]}-{int(one[2]):02}" for one in _YEAR_MONTH.finditer(text)}:
        return found
    return {f"{period[:5]}{int(one[1]):02}"} if (one := _MONTH.fullmatch(text)) else set()


def total_of(cells: Sequence[CellValue]) -> str | None:
    """Which word says that a row is a total; None where none does."""
    words = (_plain(cell) for cell in cells if isinstance(cell, str))
    return next((total for text in words for total in TOTALS if text.startswith(total)), None)


def _plain(cell: CellValue) -> str:
    return unicodedata.normalize("NFKC", "".join(text_of(cell).split()))

"""Compare new rows with those already published: which are added, corrected or withdrawn, by receipt number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model import ResultRow
from generator.privacy.receipts import is_dated_receipt
from generator.results.rows_csv import PUBLIC_COLUMNS, cells

_ACCEPTED = PUBLIC_COLUMNS.index("受理日期")


@dataclass(frozen=True)
class Changes:
    """Receipt numbers in order; ``corrected`` with the names of the columns that differ.

    ``dated``: those that hold the day of their own case, and so are no identity numbers although they look like one.
    """

    added: tuple[str, ...]
    corrected: tuple[tuple[str, tuple[str, ...]], ...]
    withdrawn: tuple[str, ...]
    dated: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.added or self.corrected or self.withdrawn)


Cells = tuple[str, ...]
"""The cells of a published row, in the order of PUBLIC_COLUMNS."""


def by_receipt(rows: Iterable[ResultRow]) -> dict[str, Cells]:
    """Receipt number -> cells. Equal cells are one object, which takes a fifth of the memory of ``rows``."""
    shared: dict[str, str] = {}
    return {row.receipt: tuple(shared.setdefault(cell, cell) for cell in cells(row)) for row in rows}


def compare(old: Mapping[str, Cells], new: Iterable[ResultRow]) -> Changes:
    """How ``new`` differs from ``old`` (receipt number -> cells); the order of rows does not matter."""
    added: list[str] = []
    corrected: list[tuple[str, tuple[str, ...]]] = []
    kept: set[str] = set()
    begun: dict[str, date] = {}
    for row in new:
        was, now = old.get(row.receipt), cells(row)
        if was is None:
            added.append(row.receipt)
            begun[row.receipt] = row.accepted
            continue
        kept.add(row.receipt)
        if was != now:
            corrected.append((row.receipt, differing(was, now)))
            begun[row.receipt] = row.accepted
    withdrawn = tuple(receipt for receipt in old if receipt not in kept)
    begun |= {receipt: date.fromisoformat(old[receipt][_ACCEPTED]) for receipt in withdrawn}
    dated = frozenset(receipt for receipt, day in begun.items() if is_dated_receipt(receipt, day))
    return Changes(tuple(added), tuple(corrected), withdrawn, dated)


def differing(was: Cells, now: Cells) -> tuple[str, ...]:
    """The names of the columns in which two rows differ."""
    return tuple(name for name, a, b in zip(PUBLIC_COLUMNS, was, now, strict=True) if a != b)

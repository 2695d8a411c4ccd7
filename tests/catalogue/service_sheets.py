"""Sheets as values, for tests of what is read from them."""

from collections.abc import Sequence

from generator.catalogue.listing import Listing
from generator.register.table import Area, CellValue, RegisterSheet, SheetRow


def sheet(
    *rows: Sequence[CellValue], name: str = "清单", hidden: bool = False, merged: tuple[Area, ...] = ()
) -> RegisterSheet:
    """A sheet of these rows, which count from 1; an empty row is left out."""
    numbered = (SheetRow(number, tuple(row)) for number, row in enumerate(rows, 1) if row)
    return RegisterSheet(name, tuple(numbered), hidden=hidden, merged=merged)


def names(listing: Listing) -> list[str]:
    """The names of the services."""
    return [service.name for service in listing.services]


def rules(listing: Listing) -> list[str]:
    """The rules of the remarks."""
    return [remark.rule for remark in listing.remarks]

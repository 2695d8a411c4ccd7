"""Read sheets that are laid out as guides: labels, and beside them their values, or a column for each service."""

from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue.form_parts import Part, label_of
from generator.catalogue.form_tables import form_parts, is_form
from generator.catalogue.guides import Guides
from generator.catalogue.headings import NAME_KINDS
from generator.catalogue.listing import Listing
from generator.catalogue.service_rows import place_of
from generator.catalogue.sheet_cells import text_of
from generator.register.table import RegisterSheet, SheetRow
from generator.sources import Table

_FEWEST_LABELS = 3
"""A sheet is a form where at least so many labels stand beside their values."""

Texts = tuple[str, ...]
"""The texts of a row."""


def guides_on(sheet: RegisterSheet) -> Listing | None:
    """The guides on a sheet that is laid out as a form; None where it is no form."""
    rows = [row for row in sheet.rows if not row.hidden and row.cells]
    areas = _sideways(sheet)
    texts = [_texts(row, areas.get(row.number, {})) for row in rows]
    if not is_form(Table(tuple(texts), 0), _FEWEST_LABELS):
        return None
    guides = Guides()
    for part in _parts(sheet, rows, texts):
        guides.take(part)
    return guides.listing()


def _parts(sheet: RegisterSheet, rows: Sequence[SheetRow], texts: Sequence[Texts]) -> Iterator[Part]:
    first = next((place for place, row in enumerate(texts) if _names_several(row)), None)
    if first is None:
        yield from _form(sheet, rows, [*map(_without_repeated, texts)])
        return
    yield from _form(sheet, rows[:first], texts[:first])
    for column in range(1, max(map(len, texts[first:]))):
        values = [row[column] if column < len(row) else "" for row in texts[first:]]
        if any(values):
            pairs = [(row[0], value) for row, value in zip(texts[first:], values, strict=True)]
            yield from _form(sheet, rows[first:], pairs, column)


def _form(
    sheet: RegisterSheet, rows: Sequence[SheetRow], texts: Sequence[Texts], column: int | None = None
) -> Iterator[Part]:
    return form_parts(Table(tuple(texts), 0), [place_of(sheet, row.number, column) for row in rows])


def _texts(row: SheetRow, areas: Mapping[int, int]) -> Texts:
    """The texts of a row; that of an area merged sideways beside a label counts for each of its cells."""
    texts = [text_of(cell) for cell in row.cells]
    for left, right in areas.items():
        if 0 < left < len(texts):
            texts += [""] * (right + 1 - len(texts))
            texts[left : right + 1] = [texts[left]] * (right + 1 - left)
    return tuple(texts)


def _sideways(sheet: RegisterSheet) -> Mapping[int, Mapping[int, int]]:
    """Number of a row -> first and last column of each of its areas that is merged within the row."""
    found: dict[int, dict[int, int]] = {}
    for (top, left), (bottom, right) in sheet.merged:
        if top == bottom:
            found.setdefault(top + 1, {})[left] = right
    return found


def _names_several(row: Texts) -> bool:
    """Whether a row names services in several columns beside its label."""
    label, names = label_of(row[0]), [text for text in row[1:] if text]
    is_of_names = label is not None and label.kind in NAME_KINDS
    return is_of_names and len({*names}) > 1 and not any(map(label_of, names))


def _without_repeated(row: Texts) -> Texts:
    """``row`` with the text of a merged area once, where it begins with a label; numbers may well be repeated."""
    if not label_of(row[0]):
        return row
    before = ("", *row[:-1])
    return tuple("" if text == left and not text.isdecimal() else text for text, left in zip(row, before, strict=True))

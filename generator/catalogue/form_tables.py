"""Read the tables of a guide (办事指南): labels with their values beside them, two or four columns, grids within.

A grid is a table of papers with a header of its own (材料名称, 份数), below a label or in a cell of the form. A label
may stand over others (办理时限 over 法定时限 and 承诺时限), and one that is merged downwards counts for all its rows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalogue.entry import Entry
from generator.catalogue.form_parts import Left, Line, Part, Title, inline_parts, label_of, line_of, title_of
from generator.catalogue.headings import NAME_KINDS, UNUSED, Heading, heading_of
from generator.sources import Table
from generator.texts.service_columns import SERVICE_COLUMNS
from generator.texts.service_words import FORM_HEADINGS

Cells = list[tuple[int, str]]
"""The cells of a row that begin in it and have content: their column and their text."""

_FEWEST_LABELS = 2


@dataclass
class _Form:
    """What is known while the rows of a form are read from above to below."""

    grid: Mapping[int, Heading] = field(default_factory=dict)
    """The columns of the grid whose rows are being read; none outside of grids."""
    label: Heading | None = None
    """The label that counts for a row that has none of its own."""
    group: str = ""
    """The text of the label that stands over those of the row."""
    awaits: bool = False
    """Whether the label stood alone in its row, so that its value comes below."""


def is_form(table: Table, fewest: int = _FEWEST_LABELS) -> bool:
    """Whether labels stand beside their values: ``fewest`` different ones, or one a row, in the first columns."""
    kinds: set[str] = set()
    for row in table.rows:
        cells = _without_number(_begun(row))
        label = label_of(cells[0][1]) if len(cells) > 1 else None
        if label and label.kind and label.kind != UNUSED and not (len(cells) > 2 and _are_labels(cells)):
            kinds.add(label.kind)
    return len(kinds) >= min(fewest, len(table.rows))


def form_parts(table: Table, places: Sequence[str]) -> Iterator[Part]:
    """The labels with their values, in order; ``places`` are those of the rows."""
    form = _Form()
    for row, place in zip(table.rows, places, strict=True):
        cells = _begun(row)
        is_more = not (row[0] or "").strip()
        if not cells:
            continue
        if form.grid and not _ends_grid(cells, is_more):
            yield from _grid_row(form.grid, cells, place)
            continue
        form.grid = {}
        if not is_more:
            form.group = ""
        if len(cells) > 1 and all(text in FORM_HEADINGS for _, text in cells):
            continue
        cells = _without_number(cells)
        read = _lone_cell if len(cells) == 1 else _cells
        for part in read(form, cells, place, is_more):
            yield from _with_grid(part)


def grid_rows(table: Table, places: Sequence[str]) -> list[Part]:
    """The rows of a table that is a grid of papers as a whole; none where it is none."""
    columns = grid_columns(_begun(table.rows[0]))
    rows = zip(table.rows[1:], places[1:], strict=True) if columns else ()
    return [part for row, place in rows for part in _grid_row(columns, _begun(row), place)]


def grid_in_text(text: str, place: str) -> list[Part]:
    """The rows of a grid within a cell, as ``sources`` gives it: a line a row, tabs between cells."""
    rows = tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip())
    if len(rows) < 2 or not all(len(row) > 1 for row in rows):
        return []
    return grid_rows(Table(rows, 0), [place] * len(rows))


def _with_grid(part: Part) -> list[Part]:
    """``part``, or the rows of the grid that its value is."""
    if isinstance(part, Line) and len(part.entries) == 1 and part.entries[0].kind == "materials.name":
        return [*grid_in_text(part.entries[0].text, part.entries[0].place)] or [part]
    return [part]


def grid_columns(cells: Cells) -> Mapping[int, Heading]:
    """The columns of a grid of papers whose header is ``cells``; none where they are no such header."""
    columns = {index: heading_of([text]) for index, text in cells}
    within = {index: heading_of([SERVICE_COLUMNS["materials.name"][0], text]) for index, text in cells}
    kinds = {index: column.kind or "" for index, column in columns.items()}
    columns = {i: one if kinds[i].startswith("materials.") else within[i] for i, one in columns.items()}
    names = [one for one in columns.values() if one.kind == "materials.name"]
    known = [one for one in columns.values() if one.kind not in (None, "materials.+note")]
    is_header = len(names) == 1 and len(known) > 1 and 2 * len(known) >= len(columns)
    return columns if is_header and not any(kind in NAME_KINDS for kind in kinds.values()) else {}


def _begun(row: Sequence[str | None]) -> Cells:
    return [(index, text.strip()) for index, text in enumerate(row) if text and text.strip()]


def _without_number(cells: Cells) -> Cells:
    """The cells without the number of the row, which some forms have before the label."""
    is_numbered = len(cells) > 1 and cells[0][1].rstrip("、.．").isdecimal() and label_of(cells[1][1])
    return cells[1:] if is_numbered else cells


def _are_labels(cells: Cells) -> bool:
    return all(label_of(text) for _, text in cells)


def _ends_grid(cells: Cells, is_more: bool) -> bool:
    """Whether a row below a grid goes on with the form: it begins with a label, and is no row of papers."""
    if is_more:
        return False
    label = label_of(cells[0][1])
    return label is not None and not (label.kind == UNUSED and len(cells) > 2)


def _grid_row(columns: Mapping[int, Heading], cells: Cells, place: str) -> Iterator[Part]:
    """What a row says of a paper; its number is nothing, and what has no field is told."""
    used = [(columns[index], text) for index, text in cells if index in columns and columns[index].kind != UNUSED]
    if used:
        yield Line(tuple(Entry(one.kind or "", one.text.rpartition(" ")[2], text, place) for one, text in used))
    for index, text in cells:
        if index not in columns or (columns[index].kind == UNUSED and not text.isdecimal()):
            yield Left(place, columns[index].text.rpartition(" ")[2] if index in columns else "")


def _lone_cell(form: _Form, cells: Cells, place: str, is_more: bool) -> Iterator[Part]:
    """A row of one cell: a title, a label whose value comes below, labels with values, or more of the value above."""
    text = cells[0][1]
    label = label_of(text)
    inline = list(inline_parts(text, place))
    if is_more and form.label:
        yield line_of(form.label, text, place)
    elif name := title_of(text):
        yield Title(name, place)
    elif label:
        form.label, form.group, form.awaits = label, text, True
    elif inline:
        yield from inline
    elif form.awaits and form.label:
        yield line_of(form.label, text, place)
    else:
        yield Left(place)


def _cells(form: _Form, cells: Cells, place: str, is_more: bool) -> Iterator[Part]:
    """A row of several cells: the header of a grid, or labels with their values."""
    first = label_of(cells[0][1])
    form.grid = grid_columns(cells[1:] if first and first.kind == "materials.name" else cells) or grid_columns(cells)
    if form.grid:
        return
    form.awaits = False
    texts = [text for _, text in cells]
    number = 0
    group = form.group if is_more else ""
    while number < len(texts):
        rest = texts[number + 1 :]
        label = label_of(texts[number], group) or label_of(texts[number])
        if label is None and number == 0 and is_more and form.label:
            yield line_of(form.label, _value(form.label, texts), place)
            return
        if label is None or not rest:
            yield from [Left(place, texts[number])] if label is None else []
            number += 2
        elif label_of(rest[0], texts[number]):  # It stands over the next label, or its value is empty.
            form.label, form.group = label, texts[number]
            group = texts[number]
            number += 1
        else:
            form.label, form.group = label, form.group or texts[number]
            is_numbered = rest[0].rstrip("、.．").isdecimal() and label.kind == "materials.name" and len(rest) > 1
            yield line_of(label, _value(label, rest) if is_numbered else rest[0], place)
            number += len(texts) if is_numbered else 2


def _value(label: Heading, texts: Sequence[str]) -> str:
    """Several cells as one value: a paper with its number and copies, else a text with what it is about before it."""
    if label.kind == "materials.name":
        return " ".join(texts[1:] if texts[0].rstrip("、.．").isdecimal() and len(texts) > 1 else texts)
    return "：".join(texts)

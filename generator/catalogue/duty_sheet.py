"""A standard catalogue (公开标准目录) in a sheet as counties hand it out: titles above, a header of one row or two,
merged cells, ticks, boxes, and notes below. Every row becomes one of ours, and what no field holds becomes a remark.

Rows and columns that are hidden are left out, because nobody looked at them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalogue.duty_columns import ITEM, OTHER, TICKED, Column, columns_of, is_below_header, is_header
from generator.catalogue.sheet_cells import TOTALS, fault_at, filled_rows, is_foot, text_of
from generator.register.faults import Fault
from generator.register.table import RegisterSheet, SheetRow

_TICKS = frozenset("√✓✔☑■●▲◆★⚫vV")
_MARKS = "√✓✔☑■●▲◆★ "
_YES = ("是", "有", "1", "Y", "y")
_NO = frozenset("×✗✘□☐○-—/")
_NOT = ("否", "无", "0", "N", "n")
_BOX = re.compile("([■☑☒✓✔√▇◼●▣]|[□☐◻○])")
_TICKED_BOX = frozenset("■☑☒✓✔√▇◼●▣")
_TYPED_BOX = re.compile(r"[\[［(（【][ \u3000]*([√✓✔■]?)[ \u3000]*[\]］)）】]")
_SCANNED_BOX = re.compile(r"(?:^|(?<=\s))口(?=[^\s口])")
_SYMBOLS = str.maketrans("R£¨þ", "☑□□☑")
"""Boxes typed as brackets, 口 where a page was scanned, and letters where the font Wingdings was lost."""
_SECTION = re.compile("(?:[一二三四五六七八九十]+[、.．]|([（(][一二三四五六七八九十]+[)）]))[^。；：:]{1,40}")
"""A heading between rows; the second form is one level below the first."""
_FEWEST_OF_A_ROW = 3
_WRAPPED = re.compile(r"(?<![!-~])\n|\n(?![!-~])")
"""The end of a line beside anything but Latin letters, digits and their marks."""
_BETWEEN = re.compile("[、；;,，\n]|/(?=主动|依申请)")
_ONE_LINE = ("number", "limit", "address")

Fields = dict[str, str | list[str]]


@dataclass
class SheetDuty:
    """A row as fields of ``model.CatalogueRow``, its number in the sheet, and the column (from 0) of each field."""

    number: int
    fields: Fields
    places: dict[str, int]


@dataclass
class DutySheet:
    """What is in a sheet: the columns, the rows, the words ``above`` and ``below``, and what the report tells.

    ``filled``: rows whose item was taken from the row above; ``boxes``: how many boxes were not ticked;
    ``faults``: cells that cannot be read.
    """

    columns: tuple[Column, ...]
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    rows: list[SheetDuty] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    filled: list[int] = field(default_factory=list)
    boxes: int = 0
    faults: list[Fault] = field(default_factory=list)


@dataclass
class _Sections:
    """The headings that rows stand below, of two levels; ``unused`` are those that no row has stood below so far."""

    names: list[str] = field(default_factory=lambda: ["", ""])
    unused: set[int] = field(default_factory=set)

    def enter(self, words: str, level: int) -> list[str]:
        """A heading begins; returns those that end without a row."""
        ended = [self.names[one] for one in (0, 1) if one >= level and one in self.unused]
        self.names[level:] = [words, *[""] * (1 - level)]
        self.unused = {one for one in self.unused if one < level} | {level}
        return ended

    def taken(self) -> list[str]:
        """The headings of a row."""
        self.unused = set()
        return self.names


def catalogue_in(sheet: RegisterSheet) -> DutySheet | None:
    """The catalogue in a sheet; None where no row names its columns."""
    texts = [(row, [text_of(cell) for cell in row.cells]) for row in sheet.rows]
    start = next((n for n, (row, cells) in enumerate(texts) if not row.hidden and is_header(cells)), None)
    if start is None:
        return None
    header = _header([cells for _, cells in texts[start:]])
    found = DutySheet(columns_of(header, sheet.hidden_columns))
    found.above += [words for _, cells in texts[:start] if (words := _beside(cells))]
    _read(found, sheet, [row for row, _ in texts[start + len(header) :]], header[0])
    return found


def _header(texts: Sequence[list[str]]) -> Sequence[list[str]]:
    """The rows of the header that ``texts`` begin with."""
    end = 1
    while end < len(texts) and is_below_header(texts[end], texts[0]):
        end += 1
    return texts[:end]


def _read(found: DutySheet, sheet: RegisterSheet, rows: Sequence[SheetRow], header: Sequence[str]) -> None:
    """The rows below the header; one that comes again may have its columns in another order."""
    names, sections = list[str](), _Sections()
    body = list(_without_headers(rows, header, found.columns, sheet.hidden_columns))
    found.columns = tuple(dict.fromkeys(column for _, columns in body for column in columns)) or found.columns
    filled = list(filled_rows(sheet, [row for row, _ in body]))
    texts = [[text_of(cell) for cell in row.cells] for row in filled]
    last = max((n for n, cells in enumerate(texts) if len({*cells} - {""}) >= _FEWEST_OF_A_ROW), default=0)
    if found.above and (first := _section(found.above[-1:])) and any(map(_section, texts)):
        sections.enter(found.above.pop(), 1 if first[1] else 0)
    before = found.columns
    for n, (row, cells, (_, columns)) in enumerate(zip(filled, texts, body, strict=True)):
        if columns != before:
            before, names = columns, []
        if row.hidden and any(cells):
            found.hidden.append(row.number)
        elif not any(cells):
            continue
        elif _is_beside(cells, columns):
            if n < last and (section := _section(cells)):
                found.below += sections.enter(section[0], 1 if section[1] else 0)
                names = []
            else:
                found.below.append(_beside(cells))
        else:
            found.faults += _faults(sheet, row, columns)
            duty, names = _duty(found, row.number, _by_column(cells, columns), names)
            if group := " / ".join(filter(None, (*sections.taken(), str(duty.fields.get("group", ""))))):
                duty.fields["group"] = group
            found.rows.append(duty)
    found.below += sections.enter("", 0)


def _without_headers(
    rows: Sequence[SheetRow], header: Sequence[str], columns: tuple[Column, ...], hidden: frozenset[int]
) -> Iterator[tuple[SheetRow, tuple[Column, ...]]]:
    """The rows that name no columns, each with its columns.

    Asked before anything is filled in, so that 同上 below a header that comes again means the row above it.
    """
    texts = [[text_of(cell) for cell in row.cells] for row in rows]
    for n, (row, cells) in enumerate(zip(rows, texts, strict=True)):
        if not row.hidden and is_header(cells):
            header, columns = cells, columns_of(_header(texts[n:]), hidden)
        elif row.hidden or not is_below_header(cells, header):
            yield row, columns


def _section(cells: Sequence[str]) -> re.Match[str] | None:
    """The heading that a row is, where it has one text only."""
    return _SECTION.fullmatch(_beside(cells)) if len({*cells} - {""}) == 1 else None


def _beside(cells: Sequence[str]) -> str:
    """The words of a row that is no part of the table."""
    return "　".join(dict.fromkeys(_lines(cell) for cell in cells if cell))


def _is_beside(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether a row has one text only, and not in a column that could stand alone in a row; or is a note or a foot."""
    filled = {cell for cell in cells if cell}
    if is_foot(cells) or next(cell for cell in cells if cell).startswith(TOTALS):
        return True
    alone = {column.place for column in columns if column.kind not in (ITEM, "number", *TICKED)}
    first = next(place for place, cell in enumerate(cells) if cell)
    return len(filled) == 1 and first not in alone


def _by_column(cells: Sequence[str], columns: Sequence[Column]) -> dict[Column, str]:
    return {column: cells[column.place] if column.place < len(cells) else "" for column in columns}


def _duty(found: DutySheet, number: int, cells: Mapping[Column, str], above: list[str]) -> tuple[SheetDuty, list[str]]:
    """The row, and the names of its item from the general to the particular."""
    own = [_lines(text, fold=True) for column, text in cells.items() if column.kind == ITEM]
    names = _completed(own, above)
    if names != own:
        found.filled.append(number)
    known = [name for name in dict.fromkeys(names) if name]
    duty = SheetDuty(number, {}, {})
    if known:
        duty.fields["item"] = known[-1]
        if known[:-1]:
            duty.fields["group"] = " / ".join(known[:-1])
    for column, text in cells.items():
        if column.kind != ITEM and text:
            _take(found, duty, column, text)
    duty.places |= {"item": next((column.place for column in cells if column.kind == ITEM), 0)}
    return duty, names


def _completed(own: list[str], above: list[str]) -> list[str]:
    """The names of an item: those that are empty up to the first that is written are those of the row above.

    Of a row without any name they all are, because it goes on with what the item has to say.
    """
    first = next((n for n, name in enumerate(own) if name), len(own))
    return [*above[:first], *own[first:]] if above else own


def _take(found: DutySheet, duty: SheetDuty, column: Column, text: str) -> None:
    """Put the text of a cell where it belongs."""
    kind, fields = column.kind, duty.fields
    duty.places.setdefault("notes" if kind == OTHER else kind, column.place)
    if kind == OTHER or (kind == "notes" and "notes" in fields):
        _note(fields, f"{column.heading}：{_lines(text)}")
    elif column.choice:
        if choice := _choice(column.choice, text):
            _several(fields, kind, [choice])
    elif kind == "channels" or kind in TICKED:
        ticked, left = _boxes(text)
        found.boxes += left
        _several(fields, kind, ticked)
    elif kind in fields:
        _note(fields, f"{column.heading}：{_lines(text)}")
    else:
        fields[kind] = _lines(text, fold=kind in _ONE_LINE)


def _several(fields: Fields, kind: str, new: Sequence[str]) -> None:
    old = fields.get(kind, [])
    fields[kind] = [*(old if isinstance(old, list) else [old]), *new]


def _note(fields: Fields, words: str) -> None:
    fields["notes"] = "\n".join(filter(None, (str(fields.get("notes", "")), words)))


def _choice(choice: str, text: str) -> str:
    """What a cell below a choice says: the choice where it is ticked, with words where there are any; "" where not."""
    if set(text) <= _TICKS or text in _YES:
        return choice
    return "" if set(text) <= _NO or text in _NOT else f"{choice}：{_lines(text.lstrip(_MARKS), fold=True)}"


def _boxes(text: str) -> tuple[list[str], int]:
    """What is ticked in a cell of boxes, and how many are not; without ticks it stays as it is."""
    parts = _BOX.split(_with_boxes(text))
    if len(parts) == 1:
        return [one for part in _BETWEEN.split(text) if (one := _lines(part, fold=True))], 0
    before, pairs = parts[0], list(zip(parts[1::2], parts[2::2], strict=True))
    ticked = [_lines(words, fold=True) for box, words in pairs if box in _TICKED_BOX and words.strip()]
    if not ticked and not before.strip():
        return [_lines(text, fold=True)], 0
    return [*filter(None, [_lines(before, fold=True)]), *ticked], sum(box not in _TICKED_BOX for box, _ in pairs)


def _with_boxes(text: str) -> str:
    """``text`` with the signs of boxes where something else stands for them."""
    if any(sign in text for sign in "£¨þ"):
        return text.translate(_SYMBOLS)
    typed = _TYPED_BOX.findall(text)
    if any(typed) and not _BOX.search(_TYPED_BOX.sub("", text)):
        return _TYPED_BOX.sub(lambda box: "☑" if box[1] else "□", text)
    return _SCANNED_BOX.sub("□", text) if _BOX.search(text) else text


def _lines(text: str, fold: bool = False) -> str:
    """A text without blanks around its lines; in one line if ``fold``, as narrow cells break lines anywhere."""
    lines = [line for part in text.split("\n") if (line := " ".join(part.split()))]
    text = "\n".join(lines)
    return _WRAPPED.sub("", text).replace("\n", " ") if fold else text


def _faults(sheet: RegisterSheet, row: SheetRow, columns: Sequence[Column]) -> Iterator[Fault]:
    for column in columns:
        cell = row.cells[column.place] if column.place < len(row.cells) else None
        if found := fault_at(sheet, row.number, column.place, cell):
            yield found

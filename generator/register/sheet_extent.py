"""Read the XML of a worksheet as a stream: how far it reaches and what is hidden in it.

This comes before a library builds a table of it, because a single cell in the last corner of a sheet makes a table of
gigabytes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.register import number_formats
from generator.register.cell_runs import CellRuns
from generator.register.table import Area, RegisterError, RegisterPlace
from generator.system.xml_parts import XmlPart, local_name

ROWS = 200_000
"""The last row that may have content."""

COLUMNS = 100
"""The last column that may have content."""

CELLS = 4_000_000
"""Rows times columns up to the last cell with content: what a table of the sheet takes in memory."""

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,8})")
_HIDDEN = ("1", "true")


@dataclass
class SheetExtent:
    """How far one worksheet reaches (last row and column with content, from 1), and what is hidden in it.

    Hidden rows count from 1, hidden columns from 0. Formulas that failed or have no stored result are counted.
    ``formats``: the number formats of cells that may show another text than is stored. ``unread``: why a cell cannot be
    read (a rule of ``texts.register``). ``merged``: the merged areas of an .ods file; those of others come with
    the cells.
    """

    rows: int = 0
    columns: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas_without_value: int = 0
    failed_formulas: int = 0
    formats: CellRuns = field(default_factory=CellRuns)
    unread: CellRuns = field(default_factory=CellRuns)
    merged: list[Area] = field(default_factory=list)

    def reach(self, row: int, column: int) -> None:
        """Note a cell with content; both count from 1. Raises RegisterError when it lies beyond the limits."""
        if row > self.rows:
            self.rows = row
        if column > self.columns:
            self.columns = column
        if row > ROWS:
            raise RegisterError("register/rows", RegisterPlace(row=row, column=column - 1), limit=f"{ROWS:,}")
        if column > COLUMNS:
            raise RegisterError("register/columns", RegisterPlace(row=row, column=column - 1), limit=str(COLUMNS))
        if self.rows * self.columns > CELLS:
            raise RegisterError("register/area", limit=f"{CELLS:,}")


class ExcelStyles(XmlPart):
    """Reads the styles of an .xlsx file: ``formats`` is style of a cell -> its number format, if that matters."""

    def __init__(self) -> None:
        super().__init__()
        self.formats: dict[str, str] = {}
        self._codes = dict(number_formats.BUILT_IN)
        self._styles = -1
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = local_name(name)
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._styles = 0
        elif name == "xf" and self._styles >= 0:
            code = self._codes.get(attributes.get("numFmtId", ""))
            if code is not None and number_formats.matters(code):
                self.formats[str(self._styles)] = code
            self._styles += 1

    def _end(self, name: str) -> None:
        if local_name(name) == "cellXfs":
            self._styles = -1


class ExcelSheet(XmlPart):
    """Measures a worksheet of an .xlsx file; ``formats`` is what ExcelStyles found."""

    def __init__(self, formats: Mapping[str, str]) -> None:
        super().__init__()
        self.extent = SheetExtent()
        self._formats = formats
        self._row = self._column = 0
        self._awaits_value = self._is_text = False
        self._parser.StartElementHandler = self._start

    def feed(self, piece: bytes, last: bool = False) -> None:
        """Take the next bytes of the part."""
        super().feed(piece, last)
        if last:
            self._end_cell()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        # In order of how often each occurs: a sheet of 50 MB has two million elements.
        name = local_name(name)
        if name in ("v", "is"):
            if self._awaits_value:
                self._awaits_value = not self._is_text
                self._parser.CharacterDataHandler = self._value
            if self._row > self.extent.rows or self._column > self.extent.columns:
                self.extent.reach(self._row, self._column)
        elif name == "c":
            self._end_cell()
            self._cell(attributes)
        elif name == "row":
            self._start_row(attributes)
        elif name == "f":
            self._awaits_value = True
        elif name == "col" and (attributes.get("hidden") in _HIDDEN or _is_zero(attributes.get("width"))):
            first, last = whole_number(attributes.get("min")), min(whole_number(attributes.get("max")), COLUMNS)
            self.extent.hidden_columns.update(range(first - 1, last))

    def _value(self, _: str) -> None:
        """The result of a formula. An empty <v> is none, unless the formula gives a text."""
        self._awaits_value = False
        self._parser.CharacterDataHandler = None

    def _end_cell(self) -> None:
        if self._awaits_value:
            self._value("")
            self.extent.formulas_without_value += 1
            self._note(self.extent.unread, "cell/formula-empty")

    def _note(self, runs: CellRuns, text: str) -> None:
        if self._row <= ROWS and self._column <= COLUMNS:
            runs.add(self._row, self._column - 1, text)

    def _cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        elif found := _REFERENCE.fullmatch(reference):
            self._row, self._column = int(found[2]), _column_number(found[1])
        else:
            raise RegisterError("register/broken")
        kind = attributes.get("t")
        self._is_text = kind == "str"
        if kind == "e":
            self.extent.failed_formulas += 1
            self._note(self.extent.unread, "cell/formula-error")
        if self._formats and (code := self._formats.get(attributes.get("s", ""))):
            self._note(self.extent.formats, code)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._end_cell()
        reference = attributes.get("r")
        self._row = self._row + 1 if reference is None else whole_number(reference)
        self._column = 0
        if (attributes.get("hidden") in _HIDDEN or _is_zero(attributes.get("ht"))) and self._row <= ROWS:
            self.extent.hidden_rows.add(self._row)


@lru_cache(256)
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def whole_number(text: str | None) -> int:
    """A number of the file, from 1. Raises RegisterError when ``text`` is none."""
    if text is None or not (text.isascii() and text.isdigit() and len(text) <= 9 and int(text)):
        raise RegisterError("register/broken")
    return int(text)


def _is_zero(text: str | None) -> bool:
    return text is not None and re.fullmatch(r"0(\.0*)?", text) is not None

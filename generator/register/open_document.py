"""Read the XML of an .ods file as a stream: how far its sheets reach, what is hidden, what its numbers show."""

import re

from generator.register.cell_runs import CellRuns
from generator.register.sheet_extent import COLUMNS, ROWS, SheetExtent, whole_number
from generator.register.table import RegisterError
from generator.system.xml_parts import XmlPart, local_name

_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9,]*)(?:\.[0-9]([0-9]+)?)?")


class OpenDocument(XmlPart):
    """Measures the content of an .ods file: the extents of its sheets by name, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: dict[str, SheetExtent] = {}
        self._extent = SheetExtent()
        self._row = self._rows = self._column = self._cells = 0
        self._number: float | None = None
        self._shown: list[str] = []
        self._parser.StartElementHandler = self._start

    def feed(self, piece: bytes, last: bool = False) -> None:
        """Take the next bytes of the part."""
        super().feed(piece, last)
        if last:
            self._end_number()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = local_name(name)
        if name in ("table-cell", "covered-table-cell", "table-row", "table") and self._number is not None:
            self._end_number()
        if name in ("table-cell", "covered-table-cell"):
            self._column, self._cells = (
                self._column + self._cells,
                _repeats(attributes, "table:number-columns-repeated"),
            )
            self._merge(attributes)
            if "office:value-type" in attributes or "table:formula" in attributes:
                self._reach()
            if "table:formula" in attributes and "office:value-type" not in attributes:
                self._extent.formulas_without_value += 1
                self._note(self._extent.unread, "cell/formula-empty")
            if attributes.get("office:value-type") == "float":
                self._begin_number(attributes.get("office:value", ""))
        elif name == "p":
            self._reach()
        elif name == "table-row":
            self._row, self._rows = self._row + self._rows, _repeats(attributes, "table:number-rows-repeated")
            self._column = self._cells = 0
            if attributes.get("table:visibility") in ("collapse", "filter"):
                self._extent.hidden_rows.update(range(self._row + 1, min(self._row + self._rows, ROWS) + 1))
        elif name == "table-column":
            repeated = _repeats(attributes, "table:number-columns-repeated")
            if attributes.get("table:visibility") in ("collapse", "filter"):
                self._extent.hidden_columns.update(range(self._column, min(self._column + repeated, COLUMNS)))
            self._column += repeated
        elif name == "table":
            self._extent = self.sheets.setdefault(attributes.get("table:name", ""), SheetExtent())
            self._row = self._rows = self._column = self._cells = 0

    def _merge(self, attributes: dict[str, str]) -> None:
        """Note the area of a cell that reaches over others."""
        rows, columns = (_repeats(attributes, f"table:number-{what}-spanned") for what in ("rows", "columns"))
        if rows * columns > 1 and self._row < ROWS and self._column < COLUMNS:
            last = min(self._row + rows, ROWS) - 1, min(self._column + columns, COLUMNS) - 1
            self._extent.merged.append(((self._row, self._column), last))

    def _begin_number(self, value: str) -> None:
        """Collect what a cell with a number shows, which may stand in several elements."""
        try:
            self._number = float(value)
        except ValueError:
            raise RegisterError("register/broken") from None
        self._shown.clear()
        self._parser.CharacterDataHandler = self._shown.append

    def _end_number(self) -> None:
        """Note what the cell shows as its format if it is not the plain number; a comment is shown beside it, too."""
        number, text = self._number, "".join(self._shown).strip()
        self._number = self._parser.CharacterDataHandler = None
        plain = _PLAIN_NUMBER.fullmatch(text)
        if number is None or not text or (plain and (number == int(number) or not plain[1])):
            return
        self._note(self._extent.formats, '"' + text.replace('"', "") + '"')

    def _note(self, runs: CellRuns, text: str) -> None:
        for row in range(self._row + 1, min(self._row + self._rows, ROWS) + 1):
            for column in range(self._column, min(self._column + self._cells, COLUMNS)):
                runs.add(row, column, text)

    def _reach(self) -> None:
        if self._cells:  # A paragraph may also stand in a note or a drawing.
            self._extent.reach(self._row + self._rows, self._column + self._cells)


def _repeats(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name)
    if text is not None and text.isascii() and text.isdigit() and len(text) > 9:
        return 10**9
    return 1 if text is None else whole_number(text)

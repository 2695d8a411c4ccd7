"""Measure an old binary .xls before it is parsed: how far its sheets reach, what is hidden or protected in it.

Reads the records of the workbook: lengths and positions, never the value of a cell. A count in the file is trusted only
as far as the size of the file allows. Layout: [MS-XLS].
"""

import struct
from collections.abc import Iterator

from generator.register import number_formats
from generator.register.sheet_extent import SheetExtent
from generator.register.table import RegisterError
from generator.system.compound_files import CompoundFile

_FILEPASS, _BOUND_SHEET, _ROW, _COLUMN_INFO, _DIMENSIONS = 0x2F, 0x85, 0x208, 0x7D, 0x200
_BEGIN, _EOF = 0x809, 0x0A
_FORMAT, _STYLE = 0x41E, 0xE0
_CELLS = {0x06, 0xFD, 0x203, 0x204, 0x205, 0x27E, 0xD6}
_MANY_NUMBERS = 0xBD
_MAX_ROWS, _MAX_COLUMNS = 65_536, 256


def measure_workbook(data: bytes) -> tuple[SheetExtent, ...]:
    """The extent of each sheet of an .xls file, in the order of its list of sheets. Raises RegisterError."""
    try:
        container = CompoundFile(data)
        names = container.names
        if names & {"EncryptedPackage", "EncryptionInfo"}:
            raise RegisterError("register/password")
        workbook = container.stream("Workbook") or container.stream("Book")
        if workbook is None:
            raise RegisterError("register/kind")
        if names & {"_VBA_PROJECT_CUR", "VBA", "_VBA_PROJECT"}:
            raise RegisterError("register/macros")
        return _sheets(workbook)
    except (struct.error, IndexError):
        raise RegisterError("register/broken") from None


def _sheets(workbook: bytes) -> tuple[SheetExtent, ...]:
    """The extents of the sheets; the list of sheets holds the position at which each begins."""
    starts = []
    codes = {int(number): code for number, code in number_formats.BUILT_IN.items()}
    styles: list[int] = []
    for kind, body in _records(workbook, 0):
        if kind == _FILEPASS:
            raise RegisterError("register/password")
        if kind == _BOUND_SHEET:
            starts.append(struct.unpack_from("<I", body)[0])
        elif kind == _FORMAT and body[4] <= 1:  # Longer or richer texts, and those of Excel 5, are not read.
            number, length, is_wide = struct.unpack_from("<HHB", body)
            codes[number] = body[5 : 5 + length * (1 + is_wide)].decode(
                "utf-16-le" if is_wide else "latin-1", "replace"
            )
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<2xH", body)[0])
    used = {style: codes[number] for style, number in enumerate(styles) if number in codes}
    formats = {style: code for style, code in used.items() if number_formats.matters(code)}
    return tuple(_extent(workbook, start, formats) for start in starts)


def _extent(workbook: bytes, start: int, formats: dict[int, str]) -> SheetExtent:
    """The extent of the sheet that begins at ``start``; ``formats``: style of a cell -> its number format."""
    extent = SheetExtent()
    for kind, body in _records(workbook, start):
        if kind in _CELLS:
            row, column, style = struct.unpack_from("<HHH", body)
            extent.reach(row + 1, column + 1)
            if style in formats:
                extent.formats.add(row + 1, column, formats[style])
        elif kind == _MANY_NUMBERS:
            row, first = struct.unpack_from("<HH", body)
            extent.reach(row + 1, struct.unpack_from("<H", body, len(body) - 2)[0] + 1)
            for column, (style, _) in enumerate(struct.iter_unpack("<HI", body[4:-2]), first):
                if style in formats:
                    extent.formats.add(row + 1, column, formats[style])
        elif kind == _ROW:
            row, options = struct.unpack_from("<H10xH", body)
            if options & 0x20:
                extent.hidden_rows.add(row + 1)
        elif kind == _COLUMN_INFO:
            first, last, options = struct.unpack_from("<HH4xH", body)
            if options & 1:
                extent.hidden_columns.update(range(first, min(last, _MAX_COLUMNS - 1) + 1))
        elif kind == _DIMENSIONS and len(body) >= 12:
            _, rows, _, columns = struct.unpack_from("<IIHH", body)
            if rows > _MAX_ROWS or columns > _MAX_COLUMNS:
                raise RegisterError("register/broken")
    return extent


def _records(workbook: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Kind and body of the records from ``start`` to the end of their part of the stream."""
    depth = 0
    while start + 4 <= len(workbook):
        kind, length = struct.unpack_from("<HH", workbook, start)
        yield kind, workbook[start + 4 : start + 4 + length]
        depth += (kind == _BEGIN) - (kind == _EOF)
        if kind == _EOF and depth <= 0:  # A chart within a sheet has a beginning and an end of its own.
            return
        start += 4 + length

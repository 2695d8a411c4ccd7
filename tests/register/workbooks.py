"""Registers made at run time: sound ones, and ones that were made to do harm. Nothing of them is kept in the project."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

BILLION_LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"
)  # fmt: skip


def worksheet(body: str, before: str = "", after: str = "") -> str:
    """The XML of a worksheet: ``body`` are its rows, ``before`` its columns, ``after`` its merged areas."""
    return f'{DECLARATION}<worksheet xmlns="{MAIN}">{before}<sheetData>{body}</sheetData>{after}</worksheet>'


def rows(*texts: Sequence[str | int | float], start: int = 1) -> str:
    """The XML of rows of texts and numbers from column A."""
    return "".join(
        f'<row r="{number}">' + "".join(_cell(f"{chr(65 + column)}{number}", value) for column, value in enumerate(row)) + "</row>"
        for number, row in enumerate(texts, start)
    )  # fmt: skip


def _cell(reference: str, value: str | float) -> str:
    if isinstance(value, str):
        return f'<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{reference}"><v>{value}</v></c>'


def excel_parts(*sheets: str, states: Sequence[str] = (), settings: str = "") -> dict[str, str | bytes]:
    """The members of a workbook with ``sheets`` (their XML), named 表1, 表2 …"""
    states = states or ["visible"] * len(sheets)
    listed = "".join(
        f'<sheet name="表{n}" sheetId="{n}" state="{state}" r:id="rId{n}"/>' for n, state in enumerate(states, 1)
    )
    targets = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    formats = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    return {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{settings}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{targets}'
        f'<Relationship Id="rIds" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'{DECLARATION}<styleSheet xmlns="{MAIN}">{formats}</styleSheet>',
        **{f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(sheets, 1)},
    }


def zipped(parts: Mapping[str, str | bytes], *more: tuple[str, bytes]) -> bytes:
    """``parts`` as a zip, and ``more`` members, which may repeat a name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*parts.items(), *more):
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def excel(*sheets: str, **options: object) -> bytes:
    """A workbook (.xlsx) with ``sheets``."""
    return zipped(excel_parts(*sheets, **options))


def open_document(body: str, *more: tuple[str, bytes], manifest: str = "", before: str = "") -> bytes:
    """A spreadsheet (.ods) with ``body``, the XML of its tables."""
    spaces = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "table", "text", "style"))
    content = f"{DECLARATION}{before}<office:document-content {spaces}><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f'{DECLARATION}<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0">{manifest}</manifest:manifest>',
        "content.xml": content,
    }
    return zipped(parts, *more)


def table(body: str, name: str = "表1") -> str:
    """The XML of one table of an .ods file."""
    return f'<table:table table:name="{name}">{body}</table:table>'


def text_row(*texts: str, attributes: str = "") -> str:
    """The XML of one row of texts of an .ods file."""
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
    )
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def with_claimed_size(data: bytes, name: str, size: int) -> bytes:
    """``data``, a zip, whose headers claim that the member ``name`` holds ``size`` bytes."""
    changed = bytearray(data)
    encoded = name.encode()
    for signature, offset, head in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = -1
        while (place := data.find(signature, place + 1)) >= 0:
            if data[place + head : place + head + len(encoded)] == encoded:
                struct.pack_into("<I", changed, place + offset, size)
    return bytes(changed)


# --- OLE2 ------------------------------------------------------------------------------------------------------------


def container(streams: Mapping[str, bytes], storages: Sequence[str] = ()) -> bytes:
    """An OLE2 file with ``streams``, each padded to the 4,096 bytes below which it would stand elsewhere."""
    end, free, table_mark = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    entries = [_entry("Root Entry", 5, end, 0)]
    body, chains = b"", []
    for name, data in streams.items():
        padded = data + bytes(max(4096 - len(data), -len(data) % 512))
        entries.append(_entry(name, 2, len(body) // 512, len(padded)))
        chains.append(len(padded) // 512)
        body += padded
    entries += [_entry(name, 1, 0, 0) for name in storages]
    directory = b"".join(entries)
    directory += bytes(-len(directory) % 512)
    start = len(body) // 512
    chains.append(len(directory) // 512)
    numbers = []
    for length in chains:
        numbers += [*range(len(numbers) + 1, len(numbers) + length), end]
    tables = 1
    while tables * 128 < len(numbers) + tables:
        tables += 1
    first = len(numbers)
    numbers += [table_mark] * tables
    numbers += [free] * (tables * 128 - len(numbers))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, start, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", *range(first, first + tables), *[free] * (109 - tables))
    return header + body + directory + struct.pack(f"<{len(numbers)}I", *numbers)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le")
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB3I", len(encoded) + 2, kind, 1, *[0xFFFFFFFF] * 3)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def record(kind: int, body: bytes = b"") -> bytes:
    """One BIFF record."""
    return struct.pack("<HH", kind, len(body)) + body


def old_excel(sheet: bytes, before: bytes = b"", storages: Sequence[str] = ()) -> bytes:
    """An .xls file with one sheet, 表1, of the records ``sheet``; ``before`` are records of the workbook."""
    begin = struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)
    name = "表1".encode("utf-16-le")
    head = record(0x809, begin) + before
    listed = len(record(0x85, bytes(8) + name))
    start = len(head) + listed + len(record(0x0A))
    listing = record(0x85, struct.pack("<IBBBB", start, 0, 0, 2, 1) + name)
    part = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6)) + sheet + record(0x0A)
    return container({"Workbook": head + listing + record(0x0A) + part}, storages)


def number_record(row: int, column: int, value: float) -> bytes:
    """A cell with a number in a BIFF sheet, row and column from 0."""
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))

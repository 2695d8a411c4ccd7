"""limits: a register that was made to do harm is refused before a library parses it, and a sound one is not."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
import workbooks as made
from workbooks import excel, excel_parts, open_document, rows, table, text_row, worksheet, zipped

from generator.register import limits
from generator.register.limits import measure_file
from generator.register.table import RegisterError
from generator.system import packages
from generator.texts.register import REGISTER_MESSAGES

SOUND = worksheet(rows(["收件编号", "事项"], ["1", "低保"]))
MIB = 1024 * 1024


def cell_at(*references: str, value: str = "<v>1</v>") -> bytes:
    """A workbook with a value in each of the cells ``references``."""
    return excel(worksheet("".join(f'<row><c r="{reference}">{value}</c></row>' for reference in references)))


def with_part(name: str, data: bytes | str) -> bytes:
    """A sound workbook with one more member."""
    return zipped({**excel_parts(SOUND), name: data})


def bomb(size: int) -> bytes:
    """A member that holds ``size`` times the same letter."""
    return with_part("xl/media/image1.png", b"\0" * size)


def doubled() -> bytes:
    """A workbook that holds one member twice."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        return zipped(excel_parts(SOUND), ("xl/workbook.xml", b"<workbook/>"))


def with_flag(data: bytes, flag: int) -> bytes:
    """``data``, a zip, whose members all say ``flag``."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := data.find(signature, place + 1)) >= 0:
            changed[place + offset] |= flag
    return bytes(changed)


def overlapping() -> bytes:
    """A zip whose list names the same 1 MB of packed zeros 200 times."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in excel_parts(SOUND).items():
            archive.writestr(name, data)
        archive.writestr("xl/media/0.png", bytes(MIB))
        info = archive.getinfo("xl/media/0.png")
        for number in range(1, 200):
            again = zipfile.ZipInfo("xl/media/0.png")
            for key in ("header_offset", "compress_size", "file_size", "CRC", "compress_type", "flag_bits"):
                setattr(again, key, getattr(info, key))
            again.filename = f"xl/media/{number}.png"
            archive.filelist.append(again)
    return stream.getvalue()


HOSTILE = {
    "a cell in the last corner": (cell_at("A1", "XFD1048576"), "register/rows"),
    "a cell beyond the last corner": (cell_at("A1", "XFE1048577"), "register/rows"),
    "a text in the last corner": (cell_at("XFD1048576", value="<is><t>x</t></is>"), "register/rows"),
    "column 101": (cell_at("CW1"), "register/columns"),
    "row 200,001": (cell_at("A200001"), "register/rows"),
    "row 200,001 without references": (excel(worksheet('<row r="200000"/><row><c><v>1</v></c></row>')), "register/rows"),
    "column 101 without references": (excel(worksheet("<row>" + "<c><v>1</v></c>" * 101 + "</row>")), "register/columns"),
    "corners that are far apart": (cell_at("A200000", "CV1"), "register/area"),
    "a reference that is none": (cell_at("1A"), "register/broken"),
    "a sheet under another prefix": (
        excel(f'<x:worksheet xmlns:x="{made.MAIN}"><x:sheetData><x:row><x:c r="XFD1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'),
        "register/columns",
    ),
    "a sheet in an unlisted part": (with_part("xl/other.xml", worksheet('<row><c r="XFD1"><v>1</v></c></row>')), "register/columns"),
    "51 MB of zeros": (bomb(51 * MIB), "register/ratio"),
    "two megabytes packed to two kilobytes": (bomb(2 * MIB), "register/ratio"),
    "zeros listed 200 times": (overlapping(), "register/broken"),
    "zeros said to be small": (made.with_claimed_size(bomb(2 * MIB), "xl/media/image1.png", 10), "register/broken"),
    "2,001 members": (zipped({**excel_parts(SOUND), **{f"xl/media/{n}.png": b"" for n in range(2001)}}), "register/members"),
    "a name twice": (doubled(), "register/members"),
    "a name twice but for its case": (with_part("xl/Workbook.xml", "<workbook/>"), "register/members"),
    "a name that climbs": (with_part("../outside.xml", "<x/>"), "register/members"),
    "an absolute name": (with_part("/xl/x.xml", "<x/>"), "register/members"),
    "an encrypted zip": (with_flag(excel(SOUND), 1), "register/password"),
    "entities in the sheet": (excel(SOUND.replace("<worksheet", made.BILLION_LAUGHS + "<worksheet").replace("低保", "&i;")), "register/entities"),
    "entities in the texts": (with_part("xl/sharedStrings.xml", made.BILLION_LAUGHS + "<sst>&i;</sst>"), "register/entities"),
    "a DTD from elsewhere": (with_part("xl/x.xml", '<!DOCTYPE x SYSTEM "http://host.example/x.dtd"><x/>'), "register/entities"),
    "broken XML": (excel(SOUND[:-5]), "register/broken"),
    "a sheet that is no sheet": (zipped({**excel_parts(SOUND), "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{made.PACKAGE}/relationships"><Relationship Id="rId1" Target="media/a.bin"/></Relationships>'}), "register/broken"),
    "macros": (with_part("xl/vbaProject.bin", b"x"), "register/macros"),
    "old macros": (with_part("xl/macrosheets/sheet1.xml", SOUND), "register/macros"),
    "a binary workbook": (zipped({"xl/workbook.bin": b"x"}), "register/binary-workbook"),
    "a Word file": (zipped({"word/document.xml": "<x/>"}), "register/kind"),
    "half a zip": (excel(SOUND)[:-200], "register/broken"),
    "a zip with a hole": (excel(SOUND).replace(b"PK\x03\x04", b"PK\x03\x05", 2).replace(b"PK\x03\x05", b"PK\x03\x04", 1), "register/broken"),
    "random bytes": (b"\x91\x07\xfe" * 999, "register/kind"),
    "nothing": (b"", "register/kind"),
    "a web page": (b"\xef\xbb\xbf <html><table></table></html>", "register/web-page"),
}  # fmt: skip

HOSTILE_OTHERS = {
    "rows repeated 2^31 times": (
        open_document(table(text_row("a", attributes='table:number-rows-repeated="2147483648"'))),
        "register/rows",
    ),
    "columns repeated 2^31 times": (
        open_document(table('<table:table-row><table:table-cell table:number-columns-repeated="2147483648" office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>')),
        "register/columns",
    ),
    "content behind repeated rows": (
        open_document(table('<table:table-row table:number-rows-repeated="99999999999"/>' + text_row("a"))),
        "register/rows",
    ),
    "entities": (open_document(table(text_row("&i;")), before=made.BILLION_LAUGHS.replace("DOCTYPE l", "DOCTYPE office:document-content")), "register/entities"),
    "password": (open_document("", manifest='<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'), "register/password"),
    "macros": (open_document(table(text_row("a")), ("Basic/script-lc.xml", b"<x/>")), "register/macros"),
}  # fmt: skip

BLANK = struct.pack("<IIHHH", 0, 1, 0, 1, 0)
HOSTILE_OLD = {
    "password of a new workbook": (made.container({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "register/password"),
    "password of an old workbook": (made.old_excel(b"", made.record(0x2F, b"\1\0")), "register/password"),
    "macros": (made.old_excel(b"", storages=["_VBA_PROJECT_CUR"]), "register/macros"),
    "a Word file": (made.container({"WordDocument": b"x"}), "register/kind"),
    "column 101": (made.old_excel(made.number_record(0, 100, 1.0)), "register/columns"),
    "many numbers to column 101": (made.old_excel(made.record(0xBD, struct.pack("<HH", 0, 99) + bytes(12) + struct.pack("<H", 100))), "register/columns"),
    "impossible dimensions": (made.old_excel(made.record(0x200, struct.pack("<IIHHH", 0, 2**31, 0, 256, 0))), "register/broken"),
    "a signature and nothing": (made.old_excel(b"")[:8], "register/broken"),
    "a header and nothing": (made.old_excel(b"")[:512], "register/broken"),
    "half": (made.old_excel(b"")[:3000], "register/broken"),
}  # fmt: skip


def verdict(folder: Path, name: str, data: bytes) -> str:
    """The rule by which a register of these bytes is refused; "" when it is not."""
    path = folder / name
    path.write_bytes(data)
    try:
        measure_file(path)
    except RegisterError as error:
        assert "{" not in REGISTER_MESSAGES[error.rule][0].format(**error.values)
        return error.rule
    return ""


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_workbook_is_refused(tmp_path: Path, case: str) -> None:
    """What would cost memory or time, runs something or lies about itself never reaches a parser."""
    data, rule = HOSTILE[case]

    assert verdict(tmp_path, "台账.xlsx", data) == rule


@pytest.mark.parametrize("case", HOSTILE_OTHERS)
def test_hostile_open_document_is_refused(tmp_path: Path, case: str) -> None:
    """The same for .ods, where a row can be repeated with an attribute."""
    data, rule = HOSTILE_OTHERS[case]

    assert verdict(tmp_path, "台账.ods", data) == rule


@pytest.mark.parametrize("case", HOSTILE_OLD)
def test_hostile_old_workbook_is_refused(tmp_path: Path, case: str) -> None:
    """The same for .xls, and the container in which Excel keeps workbooks with a password."""
    data, rule = HOSTILE_OLD[case]

    assert verdict(tmp_path, "台账.xls", data) == rule


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", excel(SOUND)),
        ("a.XLSX", cell_at("A200000")),
        ("a.xlsx", cell_at("CV40000")),
        ("a.xlsx", cell_at("XFD1048576", value="")),
        ("a.xls", excel(SOUND)),
        ("a.ods", open_document(table(text_row("a") + '<table:table-row table:number-rows-repeated="1048575"/>'))),
        ("a.xls", made.old_excel(made.record(0x200, BLANK) + made.number_record(0, 99, 1.0))),
        ("a.csv", b"a,b\n1,2\n"),
    ],
    ids=["sound", "row 200,000", "column 100", "empty last corner", "wrong ending", "ods", "xls", "csv"],
)
def test_sound_register_is_let_through(tmp_path: Path, name: str, data: bytes) -> None:
    """Registers within the limits are parsed; formatted empty cells, however far away, do not count."""
    assert verdict(tmp_path, name, data) == ""


def test_more_than_50_mb_unpacked_are_refused_though_the_ratio_is_fine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit holds for what was inflated, and a byte less passes."""
    size = sum(len(data.encode()) for data in excel_parts(SOUND).values())
    monkeypatch.setattr(limits, "UNPACKED_BYTES", size)
    assert verdict(tmp_path, "a.xlsx", excel(SOUND)) == ""

    monkeypatch.setattr(limits, "UNPACKED_BYTES", size - 1)
    assert verdict(tmp_path, "a.xlsx", excel(SOUND)) == "register/unpacked"


def test_limits_are_those_of_the_documents() -> None:
    """50 MB, ratio 100, 200,000 rows, 100 columns."""
    assert (limits.UNPACKED_BYTES, packages.RATIO) == (128 * MIB, 100)


def test_file_of_more_than_50_mb_is_not_even_read(tmp_path: Path) -> None:
    """Size comes before everything else."""
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)

    with pytest.raises(RegisterError, match="register/file-size"):
        measure_file(tmp_path / "a.csv")


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("~$台账.xlsx", "register/lock-file"),
        (".~台账.xlsx", "register/lock-file"),
        ("none.xlsx", "register/missing"),
        (".", "register/kind"),
    ],
)
def test_what_is_no_register_is_named(tmp_path: Path, name: str, rule: str) -> None:
    """A lock file, a missing file and a folder have messages of their own."""
    with pytest.raises(RegisterError, match=rule):
        measure_file(tmp_path / name)


def test_only_what_a_table_needs_is_handed_on(tmp_path: Path) -> None:
    """Pictures and linked workbooks stay behind; the link is told."""
    (tmp_path / "a.xlsx").write_bytes(
        zipped({**excel_parts(SOUND), "xl/media/a.png": b"x", "xl/externalLinks/externalLink1.xml": "<x/>"})
    )

    measured = measure_file(tmp_path / "a.xlsx")

    assert measured.notes == ("note/external-links",)
    assert set(zipfile.ZipFile(io.BytesIO(measured.data)).namelist()) == set(excel_parts(SOUND))


def test_place_of_a_far_cell_is_told(tmp_path: Path) -> None:
    """Row and column of what lies too far away, so that it can be deleted."""
    (tmp_path / "a.xlsx").write_bytes(cell_at("B7", "XFD7"))

    with pytest.raises(RegisterError) as refused:
        measure_file(tmp_path / "a.xlsx")

    assert (refused.value.place.row, refused.value.place.column) == (7, 16_383)

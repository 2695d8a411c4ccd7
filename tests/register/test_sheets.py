"""sheets: every kind of register gives the same plain rows, and hostile ones an error without a value."""

import csv
import io
import os
import struct
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
import workbooks as made
from workbooks import excel, excel_parts, open_document, rows, table, text_row, worksheet, zipped

from generator.register import sheets
from generator.register.sheets import Reading, read_register
from generator.register.table import CellValue, RegisterError, RegisterPlace
from generator.system.failures import Died
from generator.system.worker import Overdue

HEADER = ("收件编号", "事项", "申请日期")
ROW = ("2026-001", "低保，申请", "2026年7月1日")


def read(folder: Path, name: str, data: bytes) -> Reading:
    """Read a register of these bytes."""
    path = folder / name
    path.write_bytes(data)
    return read_register(path)


def cells(reading: Reading) -> list[tuple[CellValue, ...]]:
    """The cells of the first sheet."""
    return [row.cells for row in reading.sheets[0].rows]


def refused(folder: Path, name: str, data: bytes) -> RegisterError:
    """The error with which a register of these bytes is refused."""
    with pytest.raises(RegisterError) as error:
        read(folder, name, data)
    return error.value


# --- kinds of files --------------------------------------------------------------------------------------------------


def as_csv(encoding: str, delimiter: str = ",") -> bytes:
    """The two rows as a .csv file."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows([HEADER, ROW])
    return stream.getvalue().encode(encoding)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", excel(worksheet(rows(HEADER, ROW)))),
        ("a.ods", open_document(table(text_row(*HEADER) + text_row(*ROW)))),
        ("a.csv", as_csv("utf-8")),
        ("a.csv", as_csv("utf-8-sig")),
        ("a.CSV", as_csv("gb18030")),
        ("a.txt", as_csv("utf-16", "\t")),
        ("a.csv", b"\xfe\xff" + as_csv("utf-16-be", "\t")),
        ("a.csv", as_csv("gbk", ";")),
        ("a.csv", as_csv("utf-8").replace(b"\r\n", b"\n")),
    ],
    ids=["xlsx", "ods", "utf-8", "with a mark", "gb18030", "unicode text", "big endian", "semicolons", "line feeds"],
)
def test_every_kind_of_file_gives_the_same_rows(tmp_path: Path, name: str, data: bytes) -> None:
    """Format, encoding and delimiter are recognised by what the file holds."""
    reading = read(tmp_path, name, data)

    assert cells(reading) == [HEADER, ROW]
    assert [row.number for row in reading.sheets[0].rows] == [1, 2]
    assert reading.notes == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("收件编号\t,事项\t,申请日期\t", "2026-001\t,低保\t,2026年7月1日\t"),
        ("收件编号\t,事项\t,申请日期\t,\t", "2026-001\t,低保\t,2026年7月1日\t,\t"),
        ("\t收件编号,\t事项,\t申请日期", "\t2026-001,\t低保,\t2026年7月1日"),
        ('"收件编号\t","事项\t","申请日期\t"', '"2026-001\t","低保\t","2026年7月1日\t"'),
        ('"\t收件编号";"\t事项";"\t申请日期"', '"\t2026-001";"\t低保";"\t2026年7月1日"'),
        ("收件编号,事项,申请日期", "\t2026-001\t,低保,2026年7月1日\t"),
    ],
)
def test_tab_beside_a_delimiter_parts_no_cells(tmp_path: Path, lines: tuple[str, ...]) -> None:
    """Before or behind every cell or some, within quotes too, and after an empty cell at the end."""
    reading = read(tmp_path, "a.csv", "".join(f"{line}\r\n" for line in lines).encode())

    assert cells(reading) == [HEADER, ("2026-001", "低保", "2026年7月1日")]


def test_commas_within_cells_part_no_cells_of_a_table_with_tabs(tmp_path: Path) -> None:
    """Nor do empty cells at the ends of its rows."""
    data = "收件编号\t事项\t申请日期\t备注\n2026-001\t低保,申请\t2026年7月1日\t\n"

    assert cells(read(tmp_path, "a.csv", data.encode())) == [
        (*HEADER, "备注"),
        ("2026-001", "低保,申请", "2026年7月1日"),
    ]


def test_number_with_one_decimal_in_a_csv_is_a_number(tmp_path: Path) -> None:
    """A spreadsheet saves 7.10 as 7.1; other numbers of a CSV stay texts."""
    assert cells(read(tmp_path, "a.csv", b"7.1,12.5,7.10,07.1,13.1,5\n")) == [(7.1, 12.5, "7.10", "07.1", "13.1", "5")]


def test_old_workbook_is_read(tmp_path: Path) -> None:
    """An .xls file with numbers, a hidden row and a hidden column."""
    sheet = (
        made.record(0x200, struct.pack("<IIHHH", 0, 2, 0, 2, 0))
        + made.record(0x7D, struct.pack("<HHHHHH", 1, 1, 0, 0, 1, 0))
        + made.record(0x208, struct.pack("<HHHHHHI", 1, 0, 2, 0, 0, 0, 0x20))
        + made.number_record(0, 0, 1.5)
        + made.number_record(1, 1, 7.0)
    )

    (first,) = read(tmp_path, "a.xls", made.old_excel(sheet)).sheets

    assert first.name == "表1"
    assert [(row.cells, row.hidden) for row in first.rows] == [((1.5,), False), ((None, 7.0), True)]
    assert first.hidden_columns == {1}


# --- values ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("epoch", [openpyxl.utils.datetime.WINDOWS_EPOCH, openpyxl.utils.datetime.MAC_EPOCH])
def test_stored_types_are_kept(tmp_path: Path, epoch: datetime) -> None:
    """Numbers stay numbers, dates are dates in both of Excel's calendars, and a long number can be recognised."""
    workbook = openpyxl.Workbook()
    workbook.epoch = epoch
    values = [
        "文字",
        12,
        110000000000000000.0,
        date(2026, 7, 1),
        datetime(2026, 7, 1, 9, 30),
        time(9, 30),
        True,
        None,
        "末",
    ]
    workbook.active.append(values)
    workbook.save(tmp_path / "a.xlsx")

    reading = read_register(tmp_path / "a.xlsx")

    assert cells(reading) == [tuple(values)]
    assert [note.rule for note in reading.notes] == (["note/date-1904"] if epoch.year == 1904 else [])


def test_first_column_is_a_even_when_it_is_empty(tmp_path: Path) -> None:
    """Cells count from column A and rows from 1, wherever the table begins; empty rows at the end are dropped."""
    sheet = worksheet(
        '<row r="3"><c r="C3"><v>1</v></c></row><row r="5"><c r="B5"><v>2</v></c></row><row r="9"><c r="B9" t="str"><v></v></c></row>'
    )

    (first,) = read(tmp_path, "a.xlsx", excel(sheet)).sheets

    assert [(row.number, row.cells) for row in first.rows] == [
        (1, ()),
        (2, ()),
        (3, (None, None, 1.0)),
        (4, ()),
        (5, (None, 2.0)),
    ]


# --- what is hidden, merged or computed ------------------------------------------------------------------------------


def test_what_is_hidden_is_marked(tmp_path: Path) -> None:
    """Rows and columns that are hidden or have no height or width, and sheets that are hidden, even very."""
    body = rows(["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"])
    body = body.replace('<row r="2">', '<row r="2" hidden="1">').replace('<row r="3">', '<row r="3" ht="0">')
    columns = '<cols><col min="2" max="2" hidden="1"/><col min="3" max="3" width="0"/></cols>'

    reading = read(
        tmp_path,
        "a.xlsx",
        excel(
            worksheet(body, columns),
            worksheet(rows("x")),
            worksheet(rows("y")),
            states=["visible", "hidden", "veryHidden"],
        ),
    )

    assert [row.hidden for row in reading.sheets[0].rows] == [False, True, True]
    assert reading.sheets[0].hidden_columns == {1, 2}
    assert [(sheet.name, sheet.hidden) for sheet in reading.sheets] == [("表1", False), ("表2", True), ("表3", True)]


def test_what_is_hidden_in_an_open_document_is_marked(tmp_path: Path) -> None:
    """The same, with rows that are repeated and rows that a filter leaves out."""
    body = (
        '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
        + text_row("a", "b", "c")
        + text_row("d", attributes='table:number-rows-repeated="2" table:visibility="filter"')
        + text_row("e")
    )

    (first,) = read(tmp_path, "a.ods", open_document(table(body))).sheets

    assert [(row.cells[0], row.hidden) for row in first.rows] == [("a", False), ("d", True), ("d", True), ("e", False)]
    assert first.hidden_columns == {1, 2}


def test_merged_header_says_its_text_in_each_column(tmp_path: Path) -> None:
    """A header of two rows can be read by column; a title and a note stay one cell, merged data is told."""
    title, upper, lower = ["标题", "", "", "", ""], ["编号", "事项", "日期", "", ""], ["", "", "申请", "受理", "办结"]
    data = [["1", "低保", "7", "8", "9"]] * 12
    merged = '<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:E2"/><mergeCell ref="B14:B15"/></mergeCells>'

    reading = read(tmp_path, "a.xlsx", excel(worksheet(rows(title, upper, lower, *data), after=merged)))

    assert cells(reading)[:3] == [
        ("标题",),
        ("编号", "事项", "日期", "日期", "日期"),
        ("编号", "事项", "申请", "受理", "办结"),
    ]
    assert [(note.rule, note.place, note.values) for note in reading.notes] == [
        ("note/merged", RegisterPlace("表1"), {"count": "1"})
    ]
    assert reading.sheets[0].merged == (((0, 0), (0, 4)), ((13, 1), (14, 1)))


def spanned(text: str, rows: int, columns: int = 1) -> str:
    """The XML of a cell of an .ods file that reaches over others."""
    spans = f'table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}"'
    return f'<table:table-cell office:value-type="string" {spans}><text:p>{text}</text:p></table:table-cell>'


def test_merged_cells_of_an_open_document_are_those_of_excel(tmp_path: Path) -> None:
    """A header that reaches over columns says its text in each, and merged areas below it are known."""
    covered = "<table:covered-table-cell/>"
    header = (
        f"<table:table-row>{spanned('编号', 2)}{spanned('日期', 1, 2)}{covered}<table:table-cell/></table:table-row>"
    )
    below = text_row("", "申请", "办结")
    data = text_row("1", "7") * 11 + f"<table:table-row>{spanned('2', 2)}</table:table-row>" + text_row("", "8")

    reading = read(tmp_path, "a.ods", open_document(table(header + below + data)))

    assert cells(reading)[:2] == [("编号", "日期", "日期"), ("编号", "申请", "办结")]
    assert reading.sheets[0].merged == (((13, 0), (14, 0)),)
    assert [note.rule for note in reading.notes] == ["note/merged"]


def test_formulas_give_what_was_saved_and_are_never_computed(tmp_path: Path) -> None:
    """A formula has the value of the last saving; without one, or with a failure, its cell is unread and told.

    An empty value is a result only where it is a text.
    """
    body = (
        '<row r="1"><c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>WEBSERVICE("http://host.example/")</f></c>'
        '<c r="E1"><f>2+2</f><v/></c><c r="F1" t="str"><f>""</f><v></v></c></row>'
    )

    reading = read(tmp_path, "a.xlsx", excel(worksheet(body)))

    assert cells(reading) == [("ab",)]
    unread = [reading.sheets[0].unread.get(1, column) for column in range(6)]
    assert unread == [None, "cell/formula-empty", "cell/formula-error", *["cell/formula-empty"] * 2, None]
    assert [(note.rule, note.values) for note in reading.notes] == [
        ("note/formula-empty", {"count": "3"}),
        ("note/formula-error", {"count": "1"}),
    ]


def test_formula_at_the_end_of_a_row_is_unread_in_its_own_row(tmp_path: Path) -> None:
    """Whatever stands in the next one."""
    body = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>1+1</f><v/></c></row><row r="2"><c r="A2"><v>2</v></c></row>'

    unread = read(tmp_path, "a.xlsx", excel(worksheet(body))).sheets[0].unread
    assert (unread.get(1, 1), [*unread.columns]) == ("cell/formula-empty", [1])


def test_numbers_are_read_as_their_formats_show_them(tmp_path: Path) -> None:
    """Words and zeros that a format adds are read; what is not understood is unread; days and sums stay numbers."""
    codes = [
        "&quot;SL2026-&quot;0000",
        "00000",
        "[&lt;9]&quot;A&quot;0;0",
        "yyyy-mm-dd",
        "#,##0.00_ ",
        "&quot;SL&quot;@",
    ]
    formats = "".join(f'<numFmt numFmtId="{170 + n}" formatCode="{code}"/>' for n, code in enumerate(codes))
    styles = "".join(f'<xf numFmtId="{170 + n}"/>' for n in range(len(codes)))
    parts = excel_parts(
        worksheet(
            '<row r="1"><c r="A1" s="0"><v>7</v></c><c r="B1" s="1"><v>12</v></c><c r="C1" s="2"><v>3</v></c>'
            '<c r="D1" s="3"><v>46204</v></c><c r="E1" s="4"><v>1234.5</v></c><c r="F1" s="5" t="str"><v>01</v></c></row>'
            '<row r="2"><c r="A2" s="0"><v>8</v></c><c r="B2"><v>12</v></c></row>'
        )
    )
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{made.MAIN}"><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="170"/></cellStyleXfs>'
        f"<cellXfs>{styles}</cellXfs></styleSheet>"
    )
    reading = read(tmp_path, "a.xlsx", zipped(parts))

    assert cells(reading) == [("SL2026-0007", "00012", 3, date(2026, 7, 1), 1234.5, "SL01"), ("SL2026-0008", 12)]
    assert [reading.sheets[0].unread.get(1, column) for column in range(4)] == [None, None, "cell/number-shown", None]


def test_numbers_of_an_open_document_are_read_as_shown(tmp_path: Path) -> None:
    """The file holds the shown text; grouping and decimals leave a number as it is, two decimals of a day do not."""
    shown = [
        ("7", "SL2026-0007"),
        ("12", "00012"),
        ("1234", "1,234"),
        ("7.1", "7.10"),
        ("7.1", "7.1"),
        ("5", "5.00"),
        ("3", "3"),
    ]
    body = "".join(
        f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{text}</text:p></table:table-cell>'
        for value, text in shown
    )
    twice = '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="8"><text:p>A<text:s/>8</text:p></table:table-cell>'
    rows = f'<table:table-row>{body}</table:table-row><table:table-row table:number-rows-repeated="2">{twice}</table:table-row>'

    assert cells(read(tmp_path, "a.ods", open_document(table(rows)))) == [
        ("SL2026-0007", "00012", 1234, "7.10", 7.1, 5, 3),
        ("A8", "A8"),
        ("A8", "A8"),
    ]


def test_formula_of_an_open_document_without_result_is_unread(tmp_path: Path) -> None:
    """As in .xlsx; one with a result has it."""
    body = (
        '<table:table-row><table:table-cell table:formula="of:=1+1"/>'
        '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>'
        "</table:table-row>"
    )
    (first,) = read(tmp_path, "a.ods", open_document(table(body))).sheets

    assert first.rows[0].cells == (None, 2)
    assert [first.unread.get(1, column) for column in range(2)] == ["cell/formula-empty", None]


def test_numbers_of_an_old_workbook_are_read_as_shown(tmp_path: Path) -> None:
    """Single cells and rows of many numbers, with formats in narrow and in wide letters."""
    wide = '"号"000'
    workbook = (
        made.record(0x41E, struct.pack("<HHB", 170, 7, 0) + b'"SL"000')
        + made.record(0x41E, struct.pack("<HHB", 171, len(wide), 1) + wide.encode("utf-16-le"))
        + b"".join(made.record(0xE0, struct.pack("<HH16x", 0, number)) for number in (0, 170, 171))
    )
    sheet = (
        made.record(0x203, struct.pack("<HHHd", 0, 0, 1, 7.0))
        + made.record(0x203, struct.pack("<HHHd", 0, 1, 0, 7.0))
        + made.record(0xBD, struct.pack("<HHHIHIH", 1, 0, 2, 7 << 2 | 2, 0, 8 << 2 | 2, 1))
    )

    assert cells(read(tmp_path, "a.xls", made.old_excel(sheet, workbook))) == [("SL007", 7), ("号007", 8)]


# --- CSV -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "rule", "row"),
    [
        (b"a,b\n1,\x00\n", "register/csv-control", 2),
        (b"\x00" * 5000, "register/csv-control", 1),
        (b"a,b\n" + b"x" * 1024 * 1024 + b",1\n", "register/csv-cell", 2),
        (b'a,b\n1,"' + b"x,y\n" * 50_000, "register/csv-cell", 2),
        (b'a,b\n1,"x\n2,y\n3,z\n', "register/csv-cell", 2),
        (b'a,b\n1,"x\n2,"y"\n3,z\n', "register/csv-cell", 2),
        (b"a," * 1024 * 1024, "register/columns", 1),
        (b",".join([b"1"] * 101), "register/columns", 1),
        (b"1\n" * 200_001, "register/rows", 200_001),
        (b"\x81\x20\xff\xfe\xfd", "register/csv-encoding", None),
        (b"\xff\xfe\x00\xd8\x00\x00", "register/csv-encoding", None),
        (b"\n\n\n", "register/empty", None),
    ],
    ids=[
        "NUL",
        "only NUL",
        "a cell of 1 MB",
        "an open quote in much text",
        "an open quote",
        "an open quote before others",
        "a line of 2 MB",
        "column 101",
        "row 200,001",
        "bytes",
        "utf-16",
        "blank",
    ],
)
def test_hostile_csv_is_refused(tmp_path: Path, data: bytes, rule: str, row: int | None) -> None:
    """What is no table of texts is refused, at its row where there is one."""
    error = refused(tmp_path, "a.csv", data)

    assert (error.rule, error.place.row) == (rule, row)


@pytest.mark.slow
def test_longest_csv_is_read(tmp_path: Path) -> None:
    """200,000 rows, and one more that is blank."""
    reading = read(tmp_path, "a.csv", b"1,2\n" * 200_000 + b",\n")

    assert len(reading.sheets[0].rows) == 200_000


# --- what must not happen --------------------------------------------------------------------------------------------

SECRET = "金银花秘密"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", excel(worksheet(rows([SECRET]).replace("</row>", '<c r="B1" t="s"><v>5</v></c></row>')))),
        ("a.xlsx", excel(worksheet(rows([SECRET]))[:-12])),
        ("a.csv", f"{SECRET}\x00".encode()),
        ("a.ods", open_document(table(text_row(SECRET) + '<table:table-row table:number-rows-repeated="0"/>'))),
    ],
    ids=["text that is not there", "broken XML", "CSV", "ods"],
)
def test_error_holds_no_value(tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, data: bytes) -> None:
    """What a library says about a cell is neither passed on nor printed."""
    error = refused(tmp_path, name, data)

    told = repr((error, error.values, error.place, error.__cause__, capfd.readouterr()))
    assert SECRET not in told
    assert error.__suppress_context__ or error.__context__ is None


def test_strings_that_claim_to_be_billions_are_refused(tmp_path: Path) -> None:
    """A library that believes a count and asks for that much memory ends its own process, not this one."""
    parts = made.excel_parts(worksheet(rows(["a"])))
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{made.MAIN}" count="1" uniqueCount="4000000000"><si><t>a</t></si></sst>'
    )
    parts["xl/_rels/workbook.xml.rels"] = str(parts["xl/_rels/workbook.xml.rels"]).replace(
        "</Relationships>",
        f'<Relationship Id="x" Type="{made.RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    )

    path = tmp_path / "a.xlsx"
    path.write_bytes(made.zipped(parts))

    try:
        assert cells(read_register(path)) == [("a",)]
    except RegisterError as error:
        assert error.rule == "register/memory"


@pytest.mark.parametrize(("failure", "rule"), [(Overdue(), "register/time"), (Died(), "register/memory")])
def test_reading_that_is_stopped_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception, rule: str
) -> None:
    """Neither too long nor too much ends in a crash."""

    def stopped(*_: object, **__: object) -> Iterator[object]:
        raise failure
        yield

    monkeypatch.setattr(sheets, "run_isolated", stopped)

    assert refused(tmp_path, "a.csv", b"a,b").rule == rule


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading leaves no file, beside the register or in the temporary folder."""
    scratch, register = tmp_path / "tmp", tmp_path / "register"
    scratch.mkdir()
    register.mkdir()
    monkeypatch.setenv("TMPDIR", os.fspath(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)

    read(register, "a.xlsx", excel(worksheet(rows(HEADER, ROW))))

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.xlsx"]


def test_rows_are_told_as_they_come(tmp_path: Path) -> None:
    """A progress bar can follow: how many rows so far, up to all."""
    (tmp_path / "a.csv").write_bytes(b"1,2\n" * 2_500)
    heard: list[int] = []

    read_register(tmp_path / "a.csv", heard.append)

    assert heard == [1_000, 2_000, 2_500]


def test_quotes_that_are_right_are_read(tmp_path: Path) -> None:
    """A cell may hold line breaks, doubled quotes, and quotes that do not begin it."""
    data = 'a,b\r\n"x\r\ny","说""好"""\r\n="0012",5"管\r\n'.encode()

    assert cells(read(tmp_path, "a.csv", data)) == [("a", "b"), ("x\r\ny", '说"好"'), ('="0012"', '5"管')]

"""importing: ``gongshi results import`` from a register to two public files, or to a report and no change at all."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook
from project_builder import DAY, build, make_project, publish_project, tree
from register_tables import HEADER, case

from generator.cli import main
from generator.content.load import load
from generator.model import ResultEntry, Results
from generator.privacy import find
from generator.publish import files
from generator.register import importing
from generator.register.table import CellValue
from generator.results.rows_csv import rows_digest

ROWS = (case(), case(收件编号="XG-0003", 受理日期="2026-08-03", 办结日期=None, 办理结果=None))
Q3 = "content/results/2026-Q3"


def write_register(path: Path, *rows: Sequence[CellValue], header: Sequence[str] = HEADER) -> Path:
    """A register as CSV; returns its path."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([header, *rows])
    path.write_bytes(stream.getvalue().encode("gb18030"))
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project with two rows of the third quarter: XG-0001 and XG-0002."""
    return make_project(tmp_path / "project")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with XG-0001 and XG-0003."""
    return write_register(tmp_path / "台账.csv", *ROWS)


def results(project: Path) -> Results:
    """The third quarter as it stands in the content."""
    dataset = load(project / "content").dataset
    assert dataset is not None
    return dataset.results["2026-Q3"]


def run(register: Path, project: Path, *options: str, today: str = DAY, answers: str | None = None) -> Result:
    """The command, as a clerk types it."""
    arguments = ["results", "import", str(register), "-C", str(project), "--today", today, *options]
    if "--period" not in options:
        arguments += ["--period", "2026-Q3"]
    return CliRunner().invoke(main, arguments, prog_name="gongshi", input=answers, catch_exceptions=False)


def test_import_writes_the_public_rows_and_their_description(project: Path, register: Path) -> None:
    """Both files are sound content; the description knows number and digest of the rows, who and when."""
    done = run(register, project, "--yes", "--by", "大厅值班岗")
    loaded = load(project / "content")

    assert done.exit_code == 0, done.output
    assert loaded.problems == ()
    period = results(project).period
    rows = [entry.row for entry in results(project).entries]
    assert [(row.receipt, row.applicant, row.outcome) for row in rows] == [
        ("XG-0001", "杨*名", "办结"),
        ("XG-0003", "杨*名", "在办"),
    ]
    assert (period.rows, period.rows_sha256) == (2, rows_digest(rows))
    assert (period.prepared_by, str(period.prepared_on)) == ("大厅值班岗", DAY)


def test_report_tells_what_changes_before_it_is_written(project: Path, register: Path) -> None:
    """Columns, what is added, corrected and withdrawn, the lines of the description; then the next step."""
    done = run(register, project, "--yes")

    assert done.output == (
        "工作表“台账”：2 行办件\n"
        "  公开的列：收件编号、事项、申请人、受理日期、应办结日期、办结日期、办理结果、延期天数、延期原因\n"
        "  不公开的列：身份证号码、联系电话、住址、经办人\n"
        "2026-Q3：公开 2 件\n"
        "新增 1 件：XG-0003\n"
        "更正 1 件：XG-0001（申请人）\n"
        "撤下 1 件（已发布，台账里不再有）：XG-0002\n"
        "2026-Q3.yml 的改动：\n"
        "  + rows: 2\n"
        f"  + rows_sha256: {results(project).period.rows_sha256}\n"
        "  + prepared_on: 2026-11-20\n"
        "  + withdrawn_rows:\n"
        '  +   - receipt: "XG-0002"\n'
        "  +     on: 2026-11-20\n"
        "  +     reason: 台账中已删除\n"
        "已写入 results/2026-Q3.csv 和 results/2026-Q3.yml。下一步：gongshi build\n"
    )


def test_second_import_changes_nothing(project: Path, register: Path) -> None:
    """On a later day, from a register in another order, the same rows leave the same bytes."""
    run(register, project, "--yes")
    before = tree(project)
    write_register(register, *ROWS[::-1])
    done = run(register, project, "--yes", today="2026-12-01")

    assert done.exit_code == 0
    assert done.output.endswith("与已发布的完全一样，没有改动任何文件。\n")
    assert tree(project) == before


@pytest.mark.parametrize(("options", "code"), [(["--dry-run"], 0), ([], 1)], ids=["dry run", "nobody agrees"])
def test_nothing_is_written_without_consent(project: Path, register: Path, options: list[str], code: int) -> None:
    """A dry run, or a question that nobody answers, leaves the project as it was."""
    before = tree(project)
    done = run(register, project, *options)

    assert done.exit_code == code
    assert "撤下 1 件" in done.output
    assert tree(project) == before


def test_new_period_gets_a_description(project: Path, register: Path) -> None:
    """The file is made with title and days; rows of other periods are counted."""
    done = run(register, project, "--yes", "--period", "2026-07")
    loaded = load(project / "content")

    assert done.exit_code == 0, done.output
    assert "不在本期的办件 1 行，没有导入\n" in done.output
    assert loaded.problems == ()
    assert loaded.dataset is not None
    assert loaded.dataset.results["2026-07"].period.title == "2026年7月办理结果"


def test_withdrawn_row_is_remembered_and_stays_withdrawn(project: Path, register: Path) -> None:
    """Its number stays with date and reason; when it is in the register again, it is not published again."""
    run(register, project, "--yes", "--reason", "重复登记")
    write_register(register, *ROWS, case(收件编号="XG-0002"))
    done = run(register, project, "--yes", today="2026-12-01")
    now = results(project)

    assert "早已撤下的 1 件仍在台账里，没有重新公布" in done.output
    assert [(row.receipt, str(row.on), row.reason) for row in now.period.withdrawn_rows] == [
        ("XG-0002", DAY, "重复登记")
    ]
    assert [entry.row.receipt for entry in now.entries] == ["XG-0001", "XG-0003"]


@pytest.mark.parametrize("options", [("--reason", "杨无名要求"), ("--by", "李虚构")], ids=" ".join)
def test_option_with_a_private_value_is_refused(project: Path, register: Path, options: tuple[str, str]) -> None:
    """Reason and post are published; no name of the register may stand in them, and none is printed."""
    before = tree(project)
    done = run(register, project, "--yes", *options)

    assert done.exit_code == 1
    assert options[1] not in done.output
    assert tree(project) == before


def test_stop_between_the_two_files_is_noticed_and_repaired(
    project: Path, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The description is replaced first; the digest then does not fit, and importing again gives the same end."""
    whole = make_project(project.parent / "whole")
    run(register, whole, "--yes")
    real = files.save_together
    monkeypatch.setattr(importing, "save_together", lambda given: real(given[:1]))
    run(register, project, "--yes")
    monkeypatch.undo()
    torn = results(project)

    assert torn.period.rows_sha256 != rows_digest(entry.row for entry in torn.entries)
    assert run(register, project, "--yes").exit_code == 0
    assert tree(project / "content") == tree(whole / "content")


def test_row_changed_by_hand_is_put_right(project: Path, register: Path) -> None:
    """Whatever happened to the file of rows, an import makes it what the register says."""
    run(register, project, "--yes")
    before = tree(project)
    (project / f"{Q3}.csv").write_text("kaputt", "utf-8")
    done = run(register, project, "--yes")

    assert done.exit_code == 0, done.output
    assert tree(project).keys() == before.keys()
    assert tree(project)[f"{Q3}.csv"] == before[f"{Q3}.csv"]


# --- columns that nobody knows -----------------------------------------------------------------------------------------


def unknown(path: Path) -> Path:
    """A register with a column that has no known name."""
    return write_register(path, *((*row, "甲") for row in ROWS), header=(*HEADER, "特别栏"))


def test_unknown_column_is_an_error_that_says_what_to_write(project: Path, register: Path) -> None:
    """Where nobody can be asked, sheet, row and column are named, and the line of the mapping file."""
    before = tree(project)
    done = run(unknown(register), project, "--yes")

    assert (done.exit_code, done.stderr) == (1, "没有导入，content 里没有任何改动。\n")
    assert done.stdout.startswith("台账.csv:1:N [column/unknown] 不认识列名“特别栏”。")
    assert done.stdout.endswith('请写："特别栏": 保密\n')
    assert tree(project) == before


def test_unknown_column_is_asked_for_once(project: Path, register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer is shown, goes to the end of the mapping file, and is not asked for again."""
    (project / "register-columns.yml").write_text("# 我的\n村名: 忽略", "utf-8")
    unknown(register)
    monkeypatch.setattr("generator.cli.asking.is_interactive", lambda: True)
    first = run(register, project, "--yes", answers="忽略\n")
    monkeypatch.undo()
    second = run(register, project, "--yes")

    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    assert '已记在项目的 register-columns.yml 里：\n"特别栏": 忽略\n' in first.output
    assert (project / "register-columns.yml").read_text("utf-8") == '# 我的\n村名: 忽略\n"特别栏": 忽略\n'


def test_mapping_file_that_says_no_kind_is_refused(project: Path, register: Path) -> None:
    """Every such line is named with its place and what may be written."""
    (project / "register-columns.yml").write_text("# x\n村名: 鱼\n电话二: 肉\n", "utf-8")
    done = run(register, project)

    assert done.exit_code == 1
    assert [line.partition("。")[0] for line in done.stdout.splitlines()] == [
        "register-columns.yml:2:5 [column/mapping] “村名”写的不是认识的列",
        "register-columns.yml:3:6 [column/mapping] “电话二”写的不是认识的列",
    ]


# --- registers that are refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", [".", "content", "表"])
def test_register_within_the_project_is_refused(project: Path, folder: str) -> None:
    """What stands there is kept and published with the site; the register stays outside."""
    (project / folder).mkdir(exist_ok=True)
    inside = write_register(project / folder / "台账.csv", *ROWS)

    assert "[register/inside]" in run(inside, project).output
    inside.unlink()
    assert "[register/missing]" in run(inside, project).output


@pytest.mark.parametrize(
    ("rows", "header", "expected"),
    [
        ([], HEADER, "[register/no-cases]"),
        (ROWS, ("x",) * len(HEADER), "[register/no-table]"),
        (ROWS, (*HEADER[1:], HEADER[0]), "[column/contents]"),
        ([case(收件编号=None)], HEADER, "[case/empty]"),
        ([case(受理日期="2026-01-05", 办结日期="2026-01-06")], HEADER, "[register/none-in-period]"),
    ],
    ids=["no cases", "no header", "shifted", "a fault", "another period"],
)
def test_refused_register_changes_nothing(
    project: Path, register: Path, rows: Sequence[Sequence[CellValue]], header: Sequence[str], expected: str
) -> None:
    """The faults are listed, the command exits 1, no file is touched and no value printed."""
    before = tree(project)
    done = run(write_register(register, *rows, header=header), project, "--yes")

    assert done.exit_code == 1
    assert expected in done.stdout
    assert tree(project) == before
    assert "无名" not in done.output


def test_missing_register_is_told(project: Path, tmp_path: Path) -> None:
    """A path that leads nowhere is a message, not a traceback."""
    assert "[register/missing]" in run(tmp_path / "没有.xlsx", project).output


@pytest.mark.parametrize("period", ["2026-Q5", "2026-q3", "x"])
def test_period_is_checked_before_anything_is_read(project: Path, register: Path, period: str) -> None:
    """Wrong usage exits 2."""
    assert run(register, project, "--period", period).exit_code == 2


# --- the template --------------------------------------------------------------------------------------------------------


def test_template_is_written_once_and_can_be_imported(project: Path, tmp_path: Path) -> None:
    """The workbook has no case yet; its examples are no cases, and a second template does not replace it."""
    out = tmp_path / "空白.xlsx"
    command = ["results", "template", "--out", str(out), "-C", str(project)]
    first, second = (CliRunner().invoke(main, command, catch_exceptions=False) for _ in range(2))

    assert (first.exit_code, second.exit_code) == (0, 2)
    assert first.output == f"{out}\n"
    assert "[register/no-cases]" in run(out, project).output


def test_sheet_called_after_an_applicant_is_named_by_its_place(project: Path, tmp_path: Path) -> None:
    """Report and faults say which sheet it is, and no name; neither does the list of sheets to choose from."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "杨无名"
    for row in (HEADER, *ROWS):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")

    told = run(tmp_path / "a.xlsx", project, "--dry-run").output
    chosen = run(tmp_path / "a.xlsx", project, "--sheet", "没有").output

    assert "工作表“第1个工作表”：2 行办件" in told
    assert "杨无名" not in told + chosen
    assert "register/no-sheet" in chosen


def test_heading_that_is_an_applicant_is_not_told(project: Path, tmp_path: Path) -> None:
    """A name of the register in the place of a heading is neither asked about nor printed."""
    register = write_register(tmp_path / "a.csv", *((*row, "甲") for row in ROWS), header=(*HEADER, "杨无名"))
    done = run(register, project)

    assert "column/heading" in done.output
    assert "杨无名" not in done.output


@pytest.mark.parametrize("option", ["--reason", "--by"])
def test_words_that_cannot_be_printed_are_refused(project: Path, register: Path, option: str) -> None:
    """A control character, or bytes of another encoding on the command line, end in a message."""
    for text in ("a\x01b", "a\udce4b"):
        done = run(register, project, "--yes", option, text)

        assert done.exit_code == 1
        assert "2026-Q3.yml 的写法太特别" not in done.output


# --- receipt numbers that look like identity numbers -----------------------------------------------------------------------


def dated(ending: str, count: int = 40) -> list[tuple[CellValue, ...]]:
    """Cases with numbers of region, day of acceptance and serial; ``ending`` formats day and serial."""
    days = [date(2026, 7, 1 + number % 20) for number in range(count)]
    return [
        case(收件编号=f"330000{ending.format(day, number)}", 受理日期=str(day), 办结日期="2026-08-03")
        for number, day in enumerate(days)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["{:%Y%m%d}{:04}", "{:%y%m%d}{:03}"], ids=["18 digits", "15 digits"])
def test_receipt_numbers_with_their_day_are_imported_and_published(
    kept_sets: None, project: Path, tmp_path: Path, ending: str
) -> None:
    """The gate lets pass what the import let through: on pages, in open data and the bulletin, withdrawn ones too."""
    rows = dated(ending)
    register = write_register(tmp_path / "台账.csv", *rows)
    first = run(register, project, "--yes")
    publish_project(project, posters="all")
    write_register(register, *rows[1::2])
    second = run(register, project, "--yes")
    publish_project(project, posters="all")
    files = tree(project / "site")

    assert any(find(str(row[0])) for row in rows[::2])
    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    assert {name.rpartition(".")[2] for name, data in files.items() if str(rows[1][0]).encode() in data} >= {
        "html", "csv", "js",
    }  # fmt: skip
    assert any(name.startswith("posters/") and "2026-Q3" in name for name in files)


def test_identity_number_in_place_of_a_dated_receipt_number_stops_the_import(project: Path, tmp_path: Path) -> None:
    """One row among many whose day is not that of its case."""
    rows = [*dated("{:%Y%m%d}{:04}")[:-1], case(收件编号="330000202606300012", 受理日期="2026-07-01")]
    done = run(write_register(tmp_path / "台账.csv", *rows), project, "--yes")

    assert done.exit_code == 1
    assert [line.partition("]")[0] for line in done.stdout.splitlines()] == ["台账.csv:41:A [column/contents"]


@pytest.mark.slow
def test_identity_number_of_a_published_row_stops_the_build(project: Path) -> None:
    """Written by hand into the rows, a number whose day is not that of its case is found before publishing."""
    rows = (project / f"{Q3}.csv").read_text("utf-8")
    (project / f"{Q3}.csv").write_text(rows.replace("XG-0001", "330000900307012"), "utf-8")

    assert build(project).stdout.startswith("content/results/2026-Q3.csv:2:1 [privacy/number] 这里有15位身份证号")


# --- what is told before writing ---------------------------------------------------------------------------------------


def test_row_that_a_filter_hides_is_told_before_it_is_withdrawn(project: Path, tmp_path: Path) -> None:
    """The report says that the register still has it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADER, *ROWS, case(收件编号="XG-0002")):
        sheet.append(row)
    sheet.row_dimensions[4].hidden = True
    book.save(tmp_path / "a.xlsx")
    told = run(tmp_path / "a.xlsx", project, "--dry-run").output

    assert (
        "撤下 1 件（已发布，台账里不再有）：XG-0002\n"
        "  其中 1 件在台账的隐藏行里，可能是筛选造成的；请先取消筛选、再导入：XG-0002\n" in told
    )


def test_content_with_errors_is_told_as_no_import(project: Path, register: Path) -> None:
    """The errors as by check, and that nothing was imported; of publishing there was no question."""
    path = project / "content/services/linshi-jiuzhu.yml"
    path.write_text(path.read_text("utf-8").replace("state: 在办", "state: 开着"), "utf-8")
    done = run(register, project, "--yes")

    assert done.exit_code == 1
    assert "[field/choice]" in done.stdout
    assert done.stderr == ("错误 1，待补充 0，提醒 0。没有导入，也没有写出任何文件。请先改正以上内容，再运行一次。\n")


REST = "{name: 国庆节, from: 2031-10-01, until: 2031-10-08}"
HOLIDAYS = "years:\n  - year: 2031\n    source: 国办发明电〔2030〕0号\n    holidays:\n      - " + REST + "\n"


def test_due_days_follow_from_holidays_that_were_typed_in(project: Path, tmp_path: Path) -> None:
    """Without the notice of 2031 a due day stays empty, and the report says how to give it; with it, it is counted."""
    row = case(受理日期="2031-09-29", 办结日期="2031-09-30")
    register = write_register(tmp_path / "台账.csv", row)
    options = ("--period", "2031-Q3", "--yes")
    before = run(register, project, *options, today="2031-11-20")
    due_before = [entry.row.due for entry in period_rows(project)]
    (project / "content/holidays.yml").write_text(HOLIDAYS, "utf-8")
    after = run(register, project, *options, today="2031-11-20")

    assert "其中 1 件要算到 2031 年，程序还不知道这一年的放假安排" in before.output
    assert "- {year: 2031, source: " in before.output
    assert due_before == [None]
    assert "放假安排" not in after.output
    assert "更正 1 件：XG-0001（应办结日期）" in after.output
    assert [entry.row.due for entry in period_rows(project)] == [date(2031, 10, 21)]


def period_rows(project: Path) -> Sequence[ResultEntry]:
    """The third quarter of 2031 as it stands in the content."""
    dataset = load(project / "content").dataset
    assert dataset is not None
    return dataset.results["2031-Q3"].entries


def test_holidays_with_errors_stop_an_import(project: Path, register: Path) -> None:
    """The due days would be wrong in the rows for good: nothing is written before the notice was copied right."""
    wrong = HOLIDAYS + "    workdays: [2031-10-13]\n"
    (project / "content/holidays.yml").write_text(wrong, "utf-8")
    before = tree(project)
    done = run(register, project, "--yes")

    assert done.exit_code == 1
    assert "content/holidays.yml:6:16 [holidays/workday] 2031-10-13 是星期一，本来就上班" in done.stdout
    assert tree(project) == before


def test_template_goes_beside_the_project(project: Path, tmp_path: Path) -> None:
    """Without --out a register is made outside the project, and its path is printed."""
    before = tree(project)
    done = CliRunner().invoke(main, ["results", "template", "-C", str(project)], catch_exceptions=False)

    assert done.exit_code == 0
    assert Path(done.output.strip()).resolve() == (tmp_path / "台账.xlsx").resolve()
    assert (tmp_path / "台账.xlsx").is_file()
    assert tree(project) == before

"""gongshi assess: terminal, page and table of a project, and what it refuses."""

from pathlib import Path

import openpyxl
from click.testing import CliRunner, Result
from project_builder import DAY, make_project

from generator.cli import main

OWN = """\
source: 某县考核办法
items:
  - id: chaoshi
    area: 效率
    name: 超时
    measure: 超时件数
    weight: 8
    full: 0
left_out:
  - {id: haoping, reason: 没有评价器}
  - {id: meiyou, reason: 写错了}
"""


def run(project: Path, *options: str) -> Result:
    """Run the command in this process; an exception that would be a traceback fails the test."""
    typed = ["assess", "-C", str(project), "--today", DAY, *options]
    return CliRunner().invoke(main, typed, catch_exceptions=False)


def test_sheet_page_and_table_say_the_same(tmp_path: Path) -> None:
    """The hall's own weights hold; page and table lie outside the project."""
    project = make_project(tmp_path / "hall", {"assessment.yml": OWN})
    done = run(project, "--period", "2026-Q3", "--out", str(tmp_path / "a.xlsx"), "--staff", str(tmp_path / "staff"))
    page = (tmp_path / "staff" / "考核表.html").read_text("utf-8")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["考核表"]
    rows = {row[1].value: row for row in sheet.iter_rows()}

    assert done.exit_code == 0
    assert "  超时                0件   8/8" in done.stdout
    assert "好差评" not in done.stdout
    assert "没有编号为“meiyou”的考核项目" in done.stderr
    assert "某县考核办法" in page
    assert "8/8" in page
    assert [cell.value for cell in rows["超时"]][:6] == [
        "效率", "超时", 8, "0件", 8, "超时办结和到期没有办结的共 0 件；只算逐件公布的事项",
    ]  # fmt: skip
    names = [
        tuple(cell.value for cell in row) for row in openpyxl.load_workbook(tmp_path / "a.xlsx")["依据和没有做到的"]
    ]
    assert ("超时", "依据", "results/2026-Q3.yml") in names
    assert rows["投诉处理"][4].value is None
    assert rows["投诉处理"][2].value == 7


def test_errors_are_put_right_first(tmp_path: Path) -> None:
    """A file that cannot be read might hold what a number counts."""
    project = make_project(tmp_path / "hall", {"assessment.yml": OWN.replace("weight: 8", "weight: 八分")})
    done = run(project, "--period", "2026-Q3")

    assert done.exit_code == 1
    assert "content/assessment.yml:7:13" in done.output
    assert "没有考核。请先改正以上内容" in done.output


def test_thresholds_on_the_wrong_side_are_told_with_their_place(tmp_path: Path) -> None:
    """By the line of the item."""
    swapped = "items:\n  - {id: anshi, area: 效率, name: 按时, measure: 按时办结率, weight: 8, full: 80, none: 95}\n"
    done = run(make_project(tmp_path / "hall", {"assessment.yml": swapped}), "--period", "2026-Q3")

    assert (
        "content/assessment.yml:2:5 [assessment/thresholds] “得满分的数”（full）和“不得分的数”（none）对不上"
        in done.output
    )
    assert done.exit_code == 1


def test_what_cannot_be_is_refused(tmp_path: Path) -> None:
    """A period to come, a table in the project or of another kind, a page on the site, a table that is there."""
    project = make_project(tmp_path / "hall")
    (tmp_path / "da.xlsx").write_bytes(b"")

    def told(*options: str) -> str:
        done = run(project, "--period", "2026-Q3", *options)
        assert (done.exit_code != 0, done.stdout) == (True, "")  # and the sheet is not printed first
        return done.stderr

    assert "2027-Q1还没有开始" in run(project, "--period", "2027-Q1").stderr
    assert "不能放在项目文件夹里" in told("--out", str(project / "a.xlsx"))
    assert ".xlsx 结尾" in told("--out", str(tmp_path / "a.docx"))
    assert "已经存在" in told("--out", str(tmp_path / "da.xlsx"))
    assert told("--staff", str(project / "site"))


def test_running_quarter_says_so(tmp_path: Path) -> None:
    """What is counted until today is no result of the quarter."""
    done = run(make_project(tmp_path / "hall"), "--period", "2026-Q4")

    assert f"这一期还没有结束，算到{DAY}。" in done.stdout

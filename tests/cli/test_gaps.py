"""gongshi gaps: the gap register of a project, on the terminal."""

from pathlib import Path

import docx
import openpyxl
from click.testing import CliRunner, Result
from content_builder import minimal_content
from project_builder import DAY, make_project

from generator.cli import main
from generator.texts.gaps import FILL

SERVICE = "services/linshi-jiuzhu.yml"
NO_VISITS = minimal_content()[SERVICE].replace("visits: 1\n", "")


def gaps(project: Path, *options: str) -> Result:
    """Run the command in this process; an exception that would be a traceback fails the test."""
    return CliRunner().invoke(main, ["gaps", "-C", str(project), "--today", DAY, *options], catch_exceptions=False)


def test_gaps_are_listed_and_are_no_failure(tmp_path: Path) -> None:
    """What is missing is shown with its file; exit code 0, as for check."""
    done = gaps(make_project(tmp_path / "project", {SERVICE: NO_VISITS}))

    assert done.exit_code == 0
    assert "临时救助  content/services/linshi-jiuzhu.yml\n  缺：到现场次数\n" in done.stdout
    assert done.stdout.endswith("共缺 1 项，在 1 份内容里；1 份海报因此不做。\n")
    assert done.stderr == ""


def test_gaps_beside_errors_are_listed_and_the_errors_counted(tmp_path: Path) -> None:
    """A file that cannot be read is not in the register, which is said."""
    broken = {SERVICE: NO_VISITS, "notices/dibao-2026-11.yml": "id: 'x\n"}
    done = gaps(make_project(tmp_path / "project", broken))

    assert done.exit_code == 0
    assert "缺：到现场次数" in done.stdout
    assert "另有 1 处错误，读不了的文件没有算进来。" in done.stderr


def test_gaps_of_a_hall_that_cannot_be_read_are_not_listed(tmp_path: Path) -> None:
    """Without windows.yml nobody knows who has to fill anything."""
    done = gaps(make_project(tmp_path / "project", {"windows.yml": "x"}))

    assert done.exit_code == 1
    assert done.stderr.endswith("没有列出缺项。请先改正以上内容，再运行一次。\n")


def test_gaps_are_narrowed_by_window_and_kind(tmp_path: Path) -> None:
    """A window that is not there is wrong usage."""
    project = make_project(tmp_path / "project", {SERVICE: NO_VISITS})

    assert "到现场次数" in gaps(project, "--window", "民政救济", "--kind", "service").stdout
    assert "到现场次数" not in gaps(project, "--kind", "regulation").stdout
    done = gaps(project, "--window", "农业")
    assert (done.exit_code, done.stderr) == (2, "没有叫“农业”的窗口或者单位。可以写：民政救济。\n")


def test_gaps_are_written_into_a_table_outside_the_project(tmp_path: Path) -> None:
    """Excel or Word by the ending; a file that is there is never overwritten, since it may have been filled in."""
    project = make_project(tmp_path / "project", {SERVICE: NO_VISITS})
    for name, mark in (("a.xlsx", b"xl/worksheets"), ("b.docx", b"word/document.xml")):
        done = gaps(project, "--out", str(tmp_path / name))
        assert (done.exit_code, done.stdout) == (0, f"已写好 {tmp_path / name}。\n")
        assert mark in (tmp_path / name).read_bytes()

    again = gaps(project, "--out", str(tmp_path / "a.xlsx"))
    assert (again.exit_code, again.stderr) == (2, f"{tmp_path / 'a.xlsx'} 已经存在，没有改动它。\n")


def test_gaps_are_not_written_elsewhere(tmp_path: Path) -> None:
    """In the project a table would be taken for a register; other kinds of files are not known."""
    project = make_project(tmp_path / "project", {SERVICE: NO_VISITS})
    inside, other = gaps(project, "--out", str(project / "a.xlsx")), gaps(project, "--out", str(tmp_path / "a.pdf"))

    assert (inside.exit_code, other.exit_code) == (2, 2)
    assert inside.stderr.startswith("a.xlsx 不能放在项目文件夹里：那里的表格会当成台账。")
    assert other.stderr.startswith("--out 后面的文件名以 .xlsx 或者 .docx 结尾")
    assert [path.name for path in tmp_path.iterdir()] == ["project"]


def test_a_filled_table_is_read_back(tmp_path: Path) -> None:
    """What will be written is shown first; nothing is written without consent; a second time there is nothing left."""
    project, table = make_project(tmp_path / "project", {SERVICE: NO_VISITS}), tmp_path / "a.xlsx"
    gaps(project, "--out", str(table))
    book = openpyxl.load_workbook(table)
    book.worksheets[0]["E2"] = 1
    book.save(table)
    file = project / "content" / SERVICE

    asked = gaps(project, "--fill", str(table))
    assert (asked.exit_code, file.read_text("utf-8")) == (1, NO_VISITS)
    assert asked.stdout == "—— content/services/linshi-jiuzhu.yml ——\n  临时救助　到现场次数：“1”\n"
    done = gaps(project, "--fill", str(table), "--yes")
    assert (done.exit_code, done.stderr) == (0, "已写入 1 项，在 1 个文件里。接着做：运行 gongshi check。\n")
    assert file.read_text("utf-8") == minimal_content()[SERVICE]
    again = gaps(project, "--fill", str(table), "--yes")
    assert again.stdout == "第2行没有写入：这一项已经有了，或者看不出是哪一项。\n" + FILL["nothing"] + "\n"


def test_a_filled_document_is_read_back(tmp_path: Path) -> None:
    """What was typed into the Word document goes the same way."""
    project, table = make_project(tmp_path / "project", {SERVICE: NO_VISITS}), tmp_path / "a.docx"
    gaps(project, "--out", str(table))
    document = docx.Document(str(table))
    document.tables[0].rows[1].cells[3].text = "一次"
    document.save(str(table))

    done = gaps(project, "--fill", str(table), "--yes")
    assert (done.exit_code, done.stderr) == (0, "已写入 1 项，在 1 个文件里。接着做：运行 gongshi check。\n")
    assert (project / "content" / SERVICE).read_text("utf-8") == minimal_content()[SERVICE]


def test_other_files_are_not_taken_for_the_table(tmp_path: Path) -> None:
    """A table without our columns, and what is no table at all."""
    project = make_project(tmp_path / "project")
    (tmp_path / "a.csv").write_text("事项,填写\n临时救助,1\n", "utf-8")
    for name in ("a.xlsx", "a.docx"):
        (tmp_path / name).write_bytes(b"PK\3\4")

    other, broken, document = (gaps(project, "--fill", str(tmp_path / name)) for name in ("a.csv", "a.xlsx", "a.docx"))
    assert (other.exit_code, other.stderr) == (2, FILL["not_ours"].format(name="a.csv") + "\n")
    assert (broken.exit_code, broken.stdout.startswith("a.xlsx")) == (1, True)
    assert (document.exit_code, document.stdout.startswith("a.docx: 文件已损坏或不完整。")) == (1, True)

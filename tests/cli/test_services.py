"""The commands that bring services in and take them out."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from project_builder import make_project

from generator.cli import main

LIST = "事项名称,实施主体\n土台搬迁,虚谷镇人民政府\n"
NEW = "content/services/tutai-banqian.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project, and beside it the hall's list."""
    (tmp_path / "清单.csv").write_text(LIST, "utf-8")
    return make_project(tmp_path / "project")


def run(project: Path, *arguments: str, answer: str = "") -> Result:
    where = ["-C", str(project)]
    return CliRunner().invoke(main, [*arguments, *where], input=answer, prog_name="gongshi", catch_exceptions=False)


@pytest.mark.parametrize(
    ("options", "answer", "code", "last", "is_written"),
    [
        (["--dry-run"], "", 0, "这是预演，没有写入。", False),
        ([], "", 1, "没有写入，content 里没有任何改动。", False),
        ([], "n\n", 1, "没有写入，content 里没有任何改动。", False),
        ([], "y\n", 0, "已写入 1 个文件。接着做：运行 gongshi check", True),
        (["--yes"], "", 0, "已写入 1 个文件。接着做：运行 gongshi check", True),
    ],
)
def test_nothing_is_written_without_consent(
    project: Path, options: list[str], answer: str, code: int, last: str, is_written: bool
) -> None:
    """What would change is shown first; who says nothing has not agreed."""
    done = run(project, "import", "services", str(project.parent / "清单.csv"), *options, answer=answer)

    assert done.exit_code == code
    assert "services/tutai-banqian.yml 《土台搬迁》" in done.stdout
    assert last in done.output
    assert (project / NEW).exists() is is_written


def test_a_list_that_has_nothing_new_asks_nothing(project: Path) -> None:
    """Importing again is over at once."""
    command = ("import", "services", str(project.parent / "清单.csv"))
    run(project, *command, "--yes")

    done = run(project, *command)

    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "没有变化，什么也不用写。")


def test_the_workbook_goes_out_and_comes_back(project: Path) -> None:
    """Its name ends in .xlsx; what was not changed changes nothing."""
    path = project.parent / "事项.xlsx"

    done = run(project, "export", "services", str(path))

    assert (done.exit_code, path.exists()) == (0, True)
    assert done.stdout.startswith(f"已写出 {path}：1 件事项、1 个窗口、1 种目录材料。")
    assert run(project, "import", "services", str(path)).stdout.splitlines()[-1] == "没有变化，什么也不用写。"
    assert run(project, "export", "services", "事项.xls").exit_code == 2


def test_a_workbook_with_edits_is_not_replaced_unasked(project: Path) -> None:
    """One that was not changed is; so is one whose changes were imported."""
    path = project.parent / "事项.xlsx"
    command = ("export", "services", str(path))
    run(project, *command)
    assert run(project, *command).exit_code == 0
    book = load_workbook(path)
    book["大厅"]["B2"] = "虚谷镇政府"
    book.save(path)
    edited = path.read_bytes()

    assert run(project, *command, answer="n\n").exit_code == 1
    assert path.read_bytes() == edited
    run(project, "import", "services", str(path), "--yes")
    assert run(project, *command).exit_code == 0
    path.write_bytes(b"x")
    assert (run(project, *command).exit_code, run(project, *command, "--yes").exit_code) == (1, 0)
    assert run(project, "export", "services", str(project / "content" / "x.xlsx")).exit_code == 2


def test_errors_in_the_content_come_first(project: Path) -> None:
    """Neither direction goes on from files that cannot be read."""
    (project / "content/services/linshi-jiuzhu.yml").write_text("id: [", "utf-8")

    for command in (["import", "services", str(project.parent / "清单.csv")], ["export", "services", "x.xlsx"]):
        done = run(project, *command)
        assert done.exit_code == 1
        assert "services/linshi-jiuzhu.yml:1:" in done.output


def test_a_mapping_explains_the_columns_of_a_sheet(project: Path) -> None:
    """A heading that nobody knows is taken where the hall says what it is."""
    (project.parent / "表.csv").write_text("办什么事,谁来办\n土台搬迁,虚谷镇人民政府\n", "utf-8")
    (project.parent / "对照.yml").write_text("栏目:\n  事项名称: 办什么事\n  实施主体: 谁来办\n", "utf-8")
    mapping = ["--mapping", str(project.parent / "对照.yml")]

    done = run(project, "import", "services", str(project.parent / "表.csv"), *mapping, "--yes")

    assert done.exit_code == 0, done.output
    assert "body: 虚谷镇人民政府" in (project / NEW).read_text("utf-8")

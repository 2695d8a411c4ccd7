"""gongshi gaps: the gap register of a project, on the terminal."""

from pathlib import Path

from click.testing import CliRunner, Result
from content_builder import minimal_content
from project_builder import DAY, make_project

from generator.cli import main

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

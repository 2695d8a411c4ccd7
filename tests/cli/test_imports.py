"""cli: a command loads what it needs and nothing else, so that it starts at once."""

import subprocess
import sys
from pathlib import Path

import pytest
from content_builder import minimal_content, write_content
from project_builder import DAY, make_project

GUARD = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in FORBIDDEN.split():
            raise AssertionError(f"imported: {name}")

sys.meta_path.insert(0, Refuse())
from generator.cli import main
main(prog_name="gongshi")
"""
"""Runs the program where an import of a forbidden library is a crash."""

ENGINES = "mkdocs material markdown"
DRAWING = "typst segno vl_convert jinja2"
TABLES = "openpyxl python_calamine"
FILES = "pypdfium2 PIL"
REST = "rich pypinyin"
DOCUMENTS = "docx lxml"

UNUSED = {
    ("--help",): f"{ENGINES} {DRAWING} {TABLES} {FILES} {REST} pydantic yaml holidays multiprocessing",
    ("results", "--help"): f"{ENGINES} {DRAWING} {TABLES} {FILES} {REST} pydantic yaml holidays multiprocessing",
    ("check", "--today", DAY): f"{ENGINES} {DRAWING} {TABLES} {FILES} {REST}",
    ("gaps", "--today", DAY): f"{ENGINES} {DRAWING} {TABLES} {FILES} {REST}",
    ("new", "service", "abc"): f"{ENGINES} {DRAWING} {TABLES} {FILES} {REST} holidays",
    ("init", "other"): f"{ENGINES} {DRAWING} {TABLES} {FILES} {REST} holidays",
    ("schema",): f"{ENGINES} {DRAWING} {TABLES} {FILES} {REST} holidays",
    ("scan", "content"): f"{ENGINES} {DRAWING} {TABLES} {FILES} {REST} holidays",
    ("results", "template", "--out", "register.xlsx"): f"{ENGINES} {DRAWING} {REST} holidays python_calamine pypdfium2",
    ("results", "import", "../rows.csv", "--period", "2026-Q3", "--today", DAY, "--yes"):
        f"{ENGINES} typst segno jinja2 {FILES} {REST} openpyxl",
    ("import", "--help"): f"{ENGINES} {DRAWING} {TABLES} {FILES} {REST} {DOCUMENTS} pydantic yaml holidays",
    ("export", "--help"): f"{ENGINES} {DRAWING} {TABLES} {FILES} {REST} {DOCUMENTS} pydantic yaml holidays",
    ("import", "services", "../services.csv", "--today", DAY, "--yes"):
        f"{ENGINES} {DRAWING} {FILES} {DOCUMENTS} rich openpyxl xlsxwriter holidays",
    ("export", "services", "../services.xlsx"): f"{ENGINES} {DRAWING} {FILES} {REST} {DOCUMENTS} openpyxl holidays",
    ("posters", "weisheng-baojie", "--today", DAY): f"{ENGINES} {TABLES} {REST} jinja2",
}  # fmt: skip
"""Command -> libraries that it has no use for (in a project without pictures, and with nobody at a terminal)."""

ROWS = "收件编号,事项,申请人,受理日期,办结日期,办理结果\n20260702-01,临时救助,,2026-07-02,2026-07-03,办结\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project, and a register beside its content."""
    folder = make_project(tmp_path / "project")
    (tmp_path / "rows.csv").write_text(ROWS, "utf-8")
    (tmp_path / "services.csv").write_text("事项名称,实施主体\n土台搬迁,虚谷镇人民政府\n", "utf-8")
    return folder


def guarded(forbidden: str, *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run ``gongshi`` as a process of its own, in which importing any of ``forbidden`` is a crash."""
    code = f"FORBIDDEN = {forbidden!r}\n{GUARD}"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", timeout=120, check=False)


@pytest.mark.parametrize("command", UNUSED, ids=" ".join)
def test_command_imports_no_library_that_it_does_not_need(project: Path, command: tuple[str, ...]) -> None:
    """The command does its work where the libraries of the others cannot be imported; MkDocs is only for building."""
    done = guarded(UNUSED[command], *command, cwd=project)

    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stdout + done.stderr


def test_guard_stops_a_command_that_needs_the_library(project: Path) -> None:
    """The test above can fail: a build needs MkDocs, and a check needs YAML."""
    assert "imported: mkdocs" in guarded("mkdocs", "build", cwd=project).stderr
    assert "imported: yaml" in guarded("yaml", "check", cwd=project).stderr


def test_picture_is_read_by_the_library_that_was_left_out(project: Path) -> None:
    """What is imported only when it is needed is imported then: without it nothing passes."""
    write_content(project / "content", {**minimal_content(), "pages/about.md": "# 关于\n\n![](a.png)\n"})
    (project / "content/pages/a.png").write_bytes(b"\x89PNG\r\n\x1a\n")

    done = guarded("pypdfium2 PIL", "check", "--today", DAY, cwd=project)

    assert done.returncode == 1
    assert "没有完成" in done.stderr

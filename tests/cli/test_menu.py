"""The menu: a number does what the command does, and a failure leads back to the menu."""

import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project_builder import make_project

from generator.cli import main
from generator.content import scaffold
from generator.system.environment import templates_folder
from generator.texts.commands import MENU


def menu(project: Path, typed: str) -> Result:
    """What the menu says to somebody who types this."""
    return CliRunner().invoke(main, ["menu", "-C", str(project)], input=typed, prog_name="gongshi")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project that was not built yet."""
    return make_project(tmp_path / "project")


def test_menu_checks_and_builds(project: Path) -> None:
    """Each number runs its command; after it the menu is there again, until 0."""
    done = menu(project, "1\n3\n0\n")

    assert done.exit_code == 0, done.output
    assert done.output.count(MENU["1"][0]) == 3
    assert "已生成" in done.output
    assert (project / "site" / "index.html").is_file()


def test_failure_leads_back_to_the_menu(project: Path) -> None:
    """Content with an error is reported as `check` reports it, and the menu goes on."""
    (project / "content" / "site.yml").write_text("a: [\n", "utf-8")
    done = menu(project, "3\n1\n0\n")

    assert done.exit_code == 0
    assert done.output.count("content/site.yml") == 2
    assert done.output.count(MENU["1"][0]) == 3


def test_another_key_asks_again_and_the_end_of_the_input_ends(project: Path) -> None:
    """Nothing is done by mistake, and a closed window leaves no loop behind."""
    done = menu(project, "x\n33\n")

    assert done.exit_code == 0
    assert done.output.count(MENU["1"][0]) == 3
    assert not (project / "site").exists()


def test_digits_of_a_chinese_keyboard_count(project: Path) -> None:
    """A full-width ３ builds as 3 does."""
    assert "已生成" in menu(project, "３\n０\n").output


def test_folder_without_a_project_is_told(tmp_path: Path) -> None:
    """The message of the command, without a traceback."""
    done = menu(tmp_path, "1\n0\n")

    assert done.exit_code == 0
    assert "gongshi init" in done.output


def test_double_click_starts_this_program(tmp_path: Path) -> None:
    """The file for Windows names the interpreter that wrote it, speaks UTF-8, and has the ends of lines of Windows."""
    list(scaffold.init(tmp_path / "hall", templates_folder() / "starter", date(2026, 11, 26)))
    data = (tmp_path / "hall" / "gongshi.cmd").read_bytes()

    assert data.startswith(b"@echo off\r\nchcp 65001 >nul\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert f'set "PROGRAM={sys.executable}"\r\n'.encode() in data

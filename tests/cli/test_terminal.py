"""terminal: findings and sentences go apart; bars are drawn only where somebody watches."""

import io
import sys
import threading
from collections.abc import Iterator

import click
import pytest

from generator.cli.terminal import agrees, answer, must_agree, progress, tell
from generator.system.failures import ReportLine


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """As a terminal says."""
        return True


def test_findings_go_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """Other programs can read what was found, without the sentences around it."""
    tell([ReportLine("heading"), ReportLine("a.yml:1:1 [x] y", is_finding=True), ReportLine("sum")])

    assert tuple(capsys.readouterr()) == ("a.yml:1:1 [x] y\n", "heading\nsum\n")


def test_progress_is_silent_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    """In a log nothing is drawn."""
    with progress() as count:
        count("read", 1, 2)

    assert tuple(capsys.readouterr()) == ("", "")


def test_progress_is_drawn_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each stage has a bar with its name. No thread draws: while one runs, nothing is done in the background."""
    terminal, before = Terminal(), threading.active_count()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")

    with progress() as count:
        count("read", 0, 0)
        count("pages", 1, 2)

        threads = threading.active_count()

    assert "读取内容" in terminal.getvalue()
    assert "生成网页" in terminal.getvalue()
    assert threads == before


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the person at the terminal will type, line by line; all of it has to be asked for."""
    lines = list[str]()
    monkeypatch.setattr(click.termui, "visible_prompt_func", lambda _: lines.pop(0))
    yield lines
    assert not lines


@pytest.mark.parametrize(
    ("typed", "agreed"),
    [("y", True), ("Ｙ", True), ("是", True), (" 是 ", True), ("", False), ("n", False), ("否", False), ("不", False)],
)
def test_yes_can_be_said_in_chinese_and_full_width(types: list[str], typed: str, agreed: bool) -> None:
    """Whoever has a Chinese keyboard switched on is understood; nothing but Enter means no."""
    types.append(typed)

    assert agrees("写入吗？") is agreed


def test_what_is_no_answer_is_asked_again_in_chinese(types: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The library's own "Error: invalid input" is not seen."""
    types += ["0300-0000100", "y"]

    assert agrees("写入吗？")
    shown = capsys.readouterr().out
    assert "没有看懂。请输入其中的一个，再按回车：y、" in shown and "Error" not in shown


def test_a_number_may_be_full_width(types: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A choice by its number, asked again until there is one."""
    types += ["5", "２"]

    assert answer("哪一种？", ["1", "2"], "1") == "2"
    assert "没有看懂。请输入其中的一个，再按回车：1、2。" in capsys.readouterr().out


def test_a_command_that_nobody_agrees_to_ends(types: list[str]) -> None:
    """Nothing but yes goes on."""
    types += [""]

    with pytest.raises(click.Abort):
        must_agree("替换吗？")

"""terminal: findings and sentences go apart; bars are drawn only where somebody watches."""

import io
import sys

import pytest

from generator.cli.terminal import progress, tell
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
    """Each stage has a bar with its name."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")

    with progress() as count:
        count("read", 0, 0)
        count("pages", 1, 2)

    assert "读取内容" in terminal.getvalue()
    assert "生成网页" in terminal.getvalue()

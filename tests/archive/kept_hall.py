"""A hall whose site is remembered on some days: the clock of the tests, and what they do to it."""

from datetime import datetime, timedelta
from pathlib import Path

from content_builder import TODAY
from project_builder import publish_project

from generator.build.archiving import keep
from generator.build.options import BuildOptions
from generator.content.project import open_project
from generator.system.clock import BEIJING

NOON = datetime(2026, 11, 20, 12, tzinfo=BEIJING)
PAGE = "services/linshi-jiuzhu/index.html"


def publish(project: Path, days: int = 0, now: datetime | None = None) -> list[str]:
    """Build so many days after today, at noon, and remember it; tells what is told."""
    today = TODAY + timedelta(days=days)
    report = publish_project(project, today=today)
    options = BuildOptions(today, "none")
    return list(keep(open_project(project), options, report, now or NOON + timedelta(days=days)))


def change(project: Path, path: str, old: str, new: str) -> None:
    """Replace words in a file of the content."""
    file = project / "content" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8", newline="\n")

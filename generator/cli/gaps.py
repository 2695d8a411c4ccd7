"""``gongshi gaps``: everything that is not known yet, who has to say it, and how complete each window is."""

from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import click

from generator.build.gap_listing import list_gaps
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress
from generator.content.project import content_folder
from generator.gaps.gap import Kind
from generator.gaps.report import report
from generator.system.environment import cores
from generator.texts.commands import TEXTS
from generator.texts.gaps import WORDS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["gaps"])
@PROJECT
@TODAY
@click.option("--window", metavar=PLACEHOLDERS["window"], help=TEXTS["gaps_window"])
@click.option("--kind", type=click.Choice(get_args(Kind)), help=TEXTS["gaps_kind"])
def gaps(project: Path, today: datetime | None, window: str | None, kind: Any) -> None:
    """List the gaps."""
    with progress() as count:
        count("read", 0, 0)
        found = list_gaps(project, content_folder(project), day(today), cores()).register
    for line in report(found.narrowed(window, kind)):
        click.echo(line)
    if found.errors:
        click.echo(WORDS["errors"].format(count=found.errors), err=True)

"""``gongshi gaps``: everything that is not known yet, who has to say it, and how complete each window is."""

from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import click

from generator.build.gap_listing import list_gaps
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress
from generator.content.project import open_project
from generator.gaps.gap import Kind
from generator.gaps.report import report
from generator.system.environment import cores
from generator.system.on_demand import load
from generator.texts.commands import TEXTS
from generator.texts.gaps import WORDS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["gaps"])
@PROJECT
@TODAY
@click.option("--window", metavar=PLACEHOLDERS["window"], help=TEXTS["gaps_window"])
@click.option("--kind", type=click.Choice(get_args(Kind)), help=TEXTS["gaps_kind"])
@click.option(
    "--out", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path, dir_okay=False), help=TEXTS["gaps_out"]
)
def gaps(project: Path, today: datetime | None, window: str | None, kind: Any, out: Path | None) -> None:
    """List the gaps, or write them into a table."""
    opened = open_project(project)
    with progress() as count:
        count("read", 0, 0)
        found = list_gaps(opened.root, opened.content, day(today), cores())
    listing = found._replace(register=found.register.narrowed(window, kind))
    tables = load("generator.build.gap_tables") if out else None
    for line in [tables.write_table(listing, opened, day(today), out)] if tables else report(listing.register):
        click.echo(line)
    if found.register.errors:
        click.echo(WORDS["errors"].format(count=found.register.errors), err=True)

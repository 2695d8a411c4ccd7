"""``gongshi gaps``: everything that is not known yet, who has to say it, and how complete each window is."""

from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

import click

from generator.build.gap_listing import list_gaps
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import must_agree, progress
from generator.content.project import Project, open_project
from generator.gaps.gap import Kind
from generator.gaps.report import report
from generator.system.environment import cores
from generator.system.on_demand import load
from generator.texts.commands import TEXTS
from generator.texts.gaps import FILL, WORDS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["gaps"])
@PROJECT
@TODAY
@click.option("--window", metavar=PLACEHOLDERS["window"], help=TEXTS["gaps_window"])
@click.option("--kind", type=click.Choice(get_args(Kind)), help=TEXTS["gaps_kind"])
@click.option(
    "--out", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path, dir_okay=False), help=TEXTS["gaps_out"]
)
@click.option(
    "--fill", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path, dir_okay=False), help=TEXTS["gaps_fill"]
)
@click.option("--yes", is_flag=True, help=TEXTS["yes"])
def gaps(project: Path, today: datetime | None, fill: Path | None, yes: bool, **which: Any) -> None:
    """List the gaps, write them into a table, or read a filled table back; ``which`` are the options of a list."""
    opened = open_project(project)
    if fill:
        _fill(fill, yes, opened, day(today))
    else:
        _list(opened, day(today), **which)


def _list(project: Project, today: date, window: str | None, kind: Any, out: Path | None) -> None:
    with progress() as count:
        count("read", 0, 0)
        found = list_gaps(project.root, project.content, today, cores())
    listing = found._replace(register=found.register.narrowed(window, kind))
    tables = load("generator.build.gap_tables") if out else None
    for line in [tables.write_table(listing, project, today, out)] if tables else report(listing.register):
        click.echo(line)
    if found.register.errors:
        click.echo(WORDS["errors"].format(count=found.register.errors), err=True)


def _fill(workbook: Path, yes: bool, project: Project, today: date) -> None:
    filling, changes = load("generator.build.gap_filling"), load("generator.catalogue.changes")
    with progress() as count:
        count("read", 0, 0)
        plan = filling.plan(workbook, project, today, cores())
    for line in filling.lines(plan):
        click.echo(line)
    if not plan.files:
        return
    if not yes:
        must_agree(FILL["ask"].format(**filling.count(plan)))
    changes.apply(plan)
    click.echo(FILL["done"].format(**filling.count(plan)), err=True)

"""``gongshi duties``: what has to be published by the standard catalogues, what is overdue, and what is due next."""

import sys
from datetime import datetime
from pathlib import Path

import click

from generator.build.duty_files import list_duties, write_duties
from generator.build.staff import refuse_public
from generator.cli.options import PROJECT, TODAY, day
from generator.content.project import open_project
from generator.duties.duty import is_overdue
from generator.duties.report import report
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["duties"])
@PROJECT
@TODAY
@click.option(
    "--staff",
    metavar=PLACEHOLDERS["folder"],
    type=click.Path(path_type=Path, file_okay=False),
    help=TEXTS["duties_staff"],
)
def duties(project: Path, today: datetime | None, staff: Path | None) -> None:
    """Print the table, and write page and calendar where there is a folder for them; 1 if anything is overdue."""
    opened, date = open_project(project), day(today)
    if staff:
        refuse_public(staff, opened)
    dataset, found = list_duties(opened, date)
    click.echo("\n".join(report(found)))
    if staff and (told := write_duties(staff, opened, dataset, date)):
        click.echo(told)
    sys.exit(is_overdue(found))

"""``gongshi assess``: the sheet of the quarterly assessment, computed from what is public and from the records."""

from datetime import datetime
from pathlib import Path

import click

from generator.build.assessing import assess_project
from generator.build.staff import refuse_public
from generator.cli.options import PERIOD, PROJECT, TODAY, day
from generator.content.project import open_project
from generator.system.environment import cores
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command(help=TEXTS["assess"])
@PROJECT
@TODAY
@PERIOD
@click.option("--out", metavar=PLACEHOLDERS["file"], type=_FILE, help=TEXTS["assess_out"])
@click.option("--staff", metavar=PLACEHOLDERS["folder"], type=_FOLDER, help=TEXTS["assess_staff"])
def assess(project: Path, today: datetime | None, period: str, out: Path | None, staff: Path | None) -> None:
    """Print the sheet, and write table and page where they are asked for."""
    opened = open_project(project)
    if staff:
        refuse_public(staff, opened)
    found = assess_project(opened, period, day(today), cores())
    written = ([found.write_table(out)] if out else []) + ([found.write_page(staff)] if staff else [])
    click.echo("\n".join(found.report()))
    for line in (*found.notes, *written):
        click.echo(line, err=True)

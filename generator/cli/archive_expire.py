"""``gongshi archive expire``: what must not, or need not, be kept any longer."""

from datetime import datetime
from pathlib import Path

import click

from generator.build.expiring import expire as remove
from generator.build.options import BuildOptions
from generator.cli.halls import HALL, opened
from generator.cli.options import PROJECT, TODAY, day
from generator.system.environment import cores
from generator.texts.archive import COMMANDS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=COMMANDS["expire"])
@PROJECT
@HALL
@TODAY
@click.option("--delete", multiple=True, metavar=PLACEHOLDERS["package"], help=COMMANDS["expire_delete"])
def expire(project: Path, hall: str | None, today: datetime | None, delete: tuple[str, ...]) -> None:
    """Remove it from the journal; tell of packages, and remove those that are named."""
    for line in remove(opened(project, hall), BuildOptions(day(today), "none", cores()), delete):
        click.echo(line)

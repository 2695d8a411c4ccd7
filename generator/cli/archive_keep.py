"""``gongshi archive keep``: begins the journal, and publishes the site once for it."""

from datetime import datetime
from pathlib import Path

import click

from generator.build.archiving import begin_journal
from generator.build.options import BuildOptions
from generator.cli.halls import HALL, is_fleet
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress, tell
from generator.content.project import open_project
from generator.engines.mkdocs import MkDocs
from generator.fleet.archiving import begin_halls
from generator.fleet.settings import read_fleet
from generator.system.clock import china_now
from generator.system.environment import cores
from generator.texts.archive import COMMANDS


@click.command(help=COMMANDS["keep"])
@PROJECT
@HALL
@TODAY
def keep(project: Path, hall: str | None, today: datetime | None) -> None:
    """Make the folder, build, remember; of halls of a fleet, remember what is built."""
    if hall is not None or is_fleet(project):
        tell(begin_halls(read_fleet(project), hall, day(today), china_now()))
        return
    opened = open_project(project)
    with progress() as count:
        options = BuildOptions(day(today), opened.posters, cores(), count)
        told = list(begin_journal(opened, options, MkDocs(), china_now()))
    click.echo("\n".join(told))

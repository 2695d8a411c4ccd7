"""``gongshi fleet status``: what is known of each hall from the last runs, without building anything."""

import sys
from datetime import datetime
from pathlib import Path

import click

from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import tell
from generator.content.project import POSTER_MODES, PosterMode
from generator.fleet.report import status_lines
from generator.fleet.settings import read_fleet
from generator.texts.fleet import FLEET


@click.command(help=FLEET["status"])
@PROJECT
@TODAY
@click.option("--posters", type=click.Choice(POSTER_MODES), default=POSTER_MODES[0], help=FLEET["posters"])
def status(project: Path, today: datetime | None, posters: PosterMode) -> None:
    """Tell of each hall whether its site is of today, and what has to be printed."""
    fleet = read_fleet(project)
    lines = list(status_lines(fleet, day(today), posters))
    tell(lines)
    sys.exit(int(any(line.is_finding for line in lines)))

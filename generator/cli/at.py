"""``gongshi at``: what the site said on a day, since when, and until when."""

import sys
from pathlib import Path

import click

from generator.build.asked_day import asked, asked_of
from generator.cli.halls import HALL, is_fleet, opened
from generator.cli.options import PROJECT
from generator.cli.terminal import tell
from generator.texts.archive import COMMANDS
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["at"])
@click.argument("moment", metavar=PLACEHOLDERS["day"])
@click.argument("address", metavar=PLACEHOLDERS["web_address"])
@PROJECT
@HALL
@click.option(
    "--out", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path, dir_okay=False), help=COMMANDS["at_out"]
)
@click.option(
    "--from",
    "package",
    metavar=PLACEHOLDERS["package"],
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help=COMMANDS["at_from"],
)
def at(moment: str, address: str, project: Path, hall: str | None, out: Path | None, package: Path | None) -> None:
    """Tell it; exit with 1 where nobody can say it any more, or nothing stood there."""
    if hall is None and not is_fleet(project):
        answer = asked(project, moment, address, out, package)
    else:
        answer = asked_of(opened(project, hall, as_built=True), moment, address, out, package)
    tell(answer.lines)
    sys.exit(0 if answer.found else 1)

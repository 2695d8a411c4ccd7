"""``gongshi inspect``: what an inspection of government sites would find, by published indicators."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from generator.build.inspecting import Inspected, inspect_project
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress
from generator.content.project import open_project
from generator.inspection.told import as_json, lines
from generator.system.environment import cores
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(help=TEXTS["inspect"])
@PROJECT
@TODAY
@click.option("--profile", metavar=PLACEHOLDERS["file"], type=_FILE, help=TEXTS["inspect_profile"])
@click.option("--out", metavar=PLACEHOLDERS["file"], type=_FILE, help=TEXTS["inspect_out"])
@click.option("--json", "as_values", is_flag=True, help=TEXTS["json"])
def inspect(project: Path, today: datetime | None, profile: Path | None, out: Path | None, as_values: bool) -> None:
    """Inspect the project; exit code 1 where there is a veto."""
    with progress() as count:
        count("read", 0, 0)
        found = inspect_project(open_project(project), profile, day(today), cores())
    _tell(found, out, as_values)
    sys.exit(int(bool(found.assessment.vetoes)))


def _tell(found: Inspected, out: Path | None, as_values: bool) -> None:
    """The table, plain values, or lines."""
    written = found.write(out) if out else ""
    if as_values:
        click.echo(json.dumps(as_json(found.assessment, found.located), ensure_ascii=False, indent=1))
    elif out is None:
        for line in lines(found.assessment, found.located):
            click.echo(line)
    if written:
        click.echo(written, err=as_values)
        click.echo(found.summary(), err=True)
    for note in found.notes:
        click.echo(note, err=True)

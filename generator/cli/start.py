"""``gongshi init`` and ``gongshi new``: a new project, a sample of a record."""

from pathlib import Path

import click

from generator.cli.options import PROJECT
from generator.content import scaffold
from generator.content.project import content_folder
from generator.system.clock import china_today
from generator.system.environment import templates_folder
from generator.texts.commands import TEXTS


@click.command(help=TEXTS["init"])
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Start a hall's project."""
    for path in scaffold.init(folder, templates_folder() / "starter", china_today()):
        click.echo(path)
    click.echo(TEXTS["init_done"].format(folder=folder))


@click.command(help=TEXTS["new"])
@click.argument("kind", type=click.Choice(scaffold.SAMPLE_KINDS))
@click.argument("record_id", metavar="ID")
@PROJECT
def new(kind: str, record_id: str, project: Path) -> None:
    """Write a commented sample of a record."""
    click.echo(scaffold.new(content_folder(project), templates_folder() / "starter", kind, record_id, china_today()))

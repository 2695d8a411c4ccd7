"""``gongshi init`` and ``gongshi new``: a new project, a sample of a record."""

from pathlib import Path

import click

from generator.cli.options import PROJECT
from generator.content import scaffold
from generator.content.project import content_folder
from generator.system.clock import china_today
from generator.system.environment import templates_folder
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["init"])
@click.argument("folder", metavar=PLACEHOLDERS["folder"], type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Start a hall's project."""
    written = list(scaffold.init(folder, templates_folder() / "starter", china_today()))
    content = folder / "content"
    mine = sorted((path for path in written if content in path.parents), key=lambda path: path.name != "site.yml")
    click.echo(TEXTS["init_done"].format(folder=folder))
    for path in mine:
        click.echo(f"  {path}")
    click.echo(TEXTS["init_rest"].format(count=len(written) - len(mine)))


@click.command(help=TEXTS["new"])
@click.argument("kind", metavar=PLACEHOLDERS["kind"], type=click.Choice(scaffold.SAMPLE_KINDS))
@click.argument("record_id", metavar=PLACEHOLDERS["id"])
@PROJECT
def new(kind: str, record_id: str, project: Path) -> None:
    """Write a commented sample of a record."""
    path = scaffold.new(content_folder(project), templates_folder() / "starter", kind, record_id, china_today())
    click.echo(TEXTS["new_done"].format(path=path))

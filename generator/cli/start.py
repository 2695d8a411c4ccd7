"""``gongshi init`` and ``gongshi new``: a new project, a sample of a record."""

import sys
from pathlib import Path

import click

from generator.cli.options import PROJECT
from generator.cli.terminal import one_of
from generator.content import scaffold
from generator.content.project import content_folder
from generator.system.clock import china_today
from generator.system.environment import templates_folder
from generator.texts.commands import TEXTS
from generator.texts.presets import PRESETS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["init"])
@click.argument("folder", metavar=PLACEHOLDERS["folder"], type=click.Path(path_type=Path))
@click.option("--preset", type=click.Choice([*PRESETS]), help=TEXTS["preset"])
def init(folder: Path, preset: str | None) -> None:
    """Start a hall's project."""
    scaffold.refuse_used(folder)
    preset = preset or (_asked() if _has_terminal() else scaffold.DEFAULT_PRESET)
    written = list(scaffold.init(folder, templates_folder() / "starter", china_today(), preset))
    content = folder / "content"
    mine = sorted((path for path in written if content in path.parents), key=lambda path: path.name != "site.yml")
    click.echo(TEXTS["init_done"].format(folder=folder))
    for path in mine:
        click.echo(f"  {path}")
    click.echo(TEXTS["init_rest"].format(count=len(written) - len(mine)))


def _has_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _asked() -> str:
    """The kind of hall that the user chose, by number or by name."""
    names = [*PRESETS]
    click.echo("\n".join((TEXTS["preset_ask"], *(f"  {number}  {name}" for number, name in enumerate(names, 1)))))
    numbers = {str(number): name for number, name in enumerate(names, 1)}
    return one_of(TEXTS["menu_ask"], numbers | {name: name for name in names}, "1")


@click.command(help=TEXTS["new"])
@click.argument("kind", metavar=PLACEHOLDERS["kind"], type=click.Choice(scaffold.SAMPLE_KINDS))
@click.argument("record_id", metavar=PLACEHOLDERS["id"])
@PROJECT
def new(kind: str, record_id: str, project: Path) -> None:
    """Write a commented sample of a record."""
    path = scaffold.new(content_folder(project), templates_folder() / "starter", kind, record_id, china_today())
    click.echo(TEXTS["new_done"].format(path=path))

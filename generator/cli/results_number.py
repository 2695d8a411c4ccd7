"""``gongshi results number``: gives numbers to the cases of a register, in a copy of it."""

from pathlib import Path

import click

from generator.cli.options import PERIOD, PROJECT
from generator.content.project import content_folder
from generator.register import numbered
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command("number", help=TEXTS["results_number"])
@click.argument("register", metavar=PLACEHOLDERS["register"], type=click.Path(path_type=Path))
@PERIOD
@click.option(
    "--out", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path, dir_okay=False), help=TEXTS["number_out"]
)
@PROJECT
def number_results(register: Path, period: str, out: Path | None, project: Path) -> None:
    """Number a register."""
    copy = out or numbered.copy_beside(register)
    count = numbered.write(register, copy, project, content_folder(project), period)
    click.echo(TEXTS["numbered"].format(count=count, name=copy))

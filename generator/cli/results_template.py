"""``gongshi results template``: writes an empty register as an Excel file."""

from pathlib import Path

import click

from generator.cli.options import PROJECT
from generator.content.project import content_folder
from generator.register import blank
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command("template", help=TEXTS["results_template"])
@click.option(
    "--out",
    metavar=PLACEHOLDERS["file"],
    type=click.Path(path_type=Path, dir_okay=False),
    show_default=f"../{blank.NAME}",
    help=TEXTS["template_out"],
)
@PROJECT
def write_template(out: Path | None, project: Path) -> None:
    """Write an empty register."""
    click.echo(blank.write(out or blank.beside(project), content_folder(project)))

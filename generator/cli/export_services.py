"""``gongshi export services``: the hall's services, windows and settings as a workbook."""

from pathlib import Path

import click

from generator.catalogue import exporting
from generator.cli.options import PROJECT
from generator.content.project import content_folder
from generator.publish.files import save
from generator.texts.catalogue import CATALOGUE
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command("services", help=TEXTS["export_services"])
@click.argument("file", metavar=PLACEHOLDERS["workbook"], type=click.Path(path_type=Path))
@PROJECT
def export_services(file: Path, project: Path) -> None:
    """Write the workbook."""
    exported = exporting.exported(content_folder(project), file)
    save(file, exported.data)
    click.echo(CATALOGUE["exported"].format(path=file, **exported.counts))

"""``gongshi export services``: the hall's services, windows and settings as a workbook."""

from pathlib import Path

import click

from generator.catalogue import exporting
from generator.cli.options import PROJECT
from generator.cli.terminal import must_agree
from generator.content.project import cache_folder, content_folder
from generator.publish.files import save
from generator.system.clock import china_today
from generator.texts.catalogue import CATALOGUE
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command("services", help=TEXTS["export_services"])
@click.argument("file", metavar=PLACEHOLDERS["workbook"], type=click.Path(path_type=Path))
@PROJECT
@click.option("--yes", is_flag=True, help=TEXTS["export_yes"])
def export_services(file: Path, project: Path, yes: bool) -> None:
    """Write the workbook; ask before one is replaced that holds work."""
    content = content_folder(project)
    exported = exporting.exported(content, file)
    if not yes and exporting.holds_work(file, content, cache_folder(project), china_today()):
        must_agree(CATALOGUE["replace"].format(path=file))
    save(file, exported.data)
    click.echo(CATALOGUE["exported"].format(path=file, **exported.counts))

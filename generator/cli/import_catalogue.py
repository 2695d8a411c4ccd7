"""``gongshi import catalogue``: from a sheet of Excel, WPS or CSV to a standard catalogue (公开标准目录)."""

from datetime import datetime
from pathlib import Path

import click

from generator.catalogue import duty_import
from generator.cli.one_file import carry_out, id_option, imports_file, sheet_option
from generator.cli.options import TODAY, day
from generator.content.project import content_folder
from generator.texts.commands import TEXTS


@click.command("catalogue", help=TEXTS["import_catalogue"])
@imports_file(TODAY, id_option("catalogue", TEXTS["catalogue_id"]), sheet_option(TEXTS["catalogue_sheet"]))
def import_catalogue(
    file: Path, project: Path, today: datetime | None, catalogue: str | None, sheet: str | None, **asking: bool
) -> None:
    """Show what would change, ask, and write."""
    carry_out(duty_import.planned(file, catalogue, sheet, content_folder(project), day(today)), **asking)

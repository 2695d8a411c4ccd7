"""``gongshi import disclosure``: from a sheet of Excel, WPS or CSV to the table of a disclosure."""

from datetime import datetime
from pathlib import Path

import click

from generator.catalogue import disclosures
from generator.cli.one_file import carry_out, id_option, imports_file, sheet_option
from generator.cli.options import TODAY, day
from generator.content.project import content_folder
from generator.texts.commands import TEXTS


@click.command("disclosure", help=TEXTS["import_disclosure"])
@imports_file(TODAY, id_option("record", TEXTS["disclosure_id"]), sheet_option(TEXTS["disclosure_sheet"]))
def import_disclosure(
    file: Path, project: Path, today: datetime | None, record: str | None, sheet: str | None, **asking: bool
) -> None:
    """Show what would change, ask, and write."""
    carry_out(disclosures.planned(file, record, sheet, content_folder(project), day(today)), **asking)

"""``gongshi import disclosure``: from a sheet of Excel, WPS or CSV to the table of a disclosure."""

from datetime import datetime
from pathlib import Path

import click

from generator.catalogue import disclosures
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import agrees
from generator.content.project import content_folder
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command("disclosure", help=TEXTS["import_disclosure"])
@click.argument("file", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path))
@PROJECT
@TODAY
@click.option("--id", "record", metavar=PLACEHOLDERS["id"], help=TEXTS["disclosure_id"])
@click.option("--sheet", metavar=PLACEHOLDERS["sheet"], help=TEXTS["disclosure_sheet"])
@click.option("--yes", is_flag=True, help=TEXTS["yes"])
@click.option("--dry-run", is_flag=True, help=TEXTS["dry_run"])
def import_disclosure(
    file: Path, project: Path, today: datetime | None, record: str | None, sheet: str | None, yes: bool, dry_run: bool
) -> None:
    """Show what would change, ask, and write."""
    plan = disclosures.planned(file, record, sheet, content_folder(project), day(today))
    click.echo("\n".join(plan.report))
    if plan.changed:
        click.echo(disclosures.finished(plan, dry_run, lambda question: yes or agrees(question)))

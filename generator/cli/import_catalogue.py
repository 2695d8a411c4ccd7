"""``gongshi import catalogue``: from a sheet of Excel, WPS or CSV to a standard catalogue (公开标准目录)."""

from datetime import datetime
from pathlib import Path

import click

from generator.catalogue import duty_import
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import agrees
from generator.content.project import content_folder
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command("catalogue", help=TEXTS["import_catalogue"])
@click.argument("file", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path))
@PROJECT
@TODAY
@click.option("--id", "catalogue", metavar=PLACEHOLDERS["id"], help=TEXTS["catalogue_id"])
@click.option("--sheet", metavar=PLACEHOLDERS["sheet"], help=TEXTS["catalogue_sheet"])
@click.option("--yes", is_flag=True, help=TEXTS["yes"])
@click.option("--dry-run", is_flag=True, help=TEXTS["dry_run"])
def import_catalogue(
    file: Path,
    project: Path,
    today: datetime | None,
    catalogue: str | None,
    sheet: str | None,
    yes: bool,
    dry_run: bool,
) -> None:
    """Show what would change, ask, and write."""
    plan = duty_import.planned(file, catalogue, sheet, content_folder(project), day(today))
    click.echo("\n".join(plan.report))
    if plan.changed:
        click.echo(duty_import.finished(plan, dry_run, lambda question: yes or agrees(question)))

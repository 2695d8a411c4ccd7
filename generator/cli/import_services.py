"""``gongshi import services``: from a sheet of services to files, and from our own workbook back."""

from datetime import datetime
from pathlib import Path

import click

from generator.catalogue import importing
from generator.catalogue.changes import apply
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import agrees
from generator.content.project import content_folder
from generator.texts.catalogue import CATALOGUE
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command("services", help=TEXTS["import_services"])
@click.argument("file", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path))
@PROJECT
@TODAY
@click.option("--yes", is_flag=True, help=TEXTS["yes"])
@click.option("--dry-run", is_flag=True, help=TEXTS["dry_run"])
def import_services(file: Path, project: Path, today: datetime | None, yes: bool, dry_run: bool) -> None:
    """Show what would change, ask, and write."""
    plan = importing.planned(file, content_folder(project), day(today))
    click.echo("\n".join(importing.lines(plan)))
    if not plan.files:
        return
    if dry_run:
        click.echo(CATALOGUE["dry"])
    elif not yes and not agrees(importing.question(plan)):
        raise importing.NotAgreed
    else:
        apply(plan)
        click.echo(CATALOGUE["done"].format(count=len(plan.files)))

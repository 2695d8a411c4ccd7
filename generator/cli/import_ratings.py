"""``gongshi import ratings``: from an export of the official rating system (好差评) to the counts of a month."""

from pathlib import Path

import click

from generator.catalogue import rating_import
from generator.cli.options import PERIOD, PROJECT
from generator.cli.terminal import agrees
from generator.content.project import content_folder
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command("ratings", help=TEXTS["import_ratings"])
@click.argument("file", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path))
@PROJECT
@PERIOD
@click.option("--yes", is_flag=True, help=TEXTS["yes"])
@click.option("--dry-run", is_flag=True, help=TEXTS["dry_run"])
def import_ratings(file: Path, project: Path, period: str, yes: bool, dry_run: bool) -> None:
    """Show what would change, ask, and write."""
    plan = rating_import.planned(file, period, content_folder(project))
    click.echo("\n".join(plan.report))
    if plan.changed:
        click.echo(rating_import.finished(plan, dry_run, lambda question: yes or agrees(question)))

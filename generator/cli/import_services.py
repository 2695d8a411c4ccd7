"""``gongshi import services``: from a hall's lists and guides to files, and from our own workbook back."""

from datetime import datetime
from pathlib import Path

import click

from generator.catalogue import importing
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import agrees
from generator.content.project import cache_folder, content_folder
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command("services", help=TEXTS["import_services"])
@click.argument("files", metavar=PLACEHOLDERS["files"], nargs=-1, required=True, type=click.Path(path_type=Path))
@PROJECT
@TODAY
@click.option("--mapping", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path), help=TEXTS["mapping"])
@click.option("--materials", is_flag=True, help=TEXTS["catalogue_papers"])
@click.option("--yes", is_flag=True, help=TEXTS["yes"])
@click.option("--dry-run", is_flag=True, help=TEXTS["dry_run"])
def import_services(
    files: tuple[Path, ...], project: Path, today: datetime | None, mapping: Path | None, materials: bool, yes: bool,
    dry_run: bool,
) -> None:  # fmt: skip
    """Show what would change, ask, and write."""
    wishes = importing.Wishes(mapping, materials, cache_folder(project))
    plan = importing.planned(files, content_folder(project), day(today), wishes)
    click.echo("\n".join(importing.lines(plan)))
    if plan.files:
        click.echo(importing.finished(plan, wishes, dry_run, lambda question: yes or agrees(question)))

"""``gongshi import ratings``: from an export of the official rating system (好差评) to the counts of a month."""

from pathlib import Path

import click

from generator.catalogue import rating_import
from generator.cli.one_file import carry_out, imports_file
from generator.cli.options import PERIOD
from generator.content.project import content_folder
from generator.texts.commands import TEXTS


@click.command("ratings", help=TEXTS["import_ratings"])
@imports_file(PERIOD)
def import_ratings(file: Path, project: Path, period: str, **asking: bool) -> None:
    """Show what would change, ask, and write."""
    carry_out(rating_import.planned(file, period, content_folder(project)), **asking)

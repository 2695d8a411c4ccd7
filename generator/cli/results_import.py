"""``gongshi results import``: from the hall's register to a period of results."""

from datetime import datetime
from pathlib import Path

import click

from generator.cli.asking import clerk
from generator.cli.options import PERIOD, PROJECT, TODAY, day
from generator.content.project import content_folder
from generator.register import dialogue, opening
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command("import", help=TEXTS["results_import"])
@click.argument("register", metavar=PLACEHOLDERS["register"], type=click.Path(path_type=Path))
@PERIOD
@PROJECT
@TODAY
@click.option("--by", metavar=PLACEHOLDERS["post"], help=TEXTS["by"])
@click.option("--sheet", metavar=PLACEHOLDERS["sheet"], help=TEXTS["sheet"])
@click.option("--reason", metavar=PLACEHOLDERS["reason"], help=TEXTS["reason"])
@click.option("--yes", is_flag=True, help=TEXTS["yes"])
@click.option("--dry-run", is_flag=True, help=TEXTS["dry_run"])
def import_results(
    register: Path, period: str, project: Path, today: datetime | None, by: str | None, sheet: str | None,
    reason: str | None, yes: bool, dry_run: bool,
) -> None:  # fmt: skip
    """Import a period of results."""
    request = opening.ImportRequest(register, project, content_folder(project), period, day(today), by, sheet)
    dialogue.run(request, dialogue.Wishes(reason, yes, dry_run), clerk())

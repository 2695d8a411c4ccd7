"""``gongshi import regulation``: from the Word files and pasted texts of a hall to its rules."""

import sys
from datetime import datetime
from pathlib import Path

import click

from generator.cli.asking import clerk
from generator.cli.options import PROJECT, TODAY, day
from generator.content.project import content_folder
from generator.intake import dialogue
from generator.intake.questions import Wishes
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS

PASTED = "-"


@click.command("regulation", help=TEXTS["import_regulation"])
@click.argument("files", metavar=PLACEHOLDERS["files"], nargs=-1, required=True, type=click.Path(path_type=Path))
@PROJECT
@TODAY
@click.option("--out", metavar=PLACEHOLDERS["folder"], type=click.Path(path_type=Path), help=TEXTS["import_out"])
@click.option("--simplified", is_flag=True, help=TEXTS["simplified"])
@click.option("--correct", is_flag=True, help=TEXTS["correct"])
@click.option("--yes", is_flag=True, help=TEXTS["take_all"])
@click.option("--dry-run", is_flag=True, help=TEXTS["dry_run"])
def import_regulation(
    files: tuple[Path, ...], project: Path, today: datetime | None, out: Path | None, simplified: bool, correct: bool,
    yes: bool, dry_run: bool,
) -> None:  # fmt: skip
    """Import rules."""
    pasted = sys.stdin.buffer.read() if Path(PASTED) in files else None
    paths = [path for path in files if path != Path(PASTED)]
    wishes = Wishes(yes, dry_run, simplified, correct, out)
    dialogue.run(paths, pasted, content_folder(project), day(today), wishes, clerk())

"""``gongshi search``: what residents would see for some words, and why."""

from datetime import datetime
from pathlib import Path

import click

from generator.build.search_preview import ask, told
from generator.cli.options import PROJECT, TODAY, day
from generator.content.project import open_project
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["search"])
@click.argument("words", nargs=-1, required=True, metavar=PLACEHOLDERS["words"])
@PROJECT
@TODAY
def search(words: tuple[str, ...], project: Path, today: datetime | None) -> None:
    """Tell what residents find."""
    for line in told(ask(open_project(project), " ".join(words), day(today))):
        click.echo(line)

"""Options that several commands share, and the conversion of their values."""

from datetime import date, datetime
from pathlib import Path

import click

from generator.system.clock import china_today
from generator.texts.commands import TEXTS

PROJECT = click.option(
    "-C", "--project", type=click.Path(path_type=Path, file_okay=False), default=Path(), help=TEXTS["project"]
)
TODAY = click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help=TEXTS["today"])


def day(value: datetime | None) -> date:
    """The day that was asked for; else today in China."""
    return value.date() if value else china_today()

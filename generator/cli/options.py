"""Options that several commands share, and the conversion of their values."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.cli.usage import Mistyped
from generator.model.posting import PERIOD_PATTERN
from generator.system.clock import china_today
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS

PROJECT = click.option(
    "-C",
    "--project",
    metavar=PLACEHOLDERS["folder"],
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help=TEXTS["project"],
)


def _period(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(PERIOD_PATTERN, value):
        raise Mistyped(TEXTS["bad_period"].format(id=value))
    return value


def period_option(required: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option that names a period."""
    return click.option(
        "--period", metavar=PLACEHOLDERS["period"], required=required, callback=_period, help=TEXTS["period"]
    )


PERIOD = period_option(required=True)
TODAY = click.option("--today", metavar=PLACEHOLDERS["day"], type=click.DateTime(["%Y-%m-%d"]), help=TEXTS["today"])


def day(value: datetime | None) -> date:
    """The day that was asked for; else today in China."""
    return value.date() if value else china_today()

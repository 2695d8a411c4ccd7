"""``gongshi approve``: one role approves records (三审三校), in a hall or in those of a fleet."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from generator.build import approving
from generator.cli.halls import HALL, is_fleet
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import must_agree
from generator.content.project import content_folder
from generator.fleet import approving as in_fleet
from generator.fleet.settings import read_fleet
from generator.system.environment import cores
from generator.texts.commands import TEXTS
from generator.texts.sign_off import SIGN_OFF
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["approve"])
@click.argument("records", metavar=PLACEHOLDERS["records"], nargs=-1)
@click.option("--role", metavar=PLACEHOLDERS["role"], required=True, help=TEXTS["approve_role"])
@PROJECT
@HALL
@TODAY
@click.option("--yes", is_flag=True, help=TEXTS["yes"])
def approve(project: Path, hall: str | None, yes: bool, **asked: Any) -> None:
    """Show what changed, ask, and write."""
    plans = _plans(project, hall, **asked)
    click.echo("\n".join(in_fleet.lines(plans)))
    if count := sum(len(one.plan.records) for one in plans):
        if not yes:
            must_agree(SIGN_OFF["ask"].format(count=count, role=asked["role"]))
        for line in in_fleet.apply(plans):
            click.echo(line, err=True)


def _plans(
    project: Path, hall: str | None, records: Sequence[str], role: str, today: datetime | None
) -> list[in_fleet.HallPlan]:
    """What is approved in the hall alone, which has no id, or in halls of a fleet."""
    asked = records, role, day(today), cores()
    if hall is not None or is_fleet(project):
        return in_fleet.planned(read_fleet(project), hall, *asked)
    return [in_fleet.HallPlan("", approving.planned(content_folder(project), *asked))]

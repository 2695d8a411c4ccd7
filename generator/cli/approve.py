"""``gongshi approve``: one role approves records (三审三校)."""

from datetime import datetime
from pathlib import Path

import click

from generator.build import approving
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import must_agree
from generator.content.project import content_folder
from generator.system.environment import cores
from generator.texts.commands import TEXTS
from generator.texts.sign_off import SIGN_OFF
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["approve"])
@click.argument("records", metavar=PLACEHOLDERS["records"], nargs=-1)
@click.option("--role", metavar=PLACEHOLDERS["role"], required=True, help=TEXTS["approve_role"])
@PROJECT
@TODAY
@click.option("--yes", is_flag=True, help=TEXTS["yes"])
def approve(records: tuple[str, ...], role: str, project: Path, today: datetime | None, yes: bool) -> None:
    """Show what changed, ask, and write."""
    plan = approving.planned(content_folder(project), records, role, day(today), cores())
    click.echo("\n".join(approving.lines(plan)))
    if plan.records:
        if not yes:
            must_agree(SIGN_OFF["ask"].format(count=len(plan.records), role=role))
        click.echo(approving.apply(plan), err=True)

"""``gongshi archive``: the journal of what was published, and packages made of it."""

from datetime import datetime
from pathlib import Path

import click

from generator.cli.groups import Deferred, LazyGroup
from generator.cli.halls import HALL, opened
from generator.cli.options import PROJECT, TODAY, day, period_option
from generator.cli.terminal import progress
from generator.system.environment import cores
from generator.system.on_demand import load
from generator.texts.archive import COMMANDS
from generator.texts.commands import TEXTS

ARCHIVE_COMMANDS = {
    "keep": Deferred("generator.cli.archive_keep", "keep", COMMANDS["keep"]),
    "key": Deferred("generator.cli.archive_proof", "make_key", COMMANDS["key"]),
    "stamp": Deferred("generator.cli.archive_proof", "stamp", COMMANDS["stamp"]),
    "verify": Deferred("generator.cli.archive_proof", "verify", COMMANDS["verify"]),
    "expire": Deferred("generator.cli.archive_expire", "expire", COMMANDS["expire"]),
}


@click.group(
    "archive",
    cls=LazyGroup,
    table=ARCHIVE_COMMANDS,
    invoke_without_command=True,
    no_args_is_help=True,
    help=TEXTS["archive"],
)
@period_option(required=False)
@PROJECT
@HALL
@TODAY
@click.pass_context
def archive(ctx: click.Context, period: str | None, project: Path, hall: str | None, today: datetime | None) -> None:
    """Make the package of a period, where one is named and no other command is."""
    if ctx.invoked_subcommand:
        return
    if period is None:
        raise click.MissingParameter(ctx=ctx, param=next(one for one in ctx.command.params if one.name == "period"))
    found = opened(project, hall)
    with progress() as count:
        options = load("generator.build.options").BuildOptions(day(today), "none", cores(), count)
        told = list(load("generator.build.packaging").make(found, period, options))
    click.echo("\n".join(told))

"""``gongshi fleet``: the commands for all halls of a county or a province."""

import click

from generator.cli.groups import Deferred, LazyGroup
from generator.texts.commands import TEXTS
from generator.texts.fleet import FLEET

FLEET_COMMANDS = {
    "check": Deferred("generator.cli.fleet_runs", "check", FLEET["check"]),
    "build": Deferred("generator.cli.fleet_runs", "build", FLEET["build"]),
    "status": Deferred("generator.cli.fleet_status", "status", FLEET["status"]),
}


@click.group("fleet", cls=LazyGroup, table=FLEET_COMMANDS, help=TEXTS["fleet"])
def fleet() -> None:
    """The group ``gongshi fleet``."""

"""``gongshi export``: the commands that write content in other forms, to be changed there and imported again."""

import click

from generator.cli.groups import Deferred, LazyGroup
from generator.texts.commands import TEXTS

EXPORT_COMMANDS = {
    "services": Deferred("generator.cli.export_services", "export_services", TEXTS["export_services"]),
}


@click.group("export", cls=LazyGroup, table=EXPORT_COMMANDS, help=TEXTS["export"])
def exports() -> None:
    """The group ``gongshi export``."""

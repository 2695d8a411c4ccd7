"""``gongshi import``: the commands that turn what a hall has already into its content."""

import click

from generator.cli.groups import Deferred, LazyGroup
from generator.texts.commands import TEXTS

IMPORT_COMMANDS = {
    "services": Deferred("generator.cli.import_services", "import_services", TEXTS["import_services"]),
}


@click.group("import", cls=LazyGroup, table=IMPORT_COMMANDS, help=TEXTS["import"])
def imports() -> None:
    """The group ``gongshi import``."""

"""``gongshi archive``: the journal of what was published, and packages made of it."""

import click

from generator.cli.groups import Deferred, LazyGroup
from generator.texts.archive import COMMANDS
from generator.texts.commands import TEXTS

ARCHIVE_COMMANDS = {
    "keep": Deferred("generator.cli.archive_keep", "keep", COMMANDS["keep"]),
}


@click.group("archive", cls=LazyGroup, table=ARCHIVE_COMMANDS, help=TEXTS["archive"])
def archive() -> None:
    """The group ``gongshi archive``."""

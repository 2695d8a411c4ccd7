"""``gongshi import``: the commands that turn what a hall has already into its content."""

import click

from generator.cli.groups import Deferred, LazyGroup
from generator.texts.commands import TEXTS

IMPORT_COMMANDS = {
    "regulation": Deferred("generator.cli.import_regulation", "import_regulation", TEXTS["import_regulation"]),
    "services": Deferred("generator.cli.import_services", "import_services", TEXTS["import_services"]),
    "disclosure": Deferred("generator.cli.import_disclosure", "import_disclosure", TEXTS["import_disclosure"]),
    "catalogue": Deferred("generator.cli.import_catalogue", "import_catalogue", TEXTS["import_catalogue"]),
    "ratings": Deferred("generator.cli.import_ratings", "import_ratings", TEXTS["import_ratings"]),
}


@click.group("import", cls=LazyGroup, table=IMPORT_COMMANDS, help=TEXTS["import"])
def imports() -> None:
    """The group ``gongshi import``."""

"""``gongshi results``: the commands for the register and the results of a period, in the order of the work."""

import click

from generator.cli.groups import Deferred, LazyGroup
from generator.texts.commands import TEXTS

RESULT_COMMANDS = {
    "template": Deferred("generator.cli.results_template", "write_template", TEXTS["results_template"]),
    "number": Deferred("generator.cli.results_number", "number_results", TEXTS["results_number"]),
    "import": Deferred("generator.cli.results_import", "import_results", TEXTS["results_import"]),
}


@click.group("results", cls=LazyGroup, table=RESULT_COMMANDS, help=TEXTS["results"])
def results() -> None:
    """The group ``gongshi results``."""

"""The commands. Each module has one, or a few that belong together: it parses, calls another room, and reports.

``COMMANDS`` and ``RESULT_COMMANDS`` name the module of each command, which is imported when the command runs.
"""

import click

from generator.cli.groups import Deferred, LazyGroup, MainGroup
from generator.texts.commands import TEXTS

COMMANDS = {
    "init": Deferred("generator.cli.start", "init", TEXTS["init"]),
    "new": Deferred("generator.cli.start", "new", TEXTS["new"]),
    "check": Deferred("generator.cli.check", "check", TEXTS["check"]),
    "build": Deferred("generator.cli.build", "build", TEXTS["build"]),
    "serve": Deferred("generator.cli.serve", "serve", TEXTS["serve"]),
    "posters": Deferred("generator.cli.posters", "posters", TEXTS["posters"]),
    "menu": Deferred("generator.cli.menu", "menu", TEXTS["menu"]),
    "schema": Deferred("generator.cli.schema", "write_schemas", TEXTS["schema"]),
    "format": Deferred("generator.cli.format", "format_content", TEXTS["format"]),
    "scan": Deferred("generator.cli.scan", "scan", TEXTS["scan"]),
}
RESULT_COMMANDS = {
    "import": Deferred("generator.cli.results_import", "import_results", TEXTS["results_import"]),
    "number": Deferred("generator.cli.results_number", "number_results", TEXTS["results_number"]),
    "template": Deferred("generator.cli.results_template", "write_template", TEXTS["results_template"]),
}


@click.group(
    cls=MainGroup,
    table=COMMANDS,
    help=TEXTS["gongshi"],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="gongshi", prog_name="gongshi", message="%(prog)s %(version)s")
def main() -> None:
    """The program ``gongshi``."""


@main.group(cls=LazyGroup, table=RESULT_COMMANDS, help=TEXTS["results"])
def results() -> None:
    """The group ``gongshi results``."""

"""The commands. Each module has one, or a few that belong together: it parses, calls another room, and reports.

``COMMANDS`` names the module of each command, which is imported when the command runs, in the order of the work.
"""

import click

from generator.cli.groups import Deferred, MainGroup
from generator.texts.commands import TEXTS

COMMANDS = {
    "init": Deferred("generator.cli.start", "init", TEXTS["init"]),
    "new": Deferred("generator.cli.start", "new", TEXTS["new"]),
    "import": Deferred("generator.cli.imports", "imports", TEXTS["import"]),
    "export": Deferred("generator.cli.exports", "exports", TEXTS["export"]),
    "check": Deferred("generator.cli.check", "check", TEXTS["check"]),
    "approve": Deferred("generator.cli.approve", "approve", TEXTS["approve"]),
    "search": Deferred("generator.cli.search", "search", TEXTS["search"]),
    "explain": Deferred("generator.cli.explain", "explain", TEXTS["explain"]),
    "gaps": Deferred("generator.cli.gaps", "gaps", TEXTS["gaps"]),
    "duties": Deferred("generator.cli.duties", "duties", TEXTS["duties"]),
    "inspect": Deferred("generator.cli.inspect", "inspect", TEXTS["inspect"]),
    "assess": Deferred("generator.cli.assess", "assess", TEXTS["assess"]),
    "serve": Deferred("generator.cli.serve", "serve", TEXTS["serve"]),
    "build": Deferred("generator.cli.build", "build", TEXTS["build"]),
    "publish": Deferred("generator.cli.publish", "publish", TEXTS["publish"]),
    "diff": Deferred("generator.cli.diff", "diff", TEXTS["diff"]),
    "archive": Deferred("generator.cli.archive", "archive", TEXTS["archive"]),
    "at": Deferred("generator.cli.at", "at", TEXTS["at"]),
    "posters": Deferred("generator.cli.posters", "posters", TEXTS["posters"]),
    "results": Deferred("generator.cli.results", "results", TEXTS["results"]),
    "fleet": Deferred("generator.cli.fleet", "fleet", TEXTS["fleet"]),
    "menu": Deferred("generator.cli.menu", "menu", TEXTS["menu"]),
    "scan": Deferred("generator.cli.scan", "scan", TEXTS["scan"]),
    "clean": Deferred("generator.cli.clean", "clean_file", TEXTS["clean"]),
    "format": Deferred("generator.cli.format", "format_content", TEXTS["format"]),
    "schema": Deferred("generator.cli.schema", "write_schemas", TEXTS["schema"]),
}


@click.group(
    cls=MainGroup,
    table=COMMANDS,
    help=TEXTS["gongshi"],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    package_name="gongshi", prog_name="gongshi", message="%(prog)s %(version)s", help=TEXTS["version"]
)
def main() -> None:
    """The program ``gongshi``."""

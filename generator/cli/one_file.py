"""What the imports of one file from one sheet share: their arguments, and showing and asking before it is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.catalogue.file_plan import FilePlan
from generator.cli.options import PROJECT
from generator.cli.terminal import agrees
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS

_ARGUMENTS = (
    click.argument("file", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path)),
    PROJECT,
)
_ASKING = (
    click.option("--yes", is_flag=True, help=TEXTS["yes"]),
    click.option("--dry-run", is_flag=True, help=TEXTS["dry_run"]),
)


def imports_file(*options: Callable[[Any], Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The file, the project, the ``options`` of one command, and whether to ask."""

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        for option in reversed((*_ARGUMENTS, *options, *_ASKING)):
            command = option(command)
        return command

    return with_options


def id_option(name: str, help_text: str) -> Callable[[Any], Any]:
    """The option that says which record the sheet is of."""
    return click.option("--id", name, metavar=PLACEHOLDERS["id"], help=help_text)


def sheet_option(help_text: str) -> Callable[[Any], Any]:
    """The option that says which sheet is read."""
    return click.option("--sheet", metavar=PLACEHOLDERS["sheet"], help=help_text)


def carry_out(plan: FilePlan, yes: bool, dry_run: bool) -> None:
    """Show what would change, ask, and write."""
    click.echo("\n".join(plan.report))
    if plan.changed:
        click.echo(plan.finish(dry_run, lambda question: yes or agrees(question)))

"""``gongshi diff``: what residents will notice between two sites that were built."""

import sys
from pathlib import Path

import click

from generator.build.compared_sites import compare_sites
from generator.history.told import as_json, told
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["diff"])
@click.argument("old", type=click.Path(path_type=Path, exists=True), metavar=PLACEHOLDERS["old_site"])
@click.argument("new", type=click.Path(path_type=Path, exists=True), metavar=PLACEHOLDERS["new_site"])
@click.option("--json", "json_output", is_flag=True, help=TEXTS["json"])
def diff(old: Path, new: Path, json_output: bool) -> None:
    """Tell the differences; exit with 0 where there are none, 1 where there are, 2 where that cannot be told."""
    found = compare_sites(old, new)
    click.echo(as_json(found) if json_output else "\n".join(told(found)))
    sys.exit(bool(found.changed))

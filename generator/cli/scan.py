"""``gongshi scan``: finds private values in any file."""

import sys
from functools import partial
from pathlib import Path

import click

from generator.build import checkpoints
from generator.cli.options import PROJECT
from generator.cli.terminal import progress
from generator.content.project import SETTINGS_FILE, open_project
from generator.system.clock import china_today
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["scan"])
@click.argument("paths", nargs=-1, required=True, metavar=PLACEHOLDERS["files"])
@PROJECT
@click.option("--json", "as_json", is_flag=True, help=TEXTS["scan_json"])
@click.option("--waiver", is_flag=True, help=TEXTS["scan_waiver"])
def scan(paths: tuple[str, ...], project: Path, as_json: bool, waiver: bool) -> None:
    """Look for private values in any file."""
    content = open_project(project).content if (project / SETTINGS_FILE).is_file() else None
    data = sys.stdin.buffer.read() if checkpoints.STDIN in paths else b""
    with progress() as count:
        leaks = checkpoints.scan(paths, data, content, china_today(), waiver, partial(count, "privacy"))
    for leak in leaks:
        click.echo(leak.as_json() if as_json else leak.as_waiver() if waiver else str(leak))
    click.echo(TEXTS["scan_found"].format(count=len(leaks)) if leaks else TEXTS["scan_clean"], err=True)
    sys.exit(int(bool(leaks)))

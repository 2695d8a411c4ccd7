"""``gongshi clean``: rewrites a picture or a PDF without what cannot be seen."""

import sys
from functools import partial
from pathlib import Path

import click

from generator.build import clean
from generator.cli.options import PROJECT
from generator.cli.terminal import progress, tell
from generator.content.project import SETTINGS_FILE, open_project
from generator.system.clock import china_today
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("clean", help=TEXTS["clean"])
@click.argument("file", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--out", metavar=PLACEHOLDERS["file"], type=_FILE, help=TEXTS["clean_out"])
@PROJECT
def clean_file(file: Path, out: Path | None, project: Path) -> None:
    """Rewrite a file, and say what the gate finds in the new one."""
    content = open_project(project).content if (project / SETTINGS_FILE).is_file() else None
    with progress() as count:
        cleaned = clean.clean(file, out, content, china_today(), partial(count, "privacy"))
    tell(cleaned.report())
    sys.exit(0 if cleaned.is_fit else 1)

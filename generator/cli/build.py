"""``gongshi build``: the site and its posters."""

import gc
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from generator.build.incremental import build as publish
from generator.build.options import BuildOptions
from generator.build.printed import to_print
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress, tell
from generator.content.problems import report_lines, summary
from generator.content.project import open_project
from generator.engines.mkdocs import MkDocs
from generator.system.environment import cores
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["build"])
@PROJECT
@TODAY
@click.option(
    "--site-dir",
    metavar=PLACEHOLDERS["folder"],
    type=click.Path(path_type=Path, file_okay=False),
    help=TEXTS["site_dir"],
)
@click.option("--posters", type=click.Choice(["all", "changed", "none"]), help=TEXTS["posters_mode"])
def build(project: Path, today: datetime | None, site_dir: Path | None, posters: Any) -> None:
    """Build the site."""
    gc.disable()  # the process ends soon; looking for cycles takes a sixth of the time
    opened = open_project(project, site_dir)
    with progress() as count:
        options = BuildOptions(day(today), posters or opened.posters, cores(), count)
        report = publish(opened, options, MkDocs())
    tell(report_lines(report.problems))
    for warning in report.warnings:
        click.echo(warning, err=True)
    text = TEXTS["built"] if report.changed else TEXTS["unchanged"]
    click.echo(text.format(pages=report.pages, posters=report.posters, problems=summary(report.problems)))
    for line in to_print(opened.root, report.sheets):
        click.echo(line)

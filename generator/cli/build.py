"""``gongshi build``: the site and its posters."""

import atexit
import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

import click

from generator.archive.current import is_current
from generator.build.beside_site import FOLDERS
from generator.build.incremental import build as publish
from generator.build.left_behind import left_behind
from generator.build.options import BuildOptions, Report
from generator.build.printed import made, to_hang, to_print
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress, tell
from generator.content.problems import report_lines
from generator.content.project import Project, open_project
from generator.engines.mkdocs import MkDocs
from generator.system.clock import china_now
from generator.system.environment import cores
from generator.system.on_demand import load
from generator.texts.channels_articles import ARTICLES
from generator.texts.channels_fragments import FRAGMENTS
from generator.texts.channels_wechat import BUILD as WECHAT
from generator.texts.commands import TEXTS
from generator.texts.portable import PORTABLE
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
@click.option(
    "--staff", metavar=PLACEHOLDERS["folder"], type=click.Path(path_type=Path, file_okay=False), help=TEXTS["staff"]
)
@click.option("--portable", is_flag=True, help=PORTABLE["help"])
@click.option("--embed", is_flag=True, help=FRAGMENTS["help"])
@click.option("--articles", is_flag=True, help=ARTICLES["help"])
@click.option(
    "--wechat", is_flag=False, flag_value="", multiple=True, metavar=PLACEHOLDERS["id_if_any"], help=WECHAT["help"]
)
@click.option("--posters", type=click.Choice(["all", "changed", "none"]), help=TEXTS["posters_mode"])
def build(
    project: Path, today: datetime | None, site_dir: Path | None, staff: Path | None, posters: Any, **beside: Any
) -> None:
    """Build the site, and beside it the staff page and what else is asked for."""
    _look_for_no_cycles()
    opened, date = open_project(project, site_dir), day(today)
    if staff:
        load("generator.build.staff").refuse_public(staff, opened)
    with progress() as count:
        options = BuildOptions(date, posters or opened.posters, cores(), count)
        report = publish(opened, options, MkDocs())
    _tell(opened, report)
    kept = iter(()) if site_dir else _remembered(opened, options, report)
    for line in chain(_beside(opened, options, staff, beside, report), kept):
        click.echo(line)


def _look_for_no_cycles() -> None:
    """The process ends soon; it would take a sixth of its time, and a tenth of that after an edit when it ends."""
    gc.disable()
    atexit.register(gc.freeze)


def _remembered(opened: Project, options: BuildOptions, report: Report) -> Iterator[str]:
    """Remember what was published, where the project has a journal; tells of it."""
    folder = opened.root / "archive"
    if folder.is_dir() and (report.examined or not is_current(folder, opened.site.resolve(), options.today)):
        yield from load("generator.build.archiving").keep(opened, options, report, china_now())


def _beside(
    opened: Project, options: BuildOptions, staff: Path | None, asked: dict[str, Any], report: Report
) -> Iterator[str]:
    """Make the staff page and the folders that are asked for; tells where they are. The hall is read at most once."""
    if staff:
        yield load("generator.build.staff").write_staff_page(staff, opened, options.today, cores())
    yield from left_behind(opened.site.resolve(), (name for name in FOLDERS if not asked[name]))
    wanted = [name for name in FOLDERS if asked[name]]
    if not wanted:
        return
    with progress() as count:
        options = replace(options, progress=count, pictured=tuple(filter(None, asked["wechat"])))
        beside = load("generator.build.beside")
        hall = beside.hall_of(opened, options, report)
    for name in wanted:
        with progress() as count:
            told = beside.made_beside(replace(hall, options=replace(options, progress=count)), name, FOLDERS[name])
        yield from told


def _tell(opened: Project, report: Report) -> None:
    """The problems of the content, what was made, and what has to be printed."""
    tell(report_lines(report.problems))
    for warning in report.warnings:
        click.echo(warning, err=True)
    click.echo(made(report, opened.site))
    for line in (*to_print(opened.root, report.sheets), *to_hang(opened.root, report.ahead)):
        click.echo(line)

"""``gongshi build``: the site and its posters."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.build.incremental import build as publish
from generator.build.options import BuildOptions, Report
from generator.build.printed import made, to_hang, to_print
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress, tell
from generator.content.problems import report_lines
from generator.content.project import Project, open_project
from generator.engines.mkdocs import MkDocs
from generator.system.environment import cores
from generator.system.on_demand import load
from generator.texts.channels_articles import ARTICLES
from generator.texts.channels_fragments import FRAGMENTS
from generator.texts.channels_wechat import BUILD as WECHAT
from generator.texts.commands import TEXTS
from generator.texts.portable import PORTABLE
from generator.texts.usage import PLACEHOLDERS

if TYPE_CHECKING:  # a build without a change needs no pipeline
    from generator.build.pipeline import Hall

_FOLDERS: dict[str, Callable[["Hall"], Iterator[str]]] = {
    "portable": lambda hall: load("generator.build.portable").portable_copy(hall),
    "embed": lambda hall: load("generator.build.embedded").embedded_section(hall),
    "articles": lambda hall: load("generator.build.article_package").article_package(hall),
    "wechat": lambda hall: load("generator.build.wechat").wechat_folder(hall),
}
"""Option -> what makes a folder beside the site and tells where it is."""


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
    gc.disable()  # the process ends soon; looking for cycles takes a sixth of the time
    opened, date = open_project(project, site_dir), day(today)
    if staff:
        load("generator.build.staff").refuse_public(staff, opened)
    with progress() as count:
        options = BuildOptions(date, posters or opened.posters, cores(), count)
        report = publish(opened, options, MkDocs())
    _tell(opened, report)
    for line in _beside(opened, options, staff, beside, report):
        click.echo(line)


def _beside(
    opened: Project, options: BuildOptions, staff: Path | None, asked: dict[str, Any], report: Report
) -> Iterator[str]:
    """Make the staff page and the folders that are asked for; tells where they are. The hall is read at most once."""
    if staff:
        yield load("generator.build.staff").write_staff_page(staff, opened, options.today, cores())
    wanted = [make for name, make in _FOLDERS.items() if asked[name]]
    if not wanted:
        return
    with progress() as count:
        options = replace(options, progress=count, pictured=tuple(filter(None, asked["wechat"])))
        hall = load("generator.build.beside").hall_of(opened, options, report)
    for make in wanted:
        with progress() as count:
            told = list(make(replace(hall, options=replace(options, progress=count))))
        yield from told


def _tell(opened: Project, report: Report) -> None:
    """The problems of the content, what was made, and what has to be printed."""
    tell(report_lines(report.problems))
    for warning in report.warnings:
        click.echo(warning, err=True)
    click.echo(made(report, opened.site))
    for line in (*to_print(opened.root, report.sheets), *to_hang(opened.root, report.ahead)):
        click.echo(line)

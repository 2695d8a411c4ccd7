"""``gongshi posters``: posters of single records and periods."""

from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import click

from generator.build.print_posters import PosterRequest, print_changed, print_posters
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress
from generator.content.project import open_project
from generator.model.hall import Paper
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["posters"])
@click.argument("ids", nargs=-1, metavar=PLACEHOLDERS["ids"])
@click.option("--changed", is_flag=True, help=TEXTS["changed_only"])
@PROJECT
@TODAY
@click.option("--paper", type=click.Choice(get_args(Paper)), help=TEXTS["paper"])
@click.option(
    "--format", type=click.Choice(["pdf", "png", "svg"]), default="pdf", show_default=True, help=TEXTS["poster_format"]
)
@click.option("--ink-saving", is_flag=True, help=TEXTS["ink_saving"])
@click.option(
    "--out",
    metavar=PLACEHOLDERS["folder"],
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help=TEXTS["out"],
)
def posters(ids: tuple[str, ...], changed: bool, project: Path, today: datetime | None, **how: Any) -> None:
    """Print posters of single records; ``how`` are the other fields of a PosterRequest."""
    if bool(ids) == changed:
        raise click.BadParameter(TEXTS["posters_which"], param=click.get_current_context().command.params[0])
    hall = open_project(project)
    if hall.site_url is None:
        click.echo(TEXTS["no_site_url"], err=True)
    with progress() as count:
        lines = (print_changed if changed else print_posters)(PosterRequest(ids, **how), hall, day(today))
        for number, line in enumerate(lines, 1):
            count("posters", number, 0)
            click.echo(line)

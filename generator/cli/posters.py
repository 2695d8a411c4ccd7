"""``gongshi posters``: posters of single records and periods."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from generator.build.print_posters import PosterRequest, print_posters
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress
from generator.content.project import open_project
from generator.texts.commands import TEXTS


@click.command(help=TEXTS["posters"])
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@PROJECT
@TODAY
@click.option("--paper", type=click.Choice(["a4", "a3", "a2", "a1"]), help=TEXTS["paper"])
@click.option(
    "--format", "form", type=click.Choice(["pdf", "png", "svg"]), default="pdf", show_default=True, help=TEXTS["format"]
)
@click.option("--ink-saving", is_flag=True, help=TEXTS["ink_saving"])
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path(), help=TEXTS["out"])
def posters(
    ids: tuple[str, ...], project: Path, today: datetime | None, paper: Any, form: Any, ink_saving: bool, out: Path
) -> None:
    """Print posters of single records."""
    hall = open_project(project)
    if hall.site_url is None:
        click.echo(TEXTS["no_site_url"], err=True)
    request = PosterRequest(ids, paper, form, ink_saving, out)
    with progress() as count:
        paths = print_posters(request, hall, day(today))
        for number, path in enumerate(paths, 1):
            count("posters", number, 0)
            click.echo(path)

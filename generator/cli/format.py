"""``gongshi format``: calls all fields of the content by their Chinese or by their English names."""

from pathlib import Path
from typing import cast

import click

from generator.cli.options import PROJECT
from generator.cli.terminal import must_agree
from generator.content import field_places
from generator.content.field_names import Language
from generator.content.project import content_folder
from generator.publish.files import save
from generator.texts.commands import TEXTS


@click.command("format", help=TEXTS["format"])
@click.option("--keys", type=click.Choice(["zh", "en"]), required=True, help=TEXTS["format_keys"])
@click.option("--yes", is_flag=True, help=TEXTS["format_yes"])
@PROJECT
def format_content(keys: str, yes: bool, project: Path) -> None:
    """Show what would change, ask, and write."""
    content = content_folder(project)
    changes = list(field_places.renamings(content, cast("Language", keys)))
    for change in changes:
        click.echo("\n".join((TEXTS["format_file"].format(path=f"{content.name}/{change.path}"), *change.lines())))
    if not changes:
        click.echo(TEXTS["format_none"], err=True)
        return
    if not yes:
        must_agree(TEXTS["format_ask"].format(count=len(changes)))
    for change in changes:
        save(content / change.path, change.new)
    click.echo(TEXTS["format_done"].format(count=len(changes)), err=True)

"""``gongshi schema``: writes the JSON Schemas with which editors check and complete content files."""

from pathlib import Path

import click

from generator.content import schema
from generator.content.own_words import site_of
from generator.content.project import CONTENT_FOLDER
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command("schema", help=TEXTS["schema"])
@click.option(
    "--out",
    metavar=PLACEHOLDERS["folder"],
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("schemas"),
    show_default=True,
    help=TEXTS["schema_out"],
)
@click.option(
    "--reference",
    metavar=PLACEHOLDERS["file"],
    type=click.Path(path_type=Path, dir_okay=False),
    help=TEXTS["reference"],
)
def write_schemas(out: Path, reference: Path | None) -> None:
    """Write the JSON Schemas, with the words of the hall in whose project the command runs."""
    for path in schema.write(out, reference, site_of(Path(CONTENT_FOLDER))):
        click.echo(path)

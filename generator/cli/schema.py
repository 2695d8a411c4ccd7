"""``gongshi schema``: writes the JSON Schemas with which editors check and complete content files."""

from pathlib import Path

import click

from generator.content import schema
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
    """Write the JSON Schemas."""
    for path in schema.write(out, reference):
        click.echo(path)

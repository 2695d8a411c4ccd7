"""``gongshi explain``: where each field of a record comes from, in a fleet or in a single hall."""

from collections.abc import Iterable
from pathlib import Path

import click

from generator.cli.options import PROJECT
from generator.content.project import content_folder
from generator.fleet.explaining import explain_in_fleet
from generator.fleet.settings import FILE
from generator.layers.compose import composed
from generator.layers.explaining import explained, find
from generator.layers.layer import Layer
from generator.layers.reading import read_layer
from generator.system.environment import NotReady
from generator.texts.commands import TEXTS
from generator.texts.layers import NOT_FOUND
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["explain"])
@click.argument("record", metavar=PLACEHOLDERS["record"])
@click.option("--hall", metavar=PLACEHOLDERS["id"], help=TEXTS["explain_hall"])
@PROJECT
def explain(record: str, hall: str | None, project: Path) -> None:
    """Tell of each field the layer, the file and the line."""
    is_fleet = (project / FILE).is_file()
    for line in explain_in_fleet(project, record, hall) if is_fleet else _of_one_hall(project, record, hall):
        click.echo(line)


def _of_one_hall(project: Path, record: str, hall: str | None) -> Iterable[str]:
    if hall is not None:
        raise NotReady(NOT_FOUND["no_fleet"])
    together = composed([read_layer(Layer("", "", content_folder(project)))])
    return explained(together, find(together, record))

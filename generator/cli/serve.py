"""``gongshi serve``: a preview that is rebuilt after every change."""

from pathlib import Path

import click

from generator.cli.options import PROJECT
from generator.content.project import open_project
from generator.engines.mkdocs import MkDocs
from generator.engines.preview import serve as serve_preview
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


@click.command(help=TEXTS["serve"])
@PROJECT
@click.option(
    "--address", metavar=PLACEHOLDERS["address"], default="127.0.0.1:8000", show_default=True, help=TEXTS["address"]
)
def serve(project: Path, address: str) -> None:
    """Preview the site."""
    serve_preview(open_project(project), address, MkDocs())

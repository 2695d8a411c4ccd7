"""``gongshi archive key``, ``stamp`` and ``verify``: who says so, since when, and whether it is still what was said."""

import sys
from pathlib import Path

import click

from generator.archive.verify import verify as check
from generator.build.packaging import make_key as make
from generator.build.stamping import answered, asked, stamped
from generator.cli.halls import HALL, opened
from generator.cli.options import PROJECT
from generator.texts.archive import COMMANDS
from generator.texts.usage import PLACEHOLDERS

_PACKAGE = click.argument(
    "package", metavar=PLACEHOLDERS["package"], type=click.Path(path_type=Path, exists=True, file_okay=False)
)
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_CERTIFICATE = click.option("--certificate", metavar=PLACEHOLDERS["file"], type=_FILE, help=COMMANDS["certificate"])


@click.command("key", help=COMMANDS["key"])
@PROJECT
@HALL
def make_key(project: Path, hall: str | None) -> None:
    """Make the key."""
    for line in make(opened(project, hall, as_built=True)):
        click.echo(line)


@click.command(help=COMMANDS["verify"])
@_PACKAGE
@click.option("--key", metavar=PLACEHOLDERS["file"], type=_FILE, help=COMMANDS["verify_key"])
@_CERTIFICATE
def verify(package: Path, key: Path | None, certificate: Path | None) -> None:
    """Check a package; exit with 1 where anything is not as it was made."""
    verdict = check(package, key.read_bytes() if key else None, certificate.read_bytes() if certificate else None)
    for line in (*verdict.faults, *verdict.told):
        click.echo(line)
    sys.exit(bool(verdict.faults))


@click.command(help=COMMANDS["stamp"])
@_PACKAGE
@PROJECT
@HALL
@click.option("--request", metavar=PLACEHOLDERS["file"], type=click.Path(path_type=Path), help=COMMANDS["request"])
@click.option("--response", metavar=PLACEHOLDERS["file"], type=_FILE, help=COMMANDS["response"])
@_CERTIFICATE
def stamp(package: Path, project: Path, hall: str | None, certificate: Path | None, **ways: Path | None) -> None:
    """Write the question, take the answer, or do both over the network."""
    roots = certificate.read_bytes() if certificate else None
    if request := ways["request"]:
        told = asked(package, request)
    elif response := ways["response"]:
        told = answered(package, response.read_bytes(), roots)
    else:
        told = stamped(package, opened(project, hall), roots)
    click.echo("\n".join(told))

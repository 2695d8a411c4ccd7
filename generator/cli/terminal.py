"""Prints reports and progress on the terminal. Imports nothing that is slow to import.

Exit 0: fine. Exit 1: a problem in the content. Exit 2: wrong usage, or this computer or project is not ready.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

import click

from generator.system.failures import ReportLine
from generator.system.on_demand import load
from generator.system.progress import StageProgress


def tell(lines: Iterable[ReportLine]) -> None:
    """Print findings to standard output, all other lines to standard error."""
    for line in lines:
        click.echo(line.text, err=not line.is_finding)


def agrees(question: str) -> bool:
    """Whether the person at the terminal says yes; no where nobody answers."""
    try:
        return click.confirm(question)
    except click.Abort:
        return False


def progress() -> AbstractContextManager[StageProgress]:
    """Progress bars if standard error is a terminal; else nothing is shown."""
    if not sys.stderr.isatty():
        return _silence()
    bars: AbstractContextManager[StageProgress] = load("generator.cli.bars").bars()
    return bars


@contextmanager
def _silence() -> Iterator[StageProgress]:
    yield lambda *_: None

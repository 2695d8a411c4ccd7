"""Prints reports and progress on the terminal, and asks. Imports nothing that is slow to import.

Exit 0: fine. Exit 1: a problem in the content. Exit 2: wrong usage, or this computer or project is not ready.
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager

import click

from generator.system.failures import ReportLine
from generator.system.on_demand import load
from generator.system.progress import StageProgress
from generator.texts.usage import ANSWERS, NO, YES


def tell(lines: Iterable[ReportLine]) -> None:
    """Print findings to standard output, all other lines to standard error."""
    for line in lines:
        click.echo(line.text, err=not line.is_finding)


def agrees(question: str) -> bool:
    """Whether the person at the terminal says yes; no where nobody answers."""
    try:
        return _says_yes(question, err=False)
    except click.Abort:
        return False


def must_agree(question: str) -> None:
    """Ask on standard error; the command ends here unless the answer is yes."""
    if not _says_yes(question, err=True):
        raise click.Abort


def answer(question: str, choices: Sequence[str], default: str) -> str:
    """What is typed, one of ``choices`` if there are any; ``default`` where it is nothing."""
    if choices:
        return one_of(question, {choice: choice for choice in choices}, default)
    return str(click.prompt(question, default=default, show_default=bool(default)))


def one_of(question: str, meanings: Mapping[str, str], default: str, err: bool = False) -> str:
    """The meaning of what is typed, asked again until it has one; full-width letters and digits do as well."""
    while True:
        typed = str(click.prompt(question, default=default, show_default=bool(default), err=err))
        plain = unicodedata.normalize("NFKC", typed).strip()
        found = meanings.get(plain, meanings.get(plain.lower()))
        if found is not None:
            return found
        click.echo(ANSWERS["again"].format(choices="、".join(filter(None, meanings))), err=err)


def _says_yes(question: str, err: bool) -> bool:
    meanings = {**dict.fromkeys(YES, ANSWERS["yes"]), **dict.fromkeys(NO, ANSWERS["no"])}
    return one_of(question + ANSWERS["yes_or_no"], meanings, "", err) == ANSWERS["yes"]


def progress() -> AbstractContextManager[StageProgress]:
    """Progress bars if standard error is a terminal; else nothing is shown."""
    if not sys.stderr.isatty():
        return _silence()
    bars: AbstractContextManager[StageProgress] = load("generator.cli.bars").bars()
    return bars


@contextmanager
def _silence() -> Iterator[StageProgress]:
    yield lambda *_: None

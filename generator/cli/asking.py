"""How commands ask the person at the terminal."""

import sys
from collections.abc import Sequence

import click

from generator.cli.terminal import agrees, progress
from generator.register.dialogue import Clerk


def clerk() -> Clerk:
    """Whoever sits at the terminal."""
    return Clerk(is_interactive(), click.echo, _answer, agrees, progress)


def is_interactive() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def _answer(question: str, choices: Sequence[str], default: str) -> str:
    return str(click.prompt(question, type=click.Choice(choices) if choices else str, default=default))

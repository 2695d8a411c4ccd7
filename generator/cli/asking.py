"""How commands ask the person at the terminal."""

import sys

import click

from generator.cli.terminal import agrees, answer, progress
from generator.register.dialogue import Clerk


def clerk() -> Clerk:
    """Whoever sits at the terminal."""
    return Clerk(is_interactive(), click.echo, answer, agrees, progress)


def is_interactive() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()

"""Tells in Chinese what is wrong with a command as it was typed, with an example of how it is typed."""

import difflib
import re
from typing import IO, Any

import click

from generator.texts.usage import EXAMPLES, USAGE

_IN_BRACKETS = re.compile(r"\((.+)\)")
_QUOTED = re.compile(r"'([^']*)'")
"""The name in click's message; the error has it as a field from 8.4 on only."""


class Mistyped(click.BadParameter):
    """A value that one of our own checks refuses, with a wording of our own; click's is replaced."""


def in_chinese(error: click.UsageError) -> click.UsageError:
    """``error`` with its wording in Chinese; the help that a group prints when no command is named stays as it is."""
    return error if isinstance(error, (Misused, click.exceptions.NoArgsIsHelpError)) else Misused(error)


class Misused(click.UsageError):
    """A usage error of click in Chinese: what is wrong, an example, and where to read more."""

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(_wording(error), error.ctx)
        self.path = error.ctx.command_path if error.ctx else "gongshi"

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the lines to ``file`` (standard error)."""
        lines = [self.message]
        if example := EXAMPLES.get(self.path.partition(" ")[2]):
            lines.append(USAGE["example"].format(example=example))
        lines.append(USAGE["more"].format(command=self.path))
        click.echo("\n".join(lines), file=file, err=file is None)


def _wording(error: click.UsageError) -> str:
    """What is wrong, in a sentence; the wording of our own errors stays."""
    if isinstance(error, Mistyped):
        return error.message
    if isinstance(error, click.NoSuchOption):
        return USAGE["no_option"].format(name=error.option_name) + _near(error.possibilities)
    if isinstance(error, click.MissingParameter) and error.param:
        return USAGE["missing"].format(name=_name(error.param), help=getattr(error.param, "help", None) or "")
    if isinstance(error, click.BadParameter) and error.param:
        return _bad_value(error.param)
    if isinstance(error, click.BadOptionUsage):
        return USAGE["no_value"].format(name=error.option_name)
    if error.ctx and isinstance(error.ctx.command, click.Group):
        typed = (_QUOTED.findall(error.message) or [""])[0]
        known = error.ctx.command.list_commands(error.ctx)
        return USAGE["no_command"].format(name=typed, known="、".join(known)) + _near(
            difflib.get_close_matches(typed, known)
        )
    typed = _IN_BRACKETS.search(error.message)
    return USAGE["too_much"].format(typed=typed[1] if typed else "")


def _bad_value(param: click.Parameter) -> str:
    name = _name(param)
    if isinstance(param.type, click.Choice):
        return USAGE["choice"].format(name=name, choices="、".join(map(str, param.type.choices)))
    if isinstance(param.type, click.Path):
        return USAGE["path"].format(name=name)
    return USAGE["value"].format(name=name, help=getattr(param, "help", None) or "")


def _name(param: click.Parameter) -> str:
    return max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name


def _near(possibilities: list[str] | None) -> str:
    return USAGE["near"].format(names="、".join(possibilities)) if possibilities else ""

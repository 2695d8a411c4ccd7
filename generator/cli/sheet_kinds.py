"""The kinds of sheet at the terminal: by name or Chinese title, and the list of all."""

import difflib

import click

from generator.cli.usage import Mistyped
from generator.kit.kinds import KINDS
from generator.system.text_width import columns
from generator.texts.commands import TEXTS


def kinds_typed(_: click.Context, option: click.Parameter, typed: tuple[str, ...]) -> tuple[str, ...]:
    """The names of kinds, each typed as its name or its title."""
    return tuple(_kind(words.strip(), option) for words in typed)


def list_kinds(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Write name, title and sets of each kind, and end the command."""
    if wanted and not context.resilient_parsing:
        widest = max(map(columns, KINDS))
        for name, kind in KINDS.items():
            sets = f"  --set {'、'.join(kind.sets)}" if kind.sets else ""
            click.echo(f"{name:{widest}}  {kind.title}{sets}")
        context.exit()


def _kind(typed: str, option: click.Parameter) -> str:
    named = {**{kind.title: name for name, kind in KINDS.items()}, **{name: name for name in KINDS}}
    if typed in named:
        return named[typed]
    near = [words for words in named if typed and typed in words] or difflib.get_close_matches(typed, named, 3)
    names = dict.fromkeys(named[words] for words in near)
    guess = TEXTS["near_poster"].format(name="、".join(f"{name}（{KINDS[name].title}）" for name in names))
    raise Mistyped(TEXTS["unknown_kind"] + (guess if names else ""), param=option)

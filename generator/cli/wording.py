"""Puts what click itself writes into a help text (headings, placeholders, notes) into Chinese."""

import re
from collections.abc import Iterable

import click

from generator.system.text_width import columns
from generator.texts.usage import HELP_WORDS, NOTES

_NOTE = re.compile(r"\[(?:default|required)[^\]]*\]$")
_DEFAULT = re.compile(r"default: \(?([^;)\]]*)\)?")


class ChineseHelp(click.HelpFormatter):
    """A help text whose own words are Chinese; the texts of the commands are left as they are."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how the command is typed."""
        for english, chinese in HELP_WORDS.items():
            args = args.replace(english, chinese)
        super().write_usage(prog, args, NOTES["usage"] if prefix is None else prefix)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write options or commands with what they do; a Chinese character is two columns wide."""
        rows = list(rows)
        widest = min(max(map(columns, (name for name, _ in rows)), default=0), col_max)
        for name, text in rows:
            gap = " " * (max(widest - columns(name), 0) + col_spacing)
            self.write(f"{'':{self.current_indent}}{name}{gap}{_note(NOTES.get(text, text))}\n")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a part."""
        self.write(f"{'':{self.current_indent}}{NOTES.get(heading, heading)}：\n")


class ChineseContext(click.Context):
    """The context of a command whose help is written by ``ChineseHelp``."""

    formatter_class = ChineseHelp


def _note(text: str) -> str:
    """``text`` with the note at its end, whether an option must be written and what it is otherwise, in Chinese."""
    return _NOTE.sub(
        lambda found: _DEFAULT.sub(NOTES["default"].format(value=r"\1"), found[0]).replace(
            "required", NOTES["required"]
        ),
        text,
    )

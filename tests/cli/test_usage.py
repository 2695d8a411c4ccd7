"""usage: what click says of a command is told in Chinese, and what our own checks say stays as it is."""

from pathlib import Path

import click
import pytest

from generator.cli import COMMANDS
from generator.cli.exports import EXPORT_COMMANDS
from generator.cli.imports import IMPORT_COMMANDS
from generator.cli.results import RESULT_COMMANDS
from generator.cli.usage import Mistyped, in_chinese

OPTION = click.Option(["--kind"], help="这一种。")


def test_own_wording_stays_though_it_names_a_command() -> None:
    """A message that says how a command is typed is not taken for one of click."""
    told = in_chinese(Mistyped("没有这一种。用 gongshi posters 列出全部。", param=OPTION))

    assert told.message == "没有这一种。用 gongshi posters 列出全部。"


def test_wording_of_click_is_replaced() -> None:
    """Whatever it looks like: an error of click is known by its type."""
    for message in ("some words are wrong", "invalid"):
        assert in_chinese(click.BadParameter(message, param=OPTION)).message == "--kind 的写法不对。这一种。"


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_both_readmes_name_every_command(name: str) -> None:
    """The table of commands is whole: a command that it leaves out is one that nobody finds."""
    readme = (Path(__file__).parents[2] / name).read_text(encoding="utf-8")
    rows = [line.split(" | ")[0] for line in readme.splitlines() if line.startswith("| `gongshi ")]
    words = {word for row in rows for word in row.strip("|` ").replace("\\|", " ").split()}
    named = {*COMMANDS, *EXPORT_COMMANDS, *IMPORT_COMMANDS, *RESULT_COMMANDS}
    assert sorted(named - words) == []

"""The commands that the guide gives for sheets: each finds what it asks for in the demo."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.build.asked_sheets import PosterRequest, asked, kinds_of
from generator.build.examine import Examined, examine
from generator.cli import main
from generator.cli.posters import posters
from generator.site.edition import Edition
from generator.system.failures import Failure

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 20)


def commands() -> list[str]:
    """What stands behind ``gongshi posters`` in the list of kinds, and in the chapter of the guide on sheets."""
    guide, kit = ((ROOT / "docs" / page).read_text("utf-8") for page in ("guide.zh.md", "print-kit.zh.md"))
    chapter = guide.partition("\n## 海报\n")[2].partition("\n## ")[0]
    found = set(re.findall(r"`gongshi posters ([^`]+)`", chapter + kit))
    return sorted(one for one in found if one not in ("--changed", "--kinds"))


@cache
def demo() -> Examined:
    """The demo, checked."""
    return examine(ROOT / "content", DAY)


@pytest.mark.parametrize("command", commands())
def test_example_finds_its_sheets(command: str) -> None:
    """Names, kinds, sets and options are those of the program, and the demo has such a sheet."""
    # Below its group: click keeps the option of help that it makes first, for all that run after this.
    said = posters.make_context("posters", command.split(), parent=main.make_context("gongshi", ["posters"])).params
    request = PosterRequest(said["ids"], said["out"], said["kinds"] + kinds_of(said["sets"]), fill=said["fill"])
    edition = Edition(demo().sound(), DAY, "https://demo.example/", demo().incomplete)

    refused: list[Failure] = []
    assert list(asked(request, edition, demo(), refused))
    assert refused == []

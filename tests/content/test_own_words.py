"""own_words: what a hall says in its site.yml."""

from pathlib import Path

import pytest

from generator.content.own_words import site_of

SITE = "organisation: 乌有村村民委员会\ntown: 乌有村\nhall: {name: 乌有村便民服务站}\n"


@pytest.mark.parametrize("written", [f"{SITE}levels: [村级]\n", f"{SITE}行使层级: [村级]\n"])
def test_words_of_a_hall_are_read(written: str, tmp_path: Path) -> None:
    """A hall may list its words under either name of the field."""
    (tmp_path / "site.yml").write_text(written, "utf-8")

    site = site_of(tmp_path)

    assert site and site.levels == ("村级",)


@pytest.mark.parametrize("written", [None, "", "town: [\n", "- a\n", f"{SITE}levels: []\n", f"{SITE}level: [村级]\n"])
def test_settings_that_cannot_be_read_say_nothing(written: str | None, tmp_path: Path) -> None:
    """Where there are no sound settings the hall has no words of its own; nothing is raised."""
    if written is not None:
        (tmp_path / "site.yml").write_text(written, "utf-8")

    assert site_of(tmp_path) is None

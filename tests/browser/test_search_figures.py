"""The figures of tests/search_quality are made in Node; a browser finds the very same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from search_quality import figures

pytestmark = [pytest.mark.slow, pytest.mark.repeats]


@pytest.fixture
def answers(browser: Browser, tmp_path: Path) -> Iterator[list[list[str]]]:
    """What a browser shows for every query of the demo's set, from a folder."""
    parts = figures.demo_parts()
    for name, data in parts.items():
        (tmp_path / name).write_bytes(data)
    scripts = [figures.ASSETS / "matcher.js", *(tmp_path / name for name in parts), figures.HERE / "listing.js"]
    tags = "".join(f'<script src="{path.as_uri()}"></script>' for path in scripts)
    (tmp_path / "page.html").write_text(f'<!doctype html><meta charset="utf-8"><title>x</title>{tags}', "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    yield page.evaluate("listedAll", [row["query"] for row in figures.rows("queries.csv")])
    page.close()


def test_browser_shows_the_same(answers: list[list[str]]) -> None:
    """The figures are made in Node; a browser lists the very same for every query."""
    assert answers == figures.listed(figures.demo_parts(), [row["query"] for row in figures.rows("queries.csv")])

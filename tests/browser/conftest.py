"""What all browser tests share: one Chromium for the whole run, and the demo."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from site_server import PATH, publish_when_free

PROJECT = Path(__file__).parents[2]
DAY = date(2026, 11, 21)
CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once; a run without it fails instead of passing untested."""
    if CHROMIUM is None:
        pytest.fail("browser tests need Chromium: apt-get install -y chromium", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def root(shared_folder: Path) -> Path:
    """Folder of a web host that holds the demo site with its sheets, built once in a run; never changed by a test."""
    publish_when_free(PROJECT, "changed", DAY, shared_folder / "host" / PATH)
    return shared_folder / "host"

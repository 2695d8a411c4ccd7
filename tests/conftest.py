"""Fixtures that several test modules share."""

import os
from pathlib import Path

import pytest
from content_builder import MakeContent, minimal_content, write_content

# Processes that tests start run the code of this checkout as well, and not the copy that is installed.
os.environ["PYTHONPATH"] = str(Path(__file__).parent.parent)


@pytest.fixture
def make_content(tmp_path: Path) -> MakeContent:
    """A function that writes the minimal content folder to ``tmp_path/content`` and returns its path.

    Its argument, a mapping path -> text, replaces or adds files; a text of None leaves the file out:
    ``make_content({"site.yml": "town: 虚谷镇", "windows.yml": None})``.
    """

    def make(changes: dict[str, str | None] | None = None) -> Path:
        files = {**minimal_content(), **(changes or {})}
        return write_content(tmp_path / "content", {path: text for path, text in files.items() if text is not None})

    return make

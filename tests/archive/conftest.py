"""A published project with an empty journal, for the tests of this folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from project_builder import publish_once


@pytest.fixture(scope="module")
def put_back(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """A function that puts back a published project with an empty journal, at the same place."""
    back = publish_once(tmp_path_factory.mktemp("journal"))

    def put() -> Path:
        project = back()
        (project / "archive").mkdir()
        return project

    return put


@pytest.fixture
def project(put_back: Callable[[], Path]) -> Path:
    """A published project with an empty journal."""
    return put_back()

"""A fleet of one hall for the tests of layers."""

from pathlib import Path

import pytest
from layers.layer_builder import Fleet


@pytest.fixture
def fleet(tmp_path: Path) -> Fleet:
    """A province, a county without anything of its own, and a hall."""
    return Fleet(tmp_path)

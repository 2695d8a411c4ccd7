"""Reads the content of a project and lists its gaps, for the terminal, the staff page and the tables that go round."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.build.examine import examine
from generator.content.problems import ContentError
from generator.gaps.register import Register, gap_register
from generator.model import Dataset
from generator.texts.commands import TEXTS


class NothingListed(ContentError):
    """site.yml, windows.yml or materials.yml cannot be read, so that nothing is known of the hall."""

    consequence = TEXTS["nothing_listed"]


class Listing(NamedTuple):
    """The records of a hall, and the register of what they lack."""

    dataset: Dataset
    register: Register


def list_gaps(root: Path, content: Path, today: date, workers: int) -> Listing:
    """The gaps of the project at ``root``; errors beside them do not matter. Raises NothingListed, UnfitSite."""
    examined = examine(content, today, workers, root=root, drafts=True)
    if examined.dataset is None:
        raise NothingListed(examined.problems)
    return Listing(examined.dataset, gap_register(examined.dataset, examined.problems, examined.findings))

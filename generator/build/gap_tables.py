"""Writes the tables of the gap register that go round, outside the project, as Excel or Word files."""

from datetime import date
from functools import partial
from pathlib import Path

from generator.build.checkpoints import admission
from generator.build.gap_listing import Listing
from generator.build.own_tables import save_table
from generator.content.project import Project
from generator.gaps.register import Register
from generator.gaps.wording import duty_words
from generator.system.on_demand import load
from generator.texts.gaps import TABLE


def write_table(listing: Listing, project: Project, today: date, out: Path) -> str:
    """Write the gaps of ``listing`` to ``out``, by its ending; returns a sentence that says so.

    Raises Refused, PrivateData, UnfitSite as ``save_table`` does.
    """
    register = listing.register
    told = dict.fromkeys(text for gap in register.gaps for text in (gap.title, duty_words(gap.duty)))
    hall = listing.dataset.site.hall.name
    makers = {".xlsx": partial(_workbook, register, hall, today), ".docx": partial(_word_table, register, hall, today)}
    return save_table(
        out, project.root, makers, told, admission(project.content, listing.dataset, today), TABLE["example"]
    )


def _workbook(register: Register, hall: str, today: date) -> bytes:
    data: bytes = load("generator.gaps.workbook").workbook(register, hall, today)
    return data


def _word_table(register: Register, hall: str, today: date) -> bytes:
    data: bytes = load("generator.gaps.word_table").word_table(register, hall, today)
    return data

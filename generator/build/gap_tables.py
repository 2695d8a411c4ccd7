"""Writes the tables of the gap register that go round, outside the project, as Excel or Word files."""

from datetime import date
from pathlib import Path

from generator.build.checkpoints import admission, admit
from generator.build.gap_listing import Listing
from generator.content.project import Project
from generator.gaps.wording import duty_words
from generator.publish.files import save
from generator.system.environment import Refused
from generator.system.on_demand import load
from generator.texts.commands import TEXTS
from generator.texts.gaps import TABLE


def write_table(listing: Listing, project: Project, today: date, out: Path) -> str:
    """Write the gaps of ``listing`` to ``out``, by its ending; returns a sentence that says so.

    Raises Refused where the ending is another, the file is there already, or it would lie in the project, in which it
    would be taken for a register; PrivateData and UnfitSite where a name in it is private.
    """
    if out.resolve().is_relative_to(project.root.resolve()):
        raise Refused(TABLE["inside"].format(name=out.name))
    if out.exists():
        raise Refused(TEXTS["exists"].format(name=out))
    hall, register = listing.dataset.site.hall.name, listing.register
    names = "\n".join(dict.fromkeys(text for gap in register.gaps for text in (gap.title, duty_words(gap.duty))))
    admit([("gaps.txt", names.encode())], admission(project.content, listing.dataset, today))
    if out.suffix.lower() == ".xlsx":
        data = load("generator.gaps.workbook").workbook(register, hall, today)
    elif out.suffix.lower() == ".docx":
        data = load("generator.gaps.word_table").word_table(register, hall, today)
    else:
        raise Refused(TABLE["ending"])
    save(out, data)
    return TABLE["written"].format(path=out)

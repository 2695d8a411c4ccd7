"""Writes the staff page: the gap register as one HTML file, for the hall's own people and outside the public site."""

from datetime import date
from pathlib import Path

from generator.build.checkpoints import admission, admit
from generator.build.duty_files import staff_style, write_duties
from generator.build.gap_listing import list_gaps
from generator.content.load import load
from generator.content.project import Project
from generator.gaps.staff_page import staff_page
from generator.publish.files import save
from generator.site.templates import Templates
from generator.system.environment import Refused
from generator.texts.gaps import STAFF


def refuse_public(folder: Path, project: Project) -> None:
    """Raise Refused if ``folder`` lies where files are published or read as content."""
    place = folder.resolve()
    for public in (project.site, project.docs, project.content):
        if place.is_relative_to(public.resolve()):
            raise Refused(STAFF["inside"].format(folder=public.name))


def write_staff_page(folder: Path, project: Project, today: date, workers: int) -> str:
    """Write the page into ``folder``; returns a sentence that says where it is.

    Duties by the catalogues of the hall stand on a page beside it (``duty_files``). Raises Refused, NothingListed,
    PrivateData, UnfitSite.
    """
    refuse_public(folder, project)
    listing = list_gaps(project.root, project.content, today, workers)
    page = staff_page(listing.register, listing.dataset, today, staff_style(project))
    data = Templates(project.templates / "staff").render(page, "").encode()
    admit([(STAFF["file"], data)], admission(project.content, listing.dataset, today))
    save(folder / STAFF["file"], data)
    signs = listing.dataset.site.sign_off
    published = load(project.content, workers, signed=True).dataset if signs else None  # drafts meet no duty
    beside = write_duties(folder, project, published or listing.dataset, today)
    return "\n".join(filter(None, (STAFF["done"].format(path=folder / STAFF["file"]), beside)))

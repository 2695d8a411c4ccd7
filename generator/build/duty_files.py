"""The duties of a project by its catalogues, and the page and the calendar of them for the hall's own people."""

from datetime import date
from pathlib import Path

from generator.build.checkpoints import admission, admit
from generator.content.load import load as read
from generator.content.problems import ContentError
from generator.content.project import Project
from generator.content.prose import PROSE_FOLDER
from generator.duties.duty import Duty, duties
from generator.duties.staff_page import duty_page
from generator.model import Dataset
from generator.publish.files import save
from generator.site.templates import Templates
from generator.system.on_demand import load
from generator.texts.duties import PAGE, TABLE

_SITE_STYLE = ("theme", "assets", "gongshi", "site.css")


class NoDuties(ContentError):
    """Files of the content cannot be read, so that a duty might be told as unmet that was met."""

    consequence = TABLE["errors_first"]


def list_duties(project: Project, today: date) -> tuple[Dataset, tuple[Duty, ...]]:
    """The published records of a hall and its duties on ``today``. Raises NoDuties for content with errors."""
    loaded = read(project.content, signed=True)
    errors = tuple(one for one in loaded.problems if one.severity == "error")
    if loaded.dataset is None or errors:
        raise NoDuties(errors)
    return loaded.dataset, duties_of(loaded.dataset, project, today)


def duties_of(dataset: Dataset, project: Project, today: date) -> tuple[Duty, ...]:
    """The duties of the records of ``project``, whose pages of prose may answer them."""
    pages = (project.content / PROSE_FOLDER).glob("*.md") if dataset.catalogues else ()
    return duties(dataset, today, frozenset(page.name for page in pages))


def staff_style(project: Project) -> str:
    """The style sheet of pages for the staff: that of the site, and what only they have."""
    parts = (project.templates.joinpath(*_SITE_STYLE), project.templates / "staff" / "staff.css")
    return "\n".join(part.read_text("utf-8") for part in parts)


def write_duties(folder: Path, project: Project, dataset: Dataset, today: date) -> str | None:
    """Write page and calendar into ``folder``; a sentence that says where they are. None where there is no catalogue.

    The folder is one that ``build.staff.refuse_public`` let pass. Raises PrivateData, UnfitSite.
    """
    found = duties_of(dataset, project, today)
    if not found:
        return None
    page = duty_page(found, dataset, today, staff_style(project))
    files = {
        PAGE["file"]: Templates(project.templates / "staff").render(page, "").encode(),
        PAGE["calendar_file"]: load("generator.duties.calendar").calendar(found, dataset.site.hall.name, today),
    }
    unfolded = [(name, data.replace(b"\r\n ", b"")) for name, data in files.items()]  # lines of a calendar end anywhere
    admit(unfolded, admission(project.content, dataset, today))
    for name, data in files.items():
        save(folder / name, data)
    return TABLE["files"].format(page=folder / PAGE["file"], calendar=folder / PAGE["calendar_file"])

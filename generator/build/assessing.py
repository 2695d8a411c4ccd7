"""Reads a project for its quarterly assessment, and writes the page and the table of it for the hall's own people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.assessment.scoring import Assessed, assess
from generator.assessment.staff_page import assessment_page
from generator.assessment.subject import Subject, days_of_duties
from generator.assessment.told import how_words, report
from generator.build.checkpoints import admission, admit
from generator.build.duty_files import duties_of, staff_style
from generator.build.examine import examine
from generator.build.own_tables import save_table
from generator.content.assessment_profile import assessment_profile
from generator.content.problems import ContentError
from generator.content.project import Project
from generator.facts.periods import bounds
from generator.gaps.register import gap_register
from generator.model import Dataset
from generator.publish.files import save
from generator.site.templates import Templates
from generator.system.environment import Refused
from generator.system.on_demand import load
from generator.texts.assessment import PAGE, TEXTS


class NothingAssessed(ContentError):
    """Content has errors, so that a number might be wrong."""

    consequence = TEXTS["errors_first"]


@dataclass(frozen=True)
class ProjectAssessment:
    """The assessment of a project on a day; ``notes`` are about the hall's own sheet."""

    project: Project
    dataset: Dataset
    today: date
    assessed: Assessed
    notes: tuple[str, ...]

    def report(self) -> Iterator[str]:
        """The lines for a terminal."""
        return report(self.assessed, self.dataset.site.hall.name, self.today)

    def write_table(self, out: Path) -> str:
        """Write the table to ``out``; returns a sentence that says so.

        Raises Refused, PrivateData, UnfitSite as ``save_table`` does.
        """
        made = partial(_workbook, self.assessed, self.dataset.site.hall.name, self.today)
        told = (word for one in self.assessed.lines for word in (one.item.name, how_words(one), *one.lacking))
        policy = admission(self.project.content, self.dataset, self.today)
        return save_table(out, self.project.root, {".xlsx": made}, told, policy, TEXTS["example"])

    def write_page(self, folder: Path) -> str:
        """Write the page into ``folder``, which ``refuse_public`` let pass. Raises PrivateData, UnfitSite."""
        page = assessment_page(self.assessed, self.dataset, self.today, staff_style(self.project))
        data = Templates(self.project.templates / "staff").render(page, "").encode()
        admit([(PAGE["file"], data)], admission(self.project.content, self.dataset, self.today))
        save(folder / PAGE["file"], data)
        return TEXTS["page_written"].format(path=folder / PAGE["file"])


def _workbook(assessed: Assessed, hall: str, today: date) -> bytes:
    data: bytes = load("generator.assessment.workbook").workbook(assessed, hall, today)
    return data


def assess_project(project: Project, period: str, today: date, workers: int) -> ProjectAssessment:
    """Assess ``project`` in ``period`` on ``today``. Raises NothingAssessed, Refused, UnfitSite."""
    if bounds(period)[0] > today:
        raise Refused(TEXTS["not_begun"].format(period=period))
    examined = examine(project.content, today, workers, root=project.root)
    errors = tuple(one for one in examined.problems if one.severity == "error")
    dataset = examined.dataset
    if dataset is None or errors:
        raise NothingAssessed(errors)
    guides = gap_register(dataset, examined.problems, examined.findings).guides
    duties = {one: duties_of(dataset, project, one) for one in days_of_duties(period, today)}
    profile = assessment_profile(dataset.assessment)
    notes = tuple(TEXTS["left_out"].format(id=one.id) for one in profile.left_out)
    subject = Subject(dataset, period, today, duties, tuple(guides.values()))
    return ProjectAssessment(project, dataset, today, assess(subject, profile), notes)

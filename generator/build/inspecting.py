"""Reads a project and its built site for the self-check, and says where each fault stands."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.build.checkpoints import admission
from generator.build.examine import examine
from generator.build.own_tables import save_table
from generator.content.field_places import place_of
from generator.content.file_kinds import model_of
from generator.content.inspection_profiles import merged, read_profile, shipped_profile, unknown_left_out
from generator.content.problems import ContentError
from generator.content.project import Project
from generator.gaps.register import gap_register
from generator.inspection.subject import READ, BuiltSite, Subject, built_site
from generator.inspection.told import Locate, summary
from generator.inspection.verdict import Assessment, assess
from generator.model import Dataset, Place
from generator.publish.manifest import MANIFEST
from generator.system.on_demand import load
from generator.texts.inspection import TEXTS


class NothingInspected(ContentError):
    """site.yml, windows.yml or materials.yml cannot be read, so that nothing is known of the hall."""

    consequence = TEXTS["nothing_inspected"]


@dataclass(frozen=True)
class Inspected:
    """The assessment of a project on a day; ``notes`` are about the profile."""

    project: Project
    dataset: Dataset
    today: date
    assessment: Assessment
    notes: tuple[str, ...]

    @property
    def located(self) -> Locate:
        """Where a fault stands, as words."""
        return partial(_located, self.project.content)

    def write(self, out: Path) -> str:
        """Write the table to ``out``; returns a sentence that says so.

        Raises Refused, PrivateData, UnfitSite as ``save_table`` does.
        """
        hall = self.dataset.site.hall.name
        made = partial(_workbook, self.assessment, self.located, hall, self.today)
        told = (fault.what for one in self.assessment.outcomes for fault in one.faults)
        policy = admission(self.project.content, self.dataset, self.today)
        return save_table(out, self.project.root, {".xlsx": made}, told, policy, TEXTS["example"])

    def summary(self) -> str:
        """Vetoes, points and whether the hall passes."""
        return summary(self.assessment)


def _workbook(assessment: Assessment, located: Locate, hall: str, today: date) -> bytes:
    data: bytes = load("generator.inspection.sheet").workbook(assessment, located, hall, today)
    return data


def inspect_project(project: Project, profile: Path | None, today: date, workers: int) -> Inspected:
    """Apply the indicators of the program, of the hall and of ``profile`` to ``project``.

    Raises NothingInspected, BadProfile, UnfitSite.
    """
    shipped, own = shipped_profile(), read_profile(profile) if profile else None
    examined = examine(project.content, today, workers, root=project.root)
    dataset = examined.dataset
    if dataset is None:
        raise NothingInspected(examined.problems)
    gaps = gap_register(dataset, examined.problems, examined.findings).gaps
    subject = Subject(dataset, today, examined.problems, gaps, project.site_url, _built(project))
    profiles = (shipped, dataset.inspection, own)
    notes = tuple(TEXTS["left_out"].format(id=one) for one in unknown_left_out(*profiles))
    return Inspected(project, dataset, today, assess(subject, merged(*profiles)), notes)


def _built(project: Project) -> BuiltSite | None:
    """What is known of the built site; None where nothing was built yet."""
    site = project.site
    if not (site / MANIFEST).is_file():
        return None
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    del files[MANIFEST]
    sizes = {address: path.stat().st_size for address, path in files.items()}
    pages = ((address, path.read_bytes()) for address, path in files.items() if address.endswith(READ))
    return built_site(sizes, pages, project.site_url)


def _located(content: Path, where: Place | str) -> str:
    if isinstance(where, str):
        return where
    shown = f"{content.name}/{where.path}"
    try:
        data = (content / where.path).read_bytes()
    except OSError:
        return shown
    return f"{shown}:{place_of(data, where.keys, False, model_of(where.path))[0]}"

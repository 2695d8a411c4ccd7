"""Builds or checks one hall of a fleet in this process, which may have built others before and will build more.

What halls have in common is done once for each process: templates are compiled, records of equal files are parsed and
checked (``shared_memory``), and the frame is rendered. Nothing of it decides what a site holds: it has the bytes that
``gongshi build`` would make.
"""

import gc
from dataclasses import replace
from time import monotonic

from generator.archive.limits import days_of
from generator.build.beside import hall_of, made_beside
from generator.build.beside_site import FOLDERS
from generator.build.checkpoints import NotLookedAt
from generator.build.drafts import all_problems
from generator.build.incremental import build
from generator.build.options import BuildOptions
from generator.build.pipeline import Hall
from generator.content.problems import ContentError
from generator.content.project import Project
from generator.county.summary import summary_of
from generator.engines.mkdocs import MkDocs
from generator.fleet.frames import SharedFrames
from generator.fleet.project import at_home, hall_project
from generator.fleet.settings import FleetHallSite
from generator.fleet.shared_memory import SharedMemory
from generator.fleet.task import HallDone, HallTask, Outcome, failed
from generator.layers.compose import Composed
from generator.publish.built import note_of
from generator.system.failures import Died, Failure
from generator.system.memory_use import most_mebibytes
from generator.texts.fleet import FLEET

_HALLS_A_COLLECTION = 8
"""After so many halls cycles are looked for, which takes a tenth of a second: until then, some ten MiB are not free."""


class Builder:
    """Builds halls, one after the other, and remembers for the next what it has in common with them."""

    def __init__(self) -> None:
        self._frames = SharedFrames()
        self._shared = SharedMemory()
        self._built_since = 0

    def __call__(self, task: HallTask) -> HallDone:
        """Build or check one hall; whatever goes wrong with it is told in what comes back, and stops no other."""
        begun = monotonic()
        try:
            done = self._tried_twice(task)
        except Exception as error:  # a fault of ours in one hall is no reason to stop at the others
            done = failed(task.hall.id, error)
        self._built_since = (self._built_since + 1) % _HALLS_A_COLLECTION
        if not self._built_since:
            gc.collect()
            if not gc.get_freeze_count():  # the program itself and what halls share: it need not be gone through again
                gc.freeze()
        return replace(done, seconds=round(monotonic() - begun, 3), mebibytes=most_mebibytes())

    def _tried_twice(self, task: HallTask) -> HallDone:
        """Do a hall; all of it again where a process that worked for it was killed, as by a system without memory."""
        try:
            return self._done(task)
        except (Died, NotLookedAt):
            return self._done(task)

    def _done(self, task: HallTask) -> HallDone:
        project, composed = hall_project(task.hall, task.layers, task.approved, task.cache, task.site)
        if any(problem.severity == "error" for problem in composed.problems):
            return HallDone(task.hall.id, "failed", composed.problems)
        try:
            return self._checked(task, project, composed) if task.check else self._built(task, project, composed)
        except ContentError as error:
            return HallDone(task.hall.id, "failed", at_home(error.problems, composed, task.hall))

    def _checked(self, task: HallTask, project: Project, composed: Composed) -> HallDone:
        memory = self._shared.memory(project)
        known = memory.records, memory.settled, memory.places
        found = all_problems(project.content, task.today, 1, project.root, *known).problems
        self._shared.note(memory)
        errors = any(problem.severity == "error" for problem in found)
        return HallDone(task.hall.id, "failed" if errors else "checked", at_home(found, composed, task.hall))

    def _built(self, task: HallTask, project: Project, composed: Composed) -> HallDone:
        memory = self._shared.memory(project)
        memory.frames = self._frames.of_hall(project.cache, task.hall.address)
        options = BuildOptions(task.today, task.posters)
        report = build(project, options, MkDocs(), memory)
        self._shared.note(memory)
        outcome: Outcome = "published" if report.changed else "same"
        problems = at_home(report.problems, composed, task.hall)
        hall = hall_of(project, options, report, memory)
        summary = summary_of(hall.edition(), task.hall.address, hall_id=task.hall.id, place=task.hall.place or "")
        beside, unmade = _beside(task.hall, hall)
        told = report.warnings, report.pages, report.sheets
        return HallDone(
            task.hall.id,
            outcome,
            problems,
            *told,
            summary=summary.to_json().decode(),
            days=days_of(hall.dataset, task.today).to_json(),
            built=note_of(task.site.resolve()),
            ahead=report.ahead,
            beside=beside,
            unmade=unmade,
        )


def _beside(hall: FleetHallSite, made: Hall) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Make the folders beside the site: what is told of them, and why some were not made and are as they were."""
    told, unmade = list[str](), list[str]()
    for channel in hall.channels:
        try:
            told += made_beside(made, channel, FOLDERS[channel])
        except (Failure, OSError) as error:
            unmade += (FLEET["unmade"].format(channel=channel), *failed(hall.id, error).told)
    return tuple(told), tuple(unmade)


def warm_builder() -> Builder:
    """A builder for a process that does nothing else: cycles are looked for now and then only."""
    gc.disable()
    return Builder()

"""Builds or checks one hall of a fleet in this process, which may have built others before and will build more.

What halls have in common is done once for each process: templates are compiled, records of equal files are parsed and
checked (``shared_memory``), and the frame is rendered. Nothing of it decides what a site holds: it has the bytes that
``gongshi build`` would make.
"""

import gc
from collections import deque
from dataclasses import replace
from time import monotonic

from generator.build.beside import hall_of
from generator.build.beside_site import FOLDERS
from generator.build.examine import examine
from generator.build.incremental import build
from generator.build.options import BuildOptions
from generator.content.problems import ContentError, Problem, in_order
from generator.content.project import Project
from generator.county.summary import summary_of
from generator.engines.mkdocs import MkDocs
from generator.fleet.frames import SharedFrames
from generator.fleet.project import hall_project
from generator.fleet.shared_memory import SharedMemory
from generator.fleet.task import HallDone, HallTask, Outcome, failed
from generator.layers.compose import Composed
from generator.system.failures import Died
from generator.system.memory_use import most_mebibytes

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
            done = self._done(task)
        except Died:
            raise
        except Exception as error:  # a fault of ours in one hall is no reason to stop at the others
            done = failed(task.hall.id, error)
        self._built_since = (self._built_since + 1) % _HALLS_A_COLLECTION
        if not self._built_since:
            gc.collect()
            if not gc.get_freeze_count():  # the program itself and what halls share: it need not be gone through again
                gc.freeze()
        return replace(done, seconds=round(monotonic() - begun, 3), mebibytes=most_mebibytes())

    def _done(self, task: HallTask) -> HallDone:
        project, composed = hall_project(task.hall, task.layers, task.cache, task.site)
        if any(problem.severity == "error" for problem in composed.problems):
            return HallDone(task.hall.id, "failed", composed.problems)
        try:
            return self._checked(task, project, composed) if task.check else self._built(task, project, composed)
        except ContentError as error:
            return HallDone(task.hall.id, "failed", _at_home(error.problems, composed))

    def _checked(self, task: HallTask, project: Project, composed: Composed) -> HallDone:
        memory = self._shared.memory(project)
        found = examine(project.content, task.today, 1, memory.records, memory.settled, project.root)
        self._shared.note(memory)
        errors = any(problem.severity == "error" for problem in found.problems)
        return HallDone(task.hall.id, "failed" if errors else "checked", _at_home(found.problems, composed))

    def _built(self, task: HallTask, project: Project, composed: Composed) -> HallDone:
        memory = self._shared.memory(project)
        memory.frames = self._frames.of_hall(project.cache, task.hall.address)
        options = BuildOptions(task.today, task.posters)
        report = build(project, options, MkDocs(), memory)
        self._shared.note(memory)
        outcome: Outcome = "published" if report.changed else "same"
        problems = _at_home(report.problems, composed)
        hall = hall_of(project, options, report, memory)
        summary = summary_of(hall.edition(), task.hall.address, hall_id=task.hall.id, place=task.hall.place or "")
        for channel in task.hall.channels:
            deque(FOLDERS[channel](hall), maxlen=0)
        said = summary.to_json().decode()
        return HallDone(task.hall.id, outcome, problems, report.warnings, report.pages, report.sheets, summary=said)


def warm_builder() -> Builder:
    """A builder for a process that does nothing else: cycles are looked for now and then only."""
    gc.disable()
    return Builder()


def _at_home(problems: tuple[Problem, ...], composed: Composed) -> tuple[Problem, ...]:
    """What is wrong with the content of a hall and with its layers, at the places where it was written."""
    return in_order((*composed.problems, *map(composed.at_home, problems)))

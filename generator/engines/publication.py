"""Publish a site from within MkDocs (``mkdocs build``, ``mkdocs serve``), by the same steps as ``gongshi build``."""

import logging
from contextlib import ExitStack
from pathlib import Path

from generator.build.frames import FrameToCome, frame_source
from generator.build.memory import Memory, open_memory
from generator.build.options import BuildOptions, Report
from generator.build.pipeline import Hall, publish, read_hall
from generator.build.printed import made, to_hang, to_print
from generator.build.unchanged import site_state
from generator.content.problems import ContentError
from generator.content.project import open_project
from generator.publish.folders import empty_folder, remove_folder
from generator.publish.staging import Stage, staged
from generator.site.frame import Frame, FrameSource
from generator.system.clock import china_today
from generator.system.environment import cores
from generator.texts.pages import WORDS

log = logging.getLogger("mkdocs.plugins.gongshi")


class Publication:
    """A site that is published from within MkDocs; in the preview, again and again."""

    def __init__(self, folder: Path, site: Path, serving: bool) -> None:
        """Open the project in ``folder``; ``serving`` is whether this is the preview. Raises BadSettings, NotReady."""
        self.project = open_project(folder, site)
        self.scratch = self.project.cache / "mkdocs"
        self.source: FrameSource | None = None
        self._serving = serving
        self._memory: Memory | None = None
        self._hall: Hall | None = None
        self._stage: Stage | None = None
        self._held = ExitStack()
        self._published: str | None = None

    def begin(self) -> FrameSource:
        """Read the content and open the stage. In a preview, mistakes are shown around the last sound content."""
        self._stage = self._held.enter_context(staged(self.project.site, self.project.cache))
        empty_folder(self.scratch)
        self._memory = self._memory or open_memory(self.project)
        options = BuildOptions(china_today(), self.project.posters, 1 if self._serving else cores())
        problems: tuple[str, ...] = ()
        try:
            self._hall = read_hall(self.project, options, self._memory)
        except ContentError as error:
            if not (self._serving and self._hall):
                raise
            problems = tuple(str(problem) for problem in error.problems if problem.severity == "error")
            log.error("%s\n%s", WORDS["serve_problems"], "\n".join(problems))
        self.source = frame_source(self.project, problems)
        return self.source

    def publish(self, frame: Frame) -> Report:
        """Publish the site in ``frame``."""
        assert self._hall is not None
        assert self._stage is not None
        assert self._memory is not None
        try:
            report = publish(self._hall, FrameToCome(frame), self._stage, self._memory)
            self._published = site_state(self.project.site)
            return report
        finally:
            self.end()

    def is_as_published(self) -> bool:
        """Whether nobody has written into the site since; also where none was published."""
        return self._published is None or self._published == site_state(self.project.site)

    def told(self, report: Report) -> str:
        """What was built, in a sentence, and in a line each what has to be printed again. Raises NotReady."""
        lines = (
            ()
            if self._serving
            else (*to_print(self.project.root, report.sheets), *to_hang(self.project.root, report.ahead))
        )
        return "\n".join((made(report, self.project.site), *lines))

    def end(self) -> None:
        """Give back the stage and the locks."""
        self._held.close()
        remove_folder(self.scratch)

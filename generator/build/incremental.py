"""Publish a project, or find that nothing has changed since it was published.

The second takes a fraction of the time of the first, because nothing of the program is loaded for it but this. When
there is something to do, the engine begins with the frame in another process while the pipeline is loaded and the
content is read. Which single files are then made again, their ``inputs`` say (``outputs.output.File``).
"""

from contextlib import suppress
from typing import TYPE_CHECKING, cast

from generator.build.frames import frame_source, open_frames
from generator.build.options import BuildOptions, Report
from generator.build.unchanged import finished_report, inputs_of, remember_report
from generator.content.project import Project
from generator.publish.staging import staged
from generator.system.on_demand import load

if TYPE_CHECKING:
    from generator.build.memory import Memory
    from generator.site.frame import Engine


def build(project: Project, options: BuildOptions, engine: "Engine", memory: "Memory | None" = None) -> Report:
    """Publish ``project``; the site changes whole or not at all, and stays as it is when nothing has changed.

    Raises ContentError, UnfitSite, PrivateData, FontsMissing, NotReady, SiteBusy, NotASite, OSError.
    """
    with staged(project.site, project.cache) as stage:
        inputs = inputs_of(project, options, engine)
        if report := finished_report(project, options, inputs):
            return report
        frames = memory.frames if memory else open_frames(project)
        frame = frames.begin(engine, frame_source(project))
        try:
            pipeline = load("generator.build.pipeline")
            report = cast("Report", pipeline.build(project, options, frame, stage, memory))
        finally:
            frame.cancel()
        if inputs and inputs == inputs_of(project, options, engine, report.read):  # nobody wrote meanwhile
            with suppress(OSError):  # the site stands; what is not remembered costs time
                remember_report(project, inputs, report)
        return report

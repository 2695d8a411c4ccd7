"""Remembers what was published of each hall of a fleet in the hall's journal, where it has one (decision 26).

Journals are written here, by the computer that publishes, whoever has built the site.
"""

from collections.abc import Iterator
from datetime import date, datetime

from generator.archive.current import is_current
from generator.archive.journal import FOLDER
from generator.archive.limits import read_days
from generator.build.archiving import keep_site
from generator.content.project import POSTER_MODES
from generator.fleet.kept import Inputs, last_done
from generator.fleet.project import project_in
from generator.fleet.settings import FleetHallSite, FleetSettings
from generator.fleet.task import HallDone
from generator.publish.folders import make_folder
from generator.system.failures import Failure, ReportLine
from generator.texts.fleet import FLEET


def keep_hall(fleet: FleetSettings, done: HallDone, today: date, now: datetime) -> Iterator[ReportLine]:
    """Remember what was published of a hall; tells of it, and why it was not, which is a finding."""
    folder = fleet.kept(done.hall) / FOLDER
    if not done.days or not folder.is_dir():
        return
    project = project_in(fleet, fleet.hall(done.hall))
    if done.was_left and is_current(folder, project.site.resolve(), today):
        return
    try:
        for line in keep_site(project, today, now, lambda: read_days(done.days), was_read=True):
            yield ReportLine(FLEET["of_hall"].format(hall=done.hall, line=line))
    except Failure as failure:
        for told in failure.report():
            yield ReportLine(FLEET["of_hall"].format(hall=done.hall, line=told.text), is_finding=True)


def begin_halls(fleet: FleetSettings, only: str | None, today: date, now: datetime) -> Iterator[ReportLine]:
    """Make the journal of one hall or of all, and remember each site that is of today; of others say when it will be.

    Raises NotReady for a hall that is not known.
    """
    for hall in fleet.halls if only is None else (fleet.hall(only),):
        yield from _begin(fleet, hall, today, now)


def _begin(fleet: FleetSettings, hall: FleetHallSite, today: date, now: datetime) -> Iterator[ReportLine]:
    make_folder(fleet.kept(hall.id) / FOLDER)
    before = (
        last_done(fleet, hall, digest) for posters in POSTER_MODES if (digest := Inputs(fleet, today, posters).of(hall))
    )
    done = next(filter(None, before), None)
    if done is None:
        yield ReportLine(FLEET["journal_begun"].format(hall=hall.id))
        return
    yield from keep_hall(fleet, done, today, now)

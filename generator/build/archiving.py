"""Remembers what a build has published in the journal of a project, where it has one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from generator.archive.current import note_current
from generator.archive.journal import FOLDER, Journal
from generator.archive.limits import Days, days_of
from generator.archive.said import MOMENT
from generator.build.beside import hall_of, site_file
from generator.build.checkpoints import UnfitSite
from generator.build.incremental import build
from generator.build.options import BuildOptions, Report
from generator.build.printed import FILE as PRINTED
from generator.content.project import Project
from generator.publish.folders import make_folder
from generator.publish.manifest import read_manifest
from generator.publish.staging import lock
from generator.site.frame import Engine
from generator.system.environment import NotReady
from generator.texts.archive import JOURNAL

_RECORDS = (PRINTED,)
"""Files of a project, beside its content, that record what hung where."""


def journal_folder(project: Project) -> Path:
    """Where the journal of ``project`` is, if it has one."""
    return project.kept / FOLDER


def open_journal(project: Project) -> Journal:
    """The journal of ``project``. Raises NotReady where it has none."""
    if not journal_folder(project).is_dir():
        raise NotReady(JOURNAL["none"])
    return Journal(journal_folder(project))


def begin_journal(project: Project, options: BuildOptions, engine: Engine, now: datetime) -> Iterator[str]:
    """Make the folder of the journal, publish the project, and remember it. Raises what ``build`` and ``keep`` do."""
    make_folder(journal_folder(project))
    report = build(project, options, engine)
    yield from keep(project, options, report, now)


def keep(project: Project, options: BuildOptions, report: Report, now: datetime) -> Iterator[str]:
    """Remember the site that a build has just published, and remove what must not be kept any longer; tells of both.

    Nothing is read of the content where the build read nothing and the site is the one that was remembered last.
    Raises SiteBusy, NotReady, ClockBack, BadJournal, ContentError, UnfitSite.
    """

    def days() -> Days:
        hall = hall_of(project, replace(options, progress=lambda *_: None), report)
        return days_of(hall.dataset, options.today)

    yield from keep_site(project, options.today, now, days, was_read=report.examined is not None)


def keep_site(
    project: Project, today: date, now: datetime, days: Callable[[], Days], *, was_read: bool
) -> Iterator[str]:
    """As ``keep``, of the site that is there; ``days`` are asked for where its content ``was_read`` or it is new."""
    journal = Journal(journal_folder(project))
    site = project.site.resolve()
    with lock(site), journal.locked():
        files = read_manifest(site)
        last = journal.publications()[-1] if journal.publications() else None
        found: Days | None = None
        if was_read or last is None or journal.files(last) != files or last.day != today:
            found = days()
            records = {name: path.read_bytes() for name in _RECORDS if (path := project.kept / name).is_file()}
            made = journal.keep(files, partial(_bytes, site, files), found, today, now, records)
            if made:
                yield JOURNAL["kept"].format(number=made.number, at=made.at.strftime(MOMENT))
        if removed := journal.purge(found, today, files.values() if found else ()):
            yield JOURNAL["removed"].format(count=len(removed))
        note_current(journal.folder, site, today)


def _bytes(site: Path, files: Mapping[str, str], address: str) -> bytes:
    """The bytes of a file of the site. Raises NotReady where it is not as it was made."""
    try:
        return site_file(site, address, files[address])
    except UnfitSite:
        raise NotReady(JOURNAL["changed"].format(address=address)) from None

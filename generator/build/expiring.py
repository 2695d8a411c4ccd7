"""Removes from the archive of a project what must not, or need not, be kept any longer."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.archive.expiry import delete, kept_until, packages, withdrawn_since
from generator.archive.limits import Days, days_of
from generator.archive.package import Package
from generator.build.archiving import open_journal
from generator.build.options import BuildOptions
from generator.build.pipeline import read_hall
from generator.content.project import Project
from generator.model.archive import ArchiveSettings
from generator.system.environment import NotReady
from generator.texts.archive import EXPIRY, JOURNAL


def expire(project: Project, options: BuildOptions, named: Sequence[str]) -> Iterator[str]:
    """Remove bytes of the journal whose days are over, and the packages that are ``named``; tells of all.

    Raises NotReady for a package that may not be removed, BadJournal, BadPackage, SiteBusy, ContentError, UnfitSite.
    """
    journal, today = open_journal(project), options.today
    dataset = read_hall(project, options).dataset
    days, settings = days_of(dataset, today), dataset.site.archive or ArchiveSettings()
    with journal.locked():
        if removed := journal.purge(days, today):
            yield JOURNAL["removed"].format(count=len(removed))
        if settings.journal_days:
            gone = journal.forget_before(today - timedelta(days=settings.journal_days), today)
            yield EXPIRY["forgotten"].format(count=gone, days=settings.journal_days)
        found = {folder.name: folder for folder in packages(journal.folder)}
        due = {name: why for name, folder in found.items() if (why := _why(Package(folder), days, today))}
        for name in named:
            if name not in due:
                raise NotReady(EXPIRY["may_not" if name in found else "none"].format(name=name))
            delete(found[name])
            yield EXPIRY["deleted"].format(name=name)
    for name in due.keys() - {*named}:
        yield EXPIRY["due"].format(name=name, why=due[name])


def _why(package: Package, days: Days, today: date) -> str:
    """Why a package has to be removed; "" where it is to be kept."""
    if withdrawn := withdrawn_since(package, days, today):
        return EXPIRY["withdrawn"].format(count=len(withdrawn), first=withdrawn[0].address)
    until = kept_until(package)
    return EXPIRY["over"].format(day=until) if until and until < today else ""

"""Answers what a site said on a day: from the journal of a project, or from a package."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.archive.expiry import packages
from generator.archive.package import Package
from generator.archive.page_text import main_text
from generator.archive.publication import Record
from generator.archive.said import MOMENT, Said, file_address, moment, said_at
from generator.archive.verify import verify
from generator.build.archiving import journal_folder, open_journal
from generator.content.project import SETTINGS_FILE, Project, open_project
from generator.publish.files import save
from generator.system.environment import NotReady, Refused
from generator.system.failures import ReportLine
from generator.texts.archive import JOURNAL, SAID

_TEXTS = (".html", ".json", ".csv", ".txt", ".ics", ".xml", ".atom", ".js", ".css", ".svg", ".jsonld", ".yml")


@dataclass(frozen=True)
class Answer:
    """The lines to print, and whether there is something to see."""

    lines: tuple[ReportLine, ...]
    found: bool


def asked(folder: Path, typed: str, address: str, out: Path | None, package: Path | None = None) -> Answer:
    """What stood at ``address`` at the moment that was ``typed``; its bytes go to the file ``out``, if one is given.

    Raises NotReady, Refused, BadJournal, BadSettings, OSError.
    """
    alone = package is not None and not (folder / SETTINGS_FILE).is_file()
    return asked_of(None if alone else open_project(folder), typed, address, out, package)


def asked_of(
    project: Project | None, typed: str, address: str, out: Path | None, package: Path | None = None
) -> Answer:
    """As ``asked``, of a project that is open; None where only a package is there."""
    at = moment(typed)
    if at is None:
        raise NotReady(SAID["bad_moment"].format(typed=typed))
    record = _record(project, at, package)
    every = record.publications()
    if not every:
        raise NotReady(JOURNAL["none"])
    said = said_at(record, at, file_address(address, project.site_url if project else None))
    if said is None:
        return Answer((ReportLine(SAID["before"].format(at=every[0].at.strftime(MOMENT))),), False)
    lines = tuple(ReportLine(line, is_finding=True) for line in said.lines())
    proof = (ReportLine(line, is_finding=True) for line in _proof(project, record, said))
    return Answer((*lines, *proof, *_shown(said, out)), said.data is not None)


def _record(project: Project | None, at: datetime, package: Path | None) -> Record:
    """The package that is named; else the journal, or the package of a time before it begins."""
    if package:
        return Package(package.resolve())
    assert project is not None
    journal = open_journal(project)
    every = journal.publications()
    if not every or at < every[0].at:
        for folder in packages(journal.folder):
            older = Package(folder)
            if older.publications() and older.publications()[0].at <= at:
                return older
    return journal


def _proof(project: Project | None, record: Record, said: Said) -> Iterator[str]:
    """What proves that it was so: the packages that have the publication, and whether they are what they were."""
    folders = [record.folder] if isinstance(record, Package) else packages(journal_folder(project)) if project else []
    having = [folder for folder in folders if said.publication in Package(folder).publications()]
    for folder in having:
        verdict = verify(folder)
        yield SAID["proof"].format(name=folder.name)
        yield from (verdict.faults or verdict.told)
    if not having:
        yield SAID["no_proof"]


def _shown(said: Said, out: Path | None) -> Iterator[ReportLine]:
    """What stood there, or where it was written."""
    if said.data is None:
        return
    if out:
        if out.exists():
            raise Refused(SAID["exists"].format(name=out.name))
        save(out, said.data)
        yield ReportLine(SAID["file"].format(path=out), is_finding=True)
    elif not said.address.endswith(_TEXTS):
        yield ReportLine(SAID["binary"])
    else:
        text = said.data.decode("utf-8", "replace")
        yield ReportLine("", is_finding=True)
        yield ReportLine(main_text(text) if said.address.endswith(".html") else text, is_finding=True)

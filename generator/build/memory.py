"""What builds of one project remember of each other, so that nothing is computed twice.

Everything is found by a hash of what it follows from, and every file of it carries a hash of itself: a memory that is
damaged, foreign or lost costs time and changes nothing. Private values are never in it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.clean_files import AlikeFiles
from generator.build.frames import Frames, open_frames
from generator.build.kept import place_digest, read_kept, write_kept
from generator.build.scans import KeptScan, read_scans, write_scans
from generator.content.known_places import KnownPlaces
from generator.content.parsed_records import CommonRecords, ParsedRecords
from generator.content.project import Project
from generator.facts.workdays import Calendar, know, known_calendars
from generator.model import HolidayYear


@dataclass
class Memory:
    """``spelled`` maps names to their pinyin, ``sheets`` what a poster follows from to what it says (digests).

    ``settled`` are marks of texts in which the rules about texts found nothing (``examine.text_marks``), ``places``
    where in its file each problem stands, ``typed`` the years of holidays.yml, whose calendar is kept. ``alike`` is not
    written down.
    """

    project: Project
    records: ParsedRecords
    frames: Frames
    files: dict[str, KeptScan]
    spelled: dict[str, str]
    sheets: dict[str, str]
    settled: set[str]
    places: KnownPlaces
    typed: tuple[HolidayYear, ...] = ()
    alike: AlikeFiles = field(default_factory=AlikeFiles)

    def save(self) -> None:
        """Write down what the build that was just published found out."""
        changed = {digest[0] for digest in self.records.changed}
        for part in changed:
            rows = (f"{key} {text}" for key, text in self.records.texts.items() if key[0] == part)
            write_kept(_records_of(self.project, part), "\n".join(rows))
        self.records.changed.clear()
        write_scans(_files_of(self.project), self.files)
        write_kept(
            self.project.cache / "names",
            json.dumps(
                [self.spelled, self.sheets, sorted(self.settled), self.places.kept(), _kept_calendar(self.typed)],
                ensure_ascii=False,
            ),
        )


def open_memory(project: Project, common: CommonRecords | None = None) -> Memory:
    """What is remembered of ``project``; nothing at first. ``common`` are records of files of any project."""
    folder = project.cache
    names = read_kept(folder / "names")
    spelled, sheets, settled, places, calendar = json.loads(names) if names else ({}, {}, [], {}, None)
    if calendar:
        _know_calendar(*calendar)
    return Memory(
        project,
        ParsedRecords(_records(project), common),
        open_frames(project),
        read_scans(_files_of(project)),
        spelled,
        sheets,
        set(settled),
        KnownPlaces(places),
    )


def _kept_calendar(typed: tuple[HolidayYear, ...]) -> list[object] | None:
    """What was typed in, and its calendar, if anybody has asked for it."""
    calendar = known_calendars.get(typed)
    if calendar is None:
        return None
    years = [year.model_dump(mode="json", by_alias=True, exclude_defaults=True) for year in typed]
    return [years, calendar.workdays, sorted(calendar.years), list(calendar.names.items())]


def _know_calendar(
    typed: Iterable[object], workdays: Iterable[int], years: Iterable[int], names: Iterable[tuple[int, str]]
) -> None:
    key = tuple(map(HolidayYear.model_validate, typed))
    if key not in known_calendars:
        know(key, Calendar(tuple(workdays), frozenset(years), dict(names)))


def _files_of(project: Project) -> Path:
    """One table for each place that a project is published in."""
    return project.cache / f"files-{place_digest(project)}"


_PARTS = "0123456789abcdef"
"""Records are kept in a file for each first digit of their digests: an edit writes two of them again."""


def _records_of(project: Project, part: str) -> Path:
    return project.cache / f"records-{part}"


def _records(project: Project) -> dict[str, str]:
    texts = filter(None, (read_kept(_records_of(project, part)) for part in _PARTS))
    return dict(line.split(" ", 1) for text in texts for line in text.split("\n"))

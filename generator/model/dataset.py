"""All records that were read from one content folder, and the places of values in its files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.assessment import AssessmentProfile
from generator.model.bundle import Bundle
from generator.model.disclosure import Disclosed
from generator.model.disclosure_catalogue import DisclosureCatalogue
from generator.model.hall import FunctionList, Material, Site, Window
from generator.model.holidays import HolidayYear
from generator.model.inspection import InspectionProfile
from generator.model.keys import RecordKey
from generator.model.known_change import KnownChange, LeftOut
from generator.model.posting import Notice, ResultPeriod, ResultRow
from generator.model.query_code import QueryCode
from generator.model.rating import RatingMonth
from generator.model.regulation import Regulation
from generator.model.seen import SeenFile
from generator.model.service import Service
from generator.model.synonyms import SynonymRow
from generator.model.translations import Translations
from generator.model.waiver import Waiver

Keys = tuple[str | int, ...]
"""Where a value stands in a file: mapping keys and list indexes from the root."""


@dataclass(frozen=True)
class Place:
    """The place of a value: path relative to the content folder (POSIX), and the keys that lead to the value."""

    path: str
    keys: Keys = ()

    def __truediv__(self, key: str | int) -> "Place":
        return Place(self.path, (*self.keys, key))

    @property
    def record(self) -> RecordKey | None:
        """The record that the file belongs to; None for files that hold no single record."""
        return RecordKey.of_file(self.path)


@dataclass(frozen=True)
class ResultEntry:
    """One row of results and the line of the CSV file it came from (1 is the header)."""

    row: ResultRow
    line: int


@dataclass(frozen=True)
class Results:
    """One period of results: its description and its rows, in file order."""

    period: ResultPeriod
    entries: tuple[ResultEntry, ...]


@dataclass(frozen=True)
class PictureFile:
    """A picture that the hall gives: its file as it is, and its size in pixels; 0 by 0 where it cannot be read."""

    data: bytes
    width: int = 0
    height: int = 0


@dataclass(frozen=True, eq=False)
class Dataset:
    """All records of a hall. Mappings go from id to record, sorted by id; lists keep file order.

    ``broken`` are the records whose file could not be read; the rules report no reference to them as missing.
    ``offline`` are those that are not published because sign-off holds them back, or because their file is gone while
    approved versions of others still refer to them.
    ``settled`` are the records in whose texts an earlier run found nothing and for which nothing has changed since;
    rules that read every text skip them. ``consistent`` are those in which it found nothing
    that follows from their own file alone. ``query_codes`` are those that residents look cases up with (查询码).
    ``synonyms`` are the residents' words that the hall knows.
    ``holidays`` are the years that the hall has typed in; ``facts.workdays.calendar_of`` makes a calendar of them.
    ``translations`` are those into the second language of the hall, if it has one.
    ``changes`` are the known changes, of the program, the county and the hall; ``left_out`` those that the hall does not
    use. ``followed`` are the records in which an earlier run found nothing that one of them has overtaken.
    ``catalogues`` are those of what the hall has to publish, which are for its own people and have no page.
    ``ratings`` maps a month to how the hall was rated in it (好差评).
    ``inspection`` is what the hall has instead of, and beside, the indicators of inspections that the program brings.
    ``assessment`` is what the hall has instead of, and beside, the sheet of the assessment that the program brings.
    ``pictures`` maps the path of each picture that sheets show to its file; those that are not there are absent.
    """

    site: Site
    windows: tuple[Window, ...]
    functions: tuple[FunctionList, ...]
    materials: dict[str, Material]
    services: dict[str, Service]
    regulations: dict[str, Regulation]
    notices: dict[str, Notice]
    results: dict[str, Results]
    disclosures: dict[str, Disclosed] = field(default_factory=dict)
    bundles: dict[str, Bundle] = field(default_factory=dict)
    catalogues: dict[str, DisclosureCatalogue] = field(default_factory=dict)
    ratings: dict[str, RatingMonth] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    seen: tuple[SeenFile, ...] = ()
    holidays: tuple[HolidayYear, ...] = ()
    synonyms: tuple[SynonymRow, ...] = ()
    query_codes: tuple[QueryCode, ...] = ()
    translations: Translations | None = None
    changes: tuple[KnownChange, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    inspection: InspectionProfile | None = None
    assessment: AssessmentProfile | None = None
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    broken: frozenset[RecordKey] = frozenset()
    offline: frozenset[RecordKey] = frozenset()
    settled: frozenset[RecordKey] = frozenset()
    consistent: frozenset[RecordKey] = frozenset()
    followed: frozenset[RecordKey] = frozenset()

    @property
    def unseen(self) -> frozenset[RecordKey]:
        """The records that are not here, though nobody is to be told that they are missing."""
        return self.broken | self.offline

    @cached_property
    def windows_by_name(self) -> dict[str, tuple[Window, ...]]:
        """Mapping id, name or alias -> the windows that have it (one, when the content is sound)."""
        found: dict[str, list[Window]] = {}
        for window in self.windows:
            for name in dict.fromkeys((window.id, window.name, *window.aliases)):
                found.setdefault(name, []).append(window)
        return {name: tuple(windows) for name, windows in found.items()}

    def service_name(self, service_id: str) -> str:
        """The name of a service; its id where there is no such service."""
        service = self.services.get(service_id)
        return service.name if service else service_id

    def window(self, name: str | None) -> Window | None:
        """The window with this id, name or alias; None where there is none, or more than one."""
        windows = self.windows_by_name.get(name or "", ())
        return windows[0] if len(windows) == 1 else None

    def duties(self, window: Window) -> tuple[str, ...]:
        """What a window has to do, from the lists that mean it."""
        lists = (functions for functions in self.functions if self.window(functions.name) == window)
        return tuple(duty for functions in lists for duty in functions.duties)

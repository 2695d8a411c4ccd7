"""The edition: the input of all outputs of one build (records, day, address), and the files made so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from generator.facts.changes import Edits
from generator.model import Dataset, RecordKey, SheetKey
from generator.results.public_periods import PublicPeriod, public_periods
from generator.site.lookup import LookUp, look_up


class SheetMark(NamedTuple):
    """A sheet: a digest of its contents, the version code in its footer, and the day of what it says."""

    contents: str
    version: str
    dated: date | None = None


@dataclass(frozen=True, eq=False)
class Edition:
    """Everything that an output may read.

    ``incomplete`` are the records with a gap. ``digests`` maps a record to a hash of its file; ``shared`` is a hash of
    the files that many records refer to (site, windows, materials). ``sheets`` maps each sheet that there is today
    to its mark. ``made`` maps the address of each file that earlier outputs have made to its size in bytes, ``pages``
    that of each PDF of a sheet to the number of its pages, which is known when all sheets are printed. ``edits`` are
    those of records that were read from Git, where the hall has asked for it.
    """

    dataset: Dataset
    today: date
    site_url: str | None = None
    incomplete: frozenset[RecordKey] = frozenset()
    digests: Mapping[RecordKey, str] = field(default_factory=dict)
    shared: str = ""
    sheets: dict[SheetKey, SheetMark] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    edits: Edits = field(default_factory=dict)

    def version(self, key: SheetKey) -> str | None:
        """The code on a sheet; None where there is none today."""
        mark = self.sheets.get(key)
        return mark.version if mark else None

    @property
    def periods(self) -> dict[str, PublicPeriod]:
        """Mapping period id -> the period as it is public on the day of the edition, newest first."""
        return public_periods(self.dataset, self.today)

    @property
    def look_up(self) -> LookUp:
        """The look-up by receipt number and query code."""
        return look_up(self.dataset, self.today)

    def url(self, address: str) -> str | None:
        """The full address of a page; None if mkdocs.yml has no ``site_url``."""
        return self.site_url + address if self.site_url else None

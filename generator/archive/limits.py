"""Which files of a site show records that have to be taken down one day, and until when they may be kept.

Title, days and reason of what was taken down stay public on the site itself; so a page that shows no more of a record
is not limited. Whatever else may show more than that is: the record's own pages, sheets and tables by their addresses,
and search, look-up, and the lists that hold whole records for all of them.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from generator.archive.publication import Limit
from generator.model import Dataset
from generator.results.take_down import last_days
from generator.site import addresses

LIMITED = ("notices", "results", "disclosures")
"""The kinds of records that are taken down."""

_TITLES = (f"{addresses.NOTICES}index.html", f"{addresses.LOOKUP}index.html", f"{addresses.POSTERS}index.html")
"""Lists in which stands no more than title and days, and the page into which a number is typed."""

_SHARED = (
    addresses.RESULTS, addresses.NOTICES, addresses.DISCLOSURES, addresses.SEARCH, addresses.POSTERS,
    *(f"{addresses.OPEN_DATA}{name}" for name in ("disclosures", "results", "notices", "news", "datapackage")),
)  # fmt: skip
"""Beginnings of addresses below which a file shows a record of which it is called, or may show all of them."""

_LASTING = (
    "services", "regulations", "bundles", "fees",
    "window-sign", "desk-sign", "staff-board", "whereabouts", "whereabouts-board", "problem-window", "elderly-first",
    "rating-plate", "take-home", "short-guide", "bilingual-guide", "tick-list",
    "acceptance-slip", "correction-notice", "extension-notice", "refusal-notice", "delivery-receipt", "register-page",
    "entrance-index", "door-sheet", "stand", "service-stand", "banner", "long-picture", "calibration",
)  # fmt: skip
"""Folders of sheets that show nothing that is taken down. Any other sheet, of a new kind too, may show it."""

_OF_ONE = {
    "notices": ("official-notice", "screen", "posting-record"),
    "results": ("posting-record",),
    "disclosures": ("posting-record",),
}
"""Kind of record -> folders of sheets of which each shows that one record alone by whose id it is called."""

_HALL_SCREEN = re.compile(rf"{addresses.POSTERS}screen/(?:wide|tall)(?:\.png|-[0-9]+x[0-9]+px(?:-ink)?\.[a-z]+)")
"""The pictures for displays that show hours and windows; those of a notice begin with its id."""


@dataclass(frozen=True)
class Days:
    """What the content says today of records that are taken down: all of them, their last days, and withdrawals.

    ``last`` maps a record (notices/x) to days, ``withdrawn`` to a mark for each time that something of it was withdrawn
    by today.
    """

    records: frozenset[str]
    last: Mapping[str, tuple[date, ...]]
    withdrawn: Mapping[str, tuple[str, ...]]

    @property
    def known(self) -> tuple[str, ...]:
        """All marks of withdrawals."""
        return tuple(sorted(mark for marks in self.withdrawn.values() for mark in marks))

    def to_json(self) -> str:
        """All of it, as ``read_days`` reads it."""
        last = {record: [day.isoformat() for day in days] for record, days in self.last.items()}
        withdrawn = {record: [*marks] for record, marks in self.withdrawn.items()}
        return json.dumps([sorted(self.records), last, withdrawn], ensure_ascii=False)

    def until(self, record: str, since: date) -> date | None:
        """The last day on which what was public of ``record`` on ``since`` may be shown."""
        return min((day for day in self.last.get(record, ()) if day >= since), default=None)


def read_days(text: str) -> Days:
    """What ``Days.to_json`` wrote."""
    records, last, withdrawn = json.loads(text)
    days = {record: tuple(map(date.fromisoformat, found)) for record, found in last.items()}
    return Days(frozenset(records), days, {record: tuple(marks) for record, marks in withdrawn.items()})


def days_of(dataset: Dataset, today: date) -> Days:
    """The days of all records of ``dataset`` that are taken down."""
    last: defaultdict[str, list[date]] = defaultdict(list)
    for record, day in last_days(dataset, today):
        last[f"{record.kind}/{record.id}"].append(day)
    posted = [(f"notices/{key}", one.withdrawn) for key, one in dataset.notices.items()]
    posted += [(f"disclosures/{key}", one.record.withdrawn) for key, one in dataset.disclosures.items()]
    posted += [(f"results/{key}", one.period.withdrawn) for key, one in dataset.results.items()]
    withdrawn = {shown: [_mark(shown, one.on)] for shown, one in posted if one and one.on <= today}
    rows = [row for one in dataset.results.values() for row in one.period.withdrawn_rows if row.on <= today]
    for key in dataset.results if rows else ():  # a receipt may stand in a month, its quarter and its year
        shown = f"results/{key}"
        withdrawn.setdefault(shown, []).extend(_mark(shown, row.on, row.receipt) for row in rows)
    days = {shown: tuple(sorted({*found})) for shown, found in last.items()}
    return Days(frozenset(shown for shown, _ in posted), days, {key: tuple(marks) for key, marks in withdrawn.items()})


def _mark(record: str, on: date, receipt: str = "") -> str:
    return f"{record} {on} {sha256(receipt.encode()).hexdigest()[:16] if receipt else ''}".strip()


def limits_of(files: Mapping[str, str], days: Days, today: date) -> dict[str, Limit]:
    """Mapping SHA-256 -> limit, for each of ``files`` (address -> SHA-256) that is limited."""
    found: dict[str, Limit] = {}
    for address, digest in files.items():
        shown = shown_records(address, days.records)
        if shown:
            ends = [end for record in shown if (end := days.until(record, today))]
            before = found.get(digest)
            ends += [before.until] if before and before.until else []
            of = {*shown, *(before.of if before else ())}
            found[digest] = Limit(min(ends, default=None), tuple(sorted(of)))
    return found


def shown_records(address: str, records: Iterable[str]) -> tuple[str, ...]:
    """Which of ``records`` the file at ``address`` may show more of than title and days."""
    if address in _TITLES or not address.startswith(_SHARED):
        return ()
    if address.startswith(tuple(f"{addresses.POSTERS}{kind}/" for kind in _LASTING)):
        return ()
    every = tuple(records)
    own = tuple(record for record in every if _is_of(address, record))
    if not own and _HALL_SCREEN.fullmatch(address):
        return ()
    return own or every


def _is_of(address: str, record: str) -> bool:
    """Whether ``address`` is one of ``record`` alone: below its page, a page of its cases, its sheet, its table."""
    kind, _, key = record.partition("/")
    sheets = [f"{addresses.POSTERS}{folder}/{key}" for folder in (kind, *_OF_ONE[kind])]
    return address.startswith(
        (
            f"{record}/", f"{record}-page-", f"{addresses.OPEN_DATA}{kind}-{key}.",
            *(f"{sheet}{end}" for sheet in sheets for end in "-."),
        )
    )  # fmt: skip

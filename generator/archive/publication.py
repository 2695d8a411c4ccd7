"""A publication: what was public from a moment on, as it is written down; and the way such things are asked for."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol


class Limit(NamedTuple):
    """Of a file that shows records which have to be taken down one day: until when it is public, and which they are."""

    until: date | None
    of: tuple[str, ...]


@dataclass(frozen=True)
class Publication:
    """The site from ``at`` on. ``day`` is that of its pages, ``manifest`` the hash of the list of its files.

    ``previous`` is the SHA-256 of the record of the publication before, so that none can be changed or left out later.
    ``records`` maps names of records of posting (printed.yml) to their hashes, ``limits`` hashes of files to theirs.
    ``known`` are the withdrawals that it had heard of: what they are about is not in it.
    """

    number: int
    at: datetime
    day: date
    previous: str
    manifest: str
    records: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, Limit] = field(default_factory=dict)
    known: tuple[str, ...] = ()

    def as_bytes(self) -> bytes:
        """The record, as ``read_publication`` reads it."""
        limits = {digest: [one.until and one.until.isoformat(), *one.of] for digest, one in self.limits.items()}
        values = {
            "number": self.number, "at": self.at.isoformat(), "day": self.day.isoformat(), "previous": self.previous,
            "manifest": self.manifest, "records": dict(self.records), "limits": limits, "known": self.known,
        }  # fmt: skip
        return json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def read_publication(data: bytes) -> Publication:
    """The publication of a record. Raises ValueError for anything else."""
    try:
        values: dict[str, Any] = json.loads(data)
        limits = {
            str(digest): Limit(date.fromisoformat(one[0]) if one[0] else None, tuple(map(str, one[1:])))
            for digest, one in values["limits"].items()
        }
        at = datetime.fromisoformat(values["at"])
        if at.tzinfo is None:
            raise ValueError("a moment without a time zone")
        day, records = date.fromisoformat(values["day"]), {str(k): str(v) for k, v in values["records"].items()}
        known = tuple(map(str, values["known"]))
        number, previous, manifest = int(values["number"]), str(values["previous"]), str(values["manifest"])
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise ValueError(str(error)) from None
    return Publication(number, at, day, previous, manifest, records, limits, known)


class Gone(NamedTuple):
    """Bytes that are no longer kept: since which day, and why ("until", "withdrawn", "retention")."""

    on: date
    why: str


class Record(Protocol):
    """A journal or a package: which publications there were, what was in them, and what is still kept of it."""

    def publications(self) -> Sequence[Publication]:
        """All that are known, oldest first."""
        ...

    def files(self, publication: Publication) -> Mapping[str, str]:
        """Mapping address -> SHA-256 of what was public."""
        ...

    def read(self, digest: str) -> bytes | None:
        """The bytes with this SHA-256; None where they are not kept, or damaged."""
        ...

    def gone(self, digest: str) -> Gone | None:
        """Since when the bytes are not kept any more, and why; None where nothing is known of it."""
        ...

"""What the site said at a moment, since when, and until when, by a journal or a package."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from generator.archive.publication import Gone, Publication, Record
from generator.system.clock import BEIJING
from generator.texts.archive import SAID

MOMENT = "%Y-%m-%d %H:%M:%S"
_FORMS = ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", MOMENT, "%Y-%m-%dT%H:%M:%S")


@dataclass(frozen=True)
class Said:
    """What stood at an address. ``since`` is when it was first there; ``until`` when it was no longer, if it is known.

    ``digest`` is None where there was nothing; ``data`` where the bytes are not kept, for the reason ``gone``.
    ``begins`` is when the record begins: what was public from then on may have been there before.
    """

    address: str
    publication: Publication
    digest: str | None
    since: datetime
    until: datetime | None
    data: bytes | None
    gone: Gone | None
    begins: datetime

    def lines(self) -> Iterator[str]:
        """What it was, since when, and until when, for people."""
        public = self.publication.at.strftime(MOMENT)
        key = "nothing" if self.digest is None else "was"
        yield SAID[key].format(address=self.address, number=self.publication.number, public=public)
        since = "since_begin" if self.since == self.begins else "since"
        yield SAID[since].format(at=self.since.strftime(MOMENT))
        yield SAID["until"].format(at=self.until.strftime(MOMENT)) if self.until else SAID["until_now"]
        if self.digest:
            yield SAID["hash"].format(hash=self.digest)
        if self.digest and self.data is None:
            yield SAID[f"gone_{self.gone.why}"].format(day=self.gone.on) if self.gone else SAID["damaged"]


def moment(typed: str) -> datetime | None:
    """The moment that is meant, in China: the end of a day, or a time on it; None where it is neither."""
    try:
        day = datetime.strptime(typed, "%Y-%m-%d").date()
        return datetime.combine(day, time(23, 59, 59), BEIJING)
    except ValueError:
        pass
    for form in _FORMS:
        try:
            return datetime.strptime(typed, form).replace(tzinfo=BEIJING)
        except ValueError:
            continue
    return None


def file_address(typed: str, site_url: str | None) -> str:
    """The address of the file that is meant: of a page by its address, with or without that of the site."""
    address = re.sub(r"[?#].*", "", typed.strip())
    if site_url and f"{address}/".startswith(site_url):
        address = address.removeprefix(site_url.rstrip("/"))
    address = address.lstrip("/")
    last = address.rpartition("/")[2]
    return address if "." in last else f"{address}/index.html".lstrip("/") if last else f"{address}index.html"


def said_at(record: Record, at: datetime, address: str) -> Said | None:
    """What stood at ``address`` at the moment ``at``; None before the first publication that is known."""
    every = record.publications()
    place = sum(1 for one in every if one.at <= at) - 1
    if place < 0:
        return None
    digest = record.files(every[place]).get(address)
    first, after = _reach(record, every, place, address, digest)
    data = record.read(digest) if digest else None
    gone = record.gone(digest) if digest and data is None else None
    until = every[after].at if after < len(every) else None
    return Said(address, every[place], digest, every[first].at, until, data, gone, every[0].at)


def _reach(
    record: Record, every: Sequence[Publication], place: int, address: str, digest: str | None
) -> tuple[int, int]:
    """The number of the first publication in a row that says the same as the one at ``place``, and the one after."""
    first, after = place, place + 1
    while first and record.files(every[first - 1]).get(address) == digest:
        first -= 1
    while after < len(every) and record.files(every[after]).get(address) == digest:
        after += 1
    return first, after

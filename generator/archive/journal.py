"""The journal: every publication of a site, from the one with which it began. The folder ``archive`` of a project.

::

    archive/publications/000001.json   when, of which day, hash of the list of files, limits (``publication``)
    archive/objects/ab/cdef….z         every list and every file once, packed, by its SHA-256
    archive/gone.json                  hashes of what was removed, since which day, and why
    archive/current                    of which day and site all this is (``current``)
    archive/packages/                  packages that were made of it (``package``)

A publication is there when its record is: objects are written before it. What has to go is written down first and
removed then; a run that was killed in between is finished by the next.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from generator.archive.limits import Days, limits_of
from generator.archive.publication import Gone, Limit, Publication, read_publication
from generator.publish.files import save
from generator.publish.folders import remove_file
from generator.publish.objects import Objects
from generator.publish.staging import lock
from generator.system.failures import Failure
from generator.texts.archive import JOURNAL

FOLDER = "archive"


class BadJournal(Failure):
    """The journal is damaged or was changed; the message says which file."""


class ClockBack(Failure):
    """The clock of this computer is behind the last publication, so that nobody could say later what was when."""


class Journal:
    """The journal in the folder ``archive``, which has to be there. Raises BadJournal where it was tampered with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.objects = Objects(folder / "objects")
        self._records = folder / "publications"
        self._pending = folder / "pending"
        self._publications: list[Publication] | None = None
        self._gone: dict[str, Gone] | None = None

    def publications(self) -> list[Publication]:
        """All publications, oldest first, each checked to follow from the one before."""
        if self._publications is None:
            self._publications = list(self._read())
        return self._publications

    def _read(self) -> Iterator[Publication]:
        before = None
        for path in sorted(self._records.glob("[0-9]*.json")):
            data = path.read_bytes()
            try:
                one = read_publication(data)
            except ValueError:
                raise BadJournal(JOURNAL["unreadable"].format(name=path.name)) from None
            if one.number != int(path.stem) or (before and (one.number, one.previous) != before):
                raise BadJournal(JOURNAL["broken_chain"].format(name=path.name))
            before = one.number + 1, hashlib.sha256(data).hexdigest()
            yield one

    def files(self, publication: Publication) -> Mapping[str, str]:
        """Mapping address -> SHA-256 of what was public. Raises BadJournal where the list is lost."""
        data = self.objects.get(publication.manifest)
        if data is None:
            raise BadJournal(JOURNAL["no_list"].format(number=publication.number))
        listed: dict[str, str] = json.loads(data)
        return listed

    def read(self, digest: str) -> bytes | None:
        """The bytes with this SHA-256; None where they are not kept, or damaged."""
        return self.objects.get(digest)

    def gone(self, digest: str) -> Gone | None:
        """Since when bytes are not kept any more, and why."""
        return self._all_gone().get(digest)

    def _all_gone(self) -> dict[str, Gone]:
        if self._gone is None:
            path = self.folder / "gone.json"
            try:
                values = json.loads(path.read_bytes()) if path.exists() else {}
                self._gone = {key: Gone(date.fromisoformat(on), why) for key, (on, why) in values.items()}
            except (ValueError, TypeError, AttributeError, RecursionError):
                raise BadJournal(JOURNAL["unreadable"].format(name=path.name)) from None
        return self._gone

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock of the journal, after finishing what a killed run began. Raises SiteBusy."""
        with lock(self.folder):
            self._publications = self._gone = None
            for digest in self._all_gone():
                self.objects.remove(digest)
            if self._pending.exists():
                self.objects.clear_parts()
                self._remove_unlisted()
                remove_file(self._pending)
            yield

    def keep(
        self,
        files: Mapping[str, str],
        read: Callable[[str], bytes],
        days: Days,
        today: date,
        now: datetime,
        records: Mapping[str, bytes],
    ) -> Publication | None:
        """Add the site of ``today`` as public from ``now`` on; None where the last publication was the same.

        ``files`` maps addresses to SHA-256, ``read`` gives the bytes of an address, ``records`` are other files to be
        kept by their names. The lock has to be held. Raises ClockBack, BadJournal.
        """
        last = self.publications()[-1] if self.publications() else None
        listed = json.dumps(dict(sorted(files.items())), ensure_ascii=False, separators=(",", ":")).encode()
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in records.items()}
        limits = limits_of(files, days, today)
        manifest = hashlib.sha256(listed).hexdigest()
        if last and (last.manifest, last.records, last.limits, last.known) == (manifest, digests, limits, days.known):
            return None
        if last and now <= last.at:
            raise ClockBack(JOURNAL["clock_back"].format(last=last.at.strftime("%Y-%m-%d %H:%M:%S")))
        save(self._pending, b"")
        for data in (listed, *records.values()):
            self.objects.put(data)
        for address, digest in files.items():
            if digest not in self.objects:
                self.objects.put(read(address))
        self._put_back({*files.values(), *digests.values(), manifest})
        number, previous = (last.number + 1, self._digest_of(last)) if last else (1, "")
        made = Publication(number, now, today, previous, manifest, digests, limits, days.known)
        save(self._records / f"{number:06}.json", made.as_bytes())
        remove_file(self._pending)
        self.publications().append(made)
        return made

    def purge(self, days: Days | None, today: date, current: Iterable[str] = ()) -> list[str]:
        """Remove the bytes of what may no longer be shown; returns their hashes. The lock has to be held.

        ``days`` are those of today's content, None where it was not read. What is in ``current``, the hashes of a site
        that was just built of that content, is public today and stays.
        """
        newest: dict[str, tuple[Limit, frozenset[str]]] = {}
        since: dict[str, date] = {}
        for one in self.publications():
            newest |= {digest: (limit, frozenset(one.known)) for digest, limit in one.limits.items()}
            for digest in one.limits:
                since.setdefault(digest, one.day)
        online = {*current}
        due = {
            digest: why
            for digest, (limit, known) in newest.items()
            if digest not in online and not self.gone(digest)
            if (why := _reason(limit, known, since[digest], days, today))
        }
        self.remove({digest: Gone(today, why) for digest, why in due.items()})
        return sorted(due)

    def remove(self, gone: Mapping[str, Gone]) -> None:
        """Remove the bytes with these hashes, and write down since when and why they are gone."""
        if gone:
            self._write_gone({**self._all_gone(), **gone})
            for digest in gone:
                self.objects.remove(digest)

    def forget_before(self, day: date, today: date) -> int:
        """Remove what was public only before ``day``: publications that others followed by then. Returns how many.

        The lock has to be held. The publication that was public on ``day`` stays, and all after it.
        """
        every = self.publications()
        begin = sum(1 for one in every[1:] if one.at.date() <= day)
        kept = {digest for one in every[begin:] for digest in self._listed(one)}
        lost = {digest for one in every[:begin] for digest in self._listed(one)} - kept
        self.remove({digest: Gone(today, "retention") for digest in lost - self._all_gone().keys()})
        for one in every[:begin]:
            remove_file(self._records / f"{one.number:06}.json")
        self._publications = every[begin:]
        return begin

    def _listed(self, one: Publication) -> set[str]:
        return {one.manifest, *one.records.values(), *self.files(one).values()}

    def _remove_unlisted(self) -> None:
        """Remove what a run that was killed has written, and no publication lists."""
        listed = {digest for one in self.publications() for digest in self._listed(one)}
        for digest in self.objects.digests():
            if digest not in listed:
                self.objects.remove(digest)

    def _put_back(self, digests: set[str]) -> None:
        """What is public again is no longer gone."""
        if digests & self._all_gone().keys():
            self._write_gone({key: one for key, one in self._all_gone().items() if key not in digests})

    def _write_gone(self, gone: dict[str, Gone]) -> None:
        values = {digest: [one.on.isoformat(), one.why] for digest, one in sorted(gone.items())}
        save(self.folder / "gone.json", json.dumps(values, indent=0).encode() + b"\n")
        self._gone = gone

    def _digest_of(self, one: Publication) -> str:
        return hashlib.sha256((self._records / f"{one.number:06}.json").read_bytes()).hexdigest()


def _reason(limit: Limit, known: frozenset[str], since: date, days: Days | None, today: date) -> str | None:
    """Why a file that was public from ``since`` on, and is not any more, has to go; None where it may stay.

    ``known`` are the withdrawals of which the last publication of the file had heard.
    """
    if limit.until and limit.until < today:
        return "until"
    if days is None:
        return None
    for record in limit.of:
        if record not in days.records and record.startswith("results/"):
            return "withdrawn"
        end = days.until(record, since)
        if end and end < today:
            return "until"
        if not known.issuperset(days.withdrawn.get(record, ())):
            return "withdrawn"
    return None

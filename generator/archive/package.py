"""Packages: all that was public in a period, as a bag with its catalogue, written once and never changed.

::

    2026-Q3/bagit.txt, bag-info.txt, manifest-sha256.txt, tagmanifest-sha256.txt
    2026-Q3/signing-key.pem, signature.txt             the hall's public key; its signature of the tag manifest
    2026-Q3/data/catalogue.json, catalogue.csv, catalogue.xlsx
    2026-Q3/data/site/20260701T000500/…                the site as it was first in the period, whole; then what changed
    2026-Q3/data/records/20260701T000500/printed.yml   records of posting
    2026-Q3.tsr                                        a time stamp of the tag manifest, beside the package

Nothing that has a last day, past or to come, is ever in it: a package can be copied, and not be called back. Of such
files, and of those that today's rules would not let pass, the catalogue says number, days and hash.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from generator.archive.extras import load_bag, load_keys
from generator.archive.items import (
    Item,
    as_book,
    as_csv,
    as_json,
    described,
    dumped,
    last_numbers,
    numbered,
    placed,
    public_in,
    read_items,
    versions,
    without_bytes,
)
from generator.archive.journal import Journal
from generator.archive.publication import Gone, Publication, read_publication
from generator.facts.periods import bounds
from generator.model.archive import ArchiveSettings
from generator.posters.fitting import pages_of
from generator.publish.folders import remove_file
from generator.publish.staging import read_regular
from generator.publish.write_once import put, written_once
from generator.system.clock import BEIJING
from generator.system.environment import NotReady, Refused
from generator.system.failures import Failure
from generator.texts.archive import PACKAGE

FOLDER = "packages"
CATALOGUE, TABLE, BOOK = "catalogue.json", "catalogue.csv", "catalogue.xlsx"
SIGNATURE, KEY, SIGNED = "signature.txt", "signing-key.pem", "Gongshi-Signing-Key"

Refuse = Callable[[Path, Mapping[str, str]], set[str]]
"""Which files of a folder (address -> SHA-256) today's rules would not let pass."""


class BadPackage(Failure):
    """The folder is no package, or its catalogue cannot be read."""


@dataclass(frozen=True)
class Order:
    """What a package is made of and for: the hall, the period, its settings, and who signs (None: nobody)."""

    period: str
    responsible: str
    settings: ArchiveSettings
    today: date
    key: Any = None


def make_package(journal: Journal, order: Order, refuse: Refuse) -> Path:
    """Make the package of a period that is over; the lock of the journal has to be held.

    Raises Refused where there is one, NotReady where the period is not over or nothing was published in it.
    """
    first, last = bounds(order.period)
    if order.today <= last:
        raise NotReady(PACKAGE["not_over"].format(period=order.period, day=last))
    begin, end = (datetime.combine(day, time(), BEIJING) for day in (first, last + timedelta(days=1)))
    found = list(versions(journal, begin, end))
    if not found:
        raise NotReady(PACKAGE["nothing"].format(period=order.period))
    bag, place = load_bag(), journal.folder / FOLDER / order.period
    earlier = [item for name in _of_year(place.parent, first.year) for item in Package(name).items]
    try:
        with written_once(place) as stage:
            kept = _refused([_put(stage, item, journal, order.today) for item in found], stage, refuse, order.today)
            items = numbered(kept, order.settings, first.year, last_numbers(earlier))
            _write_catalogue(stage, items, public_in(journal, begin, end), journal, order)
            bag.make_bag(stage, _info(order), {KEY: load_keys().public_pem(order.key)} if order.key else {})
            if order.key:
                put(stage / SIGNATURE, load_keys().sign(order.key, (stage / bag.MANIFEST).read_bytes()))
    except FileExistsError:
        raise Refused(PACKAGE["exists"].format(name=order.period)) from None
    return place


def _put(stage: Path, item: Item, journal: Journal, today: date) -> Item:
    """Put the bytes of an item where they belong, unless they have to go one day, or are gone."""
    limit = _limit_of(item, journal)
    if limit:
        return without_bytes(item, "gone" if limit < today else "limited", limit)
    data = journal.read(item.sha256)
    if data is None:
        gone = journal.gone(item.sha256)
        if gone is None:
            raise NotReady(PACKAGE["lost"].format(address=item.address))
        return without_bytes(item, "expired" if gone.why == "retention" else "gone", gone.on)
    stamp = f"{datetime.fromisoformat(item.since):%Y%m%dT%H%M%S}"
    folder, _, name = item.address.partition("/") if item.kind == "records" else ("site", "", item.address)
    path = f"{folder}/{stamp}/{name}"
    put(stage / path, data)
    return placed(described(item, data, pages_of(data) if name.endswith(".pdf") else 0), f"data/{path}")


def _limit_of(item: Item, journal: Journal) -> date | None:
    """The first day after which a publication has said that the bytes of an item have to go."""
    limits = (one.limits[item.sha256].until for one in journal.publications() if item.sha256 in one.limits)
    return min(filter(None, limits), default=None)


def _refused(items: Sequence[Item], stage: Path, refuse: Refuse, today: date) -> list[Item]:
    """The items; those that today's rules refuse have lost their bytes."""
    found: list[Item] = []
    folders: dict[str, dict[str, Item]] = {}
    for item in items:
        if item.path.startswith("data/site/"):
            folders.setdefault("/".join(item.path.split("/")[1:3]), {})[item.address] = item
        else:
            found.append(item)
    for folder, of_folder in folders.items():
        refused = refuse(stage / folder, {address: item.sha256 for address, item in of_folder.items()})
        for address, item in of_folder.items():
            if address in refused:
                remove_file(stage / folder / address)
            found.append(without_bytes(item, "gone", today) if address in refused else item)
    return found


def _write_catalogue(
    stage: Path, items: Sequence[Item], public: Sequence[Publication], journal: Journal, order: Order
) -> None:
    lists, before = [], dict[str, str]()
    for one in public:
        files = dict(journal.files(one))
        changed: dict[str, str | None] = {key: digest for key, digest in files.items() if before.get(key) != digest}
        changed |= dict.fromkeys(before.keys() - files.keys())
        lists.append({"publication": json.loads(one.as_bytes()), "changed": dict(sorted(changed.items()))})
        before = files
    title = PACKAGE["title"].format(name=order.responsible, period=order.period)
    values = {"title": title, "period": order.period, "responsible": order.responsible,
              "made": order.today.isoformat(), "items": as_json(items), "publications": lists}  # fmt: skip
    put(stage / CATALOGUE, dumped(values))
    put(stage / TABLE, as_csv(items, order.responsible))
    put(stage / BOOK, as_book(items, order.responsible, title, order.today))


def _info(order: Order) -> dict[str, str]:
    info = {"Source-Organization": order.responsible, "External-Identifier": order.period,
            "Bagging-Date": order.today.isoformat(), "Bag-Software-Agent": "gongshi"}  # fmt: skip
    return {**info, SIGNED: load_keys().fingerprint(order.key)} if order.key else info


def _of_year(folder: Path, year: int) -> list[Path]:
    return sorted(path for path in folder.glob(f"{year}*") if (path / "data" / CATALOGUE).is_file())


class Package:
    """A package that was made, as a record of what was public. Raises BadPackage where its catalogue is damaged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            values = json.loads((folder / "data" / CATALOGUE).read_bytes())
            self.period, self.responsible = str(values["period"]), str(values["responsible"])
            self.items = read_items(values["items"])
            self._lists = [
                (read_publication(json.dumps(one["publication"]).encode()), dict(one["changed"]))
                for one in values["publications"]
            ]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            raise BadPackage(PACKAGE["no_package"].format(name=folder.name)) from None
        self._paths = {item.sha256: item.path for item in self.items if item.path}

    def publications(self) -> list[Publication]:
        """The publications of the period, oldest first."""
        return [one for one, _ in self._lists]

    def files(self, publication: Publication) -> Mapping[str, str]:
        """Mapping address -> SHA-256 of what was public."""
        files: dict[str, str] = {}
        for one, changed in self._lists:
            for address, digest in changed.items():
                if digest is None:
                    files.pop(address, None)
                else:
                    files[address] = digest
            if one.number == publication.number:
                break
        return files

    def read(self, digest: str) -> bytes | None:
        """The bytes with this SHA-256; None where they are not in the package, or are not what they were."""
        path = self._paths.get(digest)
        data = read_regular(str(self.folder / path)) if path else None
        return data if data is not None and hashlib.sha256(data).hexdigest() == digest else None

    def gone(self, digest: str) -> Gone | None:  # noqa: ARG002  # Why bytes are not in a package, its catalogue says.
        """Nothing: a package knows no more than that the bytes are not in it."""
        return None

"""The catalogue of a package: one item for each version of each file that was public, in the order of 归档."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from generator.archive.page_text import page_title
from generator.archive.publication import Limit, Publication, Record
from generator.model.archive import ArchiveSettings
from generator.site import addresses
from generator.tables.book import Book
from generator.texts.archive import CLASSES, CODES, COLUMNS, ITEMS

_CLASSES = {
    addresses.SERVICES: "services", addresses.BUNDLES: "services", addresses.REGULATIONS: "regulations",
    addresses.NOTICES: "notices", addresses.RESULTS: "results", addresses.DISCLOSURES: "disclosures",
    addresses.POSTERS: "posters", addresses.OPEN_DATA: "data",
}  # fmt: skip
"""Beginning of an address -> class of what is below it."""


@dataclass(frozen=True)
class Item:
    """One version of one file: what it was, when it was public, and where in the package it is.

    ``path`` is "" where the bytes are not in the package; ``remark`` says why. ``of`` are records that it shows and
    that may be taken down. ``number`` is the 档号, "" for files of the program and where the hall has no 全宗号.
    """

    address: str
    sha256: str
    kind: str
    since: str
    until: str = ""
    title: str = ""
    bytes: int = 0
    pages: int = 0
    path: str = ""
    remark: str = ""
    retention: str = ""
    number: str = ""
    of: tuple[str, ...] = ()


def class_of(address: str) -> str:
    """The class (key of ``CLASSES``) of a file."""
    if address.startswith("records/"):
        return "records"
    for beginning, kind in _CLASSES.items():
        if address.startswith(beginning) and address.endswith((".html", ".pdf", ".png", ".csv", ".json", ".jsonld")):
            return kind
    return "pages" if address.endswith(".html") else "program"


def public_in(record: Record, begin: datetime, end: datetime) -> list[Publication]:
    """The publications of a period: the one that was public when it began, and all until it ended."""
    every = record.publications()
    first = max(sum(1 for one in every if one.at <= begin) - 1, 0)
    return [one for one in every[first:] if one.at < end]


def versions(record: Record, begin: datetime, end: datetime) -> Iterator[Item]:
    """Every version of every file that was public between two moments, oldest first; what is in it is not known yet."""
    open_items: dict[str, Item] = {}
    for one in public_in(record, begin, end):
        at = one.at.isoformat()
        files = {**record.files(one), **{f"records/{name}": digest for name, digest in one.records.items()}}
        for address in [key for key, item in open_items.items() if files.get(key) != item.sha256]:
            yield _ended(open_items.pop(address), at)
        for address, digest in files.items():
            limit = one.limits.get(digest, Limit(None, ()))
            if address not in open_items:
                open_items[address] = Item(address, digest, class_of(address), at, "", of=limit.of)
    yield from open_items.values()


def _ended(item: Item, at: str) -> Item:
    return replace(item, until=at)


def described(item: Item, data: bytes, pages: int) -> Item:
    """The item with what its bytes say."""
    title = page_title(data.decode("utf-8", "replace")) if item.address.endswith(".html") else ""
    return replace(item, title=title or item.address, bytes=len(data), pages=pages)


def placed(item: Item, path: str) -> Item:
    """The item with its place in the package."""
    return replace(item, path=path)


def without_bytes(item: Item, reason: str, day: date) -> Item:
    """The item as it stands where its bytes are not in the package: neither its title nor how long it is."""
    remark = ITEMS[reason].format(day=day)
    return replace(item, title="", bytes=0, pages=0, path="", remark=remark)


def numbered(items: Iterable[Item], settings: ArchiveSettings, year: int, used: Mapping[str, int]) -> list[Item]:
    """The items in the order of the catalogue, with their retention and numbers.

    Numbers follow DA/T 22-2015: 全宗号-档案门类代码·年度-保管期限-机构(问题)代码-件号. ``used`` maps a retention to
    the last number that an earlier package of the same year has given.
    """
    order = list(CLASSES)
    found = sorted(items, key=lambda item: (order.index(item.kind), item.address, item.since))
    last = dict(used)
    return [_numbered(item, settings, year, last) for item in found]


def _numbered(item: Item, settings: ArchiveSettings, year: int, last: dict[str, int]) -> Item:
    name = CLASSES[item.kind]
    lists = ((settings.permanent, "永久"), (settings.thirty_years, "30年"))
    retention = next((kept for listed, kept in lists if name in listed), settings.retention)
    number = ""
    if item.kind != "program" and settings.fonds:
        last[retention] = last.get(retention, 0) + 1
        parts = (settings.fonds, f"{settings.category}·{year}", CODES[retention], settings.office)
        number = "-".join((*filter(None, parts), f"{last[retention]:04}"))
    return replace(item, retention=retention, number=number)


def last_numbers(items: Iterable[Item]) -> dict[str, int]:
    """Retention -> the highest number that ``items`` have."""
    found: dict[str, int] = {}
    for item in items:
        if item.number:
            found[item.retention] = max(found.get(item.retention, 0), int(item.number.rpartition("-")[2]))
    return found


def as_json(items: Iterable[Item]) -> list[dict[str, object]]:
    """The items for ``read_items``; fields that say nothing are left out."""
    return [{key: value for key, value in asdict(item).items() if value} for item in items]


def read_items(values: object) -> list[Item]:
    """The items of a catalogue. Raises ValueError."""
    if not isinstance(values, list):
        raise ValueError("no list")
    try:
        items = [Item(**{**value, "of": tuple(map(str, value.get("of", ())))}) for value in values]
        for item in items:
            datetime.fromisoformat(item.since)
            if item.path and (not item.path.startswith("data/") or ".." in item.path.split("/")):
                raise ValueError("a path out of the package")
            ("".join((item.address, item.sha256, item.path, item.title, item.remark, item.number)), CLASSES[item.kind])
    except (TypeError, AttributeError, KeyError) as error:
        raise ValueError(str(error)) from None
    return items


def as_csv(items: Iterable[Item], responsible: str) -> bytes:
    """The catalogue as a table for every program; Excel recognises the encoding by its first bytes."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(heading for heading, _ in COLUMNS)
    writer.writerows(_row(place, item, responsible) for place, item in enumerate(items, 1))
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def as_book(items: Iterable[Item], responsible: str, title: str, today: date) -> bytes:
    """The catalogue to print."""
    book = Book(title, today)
    table = book.table(ITEMS["sheet"], COLUMNS)
    for place, item in enumerate(items, 1):
        table.add(*_row(place, item, responsible))
    return book.data()


def _row(place: int, item: Item, responsible: str) -> tuple[str | int, ...]:
    since, until = (moment[:19].replace("T", " ") for moment in (item.since, item.until))
    return (
        place, item.number, responsible, item.title or item.remark, since[:10], item.pages or "", item.retention,
        CLASSES[item.kind], since, until, item.address, item.bytes or "", item.sha256, item.path, item.remark,
    )  # fmt: skip


def dumped(values: object) -> bytes:
    """JSON that a person can read."""
    return json.dumps(values, ensure_ascii=False, indent=1).encode() + b"\n"

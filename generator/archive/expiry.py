"""Which packages may be, or have to be, removed: their retention is over, or something in them was withdrawn since."""

from datetime import date
from pathlib import Path

from generator.archive.items import Item
from generator.archive.limits import Days
from generator.archive.package import CATALOGUE, FOLDER, Package
from generator.archive.verify import stamp_file
from generator.publish.folders import remove_file
from generator.publish.write_once import remove_written

_YEARS = {"30年": 30, "10年": 10}


def packages(journal: Path) -> list[Path]:
    """The packages beside a journal."""
    return sorted(path.parent.parent for path in (journal / FOLDER).glob(f"*/data/{CATALOGUE}"))


def kept_until(package: Package) -> date | None:
    """The last day of the longest retention in a package, counted from the end of its year; None for 永久."""
    years = {_YEARS.get(item.retention) for item in package.items}
    if None in years:
        return None
    return date(int(package.period[:4]) + max(filter(None, years), default=10), 12, 31)


def withdrawn_since(package: Package, days: Days, today: date) -> list[Item]:
    """The items with bytes in a package that show what has to be taken down by now, though nobody knew it then."""
    known = {digest: one.known for one in package.publications() for digest in one.limits}
    return [item for item in package.items if item.path and _has_gone(item, known.get(item.sha256, ()), days, today)]


def _has_gone(item: Item, known: tuple[str, ...], days: Days, today: date) -> bool:
    since = date.fromisoformat(item.since[:10])
    for record in item.of:
        end = days.until(record, since)
        if (end and end < today) or not {*known}.issuperset(days.withdrawn.get(record, ())):
            return True
        if record not in days.records and record.startswith("results/"):
            return True
    return False


def delete(folder: Path) -> None:
    """Remove a package and its time stamp."""
    remove_written(folder)
    remove_file(stamp_file(folder))

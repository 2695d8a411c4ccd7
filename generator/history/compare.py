"""What residents will notice between two builds, record by record."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel

from generator.content.problems import printable
from generator.history.articles import TEXT, article_differences
from generator.history.published import KINDS, Published, Values
from generator.history.values import Difference, Names, differences
from generator.model import Bundle, Hall, Material, Regulation, Service, Window
from generator.model.listed import ListedNotice, ListedSheet
from generator.texts.history import DIFFERENCES
from generator.texts.open_data import SERVICE_COLUMNS

_MODELS: dict[str, type[BaseModel]] = {
    "hall": Hall, "windows": Window, "services": Service, "bundles": Bundle, "regulations": Regulation,
    "materials": Material, "notices": ListedNotice, "sheets": ListedSheet,
}  # fmt: skip

_FOR_STAFF = frozenset({"id", "verified", "review", "hangs_at", "disclosure", "rating", "window"})
"""Fields in which residents notice nothing, and the window, which is told by its name in the table of services."""

_LASTING = frozenset({"services", "bundles", "regulations", "windows", "materials"})
"""Kinds of which a record with the title of one that is gone is the same by another id; two notices may be alike."""

PAGES = "pages"
"""The kind of what is compared that is no record: pages of a site."""

_WINDOW = SERVICE_COLUMNS[3]
"""The column of the table of services with the name of the window."""


class Changed(NamedTuple):
    """A record that is new, gone, or not as before, and in what; ``kind`` is its folder, "results" or ``PAGES``."""

    kind: str
    id: str
    title: str
    change: Literal["new", "gone", "changed"]
    fields: tuple[Difference, ...] = ()


class Comparison(NamedTuple):
    """What is not as before, by kinds, and the kinds that only one of the builds has published."""

    changed: tuple[Changed, ...]
    not_compared: tuple[str, ...]


def compare(old: Published, new: Published) -> Comparison:
    """The records that differ, in the order of ``KINDS``; results come last."""
    names = {**_names(old), **_names(new)}
    both = [kind for kind in KINDS if kind in old.records and kind in new.records]
    found = [changed for kind in both for changed in _of_kind(kind, old, new, names)]
    one_only = [kind for kind in KINDS if (kind in old.records) != (kind in new.records)]
    if "disclosures" in one_only:  # the file is only there while something is posted
        one_only.remove("disclosures")
        found += _of_kind("disclosures", old, new, names)
    return Comparison((*found, *_results(old, new)), tuple(one_only))


def _of_kind(kind: str, old: Published, new: Published, names: Names) -> Iterator[Changed]:
    before, after = old.records.get(kind, {}), new.records.get(kind, {})
    renamed = _renamed(kind, before, after)
    for key in dict.fromkeys((*after, *before)):
        was = renamed.get(key, key)
        if was not in before:
            yield Changed(kind, printable(key), _title(after[key]), "new")
        elif key in after:
            if fields := tuple(_fields(kind, was, key, old, new, names)):
                yield Changed(kind, printable(key), _title(after[key]), "changed", fields)
        elif key not in renamed.values():
            yield Changed(kind, printable(key), _title(before[key]), "gone")


def _renamed(kind: str, before: Mapping[str, Values], after: Mapping[str, Values]) -> dict[str, str]:
    """Mapping id -> id before, of records that are there by another id: one of a title is gone, one of it is new."""

    def ids(these: Mapping[str, Values], others: Mapping[str, Values]) -> dict[str, str]:
        found = [
            key for key in these if key not in others and (kind if kind != "sheets" else _kind_of(key)) in _LASTING
        ]
        titles = Counter(_title(these[key]) for key in found)
        return {title: key for key in found if titles[title := _title(these[key])] == 1}

    gone = ids(before, after)
    return {key: gone[title] for title, key in ids(after, before).items() if title in gone}


def _kind_of(sheet: str) -> str:
    return sheet.partition("/")[0]


def _fields(kind: str, was: str, key: str, old: Published, new: Published, names: Names) -> Iterator[Difference]:
    before, after = old.records[kind][was], new.records[kind][key]
    if was != key and kind != "sheets":
        yield Difference(DIFFERENCES["address"], printable(was), printable(key))
    if kind == "disclosures":  # a table may name people; its title says which it is
        yield from (Difference(DIFFERENCES["table"], None, None),) if before != after else ()
        return
    without = _FOR_STAFF | (TEXT if kind == "regulations" else frozenset())
    if kind == "services":
        yield from _of_window(old.service_rows.get(was, {}), new.service_rows.get(key, {}))
    model = _MODELS.get(kind)
    yield from differences(_but(before, without), _but(after, without), model, names)
    if kind == "regulations":
        yield from article_differences(before, after)


def _of_window(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    before, after = (printable(row.get(_WINDOW, "")) or None for row in (old, new))
    if before != after:
        yield Difference(_WINDOW, before, after)


def _but(record: Values, without: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in without}


def _results(old: Published, new: Published) -> Iterator[Changed]:
    """Periods, and in how many cases each is not as before; never which."""
    titles = {**old.result_titles, **new.result_titles}
    for period in sorted({*old.results, *new.results}):
        title = printable(titles.get(period, period))
        before, after = old.results.get(period), new.results.get(period)
        if before is None or after is None:
            yield Changed("results", printable(period), title, "new" if before is None else "gone")
        elif before != after:
            corrected = sum(before[key] != after[key] for key in before.keys() & after.keys())
            numbers = {
                "added": len(after.keys() - before.keys()),
                "dropped": len(before.keys() - after.keys()),
                "corrected": corrected,
            }
            told = (
                Difference(DIFFERENCES[key], None, DIFFERENCES["cases"].format(count=number))
                for key, number in numbers.items()
                if number
            )
            yield Changed("results", printable(period), title, "changed", tuple(told))


def _names(of: Published) -> dict[str, str]:
    """Mapping id -> name of what services and bundles name by its id."""
    kinds = (kind for kind in ("materials", "services") if kind in of.records)
    return {key: _title(record) for kind in kinds for key, record in of.records[kind].items()}


def _title(record: Values) -> str:
    found = next((record[key] for key in ("name", "title", "id") if isinstance(record.get(key), str)), "")
    return printable(found)

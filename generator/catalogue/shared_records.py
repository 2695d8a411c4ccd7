"""What services of a source share: the windows they are done at, the papers that many of them ask for.

A window that the hall does not have yet is proposed with its name and nothing else. A paper that many services name is
only told, or put into the catalogue where the clerk asks for it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.catalogue.ids import proposed
from generator.catalogue.same_names import plain_name
from generator.model import Dataset, Material, Window

MANY = 5
"""In so many services a paper is worth an entry of its own in the catalogue."""

_SUFFIX = re.compile("(?:服务)?窗口?$")
_SEVERAL = re.compile("[、，,;；/\n]")
_LONGEST_NAME = 30


class KnownWindows:
    """The windows of a hall by all their names: 民政, 民政窗口 and 民政服务窗口 are the same."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._ids: dict[str, set[str]] = {}
        for window in dataset.windows:
            for name in (window.name, *window.aliases):
                self._ids.setdefault(_bare(name), set()).add(window.id)

    def name_of(self, stated: str, present: str | None) -> str:
        """The window ``stated``, as the hall calls it; as the service says now (``present``) where it is the same."""
        found = self.dataset.window(stated)
        ids = {found.id} if found else self._ids.get(_bare(stated), set())
        if len(ids) != 1:
            return stated
        window = next(window for window in self.dataset.windows if window.id in ids)
        now = self.dataset.window(present)
        return present if present and now and now.id == window.id else window.name


def _bare(name: str) -> str:
    return _SUFFIX.sub("", plain_name(name)) or plain_name(name)


def with_windows(dataset: Dataset, names: Iterable[str]) -> Dataset:
    """``dataset`` with a window for each of ``names`` that it does not have; what looks like several is left out."""
    windows = list(dataset.windows)
    for name in dict.fromkeys(names):
        if not _SEVERAL.search(name) and len(name) <= _LONGEST_NAME:
            windows.append(Window(id=proposed(name, {window.id for window in windows}), name=name))
    return replace(dataset, windows=tuple(windows))


class KnownPapers:
    """The papers of a hall's catalogue, by all their names."""

    def __init__(self, dataset: Dataset) -> None:
        ids: dict[str, set[str]] = {}
        for material in dataset.materials.values():
            for name in (material.name, *material.aliases):
                ids.setdefault(plain_name(name), set()).add(material.id)
        self._ids = {name: found.pop() for name, found in ids.items() if len(found) == 1}

    def named_in(self, fields: Mapping[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
        """``fields`` with the ids of papers that the catalogue has by exactly that name.

        A paper that the service has by its name already, as ``old`` tells, keeps it.
        """
        own = {plain_name(item["name"]) for item in old.get("materials", ()) if "name" in item}
        known = {name: found for name, found in self._ids.items() if name not in own} if own else self._ids
        changed = dict(fields)
        if "materials" in fields:
            changed["materials"] = [_catalogued(item, known) for item in fields["materials"]]
        if "situations" in fields:
            changed["situations"] = [_situation(item, known) for item in fields["situations"]]
        return changed


def _situation(item: Mapping[str, Any], known: Mapping[str, str]) -> Mapping[str, Any]:
    keys = [known.get(plain_name(key), key) for key in item.get("materials", ())]
    return {**item, "materials": keys} if keys else item


def _catalogued(item: Mapping[str, Any], known: Mapping[str, str]) -> Mapping[str, Any]:
    found = known.get(plain_name(str(item.get("name", ""))))
    return {"material": found, **{key: value for key, value in item.items() if key != "name"}} if found else item


def shared_papers(dataset: Dataset, services: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Mapping the name of a paper that the catalogue lacks -> how many of ``services`` (their fields) name it."""
    known = {plain_name(name) for one in dataset.materials.values() for name in (one.name, *one.aliases)}
    names: dict[str, str] = {}
    count: Counter[str] = Counter()
    for fields in services:
        own = {
            plain_name(str(item["name"])): str(item["name"]) for item in fields.get("materials", ()) if "name" in item
        }
        names = own | names
        count.update(own.keys() - known)
    return {names[key]: number for key, number in count.most_common() if number >= MANY}


def with_papers(dataset: Dataset, names: Iterable[str]) -> Dataset:
    """``dataset`` with an entry of the catalogue for each of ``names``."""
    materials = dict(dataset.materials)
    for name in names:
        record_id = proposed(name, materials)
        materials[record_id] = Material(id=record_id, name=name)
    return replace(dataset, materials=materials)

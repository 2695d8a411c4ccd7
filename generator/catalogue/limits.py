"""The time limits of a service from the cells for them: limit, unit, note and basis, statutory and promised."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.catalogue import cell_values
from generator.catalogue.cell_lists import parts_of
from generator.catalogue.cell_values import Fields
from generator.catalogue.entry import Entry
from generator.catalogue.listing import Trouble

SIDES = ("statutory", "promised")

_LONGEST_NAME = 200
_WITH_NOTE = re.compile(r"^(?P<limit>[^（(]+)[（(](?P<note>[^（）()]+)[)）]$", re.DOTALL)
_START = re.compile(r"(?:自|从)(?P<start>[^自从起]{2,20}?(?:之日|当日|后|之后))(?:的)?起")
_SIDE = re.compile(r"^(?P<side>法定|承诺)[^0-9：:]{0,6}[：:]?\s*(?P<limit>.+)$")
_PARTS = re.compile(r"[；;，,、\n]+")
_DURATION = re.compile(r"^(?P<name>.+?)[：:（(\s]\s*(?P<limit>[0-9零一二两三四五六七八九十]+[^（）()]*?)[)）]?$")


def time_limits_of(entries: Sequence[Entry]) -> tuple[Fields, str, list[Trouble]]:
    """The limits, the place of the first, and the cells that were not understood."""
    troubles: list[Trouble] = []
    found: Fields = {}
    place = ""
    at_once = any(entry.kind == "handling" and "即办" in entry.text for entry in entries)
    for side in SIDES:
        cells = [entry for entry in entries if entry.kind == f"time_limits.{side}"]
        for entry in cells:
            read = _read(entry, _unit(entries, side) or entry.unit, at_once)
            if read is None:
                bare = cell_values.is_bare_number(entry.text)
                troubles.append(_trouble("cell/no-unit" if bare else "cell/unread", entry))
                continue
            place = place or entry.place
            for key, value in read.items():
                if found.setdefault(key, value) != value:
                    troubles.append(_trouble("cell/differs", entry))
        troubles += [*_add_words(side, entries, found), *_unused_units(side, entries, found)]
    for entry in entries:
        if entry.kind == "time_limits.special_procedures":
            found.setdefault("special_procedures", []).extend(special_procedures(entry.text))
            place = place or entry.place
    return found, place, troubles


def _unit(entries: Sequence[Entry], side: str) -> str:
    units = (cell_values.unit_of(entry.text) for entry in _units(entries, side))
    return next((unit for unit in units if unit), "")


def _units(entries: Sequence[Entry], side: str) -> list[Entry]:
    return [entry for entry in entries if entry.kind == f"time_limits.{side}.+unit"]


def _unused_units(side: str, entries: Sequence[Entry], found: Fields) -> Iterator[Trouble]:
    """The cells of units that say something else than the limit that was taken over, or have none beside them."""
    limit: Fields = found.get(side, {})
    for entry in _units(entries, side):
        unit = cell_values.unit_of(entry.text)
        one = (cell_values.time_limit("1", unit) if unit else None) or {"": ""}
        fits = one.keys() <= limit.keys() and one.get("unit") == limit.get("unit")
        if not fits and not limit.get("immediate"):
            yield _trouble("cell/unread", entry)


def _read(entry: Entry, unit: str, at_once: bool) -> Fields | None:
    """What one cell says of the limits: one of them, or both (法定20个工作日，承诺5个工作日); None: not understood."""
    side = entry.kind.partition(".")[2]
    text = entry.text.strip()
    if at_once and cell_values.narrow(text) in ("0", "0个工作日", "0工作日", "0.0", "0天"):
        return {side: {"immediate": True}}
    if limit := _one(text, unit, side):
        start = _START.search(text)
        return {side: limit, **({"clock_starts": start["start"]} if start else {})}
    both: Fields = {}
    for part in _PARTS.split(text):
        named = _SIDE.match(part.strip())
        its_side = {"法定": "statutory", "承诺": "promised"}[named["side"]] if named else ""
        limit = _one(named["limit"], unit, its_side) if named else None
        if limit is None or its_side in both:
            return None
        both[its_side] = limit
    return both or None


def _one(text: str, unit: str, side: str) -> Fields | None:
    limit = cell_values.time_limit(text, unit)
    if limit is None and (noted := _WITH_NOTE.match(text)):
        limit = cell_values.time_limit(noted["limit"], unit)
        limit = {**limit, "note": noted["note"].strip()} if limit else None
    return None if limit and limit.get("unregulated") and side != "statutory" else limit


def _add_words(side: str, entries: Sequence[Entry], found: Fields) -> list[Trouble]:
    """Add note and basis of a limit; without a limit they cannot stand alone."""
    troubles: list[Trouble] = []
    for word in ("note", "basis"):
        for entry in entries:
            if entry.kind != f"time_limits.{side}.{word}":
                continue
            limit: dict[str, Any] | None = found.get(side)
            if limit is None:
                troubles.append(_trouble("cell/unread", entry))
            elif entry.text.strip() not in limit.get(word, ""):
                limit[word] = "\n".join(filter(None, (limit.get(word), entry.text.strip())))
    return troubles


def special_procedures(text: str) -> list[Fields]:
    """Procedures with a time of their own: 公示（7个工作日）, 现场勘验；专家评审."""
    found: list[Fields] = []
    for part in parts_of(text):
        timed = _DURATION.match(part) if len(part) <= _LONGEST_NAME else None
        limit = cell_values.time_limit(timed["limit"]) if timed else None
        if timed and limit and not limit.keys() & {"immediate", "unregulated"}:
            found.append({"name": timed["name"].strip(), **limit})
        else:
            found.append({"name": " ".join(part.split())})
    return found


def _trouble(rule: str, entry: Entry) -> Trouble:
    return Trouble(rule, entry.heading, entry.kind, entry.place)

"""Turn the cells of one service, whatever they stood in, into the fields of ``services/ID.yml``.

Only what a cell really states is taken over. What is not understood is told as a ``Trouble``, and in the end the fields
are tried as a record, so that nothing is handed on that ``check`` would refuse.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from generator.catalogue import cell_values
from generator.catalogue.access_cells import take_access
from generator.catalogue.assembled import Assembled
from generator.catalogue.cell_lists import parts_of
from generator.catalogue.entry import Entry
from generator.catalogue.fees import fee_of
from generator.catalogue.legal_bases import legal_bases
from generator.catalogue.limits import time_limits_of
from generator.catalogue.material_cells import materials_of
from generator.catalogue.step_cells import questions, steps
from generator.model.service import Service
from generator.texts.service_words import (
    HANDLINGS,
    NO_MATERIALS,
    NONE,
    NOTHING,
    OPEN_WORDS,
    RESULT_TYPES,
    SERVICE_TYPES,
    STATES,
)

SAID_BY_NOTHING = ("materials.name", "+charged")
"""Fields for which 无 is an answer: no papers, no fee."""

_MOST_FAULTS = 50
_BRACKETED = re.compile(r"\s*[（(][^（）()]*[)）]\s*$")
_ADDRESS = re.compile(r"https?://[^\s，。；、（）()<>\"'`]+")
_KINDS_OF = {
    "fee": ("+charged",), "no_materials": ("materials.name",), "appointment": ("+booking",), "result": ("+posting",)
}  # fmt: skip
"""Field -> kinds of cells that it is made from beside those of its own name."""


def assemble(rows: Sequence[Sequence[Entry]]) -> Assembled:
    """The fields of one service from its ``rows``; each row has the cells of at most one line of papers."""
    made = Assembled()
    told = [[entry for entry in row if _tells(entry, made)] for row in rows]
    entries = [entry for row in told for entry in row]
    _take_materials(told, made)
    cells = _by_kind(entries)
    for kind, read_list in _LISTS.items():
        _take_list(kind, read_list, cells.get(kind, []), made)
    for kind, read_one in _SINGLE.items():
        _take_single(kind, read_one, cells.get(kind, []), made)
    for entry in cells.get("status.state", []):
        if cell_values.one_of(entry.text, STATES) is None and _state(entry.text):
            made.refuse("cell/partly", entry)  # What stands in brackets.
    made.put_where_free("handling", _at_once, cells.get("+at_once", []))
    made.put_where_free("window", _name, cells.get("+window_number", []))
    _take_named(cells, made)
    take_access(cells, made)
    for kind in ("enquiry_phone", "complaint_phone", "appointment.phone"):
        _take_phones(kind, cells.get(kind, []), made)
    for group, result in (("time_limits", time_limits_of(entries)), ("fee", fee_of(entries))):
        value, used, troubles = result
        made.troubles += troubles
        if value:
            made.fields[group] = {**made.fields.get(group, {}), **value}
            made.places.setdefault(group, used)
    _keep_to_the_model(made, entries)
    return made


def _tells(entry: Entry, made: Assembled) -> bool:
    """Whether a cell says anything; a dash does not, and neither does 待定."""
    word = entry.text.strip()
    is_answer = word.rstrip("。") == NONE and entry.kind in SAID_BY_NOTHING
    is_empty = word in OPEN_WORDS or (word in NOTHING and not is_answer)
    if is_empty:
        made.refuse("cell/empty-word", entry)
    return bool(word) and not is_empty


_Cells = Mapping[str, list[Entry]]


def _by_kind(entries: Iterable[Entry]) -> _Cells:
    """Mapping a kind -> its cells, each text once: a merged cell counts for each of its rows."""
    found: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        found[entry.kind].setdefault(entry.text.strip(), entry)
    return {kind: [*texts.values()] for kind, texts in found.items()}


def _take_materials(rows: Sequence[Sequence[Entry]], made: Assembled) -> None:
    materials: list[dict[str, Any]] = []
    for row in rows:
        names = [entry for entry in row if entry.kind == "materials.name"]
        if any(entry.text.strip().rstrip("。") in NO_MATERIALS for entry in names):
            made.put("no_materials", True, names[0])
            for entry in (one for one in row if one.kind.startswith("materials.") and one not in names):
                made.refuse("cell/which-paper", entry)
            continue
        found, troubles = materials_of(row)
        made.troubles += troubles
        materials += [one for one in found if one not in materials]
        if names:
            made.places.setdefault("materials", names[0].place)
    if materials:
        made.fields.pop("no_materials", None)
        made.fields["materials"] = materials


def _take_list(kind: str, read: Callable[[str], list[Any] | None], entries: list[Entry], made: Assembled) -> None:
    for entry in entries:
        values = read(entry.text)
        if values is None:
            made.refuse("cell/unread", entry)
            continue
        outer, _, inner = kind.partition(".")
        before = made.fields.get(outer, {}).get(inner, []) if inner else made.fields.get(outer, [])
        made.put(kind, [*before, *(value for value in values if value not in before)], entry)


def _take_single(kind: str, read: Callable[[str], object], entries: list[Entry], made: Assembled) -> None:
    taken = object()
    for entry in entries:
        value = read(entry.text)
        if value is None:
            made.refuse("cell/unread", entry)
        elif kind in made.places:
            if value != taken:
                made.refuse("cell/differs", entry)
        else:
            taken = value
            made.put(kind, value, entry)
            made.places[kind] = entry.place


def _take_phones(kind: str, entries: list[Entry], made: Assembled) -> None:
    found: list[str] = []
    for entry in entries:
        read = cell_values.phones(entry.text)
        if read is None:
            made.refuse("cell/unread", entry)
            continue
        numbers, more = read
        if more:
            made.refuse("cell/partly", entry)
        if numbers not in found:
            found.append(numbers)
        made.put(kind, "、".join(found), entry)


def _name(text: str) -> str | None:
    """A name that is written in a narrow cell; None where it is too long for one."""
    return line if 0 < len(line := cell_values.one_line(text)) <= 200 else None


def _at_once(text: str) -> str | None:
    """What kind of case it is, by a yes or no to whether it is done at once."""
    is_at_once = cell_values.truth(text)
    return None if is_at_once is None else "即办件" if is_at_once else "承诺件"


def _one_line(text: str) -> str | None:
    """A short text on one line; None where it is too long for one."""
    line = "；".join(one.strip().rstrip("；;") for one in text.splitlines() if one.strip())
    return line if 0 < len(line) <= 200 else None


def _short_lines(text: str) -> list[str] | None:
    parts = [_one_line(part) for part in parts_of(text)]
    return None if None in parts or not parts else [part for part in parts if part]


def _whole(text: str) -> str:
    return text.strip()


def _optional(read: Callable[[str], Any]) -> Callable[[str], list[Any] | None]:
    """``read``, with a list of nothing as not understood."""
    return lambda text: read(text) or None


def _situations(text: str) -> list[dict[str, str]] | None:
    names = _short_lines(text)
    return [{"name": name} for name in names] if names else None


def _word(words: Mapping[str, str]) -> Callable[[str], str | None]:
    return lambda text: cell_values.one_of(text, words)


def _state(text: str) -> str | None:
    """Whether a service is on offer; what stands in brackets behind it says since when, or why."""
    return cell_values.one_of(text, STATES) or cell_values.one_of(_BRACKETED.sub("", text), STATES)


_LISTS: dict[str, Callable[[str], list[Any] | None]] = {
    "aliases": _optional(cell_values.terms),
    "hidden_terms": _optional(cell_values.terms),
    "audience": _short_lines,
    "legal_basis": legal_bases,
    "conditions": _optional(parts_of),
    "exclusions": _optional(parts_of),
    "situations": _situations,
    "faq": questions,
    "result.delivery": _short_lines,
}
"""Field that is a list -> what reads a cell of it."""

_SINGLE: dict[str, Callable[[str], object]] = {
    "item_codes.catalogue": _one_line,
    "item_codes.implementing": _one_line,
    "item_codes.business": _one_line,
    "type": _word(SERVICE_TYPES),
    "handling": _word(HANDLINGS),
    "status.state": _state,
    "window": _name,
    "body": _name,
    "level": _name,
    "summary": _whole,
    "result.name": _one_line,
    "result.type": _word(RESULT_TYPES),
    "place": _one_line,
    "hours": _one_line,
    "scope": _one_line,
    "what_if_refused": _whole,
    "visits": cell_values.count,
    "agent": cell_values.truth,
    "verified": cell_values.day,
}
"""Field with one value -> what reads a cell of it."""


def _take_named(cells: _Cells, made: Assembled) -> None:
    """Steps and online channels, whose records need a name: it is the heading where the cell only has the rest."""
    for entry in cells.get("steps", []):
        made.put("steps", [*made.fields.get("steps", []), *steps(entry.text, entry.heading)], entry)
    who = cells.get("steps.who", [])
    if len(who) == len(made.fields.get("steps", [])):
        for step, entry in zip(made.fields.get("steps", []), who, strict=True):
            step["who"] = " ".join(entry.text.split())
    else:
        for entry in who:
            made.refuse("cell/unread", entry)
    for entry in cells.get("online.url", []):
        if channels := _channels(entry):
            made.put("online", [*made.fields.get("online", []), *channels], entry)
        else:
            made.refuse("cell/unread", entry)


def _channels(entry: Entry) -> list[dict[str, str]]:
    """The online channels of a cell: addresses, each with the words before it; without any address, one name a line."""
    found: list[dict[str, str]] = []
    place = 0
    for address in _ADDRESS.finditer(entry.text):
        name = entry.text[place : address.start()].strip(" \t\r\n:：；;，,、（(）)") or entry.heading
        found.append({"name": " ".join(name.split()), "url": address[0]})
        place = address.end()
    rest = entry.text[place:].strip(" \t\r\n；;，,、）)。")
    if rest and cell_values.truth(rest) is None:
        found += [{"name": " ".join(line.split())} for line in parts_of(rest)]
    return found


def _keep_to_the_model(made: Assembled, entries: Sequence[Entry]) -> None:
    """Take out what no record may hold, such as a name of 300 characters, and tell its cells."""
    for _ in range(_MOST_FAULTS):
        try:
            Service.model_validate({"id": "tried", "name": "tried", "status": {"state": "在办"}, **made.fields})
        except ValidationError as error:
            _take_out(error.errors()[0]["loc"], made, entries)
        else:
            return


def _take_out(place: tuple[int | str, ...], made: Assembled, entries: Sequence[Entry]) -> None:
    """Remove the value at ``place``: an item of a list, an inner field of a group, or the whole field."""
    outer, inner = str(place[0]), place[1] if len(place) > 1 else None
    value = made.fields[outer]
    kinds = (outer, *_KINDS_OF.get(outer, ()))
    if isinstance(value, list) and isinstance(inner, int) and len(value) > 1:
        made.fields[outer] = value[:inner] + value[inner + 1 :]
    elif isinstance(value, dict) and inner in value and len(value) > 1:
        made.fields[outer] = {key: one for key, one in value.items() if key != inner}
        kinds = (f"{outer}.{inner}",)
    else:
        del made.fields[outer]
    for entry in entries:
        if entry.kind.startswith(kinds):
            made.refuse("cell/partly" if outer in made.fields else "cell/unread", entry)

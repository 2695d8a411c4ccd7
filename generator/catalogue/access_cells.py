"""Cells about booking ahead and about posting: 预约, 是否必须预约, 物流快递, 邮寄费.

是 below 支持预约 says neither that one must book nor how, and is not taken; 是 below 支持快递 is a way of delivery.
"""

from collections.abc import Mapping, Sequence

from generator.catalogue import cell_values
from generator.catalogue.assembled import Assembled
from generator.catalogue.entry import Entry
from generator.texts.service_words import BOOKINGS, POSTAGES, POSTED

_LONGEST = 200


def take_access(cells: Mapping[str, Sequence[Entry]], made: Assembled) -> None:
    """Take over what the cells of one service say of booking and posting."""
    for entry in cells.get("+booking", ()):
        _put(made, "appointment", _booking(entry.text), entry)
    for entry in cells.get("appointment.needed", ()):
        needed = cell_values.truth(entry.text)
        _put(made, "appointment", _booking(entry.text, how=False) if needed is None else {"needed": needed}, entry)
    for entry in cells.get("+posting", ()):
        _post(made, entry)


def _booking(text: str, how: bool = True) -> dict[str, object] | None:
    """What a cell says: that one must or need not book, else how one does."""
    word = cell_values.one_of(text.strip().rstrip("。"), BOOKINGS)
    if word:
        return {"needed": cell_values.truth(word)}
    line = cell_values.one_line(text)
    return {"how": line} if how and cell_values.truth(text) is None and len(line) <= _LONGEST else None


def _post(made: Assembled, entry: Entry) -> None:
    """Who pays where that is said; else that there is post at all, as a way in which results are handed over."""
    ways = made.fields.get("result", {}).get("delivery", [])
    if payer := cell_values.one_of(entry.text.strip().rstrip("。"), POSTAGES):
        _put(made, "result", {"postage": payer}, entry)
    elif cell_values.truth(entry.text) and not any(POSTED in way for way in ways):
        made.put("result.delivery", [*ways, POSTED], entry)
    elif not cell_values.truth(entry.text):
        made.refuse("cell/unread", entry)


def _put(made: Assembled, group: str, values: Mapping[str, object] | None, entry: Entry) -> None:
    """Set fields of a group, each once; what another cell says otherwise is told."""
    if values is None:
        made.refuse("cell/unread", entry)
        return
    for name, value in values.items():
        if made.fields.get(group, {}).get(name, value) != value:
            made.refuse("cell/differs", entry)
        else:
            made.put(f"{group}.{name}", value, entry)

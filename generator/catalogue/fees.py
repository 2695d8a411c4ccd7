"""The fee of a service from the cells for it: whether there is one, for what, how much, on which basis."""

import re
from collections.abc import Sequence

from generator.catalogue.cell_lists import parts_of
from generator.catalogue.cell_values import Fields, narrow, truth
from generator.catalogue.entry import Entry
from generator.catalogue.listing import Trouble
from generator.model import Service
from generator.texts.service_words import CHARGED, FREE, NO, NOTHING

_NAMED = re.compile(
    r"^(?P<name>[\u4e00-\u9fff（）()]{1,20}费)\s*[:：为]?\s*(?P<standard>(?:每|按|[0-9]|免).+)$", re.DOTALL
)

_FEE = Service.model_fields["fee"].title or "fee"


def fee_of(entries: Sequence[Entry]) -> tuple[Fields, str, list[Trouble]]:
    """The fee, the place of its first cell, and the cells that were not understood."""
    cells = [entry for entry in entries if entry.kind == "+charged" or entry.kind.startswith("fee.")]
    answers = {_answer(entry) for entry in cells if entry.kind in ("+charged", "fee.standard")} - {None}
    stated = [entry for entry in cells if _answer(entry) is None]
    standards = [entry for entry in stated if entry.kind in ("+charged", "fee.standard") and truth(entry.text) is None]
    place = cells[0].place if cells else ""
    if "free" in answers:
        if standards or "charged" in answers:  # It says both, so nobody knows.
            return {}, place, [_trouble("cell/unread", entry) for entry in cells]
        return {"free": True}, place, [_trouble("cell/unread", entry) for entry in stated]
    items, unused = _items(standards, stated)
    if not items:
        return {}, place, [_trouble("cell/unread", entry) for entry in cells]
    return {"items": items}, place, [_trouble("cell/unread", entry) for entry in unused]


def _answer(entry: Entry) -> str | None:
    """free or charged, where a cell only says that; None where it states something."""
    word = narrow(entry.text).rstrip("。")
    if entry.kind == "+charged" and (word in NOTHING or word in NO):
        return "free"
    return "free" if word in FREE else "charged" if word in CHARGED and entry.kind == "+charged" else None


def _items(standards: list[Entry], stated: list[Entry]) -> tuple[list[Fields], list[Entry]]:
    """The items that are charged, and the cells that could not be given to one of them."""
    names = [part for entry in stated if entry.kind == "fee.name" for part in parts_of(entry.text)]
    amounts = [(entry, part) for entry in standards for part in parts_of(entry.text)]
    bases = [entry for entry in stated if entry.kind == "fee.basis"]
    if names and len(amounts) not in (0, len(names)):
        return [], []
    if names:
        items: list[Fields] = [{"name": " ".join(name.split())} for name in names]
        for item, (_, amount) in zip(items, amounts, strict=False):
            item["standard"] = " ".join(amount.split())
    else:
        items = [_item(amount) for _, amount in amounts]
    if not items or not bases:
        return items, bases
    if len(items) > 1 and len(bases) > 1:
        return items, bases
    for item in items:
        item["basis"] = "；".join(" ".join(entry.text.split()) for entry in bases)
    return items, []


def _item(amount: str) -> Fields:
    """An item by what stands before its amount (工本费10元), else simply as a fee."""
    line = " ".join(amount.split())
    named = _NAMED.match(line)
    return {"name": named["name"], "standard": named["standard"]} if named else {"name": _FEE, "standard": line}


def _trouble(rule: str, entry: Entry) -> Trouble:
    return Trouble(rule, entry.heading, entry.kind, entry.place)

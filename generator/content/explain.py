"""Turns pydantic's errors into rule ids and the values that fill the blanks of their messages.

Owns the mapping from pydantic's error types to rule ids; the messages are in ``generator.texts.checks``.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.content.examples import choices, group, inner_model, list_of
from generator.content.problems import excerpt, quote
from generator.content.yaml_causes import slip_in
from generator.model import Keys
from generator.model.base import ID_PATTERN, ONE_LINE_PATTERN
from generator.model.channels import FOLDER_PATTERN, HOST_PATTERN, LINK_PATTERN
from generator.model.day_times import Unread
from generator.model.government_site import ICP_PATTERN, POLICE_PATTERN, SITE_CODE_PATTERN
from generator.model.inspection import Indicator
from generator.model.shorthands import several
from generator.texts.opening import UNREAD


@dataclass(frozen=True)
class FieldError:
    """One wrong value: rule id, the keys that lead to it, and the blanks of the message.

    ``at_key`` is True where the key is wrong (an unknown field) and not the value.
    """

    rule: str
    keys: Keys
    at_key: bool
    values: dict[str, str]


_RULES = {
    "extra_forbidden": "field/unknown",
    "missing": "field/missing",
    "whole_number": "field/whole-number",
    "year": "field/year",
    "metres": "field/metres",
    "points": "field/points",
    "redress_choice": "redress/choice",
    "hours_week": "hours/week",
    "hours_season": "hours/season",
    "hours_exception": "hours/exception",
    "greater_than_equal": "field/too-small",
    "less_than_equal": "field/too-large",
    "iso_date": "field/date",
    "web_address": "field/web-address",
    "truth": "field/yes-no",
    "literal_error": "field/choice",
    "string_type": "field/text",
    "tuple_type": "field/list",
    "model_type": "field/mapping",
    "model_attributes_type": "field/mapping",
    "dict_type": "field/mapping",
    "string_too_short": "field/empty",
    "string_too_long": "field/too-long",
    "too_short": "field/empty-list",
    "time_limit_choice": "time-limit/choice",
    "known_change_search": "change/search",
    "assessment_thresholds": "assessment/thresholds",
    "procedure_duration": "time-limit/duration",
    "material_choice": "material/choice",
    "fee_choice": "fee/choice",
    "regulation_body": "regulation/body",
    "chapter_body": "regulation/chapter-body",
    "never_waived": "waiver/never",
}


_DAY = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?")
_UNITS = {
    "工作日": re.compile(
        r"[0-9]{0,4}\s*个?\s*工作\s*(?:日|天)?|个?法定工作日|working ?days?|workdays?|business ?days?", re.IGNORECASE
    ),
    "自然日": re.compile(
        r"[0-9]{0,4}\s*个?\s*(?:自然|日历|公历|连续)(?:日|天)?|calendar ?days?|natural ?days?", re.IGNORECASE
    ),
}
"""Unit -> what is typed for it. 月, 年 and 小时 are units of their own, and no number of days is meant by them."""
_OPEN_UNIT = re.compile(r"[0-9]{0,4}\s*个?\s*(?:天|日)|days?", re.IGNORECASE)
_SENTENCE = re.compile("[。！？\n]")
_ANY_DAY = "2026-01-31"
_PATTERN_RULES = {
    ID_PATTERN: "field/id",
    ONE_LINE_PATTERN: "field/one-line",
    SITE_CODE_PATTERN: "field/site-code",
    ICP_PATTERN: "field/icp-number",
    POLICE_PATTERN: "field/police-number",
    LINK_PATTERN: "field/page-pattern",
    HOST_PATTERN: "field/host",
    FOLDER_PATTERN: "field/folder-address",
}


def field_errors(model: type[BaseModel], error: ValidationError) -> Iterator[FieldError]:
    """The errors of ``error``, which ``model`` raised, in the order of the fields."""
    for item in error.errors(include_url=False):
        if item["type"] == "repeated_id":
            yield from _repeated_ids(item["ctx"]["field"], item["ctx"]["ids"])
            continue
        if item["type"] == "indicator_number":
            name = item["ctx"]["field"]
            title = Indicator.model_fields[name].title or name
            yield FieldError("field/indicator", item["loc"], False, {"field": name, "title": title})
            continue
        keys: Keys = item["loc"]
        rule = _RULES.get(item["type"], "field/other")
        if item["type"] == "string_pattern_mismatch":
            rule = _PATTERN_RULES.get(item["ctx"]["pattern"], "field/other")
        field = _field(model, keys)
        values = _values(item, keys, field, _holder(model, keys))
        if rule == "field/mapping" and isinstance(item["input"], str) and (slip := slip_in(item["input"])):
            rule, values["corrected"] = slip
        if rule == "field/id" and (listed := _apart(keys, item["input"])):
            rule, values["list"] = "field/several", listed
        if rule == "field/choice" and keys[-1] == "unit":
            rule, values["unit"] = _unit(str(item["input"]).strip(), "extension" in keys)
        yield FieldError(rule, keys, item["type"] == "extra_forbidden", values)


def _unit(typed: str, of_extension: bool) -> tuple[str, str]:
    """The rule for another unit of days than there is, and the line as it should be where its meaning is plain."""
    if _OPEN_UNIT.fullmatch(typed):
        return "time-limit/unit-open", ""
    unit = next((unit for unit, pattern in _UNITS.items() if pattern.fullmatch(typed)), "")
    return "extension/unit" if of_extension else "time-limit/unit-name", f"unit: {unit}" if unit else ""


def _repeated_ids(field: str, ids: list[str]) -> Iterator[FieldError]:
    """An error at each of ``ids``, those of the list ``field``, that repeats an earlier one, with one that is free."""
    taken, seen = set(ids), set[str]()
    endings = count(2)
    for at, record_id in enumerate(ids):
        if record_id in seen:
            other = next(name for ending in endings if (name := f"{record_id}-{ending}") not in taken)
            values = {"id": record_id, "number": str(at + 1), "other": other}
            yield FieldError("field/repeated-id", (field, at, "id"), False, values)
        seen.add(record_id)


def _values(item: Any, keys: Keys, field: FieldInfo | None, holder: type[BaseModel] | None) -> dict[str, str]:
    context = item.get("ctx") or {}
    name = next((str(key) for key in reversed(keys) if isinstance(key, str)), "")
    words = choices(field)
    known = _names(holder, name)
    near = difflib.get_close_matches(name, known, 1) if known else []
    return {
        "field": excerpt(name),
        "title": (field and field.title) or name,
        "value": quote(item["input"]),
        "limit": str(context.get("ge") or context.get("le") or context.get("max_length") or 0),
        "choices": "、".join(words),
        "first": words[0] if words else "",
        "near": near[0] if near else "、".join(known),
        "date": _as_date(item["input"]),
        "description": (field and field.description) or "",
        "why": why_unread(context["unread"]) if "unread" in context else "",
        "group": _group(field, item["input"]),
        "list": _list(name, field, item["input"]),
    }


def why_unread(found: Unread) -> str:
    """Why a line of opening hours is not understood, in a sentence without its full stop."""
    return UNREAD[found.why].format(at=quote(found.at))


def _several(typed: object) -> tuple[str, ...]:
    return several(typed) if isinstance(typed, str) else ()


def _apart(keys: Keys, typed: object) -> str:
    """Several ids typed as one item of a list, or into a field of an item, as items; "" for a single one."""
    names = _several(typed)
    if names and isinstance(keys[-1], int):
        return list_of(names)
    if names and isinstance(keys[-2:][0], int) and keys[-1] != "id":
        return f"[{', '.join(f'{{{keys[-1]}: {excerpt(name)}}}' for name in names)}]"
    return ""


def _list(name: str, field: FieldInfo | None, typed: object) -> str:
    """The field as a list in one line, with the names that were ``typed`` in place of one.

    "" where it holds sentences, which belong on lines of their own, or what cannot be repeated in a message.
    """
    if not isinstance(typed, str) or not typed.strip() or _SENTENCE.search(typed) or excerpt(typed) != typed:
        return ""
    inner = _group(field, typed)
    return f"{name}: {f'[{inner}]' if inner else list_of(_several(typed) or (typed.strip(),))}"


def _as_date(typed: object) -> str:
    """The day that a clerk typed in another way (2026/1/1), as it should be; an example where it is no day."""
    shown = isinstance(typed, str) and typed.strip() in quote(typed)  # what is not repeated is not offered either
    found = _DAY.fullmatch(str(typed).strip()) if shown else None
    try:
        return date(*map(int, found.groups())).isoformat() if found else _ANY_DAY
    except ValueError:
        return _ANY_DAY


def _group(field: FieldInfo | None, typed: object) -> str:
    """How the group of fields of ``field`` looks in one line, with what was ``typed`` where its first text belongs."""
    inner = inner_model(field.annotation) if field else None
    return group(inner, excerpt(typed) if isinstance(typed, str) else "") if inner else ""


def _names(model: type[BaseModel] | None, typed: str = "") -> list[str]:
    if model and not typed.isascii():
        return [field.title or name for name, field in model.model_fields.items()]
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _holder(model: type[BaseModel], keys: Keys) -> type[BaseModel] | None:
    """The nested model that has the last key as a field; None where there is none."""
    current: type[BaseModel] | None = model
    for key in keys[:-1]:
        if isinstance(key, str):
            field = _named(current, key) if current else None
            current = inner_model(field.annotation) if field else None
    return current


def _field(model: type[BaseModel], keys: Keys) -> FieldInfo | None:
    current: type[BaseModel] | None = model
    field: FieldInfo | None = None
    for key in keys:
        if isinstance(key, str):
            field = _named(current, key) if current else None
            current = inner_model(field.annotation) if field else None
    return field


def _named(model: type[BaseModel], key: str) -> FieldInfo | None:
    return model.model_fields.get(key) or next((f for f in model.model_fields.values() if f.alias == key), None)

"""How a gap is answered in one cell of a table: what to write there, and the value that such a text means.

What cannot be told in a cell, such as the text of a regulation, has no form.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.content.examples import choices, chosen_from, inner_model, is_list, type_names
from generator.gaps.gap import Gap
from generator.model import Keys, TimeLimit, shorthands
from generator.texts.gaps import HOW, TRUTHS, UNREGULATED, WORDS, YES

Form = Literal[
    "text",
    "lines",
    "choice",
    "choices",
    "truth",
    "day",
    "number",
    "limit",
    "fee",
    "bases",
    "materials",
    "steps",
    "named",
]
"""The kinds of answers that fit into a cell."""

Value = str | dict[str, str] | list[str] | list[dict[str, str]]
"""The value of a field as it is written in a file, where every single value is text."""

_FORMS_OF_GROUPS: dict[str, Form] = {
    "TimeLimit": "limit", "Fee": "fee", "Basis": "bases", "ServiceMaterial": "materials", "Step": "steps",
    "Outcome": "named",
}  # fmt: skip
"""Group of fields -> how it is told in a cell."""

_FILLED_BY_A_VALUE = {
    "unknown/field", "phone/missing", "service/essentials", "service/basis", "service/materials", "service/steps",
    "service/limits", "time-limit/unit", "status/reason", "status/successor",
}  # fmt: skip
"""Rules that miss a field which has no value yet; other rules find something wrong with a text that is there."""

_NUMBERED = re.compile(
    r"^\s*(?:[0-9]{1,2}[.、．]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])\s*"
)
_MARKS = re.compile(r"[、，,；;\n]")
_COLON = re.compile(r"\s*[:：]\s*")
_DAY = re.compile(r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?")
_COUNT = re.compile(r"([0-9]+)\s*(?:次|趟|份|天|个)?")
_BASIS = re.compile(r"《([^》]+)》\s*(?:[（(]([^）)]+)[)）])?\s*(.*)")


def field_of(keys: Keys, model: type[BaseModel]) -> FieldInfo | None:
    """The field that ``keys`` lead to from ``model``; None where they lead through a list or to no field."""
    holder: type[BaseModel] | None = model
    found: FieldInfo | None = None
    for key in keys:
        fields = {field.alias or name: field for name, field in holder.model_fields.items()} if holder else {}
        found = fields.get(key) if isinstance(key, str) else None
        if found is None:
            return None
        holder = inner_model(found.annotation)
    return found


def form_of(gap: Gap, model: type[BaseModel] | None) -> Form | None:
    """How ``gap``, in a record of ``model``, is told in a cell; None where it is not, or follows from the hall."""
    field = field_of(gap.keys, model) if model and gap.problem.rule in _FILLED_BY_A_VALUE else None
    if field is None or gap.follows:
        return None
    if group := inner_model(field.annotation):
        return _FORMS_OF_GROUPS.get(group.__name__)
    if choices(field) or chosen_from(field):
        return "choices" if is_list(field) else "choice"
    if is_list(field):
        return "lines"
    kinds: dict[str, Form] = {"bool": "truth", "date": "day", "int": "number"}
    return next((kinds[name] for name in type_names(field.annotation) if name in kinds), "text")


def how_to_answer(form: Form | None, words: Sequence[str]) -> str:
    """What to write into the cell; ``words`` are those that the field may hold."""
    return HOW[form or "none"].format(choices=WORDS["between"].join(words))


def value_of(form: Form, text: str) -> Value:
    """The value that ``text`` means in a cell of this form; other text stays as it is, for the model to refuse."""
    text = text.strip()
    return _VALUES[form](text) if form in _VALUES else text


def _lines(text: str) -> list[str]:
    """The lines without numbers in front: lists have no numbers of their own."""
    return [bare for line in text.splitlines() if (bare := _NUMBERED.sub("", line).strip())]


def _truth(text: str) -> str:
    return TRUTHS.get(text, text)


def _day(text: str) -> str:
    found = _DAY.fullmatch(text)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else text


def _number(text: str) -> str:
    found = _COUNT.fullmatch(text)
    return found[1] if found else text


def _limit(text: str) -> Value:
    if text in UNREGULATED:
        return {"unregulated": YES}
    try:
        limit = TimeLimit.model_validate(text)
    except ValidationError:
        return text
    return _as_typed(limit.model_dump(exclude_defaults=True))


def _as_typed(value: object) -> Value:
    """A group with its truths as they are written in a file."""
    if isinstance(value, Mapping):
        return {key: YES if one is True else str(one) for key, one in value.items()}
    return str(value)


def _bases(text: str) -> list[dict[str, str]]:
    found = []
    for line in _lines(text):
        parts = _BASIS.fullmatch(line)
        told = zip(("title", "document_number", "article"), parts.groups() if parts else (line,), strict=False)
        found.append({key: part.strip() for key, part in told if part and part.strip()})
    return found


def _steps(text: str) -> list[dict[str, str]]:
    return [dict(zip(("name", "who", "what"), _COLON.split(line, 2), strict=False)) for line in _lines(text)]


_VALUES: dict[Form, Callable[[str], Value]] = {
    "lines": _lines,
    "choices": lambda text: [part.strip() for part in _MARKS.split(text) if part.strip()],
    "truth": _truth,
    "day": _day,
    "number": _number,
    "limit": _limit,
    "fee": lambda text: _as_typed(shorthands.fee(text)),
    "bases": _bases,
    "materials": lambda text: [{"name": line} for line in _lines(text)],
    "steps": _steps,
    "named": lambda text: {"name": text},
}
"""Form -> the value of a text, where that is not the text itself."""

"""How a gap is answered in one cell of a table: what to write there, and the value that such a text means.

What cannot be told in a cell, such as the text of a regulation, has no form. Cells are read as those of the lists of
services that a hall imports (``catalogue``).
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal

from pydantic import BaseModel

from generator.catalogue import cell_values
from generator.catalogue.cell_lists import parts_of
from generator.catalogue.entry import Entry
from generator.catalogue.fees import fee_of
from generator.catalogue.hall_words import audiences
from generator.catalogue.legal_bases import legal_bases
from generator.catalogue.material_cells import materials_of
from generator.catalogue.step_cells import steps
from generator.content.examples import choices, inner_model, is_list, type_names
from generator.gaps.fields import field_of
from generator.gaps.gap import Gap
from generator.model import Service
from generator.texts.gaps import HOW, TRUTHS, WORDS

Form = Literal[
    "text", "phone", "lines", "choice", "choices", "truth", "day", "number", "limit", "fee", "bases", "materials",
    "steps", "named",
]  # fmt: skip
"""The kinds of answers that fit into a cell."""

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

_MARKS = re.compile(r"[、，,；;\n]")
_LONGEST_POST = 12
_FEE = Service.model_fields["fee"].title or "fee"


def form_of(gap: Gap, model: type[BaseModel] | None) -> Form | None:
    """How ``gap``, in a record of ``model``, is told in a cell; None where it is not, or follows from the hall."""
    field = field_of(gap.keys, model) if model and gap.problem.rule in _FILLED_BY_A_VALUE else None
    if field is None or gap.follows:
        return None
    if group := inner_model(field.annotation):
        return _FORMS_OF_GROUPS.get(group.__name__)
    if choices(field) or gap.words:
        return "choices" if is_list(field) else "choice"
    if is_list(field):
        return "lines"
    kinds: dict[str, Form] = {"bool": "truth", "date": "day", "int": "number"}
    own: Form = "phone" if str(gap.keys[-1]).endswith("phone") else "text"
    return next((kinds[name] for name in type_names(field.annotation) if name in kinds), own)


def words_of(gap: Gap, model: type[BaseModel] | None) -> tuple[str, ...]:
    """The words that ``gap`` may be answered with: those of the hall, or those of its field; none where any may be."""
    if form_of(gap, model) == "truth":
        return TRUTHS
    return gap.words or tuple(choices(field_of(gap.keys, model) if model else None))


def how_to_answer(form: Form | None, words: Sequence[str]) -> str:
    """What to write into the cell."""
    return HOW[form or "none"].format(choices=WORDS["between"].join(words))


def value_of(form: Form, text: str, words: Sequence[str] = ()) -> Any:
    """The value that ``text`` means in a cell of this form, in plain values; None where it is not understood."""
    chosen = [part.strip() for part in _MARKS.split(text) if part.strip()]
    if form == "choices" and all(part in words for part in chosen):
        return list(dict.fromkeys(chosen))
    value = list(audiences(text, tuple(words)) or ()) if form == "choices" else _VALUES[form](text.strip())
    return None if value in ("", [], {}) else value


def _phone(text: str) -> str | None:
    """The numbers, unless there is more in the cell than numbers."""
    found = cell_values.phones(text)
    return found[0] if found and not found[1] else None


def _steps(text: str) -> list[dict[str, str]]:
    """The steps; what stands between two colons (受理：民政岗：当场查看材料) is who does it."""
    return [_with_post(step) for step in steps(text, text.partition("\n")[0])]


def _with_post(step: dict[str, str]) -> dict[str, str]:
    post, colon, what = step.get("what", "").replace(":", "：").partition("：")
    if colon and what.strip() and len(post.strip()) <= _LONGEST_POST:
        return {"name": step["name"], "who": post.strip(), "what": what.strip()}
    return step


_VALUES: dict[Form, Callable[[str], Any]] = {
    "text": str,
    "phone": _phone,
    "lines": parts_of,
    "choice": str,
    "truth": cell_values.truth,
    "day": cell_values.day,
    "number": cell_values.count,
    "limit": cell_values.time_limit,
    "fee": lambda text: fee_of([Entry("fee.standard", _FEE, text, "")])[0],
    "bases": legal_bases,
    "materials": lambda text: materials_of([Entry("materials.name", "", text, "")])[0],
    "steps": _steps,
    "named": lambda text: {"name": text},
}
"""Form -> the value of a text."""

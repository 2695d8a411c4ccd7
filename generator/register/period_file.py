"""Make the text of ``results/PERIOD.yml``: a new one, or the old one with a few lines changed.

The other fields, comments and their order stay as they are. The new text is read with the strict reader before it is
returned; when the edit did not have exactly its effect, NotEditable says which lines the clerk has to write.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import ValidationError

from generator.content import strict_yaml
from generator.content.field_names import in_model_names
from generator.facts.periods import bounds
from generator.model import ResultPeriod
from generator.model.posting import WithdrawnRow
from generator.texts.register import PERIOD_TITLES, PERIOD_YML_HEAD, REGISTER_WORDS

_KEY = re.compile(r"^([a-z_0-9]+)\s*:")
_PLAIN = re.compile(r"[0-9a-f]{64}|[\u4e00-\u9fff]+")
_ITEM = re.compile(r"^( *)- ")


class NotEditable(Exception):
    """The period's file cannot be changed line by line; ``args[0]`` are the lines that have to stand in it."""


def new_text(period_id: str) -> str:
    """The description of a period that did not exist: id, title, first and last day."""
    first, last = bounds(period_id)
    fields = {"id": period_id, "title": title(period_id), "from": first, "until": last}
    return PERIOD_YML_HEAD + "".join(f"{key}: {value}\n" for key, value in fields.items())


def title(period_id: str) -> str:
    """The title of a period, such as 2026年第三季度办理结果."""
    year, _, part = period_id.partition("-")
    words = PERIOD_TITLES[part] if part in PERIOD_TITLES else REGISTER_WORDS["month"].format(number=int(part))
    return REGISTER_WORDS["title"].format(year=year, part=words)


def edited(text: str, fields: Mapping[str, str | int | date], withdrawn: Iterable[WithdrawnRow]) -> str:
    """``text`` with ``fields`` set and ``withdrawn`` added to withdrawn_rows. Raises NotEditable.

    A field that is there keeps its line; a new one is put at the end.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").removesuffix("\n").split("\n")
    for key, value in fields.items():
        _set(lines, key, f"{key}: {_scalar(value)}")
    _append(lines, list(withdrawn))
    result = newline.join(lines) + newline
    _require_effect(text, result, fields, withdrawn)
    return result


def read(text: str) -> ResultPeriod:
    """The period that ``text`` describes. Raises ValueError when the strict reader or the model refuses it."""
    document = strict_yaml.read(text.encode())
    if document.faults:
        raise ValueError(document.faults[0].rule)
    if document.value is None:
        raise ValueError("file/empty")
    value, twice = in_model_names(document.value, ResultPeriod)
    if twice:
        raise ValueError("yaml/duplicate-key")
    return ResultPeriod.model_validate(value)


def _set(lines: list[str], key: str, line: str) -> None:
    for number, old in enumerate(lines):
        found = _KEY.match(old)
        if found and found[1] == key:
            lines[number : _end(lines, number)] = [line]
            return
    while lines and not lines[-1].strip():
        lines.pop()
    lines.append(line)


def _end(lines: list[str], start: int) -> int:
    """The index after the last line of the field at ``start``, without comments and blank lines that follow it."""
    end = start + 1
    for number in range(start + 1, len(lines)):
        if lines[number].strip() and not lines[number].startswith((" ", "-", "\t", "#")):
            break
        if lines[number].startswith((" ", "-", "\t")) and lines[number].strip():
            end = number + 1
    return end


def _append(lines: list[str], rows: list[WithdrawnRow]) -> None:
    if not rows:
        return
    starts = [number for number, line in enumerate(lines) if line.startswith("withdrawn_rows:")]
    if not starts:
        _set(lines, "withdrawn_rows", "withdrawn_rows:")
        starts = [len(lines) - 1]
    end = _end(lines, starts[0])
    inner = (_ITEM.match(line) for line in lines[starts[0] + 1 : end])
    indent = next((found[1] for found in inner if found), "  ")
    lines[end:end] = [
        text
        for row in rows
        for text in (
            f"{indent}- receipt: {_scalar(row.receipt)}",
            f"{indent}  on: {row.on.isoformat()}",
            f"{indent}  reason: {_scalar(row.reason)}",
        )
    ]


def _scalar(value: str | int | date) -> str:
    if isinstance(value, str) and not _PLAIN.fullmatch(value):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _require_effect(
    old: str, new: str, fields: Mapping[str, str | int | date], withdrawn: Iterable[WithdrawnRow]
) -> None:
    """Raise NotEditable unless ``new`` is ``old`` with ``fields`` and ``withdrawn`` and no other change."""
    wanted = "\n".join(f"{key}: {_scalar(value)}" for key, value in fields.items())
    try:
        was, now = read(old), read(new)
        update: dict[str, object] = dict(fields)
        expected = was.model_copy(update={**update, "withdrawn_rows": (*was.withdrawn_rows, *withdrawn)})
    except (ValueError, ValidationError):
        raise NotEditable(wanted) from None
    if now != expected:
        raise NotEditable(wanted)

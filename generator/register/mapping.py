"""Read and extend ``register-columns.yml`` of a project: heading -> kind (or 忽略) of columns with unusual names."""

import json
from collections.abc import Mapping

from generator.content import strict_yaml
from generator.content.problems import excerpt
from generator.register.columns import LABELS, ColumnKind, as_kind, plain
from generator.register.faults import ImportRefused, words
from generator.texts.register import MAPPING_HEAD, REGISTER_WORDS

FILE = "register-columns.yml"


def read(data: bytes) -> dict[str, ColumnKind]:
    """Plain heading -> kind. Raises ImportRefused that names every line without a known kind."""
    document = strict_yaml.read(data)
    value = document.value if document.value is not None else {}
    if document.faults or not isinstance(value, dict):
        line = document.faults[0].line if document.faults else 1
        raise ImportRefused([f"{FILE}:{line}:1 {words('column/mapping-file', {})}"])
    kinds: dict[str, ColumnKind] = {}
    lines: list[str] = []
    for heading, label in value.items():
        kind = as_kind(label) if isinstance(label, str) else None
        if kind:
            kinds[plain(heading)] = kind
        else:
            place = ":".join(map(str, strict_yaml.locate(data, (heading,))))
            values = {"heading": excerpt(heading), "labels": REGISTER_WORDS["comma"].join(LABELS)}
            lines.append(f"{FILE}:{place} {words('column/mapping', values)}")
    if lines:
        raise ImportRefused(lines)
    return kinds


def new_lines(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The lines that ``answers`` (heading -> label) add to the file."""
    return tuple(f"{json.dumps(heading, ensure_ascii=False)}: {label}" for heading, label in answers.items())


def extended(data: bytes | None, answers: Mapping[str, str]) -> bytes:
    """The bytes of the file with ``answers`` (heading -> label) at its end; all that stands in ``data`` stays."""
    text = MAPPING_HEAD if data is None else data.decode("utf-8-sig")
    gap = "" if not text or text.endswith("\n") else "\n"
    return (text + gap + "".join(f"{line}\n" for line in new_lines(answers))).encode()

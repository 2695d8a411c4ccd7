"""What a column holds, by its heading; the headings are in ``texts.service_columns``.

A heading may stand in one cell or in several, one above the other (申请材料, below it 名称).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.register.columns import plain
from generator.texts.service_columns import GROUPED_COLUMNS, SERVICE_COLUMNS, UNUSED_COLUMNS
from generator.texts.service_words import LIMIT_UNITS

UNUSED = "unused"
"""The kind of a column that is known and has no field."""

NAME_KINDS = ("name", "+child", "+business")
"""The columns that name a service, from the general to the particular."""

_LEADING_NUMBER = re.compile(
    r"^\s*[*＊※]?\s*(?:[（(][0-9一二三四五六七八九十]{1,3}[)）]|[0-9０-９一二三四五六七八九十]{1,3}[)）]?[、.．:：])"
)
_TRAILING_NUMBER = re.compile(r"[0-9０-９一二三四五六七八九十]{1,2}$")
_BRACKETED = re.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕]")
_UNIT = re.compile("工作日|自然日|小时|天|日|月")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it stands, the field below it (None: nobody knows), and the unit of time that it states."""

    text: str
    kind: str | None
    unit: str = ""


@cache
def _kinds() -> Mapping[str, str]:
    kinds = {plain(one): UNUSED for one in UNUSED_COLUMNS}
    for groups, below in GROUPED_COLUMNS.items():
        for kind, names in below.items():
            kinds |= {plain(group + name): kind for group in groups for name in names}
    for kind, names in SERVICE_COLUMNS.items():
        kinds |= {plain(name): kind for name in names}
    return kinds


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    return {plain(group): tuple(below) for groups, below in GROUPED_COLUMNS.items() for group in groups}


def _groups_of(text: str) -> tuple[str, ...]:
    """The kinds that may stand below ``text``; none where it is no group."""
    return next((kinds for form in _forms(text) if (kinds := _groups().get(form))), ())


def is_group(text: str) -> bool:
    """Whether ``text`` may stand above several columns."""
    return bool(_groups_of(text))


def shown_name(kind: str) -> str:
    """The name that we show for the column of ``kind``."""
    return SERVICE_COLUMNS[kind][0]


def heading_of(parts: Sequence[str], known: Mapping[str, str] | None = None) -> Heading:
    """The heading whose cells, from above to below, are ``parts``; ``known`` (plain heading -> kind) is asked first."""
    return _heading_of(tuple(parts)) if not known else _found(tuple(parts), (known, _kinds()))


@lru_cache(maxsize=4_096)
def _heading_of(parts: tuple[str, ...]) -> Heading:
    return _found(parts, (_kinds(),))


def _found(parts: tuple[str, ...], tables: Sequence[Mapping[str, str]]) -> Heading:
    texts = [" ".join(part.split()) for part in dict.fromkeys(parts) if part.strip()]
    shown = " ".join(texts)
    candidates = ["".join(texts), *("".join(texts[start:]) for start in range(1, len(texts)))]
    if len(texts) > 2:
        candidates.insert(1, texts[0] + texts[-1])
    for candidate in candidates:
        forms = _forms(candidate)
        for table in tables:
            for form in forms:
                if kind := table.get(form):
                    kind = _within(texts[:-1], kind) if candidate == texts[-1] else kind
                    return Heading(shown, kind, _unit_of(shown, kind or ""))
    return Heading(shown, _within(texts[:-1], None))


def _within(above: Sequence[str], kind: str | None) -> str | None:
    """``kind`` of a heading that stands below a group: what is said of papers is no field of the service itself."""
    groups = [group for text in above for group in _groups_of(text)]
    if not groups or kind == UNUSED or kind in groups:
        return kind
    outer = {group.partition(".")[0] for group in groups}
    if kind and kind.partition(".")[0] in outer:
        return kind
    return "materials.+note" if outer == {"materials"} else None


def _forms(text: str) -> tuple[str, ...]:
    """The writings under which ``text`` may be known: as it stands, without numbers around it, without brackets."""
    whole = _LEADING_NUMBER.sub("", text)
    bare = _BRACKETED.sub("", whole)
    return tuple(dict.fromkeys((plain(whole), plain(bare), _TRAILING_NUMBER.sub("", plain(bare)))))


def _unit_of(text: str, kind: str) -> str:
    found = _UNIT.search(text) if kind in ("time_limits.statutory", "time_limits.promised") else None
    return LIMIT_UNITS[found[0]] if found else ""

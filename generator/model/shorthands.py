"""What clerks write in one line where a record has a group of fields: 10个工作日, 不收费, the name of a paper.

Only what has one meaning is taken; other text stays as it is and is refused with the group written out.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

from generator.model.small_numbers import SMALL_NUMBER, small_number

_LIMIT = re.compile(
    rf"([1-9][0-9]{{0,3}}|{SMALL_NUMBER})\s*个?\s*(工作日|自然日|天|日|月|年|小时)(?:内|以内|之内)?(?:办结|办完)?"
)
_AT_ONCE = {"当场", "当场办结", "当场办理", "即办", "即时办结", "立等可取", "即来即办"}
_FREE = {"不收费", "免费", "不收取费用", "不收任何费用", "免收费", "无收费", "零收费"}
_DAYS = {"工作日", "自然日", "天", "日"}
_MARKS = re.compile("[、，；]")
_BETWEEN_NAMES = re.compile(r"(?:[、，；]|[,;](?![0-9]))(?![^（(《“「]*[）)》”」])")
"""A mark between two names; one within brackets or quotation marks is part of a name."""
_FIELD = re.compile(r"[A-Za-z_]+ *[:：]")
"""A line that was meant to be a field, with a wrong colon."""


def time_limit(value: object) -> object:
    """10个工作日, 十个工作日, 3个月, 1年, 24小时, 当场办结; 20日 without a unit, since 日 and 天 leave it open."""
    if isinstance(value, Mapping) and str(value.get("days")).strip() in _AT_ONCE and "immediate" not in value:
        return {**{key: one for key, one in value.items() if key not in ("days", "unit")}, "immediate": True}
    if isinstance(value, str):
        if value.strip() in _AT_ONCE:
            return {"immediate": True}
        if found := _limit(value):
            unit = {} if found[2] in ("天", "日") else {"unit": found[2]}
            return {"days": str(small_number(found[1])), **unit}
    return value


def _limit(text: str) -> re.Match[str] | None:
    return _LIMIT.fullmatch(unicodedata.normalize("NFKC", text).strip())


def extension(value: object) -> object:
    """10个工作日, 10天; an extension is counted in days only."""
    found = _limit(value) if isinstance(value, str) else None
    return time_limit(value) if found and found[2] in _DAYS else value


def terms(value: object) -> object:
    """[咨询、问政策] is two terms, and so are 咨询、问政策 without brackets; no term holds such a mark itself."""
    if isinstance(value, str):
        return _parts(value.strip().strip("【】"))
    if not isinstance(value, list):
        return value
    return [part for one in value for part in (_parts(one) if isinstance(one, str) else [one])]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _MARKS.split(text) if part.strip()] or [text]


def several(text: str) -> tuple[str, ...]:
    """The names that ``text`` joins by 、 or another mark; none where it is a single name."""
    names = tuple(part.strip() for part in _BETWEEN_NAMES.split(text))
    return names if len(names) > 1 and all(names) else ()


def fee(value: object) -> object:
    """不收费, 免费."""
    return {"free": True} if isinstance(value, str) and value.strip() in _FREE else value


def named(key: str) -> Callable[[object], object]:
    """A function that takes a text for the field ``key`` of the group."""

    def taken(value: object) -> object:
        return {key: value} if isinstance(value, str) and value.strip() and not _FIELD.match(value) else value

    return taken

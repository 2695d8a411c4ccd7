"""Tell what a cell looks like, to find columns that were shifted or renamed.

Each function says whether a value may be of a kind; it asks what a value cannot be, not whether it is correct.
"""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Literal

from generator.register.outcomes import outcome_in
from generator.register.table import CellValue
from generator.register.values import (
    HAN,
    TIME_OR_WEEKDAY,
    MonthDay,
    SameDay,
    ShortYearDay,
    UnfinishedDay,
    UnreadableCell,
    as_days_count,
    as_text,
    in_year,
    read_day,
)
from generator.texts.columns import OUTCOMES

CellKind = Literal["receipt", "name", "id_number", "phone", "address", "day", "outcome", "item", "days", "text"]
"""What a column holds: 收件编号, 姓名, 证件号码, 电话, 住址, 日期, 办理结果, 事项, 天数, any text."""

Value = str | int | date | UnfinishedDay | UnreadableCell | None
"""What ``values`` makes of a cell."""

_LEAP_YEAR = 2000
_COMMON: dict[CellKind, re.Pattern[str]] = {
    "receipt": re.compile(r"[A-Z]{1,6}[0-9]{4}(?:[A-Z][0-9])?-[0-9]{1,8}"),
    "name": re.compile(r"[\u4e00-\u9fff]{2,4}"),
    "id_number": re.compile(r"[0-9]{6}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9][0-9]{3}[0-9X]"),
    "phone": re.compile(r"1[3-9][0-9]{9}"),
    "address": re.compile(r"[\u4e00-\u9fff]{2,30}(?:[0-9]{1,4}[\u4e00-\u9fff]{1,10}){0,4}"),
}
"""The commonest shapes of valid values. They are accepted at once, because the full checks of all cells take long."""
_NO_NAMES = frozenset(word for words in OUTCOMES.values() for word in words)


def looks_like(kind: CellKind, cell: CellValue) -> bool:
    """Whether a cell may stand in a column of ``kind``; false when it plainly is something else. Empty cells may."""
    return _may_be(kind, cell, read_as(kind, cell))


def read_as(kind: CellKind, cell: CellValue) -> Value:
    """What a cell holds in a column of ``kind``."""
    if kind == "day":
        return read_day(cell)
    return as_days_count(cell) if kind == "days" else as_text(cell)


def fits_column(kind: CellKind, cell: CellValue, value: Value) -> bool:
    """Whether a cell that was read as ``value`` may stay in a column of ``kind`` without stopping the import.

    As ``looks_like``, but words in a column of days fit: they are another fault, with a better message.
    """
    if kind == "day":
        return _may_be(kind, cell, value) or not (looks_like("id_number", cell) or looks_like("phone", cell))
    common = _COMMON.get(kind)
    if common and isinstance(cell, str) and common.fullmatch(cell) and cell not in _NO_NAMES:
        return True
    return _may_be(kind, cell, value)


def _may_be(kind: CellKind, cell: CellValue, value: Value) -> bool:
    if isinstance(value, MonthDay):
        value = in_year(value, _LEAP_YEAR)
    if isinstance(value, ShortYearDay | SameDay):
        return True
    if isinstance(value, UnreadableCell):  # That its digits are lost, or what 同上 means, is another, clearer message.
        return kind in ("id_number", "phone") or value.rule == "cell/ditto"
    if not isinstance(value, str) or value == "":
        return True
    return not isinstance(cell, date | time | timedelta) and _MAY_BE[kind](value)


_LETTER = re.compile(f"[A-Za-z\u00c0-\u024f{HAN}]")
_LONG_NUMBER = re.compile(r"[0-9](?:[ -]?[0-9*xX]){5,}")
_IDENTITY = re.compile(
    r"(?:[0-9]{6}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X])", re.I
)
_OLD_IDENTITY = re.compile(r"[1-8][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}")
_MOBILE = re.compile(r"(?:\+?86)?1[3-9][0-9]{9}")
_LAND_LINE = r"(?:\(?0[0-9]{2,3}\)?-?)?[1-9][0-9]{6,7}(?:(?:-|转|#)[0-9]{1,5})?"
_ONE_PHONE = rf"(?:\+?86-?)?(?:1[3-9][0-9]{{9}}|{_LAND_LINE}|[48]00-?[0-9]{{3}}-?[0-9]{{4}})"
_PHONES = re.compile(rf"{_ONE_PHONE}(?:[/、,，;；或]{_ONE_PHONE})*")
_MASKED_NUMBER = re.compile(r"[0-9*＊Xx]{7,20}")
_PAPER = re.compile(f"[A-Za-z0-9*＊()（）第号字{HAN}]{{5,40}}")
_DOOR = re.compile(
    r"(?<![0-9])[0-9]{1,4}(-[0-9]{1,4})?(号|室|组|栋|幢|单元|弄|巷|楼|层)|(路|街|巷|弄|村|组|镇|乡)[0-9]+"
)
_OUTCOME_WORDS = re.compile(
    "已?(办结|办理完毕|完成|通过|批准|同意|发放|撤回|撤销申请|驳回|在办|办理中)|不予?(批准|受理|同意|通过|许可)|未通过"
)
_DATE_SHAPED = re.compile(rf"[0-9]{{4}}(?:[-/.年][0-9]{{1,2}}[-/.月][0-9]{{1,2}}日?)\s*{TIME_OR_WEEKDAY}")


def _compact(text: str) -> str:
    return re.sub(r"[\s\-–—]", "", text)


def _is_identity(text: str) -> bool:
    compact = _compact(text)
    return bool(_IDENTITY.fullmatch(compact) or _OLD_IDENTITY.fullmatch(compact))


def _is_mobile(text: str) -> bool:
    return bool(_MOBILE.fullmatch(_compact(text)))


def _is_date(text: str) -> bool:
    return bool(_DATE_SHAPED.fullmatch(text))


def _has_words(text: str) -> bool:
    return bool(_LETTER.search(text)) and not _LONG_NUMBER.search(text) and not _is_date(text)


def _may_be_receipt(text: str) -> bool:
    digits = any(character.isdigit() for character in text)
    return digits and not (_is_identity(text) or _is_mobile(text) or _is_date(text))


def _may_be_name(text: str) -> bool:
    return _has_words(text) and len(text) <= 60 and not _DOOR.search(text) and not _OUTCOME_WORDS.fullmatch(text)


def _may_be_identity(text: str) -> bool:
    compact = _compact(text)
    if _is_identity(text):
        return True
    if _is_mobile(text) or _is_date(text) or not any(character.isdigit() for character in text):
        return False
    return bool(_PAPER.fullmatch(compact)) and not _DOOR.search(text)


def _may_be_phone(text: str) -> bool:
    shapes = (text.replace(" ", ""), _compact(text))
    return not (_is_identity(text) or _is_date(text)) and any(
        _PHONES.fullmatch(shape) or _MASKED_NUMBER.fullmatch(shape) for shape in shapes
    )


def _may_be_address(text: str) -> bool:
    return bool(re.search(f"[{HAN}]", text)) and not _LONG_NUMBER.search(text) and not _is_date(text)


def _may_be_outcome(text: str) -> bool:
    if outcome_in(text) is not None or not any(map(str.isalnum, text)):  # Ticks and dashes are told as outcomes.
        return True
    return _has_words(text) and len(text) <= 40 and not _DOOR.search(text)


def _may_be_item(text: str) -> bool:
    return _has_words(text) and len(text) <= 120 and not _OUTCOME_WORDS.fullmatch(text)


def _may_be_text(text: str) -> bool:
    return not (_is_identity(text) or _is_mobile(text))


_MAY_BE: dict[CellKind, Callable[[str], bool]] = {
    "receipt": _may_be_receipt,
    "name": _may_be_name,
    "id_number": _may_be_identity,
    "phone": _may_be_phone,
    "address": _may_be_address,
    "outcome": _may_be_outcome,
    "item": _may_be_item,
    "text": _may_be_text,
}

"""What a single cell of a list means: a limit, a yes or no, telephones, one of our words. None: not understood."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from generator.facts.phones import phone_parts
from generator.model import shorthands
from generator.model.time_limits import TimeLimit
from generator.register.values import HAN
from generator.texts.service_words import AT_ONCE, LIMIT_UNITS, NO, UNREGULATED, YES

Fields = dict[str, Any]
"""The inner fields of a group, in plain values."""

_NUMERALS = {"两": 2, "半": 0, **{sign: number for number, sign in enumerate("零一二三四五六七八九十")}}
_AROUND = re.compile(
    r"^(?:法定|承诺)?(?:办结|办理)?(?:时限|期限)?[:：]?(?:自|从)?(?:正式)?(?:受理|收到申请|材料齐全)?(?:并受理)?"
    r"(?:之日|当日|后)?(?:起)?(?:的)?(?P<rest>.*?)(?:以?内|之内)?(?:办结|办完|办理完毕|完成|作出(?:审批|许可|批准)?决定)?[。.；;]?$"
)
_LIMIT = re.compile(r"(?P<number>[0-9]{1,4}|[零一二两三四五六七八九十]{1,3})(?P<unit>[^0-9]*)")
_NUMBER = re.compile(r"[0-9]{1,4}(?:\.0)?")
_COUNT = re.compile(r"(?:最多)?(?:跑|到现场)?([0-9]{1,3}|[零一二两三四五六七八九十])(?:\.0)?(?:次|趟|跑腿)?")
_LABELLED_PHONE = re.compile(
    r"(?:电话|热线|拨打)[^0-9:：]{0,6}[:：]?\s*(?P<numbers>[0-9+(（][0-9()（）+\- 转、，,；;/]*[0-9])"
)
_PHONE_LABEL = re.compile(r"^(?:[^0-9:：]{0,12}(?:电话|热线|号码|联系方式))?[:：]?\s*")
_DATE = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?: 00:00:00)?|([0-9]{4})([0-9]{2})([0-9]{2})")
_ARRANGING = re.compile(f"(?<=[{HAN}]) (?=[{HAN}])")
_BROKEN_NAME = re.compile(rf"(?<=[{HAN}])\s*\n\s*(?=[{HAN}])")
_NUMBER_BEFORE = re.compile(
    r"^(?:[0-9]{1,3}[、．.](?![0-9])|[（(][0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*(?=.)"
)
_BROKEN_NUMBER = re.compile(r"(?<=[0-9]-)\s*\n\s*(?=[0-9])")
"""A line break in a narrow cell behind the hyphen of a telephone number."""
_ANY_PHONE = re.compile(
    r"(?<![\d-])(?:[(（]?0\d{2,3}[)）]?[- ]?\d{7,8}(?:(?:转|-)\d{1,6})?|400-?\d{3}-?\d{4}|1\d{10}|12345)(?![\d-])"
)
BETWEEN_WORDS = re.compile(r"[、，,;；/／\s]+|及|和|与")
CODE = re.compile(r"^[0-9]{1,2}[-－.、:：]\s*")
"""What the national lists have before a word: 1-自然人."""


def narrow(text: str) -> str:
    """``text`` with digits, letters and marks in normal width, and without spaces."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def one_line(text: str) -> str:
    """A name on one line: spaces and line breaks between Han characters only arrange it in its cell."""
    return _ARRANGING.sub("", " ".join(text.split()))


def unbroken(text: str) -> str:
    """A name that a narrow cell breaks into lines; blanks that were typed stay, for they may part names."""
    return " ".join(_BROKEN_NAME.sub("", text).split())


def service_name(text: str) -> str:
    """The name of a service without the number that lists have before it."""
    return _NUMBER_BEFORE.sub("", one_line(text))


def time_limit(text: str, unit: str = "") -> Fields | None:
    """5个工作日, 自受理之日起20日内, 一个月, 当场办结; a bare number has the ``unit`` of its column."""
    whole = narrow(text)
    if whole in AT_ONCE or whole.rstrip("。") in AT_ONCE:
        return {"immediate": True}
    if whole in UNREGULATED or whole.rstrip("。") in UNREGULATED:
        return {"unregulated": True}
    around = _AROUND.match(whole)
    stated = _LIMIT.fullmatch(around["rest"] if around else whole)
    if stated is None:
        return None
    written = stated["unit"].strip("()（）").lower()
    its_unit = LIMIT_UNITS.get(written) if written else unit
    try:
        limit = TimeLimit.model_validate(f"{_number(stated['number'])}{its_unit}")
    except ValidationError:  # No unit, or no days at all.
        return None
    return limit.model_dump(exclude_defaults=True)


def is_bare_number(text: str) -> bool:
    """Whether the cell of a limit only has a number."""
    return _NUMBER.fullmatch(narrow(text)) is not None


def unit_of(text: str) -> str:
    """The unit that a cell of units names: 工作日, 天, 月; "" for anything else."""
    return LIMIT_UNITS.get(CODE.sub("", narrow(text)).strip("()").lower(), "")


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _NUMERALS[text] if len(text) == 1 else 0
    if len(tens) > 1 or len(ones) > 1:
        return 0
    return (_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0)


def truth(text: str) -> bool | None:
    """Yes or no."""
    word = text.strip()
    return True if word in YES else False if word in NO else None


def count(text: str) -> int | None:
    """A number of times: 1, 1次, 最多跑一次."""
    found = _COUNT.fullmatch(narrow(text))
    return None if found is None else _number(found[1])


def one_of(text: str, words: Mapping[str, str]) -> str | None:
    """Our word for that of the cell; a code before it (1-自然人) is passed over."""
    bare = CODE.sub("", narrow(text))
    forms = (text.strip(), bare, bare.replace("(", "（").replace(")", "）"))
    return next((words[form] for form in forms if form in words), None)


def phones(text: str) -> tuple[str, bool] | None:
    """The telephones of a cell, as they may stand in a field, and whether the cell says something else besides."""
    whole = _BROKEN_NUMBER.sub("", unicodedata.normalize("NFKC", text))
    lines = [line.strip() for line in whole.splitlines() if line.strip()]
    bare = "、".join(_PHONE_LABEL.sub("", line).rstrip("。;；,，") for line in lines)
    if phone_parts(bare):
        return bare, False
    labelled = [one["numbers"].strip() for one in _LABELLED_PHONE.finditer("\n".join(lines))]
    numbers = labelled or _ANY_PHONE.findall("\n".join(lines))
    found = [one for one in dict.fromkeys(numbers) if phone_parts(one)]
    return ("、".join(found), True) if found else None


def day(text: str) -> date | None:
    """A calendar day."""
    found = _DATE.fullmatch(text.strip())
    try:
        return date(*(int(number) for number in found.groups() if number)) if found else None
    except ValueError:
        return None


def terms(text: str) -> list[str]:
    """Several names of a thing: 困难救助、临时补助."""
    taken = shorthands.terms(text)
    return [str(one) for one in taken] if isinstance(taken, list) else []

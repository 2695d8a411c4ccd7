"""When something has to be published (公开时限), read from the words of a catalogue.

- within so many days of when the information came about: 自信息形成或变更之日起20个工作日内, 信息形成之日起3日内;
- once in every month, quarter, half-year or year, by its end or by a day of it: 每季度的首个月20日, 每年1月31日前;
- at once: 实时, 随时, 当日. 及时 has no number; 政府信息公开条例 art. 26 says 20 working days where no other rule does;
- always there: 长期公开.

What says more than one of these, or anything else, is not read, and nothing is guessed.
"""

import re
from dataclasses import dataclass
from typing import Literal

from generator.model.base import DayUnit

Every = Literal["每月", "每季度", "每半年", "每年"]

MONTHS: dict[Every, int] = {"每月": 1, "每季度": 3, "每半年": 6, "每年": 12}
"""How many months each covers."""


@dataclass(frozen=True)
class Within:
    """Within ``days`` after the information came about or changed; 0: on the day itself."""

    days: int
    unit: DayUnit


@dataclass(frozen=True)
class Periodic:
    """Once in every ``months`` (1, 3, 6, 12 of a year), by ``day`` of the ``month`` of them that counts from 1.

    The last day of the last month where they are None; the last day of ``month`` where only ``day`` is.
    """

    months: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True)
class Always:
    """It can be read at any time."""


Limit = Within | Periodic | Always

PROMPTLY = Within(20, "工作日")
"""政府信息公开条例 (Regulation on open government information), art. 26."""

_PLAIN = str.maketrans("０１２３４５６７８９（）", "0123456789()")
_NUMERAL = re.compile("[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九](?=个?(?:工作日|自然日|日|天))")
_DIGITS = {sign: number for number, sign in enumerate("一二三四五六七八九", 1)}
_SHOWN_FOR = re.compile(
    "(?:公示|公告|张贴|公布时间)(?:期限|时间|期)?(?:一般)?(?:不得?少于|不低于|为|是)?[0-9]+个?(?:工作日|自然日|日|天)"
)
"""How long it hangs, which is not by when."""
_EVERY = re.compile("(?:每一?个?|按)(月|季度?|半年|年)度?|(?<![0-9])(月|季|半年|年)度?(?:公开|公布)?一次")
_UNITS: dict[str, Every] = {"月": "每月", "季": "每季度", "季度": "每季度", "半年": "每半年", "年": "每年"}
_BY_MONTH_DAY = re.compile("(?<![0-9])(1[0-2]|[1-9])月(?:(3[01]|[12][0-9]|[1-9])[日号]|底|末)")
_BY_DAY = re.compile("(?:的)?(首个?|第一个?|第二个?|第三个?|最后一个?|末)?月?的?(3[01]|[12][0-9]|[1-9])[日号]")
_NTH = {"首": 1, "第一": 1, "第二": 2, "第三": 3}
_BY_PART = re.compile("的?(?:第?([一二三四])季度|(上半年))")
_WITHIN = re.compile("(?<![0-9月])([0-9]{1,3})个?(工作日|自然日|日|天)(?:之?内|以内|$|[,，;；。(予公])")
_AT_ONCE = re.compile("实时(?!更新)|即时|随时|当[日天]|立即")
_PROMPT = re.compile("及时|第一时间")
_ALWAYS = re.compile("长期|常年|持续公开|固定公开|始终")


def limit_of(words: str) -> Limit | None:
    """The limit that ``words`` say; None where they are not understood."""
    text = _NUMERAL.sub(_as_digits, "".join(words.split()).translate(_PLAIN))
    text = _SHOWN_FOR.sub("", text)
    found: set[Limit] = {*_periodic(text), *_within(text)}
    if found:
        return found.pop() if len(found) == 1 else None
    if _AT_ONCE.search(text):
        return Within(0, "自然日")
    if _PROMPT.search(text):
        return PROMPTLY
    return Always() if _ALWAYS.search(text) else None


def _as_digits(found: re.Match[str]) -> str:
    tens, ten, ones = found[0].partition("十")
    return str((_DIGITS.get(tens, 1) if ten else 0) * 10 + _DIGITS.get(ones if ten else tens, 0))


def _periodic(text: str) -> set[Limit]:
    """Every period that is named, each with the day of it by which it is due."""
    found: set[Limit] = set()
    for one in _EVERY.finditer(text):
        months = MONTHS[_UNITS[one[1] or one[2]]]
        found.add(Periodic(months, *_by(text[one.end() :], months)))
    return found


def _by(rest: str, months: int) -> tuple[int | None, int | None]:
    """Month and day of a period, from the words that stand directly behind it."""
    if months == 12 and (by := _BY_MONTH_DAY.match(rest)):
        return int(by[1]), int(by[2]) if by[2] else None
    if months == 12 and (by := _BY_PART.match(rest)):
        return (_DIGITS[by[1]] * 3 if by[1] else 6), None
    if months < 12 and (by := _BY_DAY.match(rest)) and (months == 1 or by[1]):
        nth = _NTH.get((by[1] or "").removesuffix("个"), months)
        return (nth, int(by[2])) if nth <= months else (None, None)
    return None, None


def _within(text: str) -> set[Limit]:
    """Every number of days; 日 and 天 are calendar days, which end earlier than working days."""
    return {Within(int(one[1]), "工作日" if one[2] == "工作日" else "自然日") for one in _WITHIN.finditer(text)}

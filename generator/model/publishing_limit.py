"""When something has to be published (公开时限), read from the words of a catalogue.

- within so many days of when the information came about: 自信息形成或变更之日起20个工作日内, 信息形成之日起3日内;
- once in every month, quarter, half-year or year, by its end or by a day of it: 每季度的首个月20日, 每年1月31日前,
  每季度结束后15日内, 次月10日前;
- at once: 实时, 随时, 当日. 及时 has no number; 政府信息公开条例 art. 26 says 20 working days where no other rule does;
- always there: 长期公开.

What is understood is taken out of the words. Where more than one of these is found, or words of time are left
(每周, 每年两次, 提前5日, 每月初), nothing is read and nothing is guessed. How long something hangs is no limit.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from generator.model.base import DayUnit
from generator.model.small_numbers import small_number

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

_NUMERAL = re.compile(
    "[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九](?=个?(?:工作日|自然日|日|天|号|月)|次)"
)
_DAYS = "[0-9]+个?(?:工作日|自然日|日|天)"
_BESIDE = re.compile(
    "《[^》]*》|〔[^〕]*〕[0-9]+号|第[0-9]+[条款项]|上1?个?(?:月|季度?+|年)[度份]?+(?!结束|终了|[末底])"
    f"|(?:公示|公告|公布|张贴|公开)(?:期限|时间|时长|期间|期)(?:一般|应当?)?(?:不得?少于|不低于|满|为|是|:)?{_DAYS}(?!内)"
    f"|(?:公示|公告|张贴)(?:时限)?(?:一般|应当?)?(?:不得?少于|不低于|满|为|:)?{_DAYS}"
    f"|(?:不得?少于|不低于|至少){_DAYS}"
)
"""What does not say by when: documents, the period that is told of, and how long something hangs."""

_PERIOD = "(月|季度?+|半年|年)度?+"
_UNITS: dict[str, Every] = {"月": "每月", "季": "每季度", "季度": "每季度", "半年": "每半年", "年": "每年"}
_SAID = "(?:至少|不少于|应当?)*(?:公开|公布|公示|更新|发布)?"
_EVERY = re.compile(
    f"(?:每[1一]?个?|按|逐){_PERIOD}(?!龄|计划|工作|预算|安排|方案|任务)(?:{_SAID}1次)?(?:公开|公布)?"
    f"|(?<![0-9两二三四五六个])(?<!第[一1]){_PERIOD}{_SAID}1次|1次/{_PERIOD}|^{_PERIOD}(?:公开|公布|更新)?$"
)
_NEXT = re.compile(f"[次下]1?个?{_PERIOD}")
_AFTER = re.compile(
    f"(?:每[1一]?个?)?(?<![学一二三四1-4]){_PERIOD}(?:结束|终了|[末底])(?:之?后|以后)?的?([1-9]|[12][0-9]|3[01])(日|天|个月)(?:之?内|以内)"
)
"""So many days behind the end of each period, which is a day of the one that comes after."""
_JOINED = re.compile("[,;:(。]*[并于在]*")
"""What stands between a period and the day of it."""
_UP_TO = "(?!之?后|以后|起)(?:之?前|以前|之?内|以内)?"
_DAY = "(3[01]|[12][0-9]|[1-9])"
_BY_MONTH_DAY = re.compile(
    f"(1[0-2]|[1-9])月(?:份?[底末]{_UP_TO}|{_DAY}[日号]{_UP_TO}|份?(?![0-9底末初上中下前之以后起至到]))"
)
_BY_PART = re.compile("的?(?:第?([一二三四1-4])季度|([上下])半年)(?:[底末](?:之?前|以前)?|(?!之?前|以前|之?后|初))")
_BY_DAY = re.compile(f"的?(首个?|第[1-3]个?|最后1个?|末)?月?的?{_DAY}[日号]{_UP_TO}")
_BY_FIRST_DAYS = re.compile(f"的?()前{_DAY}[日天](?:之?内|以内)?")
_BY_MONTH = re.compile(
    f"的?(首个?|第[1-3]个?|最后1个?|末)月(?:份?[底末]{_UP_TO})?份?()(?![0-9底末初上中下前之以后起至到])"
)
_BY_END = re.compile(f"的?[月季年]?度?[底末]{_UP_TO}")
_NTH = {"首": 1, "第1": 1, "第2": 2, "第3": 3}

_WITHIN = re.compile(
    "(?:(?<![0-9月前第百千零至到~—-])([0-9]{1,3})个?(工作日|自然日|日|天)(?:之?内|以内)"
    "|(?:^|(?<=[,;:起后过为]))([0-9]{1,3})个?(工作日|自然日|日|天)(?=$|[,;。)]|予以|公开))"
)
_AT_ONCE = re.compile("实时(?!更新)|即时|随时|当[日天](?!起)|立即")
_PROMPT = re.compile("及时|第一时间")
_ALWAYS = re.compile("长期|常年|持续公开|固定公开|始终")
_TAKEN = "|"
_NOT_READ = re.compile(
    "[0-9]个?(?:自然日|日|天|号|月|年|周|旬|季|星期|小时|时|分|次)|工作日|旬|半年|半个?月|每.{0,2}(?:日|天|周|月|季|年|星期|学期)"
    "|[月季年]度?(?:结束|终了|[末底初后])|[次下](?:月|季|年)|[|](?:[初中]|[^,;。(|]{0,8}[前后])|农历|事前|事中|提前|申请.{0,5}(?:之日|后)|答复"
)
"""Words of time that are no part of a limit; what is asked for (申请, 答复) is not published by itself."""


def limit_of(words: str) -> Limit | None:
    """The limit that ``words`` say; None where they are not understood."""
    text = unicodedata.normalize("NFKC", "".join(words.split()))
    found, rest = _periodic(_BESIDE.sub("", _NUMERAL.sub(lambda one: str(small_number(one[0])), text)))
    found |= {_within(one) for one in _WITHIN.finditer(rest)}
    rest = _WITHIN.sub(_TAKEN, rest)
    if _AT_ONCE.search(rest):
        found.add(Within(0, "自然日"))
    if len(found) > 1 or _NOT_READ.search(rest):
        return None
    if found:
        return found.pop()
    if _PROMPT.search(rest):
        return PROMPTLY
    return Always() if _ALWAYS.search(rest) else None


def _periodic(text: str) -> tuple[set[Limit], str]:
    """Every period that is named, each with the day of it by which it is due, and the text without them.

    Of a period that is named twice, the second time with a day (每年一次，1月31日前), it is the day that counts.
    """
    after = {one[0]: limit for one in _AFTER.finditer(text) if (limit := _after(one))}
    for words in after:
        text = text.replace(words, _TAKEN)
    found: set[Limit] = set(after.values())
    for pattern in (_EVERY, _NEXT):
        start = 0
        while one := pattern.search(text, start):
            limit, end = _by(text, one, needs_day=pattern is _NEXT)
            start = one.end() if limit is None else one.start()
            if limit:
                found.add(limit)
                text = text[: one.start()] + _TAKEN + text[end:]
    exact = {one.months for one in found if isinstance(one, Periodic) and one.month}
    return {one for one in found if not (isinstance(one, Periodic) and not one.month and one.months in exact)}, text


def _after(one: re.Match[str]) -> Periodic | None:
    """None where it is due when the next period is over already."""
    months, number = MONTHS[_UNITS[one[1]]], int(one[2])
    if one[3] != "个月":
        return Periodic(months, 1, number)
    return Periodic(months, number) if number <= months else None


def _by(text: str, one: re.Match[str], *, needs_day: bool) -> tuple[Periodic | None, int]:
    """The period that ``one`` names, with the month and day of it that stand behind, and where that ends."""
    months = MONTHS[_UNITS[next(filter(None, one.groups()))]]
    joined = _JOINED.match(text, one.end())
    start = joined.end() if joined else one.end()
    for pattern in (_BY_MONTH_DAY, _BY_PART) if months == 12 else (_BY_FIRST_DAYS, _BY_DAY, _BY_MONTH):
        if (by := pattern.match(text, start)) and (exact := _exact(pattern, by, months)):
            return Periodic(months, *exact), by.end()
    if needs_day:
        return None, start
    by_end = _BY_END.match(text, start)
    return Periodic(months), by_end.end() if by_end else one.end()


def _exact(pattern: re.Pattern[str], by: re.Match[str], months: int) -> tuple[int, int | None] | None:
    """Month of the period, from 1, and day of it; None where the words name no day of such a period."""
    if pattern is _BY_PART:
        return ((small_number(by[1]) or 0) * 3 if by[1] else 6 if by[2] == "上" else 12), None
    if pattern is _BY_MONTH_DAY:
        return int(by[1]), int(by[2]) if by[2] else None
    if months > 1 and not by[1]:
        return None
    nth = _NTH.get((by[1] or "").removesuffix("个"), months)
    return (nth, int(by[2]) if by[2] else None) if nth <= months else None


def _within(one: re.Match[str]) -> Limit:
    """日 and 天 are calendar days, which end earlier than working days."""
    return Within(int(one[1] or one[3]), "工作日" if (one[2] or one[4]) == "工作日" else "自然日")

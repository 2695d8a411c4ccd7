"""Words that tell days of the week and times, such as 周一至周五上午8:30—12:00，下午13:30—17:00（法定节假日除外）.

- days: 周一至周五, 周六、周日, 周末, 每天, or 工作日, which are 周一至周五 without holidays and with make-up days (调休);
- times: 9:00-12:00, 9.00-12.00, 9点至12点半, 9点30分到12点, several of a day one after the other;
- 上午, 中午, 下午, 晚上, am or pm before or after a time, which is then told with twelve hours or with 24.

Digits, letters and dashes may be full-width. Words that say more than that are not understood and stay words; nothing is
guessed, so 夏令时8:30 without its days is not read, nor are 22:00-2:00 and an opening at 2:30 that may be at night.
``Unread`` tells why. Minutes are counted from midnight.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

WEEKDAYS = "一二三四五六日"
DASH = "-‐‑‒–—―−─~～〜﹣－"
TO = rf"\s*(?:至|到|[{DASH}]+)\s*"
_WIDE = "０１２３４５６７８９：．／ＡＭＰａｍｐ"
_PLAIN = {ord(sign): chr(ord(sign) - 0xFEE0).lower() for sign in _WIDE} | {ord(sign): sign.lower() for sign in "AMP"}
_DAYS = {"工作日": range(5), "周末": (5, 6), "双休日": (5, 6), **dict.fromkeys(("每天", "每日", "天天"), range(7))}
_DAY = "(?:周|星期|礼拜)?[一二三四五六日天]"
_DAY_NAMES = re.compile(rf"每?(?:周|星期|礼拜)[一二三四五六日天](?:{TO}周?{_DAY}|[、和及]{_DAY})*|{'|'.join(_DAYS)}")
_ONE_DAY = re.compile(f"[一二三四五六日天]|至|到|[{DASH}]+")
_MORNING, _NOON = ("上午", "早上", "早晨", "早", "am"), ("中午",)
_AFTER_NOON, _EVENING = ("下午", "午后", "pm"), ("晚上", "晚间", "晚")
_HALVES = "|".join((*_MORNING, *_NOON, *_AFTER_NOON, *_EVENING))
_CLOCK = (
    rf"(?:(?P<{{0}}half>{_HALVES})\s*:?\s*)?(?P<{{0}}hour>[0-9]{{{{1,2}}}})\s*"
    r"(?:[:.](?P<{0}minute>[0-9]{{2}})|[点时](?:(?P<{0}minutes>[0-9]{{1,2}})分?|(?P<{0}thirty>半)|整)?)"
    r"(?:\s*(?P<{0}after>am|pm)(?!\s*:?\s*[0-9]))?"
)
_SPAN = re.compile(_CLOCK.format("a") + TO + _CLOCK.format("b"))
_NO_HOLIDAYS = re.compile(
    "(?:国家)?法定(?:节假日|节日)(?:和双休日)?(?:除外|休息|放假|不办公|不上班)|节假日(?:除外|休息)"
)
_HOLIDAYS_TOO = re.compile("(?:国家)?(?:法定)?节假日(?:不休息?|照常(?:办公|上班)?|正常(?:办公|上班))|全年无休")
_MAKE_UP = re.compile("[和及、]?调休(?:的)?(?:上班日|工作日|上班)(?:照常(?:办公|上班)?|正常(?:办公|上班)|上班)?")
_BETWEEN = re.compile(r"[\s，,、；;。:（）()]+")
_SEASON_WORD = re.compile("[春夏秋冬][季令天时]|[春夏秋冬]{2}|[寒暑]假")
_STRETCH = re.compile(r"[^\s，,、；;。（）()]{1,20}")


Why = Literal[
    "days", "times", "week-end", "repeated", "clock", "half", "backwards", "overlap", "season", "rest",
    "date", "year", "no-day", "dates", "season-dates",
]  # fmt: skip
"""Why words are not understood: what is missing, or wrong, about them."""


class Span(NamedTuple):
    """From when to when it is open, in minutes after midnight; not any more at ``closes``."""

    opens: int
    closes: int


class Week(NamedTuple):
    """The spans of each day from Monday to Sunday.

    ``holidays`` and ``make_up`` say whether it is open on holidays and on make-up days; None where that is not said.
    """

    days: tuple[tuple[Span, ...], ...]
    holidays: bool | None = None
    make_up: bool | None = None


class Unread(NamedTuple):
    """Why words are not understood, and the words that are meant."""

    why: Why
    at: str


def plain(text: str) -> str:
    """``text`` with half-width digits and marks of times, and am and pm in small letters; as long as before."""
    return text.translate(_PLAIN)


def read_week(text: str) -> Week | None:
    """The week that ``text`` tells; None where it tells more than this grammar, or something else."""
    found = week_or_why(text)
    return found if isinstance(found, Week) else None


@lru_cache(maxsize=512)
def week_or_why(text: str) -> Week | Unread:
    """The week that ``text`` tells, or why it is not understood."""
    text = plain(text)
    holidays = False if _NO_HOLIDAYS.search(text) else True if _HOLIDAYS_TOO.search(text) else None
    make_up = True if _MAKE_UP.search(text) else None
    rest = _MAKE_UP.sub("，", _HOLIDAYS_TOO.sub("，", _NO_HOLIDAYS.sub("，", text)))
    days: dict[int, list[Span]] = {}
    current: tuple[int, ...] = ()
    place = 0
    while place < len(rest):
        if gap := _BETWEEN.match(rest, place):
            place = gap.end()
        elif span := _SPAN.match(rest, place):
            found = _span(span)
            if not current or isinstance(found, Unread):
                return found if isinstance(found, Unread) else Unread("days", span[0])
            if any(days[day] and days[day][-1].closes > found.opens for day in current):
                return Unread("overlap", span[0])
            for day in current:
                days[day].append(found)
            place = span.end()
        elif named := _DAY_NAMES.match(rest, place):
            current = _days(named[0])
            if not current or any(day in days for day in current):
                return Unread("repeated" if current else "week-end", named[0])
            days |= {day: [] for day in current}
            if named[0] == "工作日":
                holidays, make_up = False, True
            place = named.end()
        else:
            stretch = _STRETCH.match(rest, place)
            why: Why = "season" if _SEASON_WORD.match(rest, place) else "rest"
            return Unread(why, stretch[0] if stretch else rest[place])
    if not days or not all(days.values()):
        return Unread("times" if days else "days", text.strip())
    return Week(tuple(tuple(days.get(day, ())) for day in range(7)), holidays, make_up)


def _days(named: str) -> tuple[int, ...]:
    """The days that a name stands for: 周一至周五 is 0 to 4."""
    if named in _DAYS:
        return tuple(_DAYS[named])
    found: list[int] = []
    up_to = False
    for part in _ONE_DAY.findall(named):
        number = WEEKDAYS.find("日" if part == "天" else part)
        if number < 0:
            up_to = True
        else:
            if up_to and found and number <= found[-1]:
                return ()  # 周五至周一 runs over the end of the week
            found += range(found[-1] + 1, number + 1) if up_to and found else (number,)
            up_to = False
    return tuple(found) if len(set(found)) == len(found) else ()


def _span(found: re.Match[str]) -> Span | Unread:
    own = found["ahalf"] or found["aafter"]
    if not own and found["ahour"] in {"1", "2", "3", "4", "5"}:
        return Unread("half", found[0])
    opens = _minutes(found, "a", None)
    closes = _minutes(found, "b", _MORNING[0] if own == "am" else own)  # am 8:30-12:00 ends at noon
    if opens is None or closes is None or closes > 24 * 60:
        return Unread("clock", found[0])
    return Span(opens, closes) if opens < closes else Unread("backwards", found[0])


def _minutes(found: re.Match[str], end: str, before: str | None) -> int | None:
    """Minutes after midnight; ``before`` is the half of the day that was named at the other end."""
    own, after = found[f"{end}half"], found[f"{end}after"]
    hour = int(found[f"{end}hour"])
    minute = 30 if found[f"{end}thirty"] else int(found[f"{end}minute"] or found[f"{end}minutes"] or 0)
    if minute > 59 or hour > 24 or (own and after):
        return None
    half = own or after or (before if hour < 13 else None)
    told = _hour(hour, half)
    return None if told is None else told * 60 + minute


def _hour(hour: int, half: str | None) -> int | None:
    """The hour of 24 that is meant; None where it does not lie in that half of the day."""
    if half in _MORNING:
        return hour if hour <= 12 and (half, hour) != ("am", 12) else None
    if half in _NOON:
        return hour + 12 if 1 <= hour <= 2 else hour if 11 <= hour <= 14 else None
    if half in _AFTER_NOON:
        return hour + 12 if 1 <= hour < 12 else hour if hour >= 12 else None
    if half in _EVENING:
        return hour + 12 if 5 <= hour <= 12 else hour if hour >= 17 else None
    return hour

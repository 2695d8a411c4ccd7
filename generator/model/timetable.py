"""开放时间表: when a hall, a window or a desk is open, in lines that a clerk writes and the program counts with.

Grammar of a line, and of words such as 周一至周五上午8:30—12:00，下午13:30—17:00（法定节假日除外）:

- days: 周一至周五, 周六、周日, 周末, 每天, or 工作日, which are 周一至周五 without holidays and with make-up days (调休);
- times: 9:00-12:00 or 9点至12点半, several of a day one after the other; 上午 and 下午 may stand before them;
- a season begins with its days: 06-01至09-30 周一至周五 8:30-12:00;
- an exception begins with its date: 2026-12-31 9:00-12:00（年终盘点）, 2027-01-05至2027-01-06 休息（系统升级）.

Words that say more than that are not understood and stay words; nothing is guessed. Minutes are counted from midnight.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.base import Record, ShortText

WEEKDAYS = "一二三四五六日"
_DAYS = {"工作日": range(5), "周末": (5, 6), "双休日": (5, 6), **dict.fromkeys(("每天", "每日", "天天"), range(7))}
_DAY = "(?:周|星期|礼拜)?[一二三四五六日天]"
_DAY_NAMES = re.compile(
    rf"每?(?:周|星期|礼拜)[一二三四五六日天](?:(?:至|到|[—–~～-]+)周?{_DAY}|[、和及]{_DAY})*|{'|'.join(_DAYS)}"
)
_ONE_DAY = re.compile("[一二三四五六日天]|至|到|[—–~～-]+")
_HALF = "(?P<{0}half>上午|早上|中午|下午|晚上)?"
_CLOCK = r"(?P<{0}hour>[0-9]{{1,2}})\s*(?:[:：](?P<{0}minute>[0-9]{{2}})|[点时](?:(?P<{0}minutes>[0-9]{{1,2}})分?|(?P<{0}thirty>半)|整)?)"
_SPAN = re.compile(
    rf"{_HALF.format('a')}\s*{_CLOCK.format('a')}\s*(?:[—–~～-]+|至|到)\s*{_HALF.format('b')}\s*{_CLOCK.format('b')}"
)
_AFTER_NOON = ("下午", "晚上")
_NO_HOLIDAYS = re.compile(
    "(?:国家)?法定(?:节假日|节日)(?:和双休日)?(?:除外|休息|放假|不办公|不上班)|节假日(?:除外|休息)"
)
_HOLIDAYS_TOO = re.compile("(?:国家)?(?:法定)?节假日(?:不休息?|照常(?:办公|上班)?|正常(?:办公|上班))|全年无休")
_MAKE_UP = re.compile("[和及、]?调休(?:的)?(?:上班日|工作日|上班)(?:照常(?:办公|上班)?|正常(?:办公|上班)|上班)?")
_BETWEEN = re.compile(r"[\s，,、；;。：:（）()]+")
_SEASON = re.compile(r"(?:每年)?([01][0-9])-([0-3][0-9])\s*(?:至|到|—|~)\s*([01][0-9])-([0-3][0-9])\s*(.+)")
_EXCEPTION = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\s*(?:至|到|—|~)\s*([0-9]{4}-[0-9]{2}-[0-9]{2}))?\s*([^（(]*)(?:[（(]([^（）()]+)[）)])?"
)
_CLOSED = ("休息", "放假", "停办", "不办公", "关门", "不开门")


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


class Season(NamedTuple):
    """A week that holds from one day of the year (month, day) to another, over New Year too."""

    since: tuple[int, int]
    until: tuple[int, int]
    week: Week


class HoursException(NamedTuple):
    """Other times from one day to another; none of them: closed."""

    since: date
    until: date
    spans: tuple[Span, ...]
    reason: str | None


@lru_cache(maxsize=512)
def read_week(text: str) -> Week | None:
    """The week that ``text`` tells; None where it tells more than this grammar, or something else."""
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
            if not current or found is None or any(days[day] and days[day][-1].closes > found.opens for day in current):
                return None
            for day in current:
                days[day].append(found)
            place = span.end()
        elif named := _DAY_NAMES.match(rest, place):
            current = _days(named[0])
            if not current or any(day in days for day in current):
                return None
            days |= {day: [] for day in current}
            if named[0] == "工作日":
                holidays, make_up = False, True
            place = named.end()
        else:
            return None
    if not days or not all(days.values()):
        return None
    return Week(tuple(tuple(days.get(day, ())) for day in range(7)), holidays, make_up)


def read_season(text: str) -> Season | None:
    """The season that a line tells."""
    found = _SEASON.fullmatch(text.strip())
    week = read_week(found[5]) if found else None
    if not found or not week:
        return None
    since, until = (int(found[1]), int(found[2])), (int(found[3]), int(found[4]))
    return Season(since, until, week) if _is_day(since) and _is_day(until) else None


def read_exception(text: str) -> HoursException | None:
    """The exception that a line tells."""
    found = _EXCEPTION.fullmatch(text.strip())
    if not found:
        return None
    try:
        since = date.fromisoformat(found[1])
        until = date.fromisoformat(found[2]) if found[2] else since
    except ValueError:
        return None
    said = found[3].strip(" ，,：:")
    week = None if said in _CLOSED else read_week(f"每天{said}")
    if until < since or (said not in _CLOSED and week is None):
        return None
    return HoursException(since, until, week.days[0] if week else (), found[4])


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


def _span(found: re.Match[str]) -> Span | None:
    half = found["ahalf"]
    opens, closes = _minutes(found, "a", half), _minutes(found, "b", found["bhalf"] or half)
    return Span(opens, closes) if 0 <= opens < closes <= 24 * 60 else None


def _minutes(found: re.Match[str], end: str, half: str | None) -> int:
    hour = int(found[f"{end}hour"])
    minute = 30 if found[f"{end}thirty"] else int(found[f"{end}minute"] or found[f"{end}minutes"] or 0)
    if half in _AFTER_NOON and hour < 12:
        hour += 12
    return hour * 60 + minute if minute < 60 else -1


def _is_day(day: tuple[int, int]) -> bool:
    try:
        return bool(date(2024, *day))
    except ValueError:
        return False


def _week_line(text: str) -> str:
    if read_week(text) is None:
        raise PydanticCustomError("hours_week", "a line of opening hours")
    return text


def _season_line(text: str) -> str:
    if read_season(text) is None:
        raise PydanticCustomError("hours_season", "a line of a season")
    return text


def _exception_line(text: str) -> str:
    if read_exception(text) is None:
        raise PydanticCustomError("hours_exception", "a line of an exception")
    return text


class Timetable(Record):
    """开放时间表: hours that the program can count with."""

    weekly: tuple[Annotated[ShortText, AfterValidator(_week_line)], ...] = Field(
        (), title="每周", description="一项写一组，如 周一至周五 9:00-12:00，13:30-17:00。"
    )
    seasons: tuple[Annotated[ShortText, AfterValidator(_season_line)], ...] = Field(
        (), title="季节时间", description="每年几月几日至几月几日另有时间的，如 06-01至09-30 周一至周五 8:30-12:00。"
    )
    exceptions: tuple[Annotated[ShortText, AfterValidator(_exception_line)], ...] = Field(
        (), title="临时变动", description="哪天不开门，或者时间不同，括号里写原因，如 2027-01-05 休息（系统升级）。"
    )
    holidays: Literal["休息", "照常"] | None = Field(None, title="法定节假日")
    make_up: Literal["上班", "休息"] | None = Field(
        None, title="调休上班日", description="星期六、星期日调休上班的那天。"
    )
    online: ShortText | None = Field(None, title="网上时间", description="如 网上随时可以申报。")

    @property
    def open_on_holidays(self) -> bool | None:
        """Whether it is open on statutory holidays; None where that is not said."""
        return None if self.holidays is None else self.holidays == "照常"

    @property
    def open_on_make_up(self) -> bool | None:
        """Whether it is open on weekend days that are working days (调休); None where that is not said."""
        return None if self.make_up is None else self.make_up == "上班"

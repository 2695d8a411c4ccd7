"""开放时间表: when a hall, a window or a desk is open, in lines that a clerk writes and the program counts with.

Days and times of a line are read by ``model.day_times``. Besides:

- a season begins with its days: 06-01至09-30 周一至周五 8:30-12:00, or 6月1日至9月30日;
- an exception begins with its date: 2026-12-31 9:00-12:00（年终盘点）, 2027年1月5日至6日 休息（系统升级）.
"""

import re
from datetime import date
from typing import Annotated, Literal, LiteralString, NamedTuple

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.base import Record, ShortText
from generator.model.day_times import TO, Span, Unread, Week, plain, week_or_why

_SEASON = re.compile(
    rf"(?:每年)?([0-9]{{1,2}})[-－月]([0-9]{{1,2}})日?{TO}([0-9]{{1,2}})[-－月]([0-9]{{1,2}})日?[\s,，:]*(.+)"
)
_DATE = r"(?:(?P<{0}year>[0-9]{{4}})[-－年/.])?(?:(?P<{0}month>[0-9]{{1,2}})[-－月/.])?(?P<{0}day>[0-9]{{1,2}})日?"
_EXCEPTION = re.compile(
    rf"{_DATE.format('a')}(?:{TO}{_DATE.format('b')}(?!\s*[:.]?[0-9]|[点时]))?\s*(?P<said>[^（(]*)(?:[（(](?P<reason>[^（）()]+)[）)])?"
)
_CLOSED = ("休息", "放假", "停办", "不办公", "关门", "不开门")


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


def read_season(text: str) -> Season | None:
    """The season that a line tells."""
    found = _season_or_why(text)
    return found if isinstance(found, Season) else None


def _season_or_why(text: str) -> Season | Unread:
    found = _SEASON.fullmatch(plain(text.strip()))
    if not found:
        return Unread("season-dates", text.strip())
    week = week_or_why(found[5])
    if isinstance(week, Unread):
        return week
    since, until = (int(found[1]), int(found[2])), (int(found[3]), int(found[4]))
    if not (_is_day(since) and _is_day(until)):
        return Unread("no-day", text.strip())
    return Season(since, until, week)


def read_exception(text: str) -> HoursException | None:
    """The exception that a line tells."""
    found = _exception_or_why(text)
    return found if isinstance(found, HoursException) else None


def _exception_or_why(text: str) -> HoursException | Unread:
    text = text.strip()
    found = _EXCEPTION.fullmatch(plain(text))
    if not found or not found["amonth"]:
        return Unread("date", text)
    if not found["ayear"]:
        return Unread("year", text)
    try:
        since = _date(found, "a", None)
        until = _date(found, "b", since) if found["bday"] else since
    except ValueError:
        return Unread("no-day", text)
    if until < since:
        return Unread("dates", text)
    said = found["said"].strip(" ，,：:")
    week = None if said in _CLOSED else week_or_why(f"每天{said}")
    if isinstance(week, Unread):
        return week
    reason = text[slice(*found.span("reason"))] or None
    return HoursException(since, until, week.days[0] if week else (), reason)


def _date(found: re.Match[str], end: str, before: date | None) -> date:
    """A day; what its date leaves out, as in 2027年1月5日至6日, is that of the day ``before``."""
    year, month = found[f"{end}year"], found[f"{end}month"]
    if year and not month:
        raise ValueError
    return date(
        int(year or (before or date.min).year), int(month or (before or date.min).month), int(found[f"{end}day"])
    )


def _is_day(day: tuple[int, int]) -> bool:
    try:
        return bool(date(2024, *day))
    except ValueError:
        return False


def _week_line(text: str) -> str:
    return _line(text, "hours_week", week_or_why(text))


def _season_line(text: str) -> str:
    return _line(text, "hours_season", _season_or_why(text))


def _exception_line(text: str) -> str:
    return _line(text, "hours_exception", _exception_or_why(text))


def _line(text: str, error: LiteralString, found: Week | Season | HoursException | Unread) -> str:
    if isinstance(found, Unread):
        raise PydanticCustomError(error, "a line of opening hours", {"unread": found})
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

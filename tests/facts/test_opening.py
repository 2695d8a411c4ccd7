"""When something is open: words that can be read, timetables, holidays, make-up days, exceptions, and the table."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from rules.dataset_builder import NOTICE, SERVICE, content

from generator.facts.closures import ClosedDays, closures
from generator.facts.hours_words import hours_words
from generator.facts.opening import Hours, OpenDay, hours_of, hours_of_hall, hours_of_service, hours_of_window, open_on
from generator.facts.opening_table import Table, day_number, opening_at, opening_table
from generator.facts.workdays import calendar_of
from generator.model import Dataset
from generator.model.day_times import Span, Week, read_week
from generator.model.timetable import Timetable, read_exception, read_season

ROOT = Path(__file__).parents[2]
CALENDAR = calendar_of(())
TOWN = "周一至周五和调休上班日（法定节假日除外）上午8:30—12:00，下午13:30—17:00"
SPLIT = (Span(510, 720), Span(810, 1020))
MORNING = (Span(540, 720),)


def week(*days: tuple[Span, ...], holidays: bool | None = None, make_up: bool | None = None) -> Week:
    """A week whose last days are closed."""
    return Week((*days, *((),) * (7 - len(days))), holidays, make_up)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("周一至周五上午8:30—12:00，下午13:30—17:00", week(*(SPLIT,) * 5)),
        (TOWN, week(*(SPLIT,) * 5, holidays=False, make_up=True)),
        ("工作日 8:30-12:00，下午1:30-5:00", week(*(SPLIT,) * 5, holidays=False, make_up=True)),
        ("星期一到星期五：上午9：00至12：00", week(*(MORNING,) * 5)),
        (
            "周一至周五 8:30—12:00，13:30—17:00；周六 9:00—12:00；法定节假日除外",
            week(*(SPLIT,) * 5, MORNING, holidays=False),
        ),
        ("每天9点到12点，法定节假日不休", week(*(MORNING,) * 7, holidays=True)),
        ("每周三、周五 9:00-12:00", week((), (), MORNING, (), MORNING)),
        ("周一、三 9时-12时", week(MORNING, (), MORNING)),
        ("8:30—12:00", None),
        ("周一至周五", None),
        ("周一至周五 8:30—12:00，冬季另行通知", None),
        ("周一至周五 13:30—12:00", None),
        ("周一至周五 8:30—12:00，11:00—17:00", None),
        ("周一至周五 8:30—12:00；周五 13:30—17:00", None),
        ("周一至周五 8:70—12:00", None),
        ("周五至周一 9:00—12:00", None),
        ("随时", None),
    ],
)
def test_words_are_read_or_stay_words(text: str, read: Week | None) -> None:
    """Words of the documented grammar are a week; what says more, or contradicts itself, is not guessed at."""
    assert read_week(text) == read


def test_lines_of_seasons_and_exceptions() -> None:
    """A season has its days of the year, over New Year too; an exception its date or dates, times and a reason."""
    season = read_season("11-01至03-31 周一至周五 9:00-12:00")
    assert season and (season.since, season.until, season.week.days[0]) == ((11, 1), (3, 31), MORNING)
    closed = read_exception("2027-01-05至2027-01-06 休息（系统升级）")
    assert closed and (closed.until, closed.spans, closed.reason) == (date(2027, 1, 6), (), "系统升级")
    other = read_exception("2026-12-31 9:00-12:00")
    assert other and (other.since, other.until, other.spans, other.reason) == (other.until, other.since, MORNING, None)
    assert [read_season(text) for text in ("夏天 周一 9:00-12:00", "02-30至03-01 周一 9:00-12:00", "06-01至09-30")] == [
        None
    ] * 3
    wrong = ("元旦休息", "2027-02-30 休息", "2027-01-06至2027-01-05 休息", "2027-01-05", "2027-01-05 12:00-9:00")
    assert [read_exception(text) for text in wrong] == [None] * len(wrong)


@pytest.mark.parametrize("field", ["weekly", "seasons", "exceptions"])
def test_unreadable_line_is_refused(field: str) -> None:
    """A line of a timetable that cannot be counted with is an error, not words."""
    with pytest.raises(ValidationError):
        Timetable.model_validate({field: ["看情况"]})


def usual(text: str = TOWN, **lines: object) -> Hours:
    """The hours that words and the lines of a timetable tell."""
    hours = hours_of(Timetable.model_validate(lines), text)
    assert hours
    return hours


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-11-27", OpenDay(SPLIT)),
        ("2026-11-28", OpenDay(())),
        ("2026-10-01", OpenDay((), "国庆节")),
        ("2026-10-04", OpenDay((), "国庆节")),
        ("2026-10-07", OpenDay((), "国庆节")),
        ("2026-10-10", OpenDay(SPLIT, "调休上班日")),
        ("2026-02-15", OpenDay((), "春节")),
        ("2026-02-14", OpenDay(SPLIT, "调休上班日")),
        ("2027-01-01", OpenDay((), "元旦")),
        ("2027-02-01", OpenDay(SPLIT, None, certain=False)),
        ("2027-03-10", OpenDay(SPLIT)),
    ],
)
def test_day_of_a_hall(day: str, found: OpenDay) -> None:
    """Holidays with their weekends, make-up days, and days near holidays that are not announced yet."""
    assert open_on(usual(), date.fromisoformat(day), CALENDAR) == found


def test_what_is_not_said_is_not_certain() -> None:
    """Words that are silent on holidays and make-up days leave those days open; a line of the timetable settles them."""
    silent = usual("周一至周五 8:30-12:00，13:30-17:00")
    holiday, make_up = date(2026, 10, 1), date(2026, 10, 10)
    assert open_on(silent, holiday, CALENDAR) == OpenDay(SPLIT, "国庆节", certain=False)
    assert open_on(silent, make_up, CALENDAR) == OpenDay((), "调休上班日", certain=False)
    said = usual("周一至周五 8:30-12:00，13:30-17:00", holidays="照常", make_up="休息")
    assert open_on(said, holiday, CALENDAR) == OpenDay(SPLIT, "国庆节")
    assert open_on(said, make_up, CALENDAR) == OpenDay((), "调休上班日")


def test_seasons_and_exceptions_hold_before_the_week() -> None:
    """A season has its own times on the days of its week; an exception holds before both, and before a holiday."""
    hours = usual(
        seasons=["12-01至02-28 周一至周五 9:00-12:00"],
        exceptions=["2026-12-02 休息（停电）", "2026-10-01 9:00-12:00（值班）"],
    )
    days = {"2026-11-30": SPLIT, "2026-12-01": MORNING, "2026-12-02": (), "2027-01-20": MORNING, "2026-10-01": MORNING}
    assert {day: open_on(hours, date.fromisoformat(day), CALENDAR).spans for day in days} == days


def hall(**changes: dict[str, Any]) -> Dataset:
    """The sound content with changed fields of hall, window, service and notice."""
    site = {"name": "虚谷镇便民服务大厅", "hours": TOWN, **changes.get("hall", {})}
    window = {"id": "minzheng", "name": "民政救济", **changes.get("window", {})}
    return content(
        {
            "site.yml": {"hall": site},
            "windows.yml": {"windows": [window]},
            SERVICE: changes.get("service", {}),
            NOTICE: changes.get("notice", {}),
        }
    )


def test_window_and_service_have_the_hours_of_the_hall_unless_they_have_their_own() -> None:
    """Own hours come first, and own words that cannot be read are not replaced by the hall's hours."""
    dataset = hall(window={"hours": "周一至周五 9:00-12:00"})
    service, (window,) = dataset.services["linshi-jiuzhu"], dataset.windows
    day = date(2026, 11, 27)
    assert [
        open_on(one, day, CALENDAR).spans
        for one in (hours_of_hall(dataset), hours_of_window(window, dataset), hours_of_service(service, dataset))
        if one
    ] == [SPLIT, MORNING, MORNING]
    unread = hall(service={"hours": "看天气"})
    assert hours_of_service(unread.services["linshi-jiuzhu"], unread) is None
    assert hours_of_window(unread.windows[0], unread) == hours_of_hall(unread)


def test_window_is_closed_when_the_hall_is() -> None:
    """An exception of the hall closes its windows, whatever their own exceptions say; one of a window does not."""
    day = date(2026, 12, 16)
    dataset = hall(
        hall={"timetable": {"exceptions": ["2026-12-16 休息（盘点）"]}},
        window={"timetable": {"exceptions": ["2026-12-16 9:00-12:00", "2026-12-15 休息"]}},
    )
    own = hours_of_window(dataset.windows[0], dataset)
    of_hall = hours_of_hall(dataset)
    assert own and of_hall
    assert open_on(own, day, CALENDAR) == OpenDay((), "盘点")
    assert open_on(own, date(2026, 12, 15), CALENDAR) == OpenDay(())
    assert open_on(of_hall, date(2026, 12, 15), CALENDAR) == OpenDay(SPLIT)


def test_closures_known_ahead() -> None:
    """Exceptions, notices and holidays within the given days, each with what it concerns; past ones are not told."""
    dataset = hall(
        hall={"timetable": {"exceptions": ["2026-09-30 休息（演练）", "2026-09-20 休息", "2026-12-01 休息"]}},
        window={"timetable": {"exceptions": ["2026-09-29 9:00-12:00（培训）"]}},
        notice={"closure": {"from": "2026-10-08", "window": "民政救济"}, "title": "民政窗口停办"},
    )
    assert closures(dataset, date(2026, 9, 25), 14) == (
        ClosedDays(date(2026, 9, 25), date(2026, 9, 27), "中秋节"),
        ClosedDays(date(2026, 9, 29), date(2026, 9, 29), "培训", MORNING, "minzheng"),
        ClosedDays(date(2026, 9, 30), date(2026, 9, 30), "演练"),
        ClosedDays(date(2026, 10, 1), date(2026, 10, 7), "国庆节"),
        ClosedDays(date(2026, 10, 8), date(2026, 10, 8), "民政窗口停办", (), "minzheng", "dibao-2026-11"),
    )
    assert [one.reason for one in closures(dataset, date(2026, 10, 3), 1)] == ["国庆节"]
    assert closures(hall(hall={"hours": "随时"}), date(2026, 9, 25), 14) == ()


def test_notice_that_closes_is_part_of_the_hours() -> None:
    """The days of a notice are closed, unless it was withdrawn."""
    closure = {"closure": {"from": "2026-11-26", "until": "2026-11-27"}, "title": "停电停办"}
    found = hours_of_hall(hall(notice=closure))
    assert found and open_on(found, date(2026, 11, 27), CALENDAR) == OpenDay((), "停电停办")
    gone = hours_of_hall(hall(notice={**closure, "withdrawn": {"on": "2026-11-25", "reason": "不停电了"}}))
    assert gone and open_on(gone, date(2026, 11, 27), CALENDAR) == OpenDay(SPLIT)


@pytest.mark.parametrize(
    ("words", "timetable", "told"),
    [
        ("随到随办", {"weekly": ["每天 9:00-12:00"]}, "随到随办"),
        (None, {"weekly": ["周一至周五 8:30-12:00，13:30-17:00", "周六 9:00-12:00"], "holidays": "休息"}, "周一至周五8:30—12:00，13:30—17:00；周六9:00—12:00；法定节假日除外"),
        (None, {"weekly": ["每天 9:00-12:00"], "seasons": ["06-01至09-30 周一、周三 9:00-12:00"], "online": "网上随时可以申报"}, "每天9:00—12:00；6月1日至9月30日周一、周三9:00—12:00；网上随时可以申报"),
        (None, {"weekly": ["工作日 9:00-12:00"]}, "周一至周五9:00—12:00；法定节假日除外；调休上班日照常"),
        (None, None, None),
        (None, {"exceptions": ["2026-12-31 休息"]}, None),
    ],
)  # fmt: skip
def test_hours_in_words(words: str | None, timetable: dict[str, object] | None, told: str | None) -> None:
    """What is written stands as it is; else the timetable is told, in words that can be read again."""
    assert hours_words(words, Timetable.model_validate(timetable) if timetable else None) == told


@given(
    st.dictionaries(st.integers(0, 6), st.lists(st.integers(0, 287), min_size=2, max_size=6, unique=True), min_size=1),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, True]),
)
def test_words_of_a_week_are_read_as_that_week(
    days: dict[int, list[int]], holidays: bool | None, make_up: bool | None
) -> None:
    """Telling a week and reading it gives the same week."""
    spans = {
        day: tuple(Span(a * 5, b * 5) for a, b in zip(*[iter(sorted(ends)[: len(ends) // 2 * 2])] * 2, strict=True))
        for day, ends in days.items()
    }
    lines = [
        f"周{'一二三四五六日'[day]} "
        + "，".join(f"{s.opens // 60:02}:{s.opens % 60:02}-{s.closes // 60}:{s.closes % 60:02}" for s in one)
        for day, one in spans.items()
    ]
    table = {
        "weekly": lines,
        "holidays": {None: None, True: "照常", False: "休息"}[holidays],
        "make_up": "上班" if make_up else None,
    }
    told = hours_words(None, Timetable.model_validate(table))
    assert told and read_week(told) == Week(tuple(spans.get(day, ()) for day in range(7)), holidays, make_up)


# --- the table for the browser -----------------------------------------------------------------------------------

CASES: dict[str, Any] = json.loads((ROOT / "tests" / "data" / "opening.json").read_text("utf-8"))
"""A timetable, its table, and what is said at moments in China: the tests of ``opening.js`` read the same file."""


def table_of_the_cases() -> Table:
    """The table of the timetable of the cases."""
    hours = hours_of(Timetable.model_validate(CASES["timetable"]), None)
    assert hours
    return opening_table(hours, date.fromisoformat(CASES["first"]), CASES["days"], CALENDAR)


def test_table_of_the_cases() -> None:
    """The table that both languages compute with is that of the timetable."""
    assert json.loads(json.dumps(table_of_the_cases())) == CASES["table"]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["at"])
def test_state_at_a_moment(case: dict[str, Any]) -> None:
    """Open, closed, in the break, on a holiday, on a make-up day, not known; and when it opens next."""
    day, clock = case["at"].split("T")
    hour, minute = map(int, clock.split(":"))
    found = opening_at(CASES["table"], day_number(date.fromisoformat(day)), hour * 60 + minute)
    assert json.loads(json.dumps(found._asdict())) == case["state"]


FIRST = date(2026, 1, 1)
SEASONAL = usual(seasons=["06-01至09-30 周一至周六 8:00-11:30"], exceptions=["2026-12-31 9:00-12:00"])
SEASONAL_TABLE = opening_table(SEASONAL, FIRST, 400, CALENDAR)


@given(st.integers(0, 399), st.integers(0, 1439))
def test_table_says_what_the_day_says(number: int, minute: int) -> None:
    """At any minute of 400 days the table tells what ``open_on`` tells of the day."""
    day = FIRST + timedelta(days=number)
    found = open_on(SEASONAL, day, CALENDAR)
    state = opening_at(SEASONAL_TABLE, day_number(day), minute)
    is_open = any(span.opens <= minute < span.closes for span in found.spans)
    assert (state.open, state.reason) == (is_open if found.certain else None, found.reason or "")

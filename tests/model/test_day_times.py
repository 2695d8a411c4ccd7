"""How halls write their hours: which ways are read, which stay words, and why."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.day_times import Span, Unread, Week, Why, read_week, week_or_why
from generator.model.timetable import HoursException, Timetable, read_exception, read_season
from generator.texts.opening import UNREAD

MORNING, LATE = Span(510, 720), Span(810, 1020)
FULL = (MORNING, LATE)
WORKING = (FULL,) * 5
AFTER_NOON = Span(14 * 60, 17 * 60)


def week(*days: tuple[Span, ...], holidays: bool | None = None, make_up: bool | None = None) -> Week:
    """A week whose last days are closed."""
    return Week((*days, *((),) * (7 - len(days))), holidays, make_up)


READ = {
    "周一至周五 8:30-12:00，13:30-17:00": week(*WORKING),
    "周一至周五８：３０－１２：００　１３：３０－１７：００": week(*WORKING),
    "周一‐周五 8:30‐12:00、13:30‐17:00": week(*WORKING),
    "周一 — 周五：8:30 — 12:00；13:30 — 17:00": week(*WORKING),
    "周一~周五 8:30~12:00 13:30~17:00": week(*WORKING),
    "周一～周五（8:30～12:00，13:30～17:00）": week(*WORKING),
    "星期一至星期五 8.30-12.00，13.30-17.00": week(*WORKING),
    "礼拜一到礼拜五 8．30－12．00 13．30－17．00": week(*WORKING),
    "周一至周五 8点30分至12点，13点30分至17点": week(*WORKING),
    "周一到周五8点半到12点，下午1点半到5点": week(*WORKING),
    "周一至周五 8时30分—12时，13时30分—17时": week(*WORKING),
    "周一至周五 上午8:30-12:00 下午1:30-5:00": week(*WORKING),
    "周一至周五 上午：8:30—12:00 下午：1:30—5:00": week(*WORKING),
    "周一至周五 AM8:30-12:00 PM1:30-5:00": week(*WORKING),
    "周一至周五 ８：３０ａｍ－１２：００，１：３０ｐｍ－５：００ｐｍ": week(*WORKING),
    "工作日上午8:30—12:00，下午13:30—17:00": week(*WORKING, holidays=False, make_up=True),
    "周一至周五早8:30至晚5:00": week(*((Span(510, 1020),),) * 5),
    "周一至周五上午9:00-17:00": week(*((Span(540, 1020),),) * 5),
    "周三下午2:00—5:00": week((), (), (AFTER_NOON,)),
    "周六、周日 中午11:30-1:30": week((), (), (), (), (), *((Span(690, 810),),) * 2),
    "每天中午12:00—14:00，晚上7点—9点": week(*((Span(720, 840), Span(1140, 1260)),) * 7),
    "每天晚上8:00-12:00": week(*((Span(1200, 1440),),) * 7),
    "每天 0:00-24:00，节假日不休息": week(*((Span(0, 1440),),) * 7, holidays=True),
    "每天 02:00-05:00": week(*((Span(120, 300),),) * 7),
}
STAY_WORDS = {
    "周一至周五 8:30-12:00，14:30-17:30（夏令时）": "season",
    "周一至周五 9:00-12:00，13:30-17:00（冬季）": "season",
    "夏季：周一至周五8:00-12:00；冬季：周一至周五8:30-12:00": "season",
    "周一至周五 8:30-12:00，寒假不开放": "season",
    "周一至周五 12:00-8:30": "backwards",
    "每天 22:00-2:00": "backwards",
    "周一至周五 8:30-12:00，1:30-5:00": "half",
    "周三 2:00-5:00": "half",
    "周一至周五 9:00-5:00": "backwards",
    "周一至周五 上午13:00-14:00": "clock",
    "周一至周五 晚上2:00-4:00": "clock",
    "周一至周五 8:75-12:00": "clock",
    "周一至周五 25:00-26:00": "clock",
    "8:30-12:00，13:30-17:00": "days",
    "周一至周五全天": "rest",
    "周一至周五": "times",
    "周五至周一 9:00-12:00": "week-end",
    "周一至周五 8:30-12:00，周五 13:30-15:00": "repeated",
    "周一至周五 8:30-12:00，11:30-17:00": "overlap",
    "每月第一个周六 9:00-12:00": "rest",
    "逢集开门": "rest",
    "24小时自助": "rest",
    "周一至周五 八点半到十二点": "rest",
    "周一至周五 8:30-12:00，下午下村": "rest",
}


@pytest.mark.parametrize("text", READ)
def test_is_read(text: str) -> None:
    """Digits, letters and dashes of any width, points, hours in words, and twelve hours with their half of the day."""
    assert read_week(text) == READ[text]


@pytest.mark.parametrize("text", STAY_WORDS)
def test_stays_words(text: str) -> None:
    """What says more than days and times, or may mean two things, is not read, and it is said why."""
    assert read_week(text) is None
    found = week_or_why(text)
    assert isinstance(found, Unread)
    assert found.why == STAY_WORDS[text]


def test_each_reason_has_its_words() -> None:
    """Whatever the reason, the check has a sentence for it."""
    assert set(UNREAD) == set(get_args(Why))


def closed(since: str, until: str) -> HoursException:
    """Days on which a system is changed."""
    return HoursException(date.fromisoformat(since), date.fromisoformat(until), (), "系统升级")


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2027-1-5 休息（系统升级）", "2027-01-05", "2027-01-05"),
        ("２０２７－０１－０５休息（系统升级）", "2027-01-05", "2027-01-05"),
        ("2027年1月5日休息(系统升级)", "2027-01-05", "2027-01-05"),
        ("2027/1/5 休息（系统升级）", "2027-01-05", "2027-01-05"),
        ("2027.1.5 休息（系统升级）", "2027-01-05", "2027-01-05"),
        ("2027年1月5日至6日 休息（系统升级）", "2027-01-05", "2027-01-06"),
        ("2027年1月5日—2月6日休息（系统升级）", "2027-01-05", "2027-02-06"),
        ("2026年12月31日到2027年1月2日：休息（系统升级）", "2026-12-31", "2027-01-02"),
        ("2026-12-31～2027-1-2 休息（系统升级）", "2026-12-31", "2027-01-02"),
    ],
)
def test_dates_of_exceptions(text: str, since: str, until: str) -> None:
    """A date as people write it; what the second date leaves out is that of the first."""
    assert read_exception(text) == closed(since, until)


def test_times_of_exceptions() -> None:
    """Times of a day are no second date, and a reason stays as it is written."""
    read = read_exception("2027年1月5日 9：00－12：00（第１次，试开）")
    assert read == HoursException(date(2027, 1, 5), date(2027, 1, 5), (Span(540, 720),), "第１次，试开")
    assert read_exception("2027-1-5 下午2点到5点") == read_exception("2027-01-05 14:00-17:00")


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        ("exceptions", "1月5日 休息", "year"),
        ("exceptions", "1月5日至2027年1月6日 休息", "year"),
        ("exceptions", "元旦休息", "date"),
        ("exceptions", "2027年2月30日 休息", "no-day"),
        ("exceptions", "2026年12月31日至1月2日 休息", "dates"),
        ("exceptions", "2027-1-5 12:00-8:30", "backwards"),
        ("exceptions", "2027-1-5 9:00-12:00，夏令时", "season"),
        ("seasons", "夏季 周一至周五 8:00-12:00", "season-dates"),
        ("seasons", "2月30日至3月1日 周一 8:00-12:00", "no-day"),
        ("seasons", "6月1日至9月30日 周一 22:00-2:00", "backwards"),
        ("weekly", "周一至周五 9:00-12:00（冬季）", "season"),
    ],
)
def test_lines_that_are_refused(field: str, text: str, why: str) -> None:
    """A line of a timetable that is not understood is refused, with the reason; a year is never supplied."""
    with pytest.raises(ValidationError) as refused:
        Timetable.model_validate({field: [text]})
    assert refused.value.errors()[0]["ctx"]["unread"].why == why


def test_days_of_seasons() -> None:
    """A season has its days as dates with or without zeros, or in words."""
    seasons = {
        read_season(f"{days}周一至周五 8:30-12:00") for days in ("06-01至09-30 ", "6-1～9-30 ", "6月1日至9月30日")
    }
    assert len(seasons) == 1
    assert None not in seasons


CLOCKS = ("{h}:{m:02}", "{h}：{m:02}", "{h}.{m:02}", "{h}点{m}分", "{h}时{m}", "{h:02}:{m:02}")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def half(hour: int) -> tuple[str, int]:
    """An hour from 5 to 24 as people say it."""
    if hour < 12:
        return "上午", hour
    return ("下午", hour - 12 or 12) if hour < 18 else ("晚上", hour - 12)


@given(
    st.lists(st.integers(5 * 12, 24 * 12 - 1), min_size=2, max_size=6, unique=True),
    st.sampled_from(CLOCKS),
    st.sampled_from(["-", "－", "‐", "–", "—", "——", "~", "～", "至", "到", " 至 "]),
    st.booleans(),
    st.booleans(),
)
def test_any_way_of_writing_is_the_same_week(ends: list[int], clock: str, dash: str, halves: bool, wide: bool) -> None:
    """Whatever dash, clock, width of digits and count of hours: the same times."""
    ends = sorted(ends)[: len(ends) // 2 * 2]

    def told(minutes: int) -> str:
        name, hour = half(minutes // 60) if halves else ("", minutes // 60)
        written = clock if halves or hour > 5 else "{h:02}:{m:02}"
        return name + written.format(h=hour, m=minutes % 60)

    spans = [Span(a * 5, b * 5) for a, b in zip(ends[::2], ends[1::2], strict=True)]
    text = "周三" + "，".join(f"{told(a)}{dash}{told(b)}" for a, b in spans)
    assert read_week(text.translate(WIDE) if wide else text) == week((), (), tuple(spans))


@given(st.text("周一五日至到-—上下午晚中0123456789:.点半，（）夏季冬节假除外am年月 ", max_size=40))
def test_any_text_is_a_week_or_has_a_reason(text: str) -> None:
    """Spans of what is read follow one another within a day; anything else has a reason and names where."""
    found = week_or_why(text)
    if isinstance(found, Unread):
        assert found.why
    else:
        for day in found.days:
            ends = [end for span in day for end in span]
            assert ends == sorted(ends)
            assert all(0 <= span.opens < span.closes <= 1440 for span in day)
    read_exception(text), read_season(text)


@given(st.sampled_from(list(READ)), st.sampled_from(["（夏令时）", "（冬季）", "；冬令时另行通知", "，暑假除外"]))
def test_a_season_without_its_days_stays_words(text: str, word: str) -> None:
    """Hours of some season are never taken for those of the whole year."""
    found = week_or_why(text + word)
    assert isinstance(found, Unread)
    assert found.why == "season"

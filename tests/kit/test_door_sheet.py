"""The sheet at the door: hours from afar, what changes in two months, and the same words on every day of a month."""

from datetime import date, timedelta

import pytest
from kinds_in_use import pdf, sheet, stray_ink
from rules.dataset_builder import Changes, content
from test_press import missing_in_order, pages, poppler, type_sizes

from generator.kit.door_sheet import door_sheet, period_of

WEEK = "周一至周五 8:30-12:00，13:30-17:00"


def hall(weekly: str = WEEK, *exceptions: str, **fields: object) -> Changes:
    """A hall with these hours."""
    times = {"weekly": [weekly], "exceptions": [*exceptions]}
    own = {"name": "虚谷镇便民服务大厅", "phone": "0300-0000100", "address": "虚谷镇不远路1号", "timetable": times}
    return {"site.yml": {"hall": {**own, **fields}, "supervision": {"phone": "0300-0000112", "hotline": "12345"}}}


CLOSED = hall(WEEK, "2026-12-31 9:00-12:00（年终盘点）", "2026-11-02 休息（停电）", "2027-01-05 休息（系统升级）")


def words(changes: Changes, today: date) -> str:
    """All that the sheet says on a day."""
    return door_sheet(content(changes), today, None).text


def test_sheet_changes_by_itself_at_the_turn_of_a_month_only() -> None:
    """What hangs stays valid until then, whatever has passed meanwhile."""
    month = [date(2026, 11, 1) + timedelta(days=number) for number in range(30)]
    assert len({door_sheet(content(CLOSED), day, None).version for day in month}) == 1
    assert words(CLOSED, date(2026, 11, 30)) != words(CLOSED, date(2026, 12, 1))


@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2027, 12, 1), date(2028, 1, 1), date(2026, 7, 31)])
def test_sheet_holds_until_the_end_of_the_next_month(day: date) -> None:
    """From the first of this one."""
    first, last = period_of(day)
    after = last + timedelta(days=1)
    assert (first.day, after.day) == (1, 1)
    assert (after.year - first.year) * 12 + after.month - first.month == 2


def test_closures_of_the_two_months_are_told_with_reason() -> None:
    """Those of later months are not; the day until which the sheet holds stands at its foot."""
    made = door_sheet(content(CLOSED), date(2026, 11, 20), None)
    body = made.data["body"]
    assert isinstance(body, dict) and isinstance(body["sections"], list)
    (part,) = body["sections"]
    assert isinstance(part, dict)
    assert part["entries"] == ["11月2日（周一）不办理（停电）", "12月31日（周四）只在 9:00—12:00 办理（年终盘点）"]
    assert body["lead"] == ["周一至周五\n8:30—12:00\n13:30—17:00"]
    assert "2026年12月31日" in str(made.data["footer"])


def test_two_months_without_closures_say_so() -> None:
    """So that nobody asks."""
    assert "这段时间照常开放" in str(door_sheet(content(hall()), date(2026, 11, 20), None).data["body"])


@pytest.mark.slow
def test_hours_are_read_from_three_metres() -> None:
    """On one A3 with two changes, all of whose words are there."""
    printed = pdf(sheet("door-sheet", CLOSED))
    assert pages(printed) == 1 and sum(size >= 67.5 for size in type_sizes(printed)) >= 1
    said = ["开放时间", "周一至周五", "8:30—12:00", "13:30—17:00", "急事", "0300-0000100", "年终盘点", "管到"]
    assert missing_in_order(said, poppler(printed, "-raw")) == []


@pytest.mark.slow
def test_many_changes_and_odd_words_go_on() -> None:
    """Words that are not understood stand as they are, and nothing leaves the frame."""
    changes = [f"2026-12-{day:02} 休息（第{day}天有事，理由写得很长很长）" for day in range(1, 29)]
    odd = "农历初一、十五上午赶场时开门，" * 5
    made = sheet("door-sheet", hall(WEEK, *changes, hours=odd, timetable={"exceptions": changes}))
    printed = pdf(made)
    assert missing_in_order([odd, *(f"第{day}天有事" for day in range(1, 29))], poppler(printed, "-raw")) == []
    assert all(stray_ink(printed, 8, page) == 0 for page in range(1, pages(printed) + 1))

"""Feeds, calendars, linked data and HSDS as an output; what stands in them is tested in channels."""

from collections.abc import Mapping
from datetime import date

import pytest
from content_builder import TODAY
from rules.dataset_builder import NOTICE, Changes, content

from generator.build.outputs.channels import Channels
from generator.model import RecordKey
from generator.site.edition import Edition

URL = "https://www.zixu.example/dating/"
WEEK = {"weekly": ["周一至周五 9:00-12:00"], "holidays": "休息", "make_up": "上班"}
HALL = {"name": "子虚镇便民服务大厅", "timetable": WEEK}
SERVICES = [RecordKey("services", key) for key in content().services]
DIGESTS = {key: f"digest of {key}" for key in SERVICES}
FEEDS, LARGE = {"news.atom", "changes.atom"}, {"hsds.json", "services.jsonld"}


def files(
    changes: Changes | None = None,
    url: str | None = URL,
    today: date = TODAY,
    digests: Mapping[RecordKey, str] = DIGESTS,
    shared: str = "",
) -> dict[str, tuple[bytes, str]]:
    """Name -> bytes and inputs of every file."""
    of = content({"site.yml": {"hall": HALL}, **(changes or {})})
    made = Channels().render(Edition(of, today, url, digests=digests, shared=shared))
    return {file.address.removeprefix("open-data/"): (file.make(), file.inputs) for file in made}


def changed(*of: dict[str, tuple[bytes, str]]) -> set[str]:
    """The files whose inputs differ, or that are made in every build."""
    one, other = of
    return {name for name, (_, inputs) in one.items() if not inputs or inputs != other[name][1]}


def test_every_channel_is_a_file() -> None:
    """The hall's calendar, that of the notices, two feeds and all services in two forms."""
    assert set(files()) == {*FEEDS, *LARGE, "hours.ics", "notices.ics"}


def test_site_without_address_has_no_feeds() -> None:
    """An entry is known by its address on the web."""
    assert set(files()) - set(files(url=None)) == FEEDS


def test_hall_whose_hours_cannot_be_counted_with_has_no_calendar() -> None:
    """Words that say more than hours are shown on pages and in no calendar."""
    assert "hours.ics" not in files({"site.yml": {"hall": {"name": "大厅", "hours": "看情况"}}})


def test_window_has_a_calendar_of_its_own_where_it_differs() -> None:
    """By its own hours, or because a notice closes it alone."""
    windows = [{"id": "minzheng", "name": "民政救济"}, {"id": "laobao", "name": "劳保", "hours": "周一 9:00-10:00"}]
    shut = {"closure": {"from": "2026-11-23", "window": "minzheng"}}

    assert "hours-laobao.ics" in files({"windows.yml": {"windows": windows, "functions": None}})
    assert "hours-minzheng.ics" not in files({"windows.yml": {"windows": windows, "functions": None}})
    assert "hours-minzheng.ics" in files({"windows.yml": {"windows": windows, "functions": None}, NOTICE: shut})


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (files(), set()),
        (files(today=date(2026, 11, 21)), set()),
        (
            files(today=date(2026, 12, 1)),
            {"notices.ics", "hours.ics", "services.jsonld", "news.atom"},
        ),  # One is taken down.
        (files(digests={**DIGESTS, SERVICES[0]: "edited"}), LARGE),
        (files(shared="windows"), LARGE),
        (files(digests={}), LARGE),
        (files({NOTICE: {"title": "改了的公示"}}), {"notices.ics", "news.atom"}),
        (files(url="https://www.zixu.example/"), {"notices.ics", "hours.ics", *FEEDS, *LARGE}),
    ],
    ids=["nothing", "next day", "next month", "a service", "shared", "no files", "a notice", "address"],
)
def test_file_is_taken_over_while_what_it_says_is_the_same(
    other: dict[str, tuple[bytes, str]], expected: set[str]
) -> None:
    """What is not made anew has the same bytes."""
    assert changed(other, files()) == expected
    assert {name for name, (data, _) in other.items() if data != files()[name][0]} <= expected

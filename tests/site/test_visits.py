"""visits.js: opening hours and working days for the scripts."""

import json
from datetime import date

from rules.dataset_builder import SERVICE, content, service_file

from generator.facts.opening_table import day_number, opening_at
from generator.site.visits import service_table, visits_script

HOURS = "周一至周五 9:00-12:00"


def test_what_is_open_like_the_hall_is_left_out() -> None:
    """Windows and services have a table where they differ; null where their hours cannot be counted with."""
    changes = {SERVICE: {"hours": HOURS}, **service_file("a", hours="看天气"), **service_file("b")}
    script = visits_script(content(changes), date(2026, 11, 27)).decode()
    made = json.loads(script.removeprefix('gongshi.data("visits",').removesuffix(")\n"))

    assert (made["windows"], set(made["services"]), made["services"]["a"]) == ({}, {"a", "linshi-jiuzhu"}, None)
    day = day_number(date(2026, 11, 27))
    assert opening_at(made["hall"], day, 15 * 60).open is True
    assert opening_at(made["services"]["linshi-jiuzhu"], day, 15 * 60).open is False
    assert made["calendar"]["first"] < made["hall"]["first"] == day_number(date(2026, 11, 1))


def test_file_stays_the_same_for_a_month() -> None:
    """A build of the next day makes the same bytes."""
    assert visits_script(content(), date(2026, 11, 2)) == visits_script(content(), date(2026, 11, 30))


def test_page_of_a_service_has_its_own_table() -> None:
    """A page can tell for two months whether its service is open; the text holds for a month and has no reasons."""
    closed = {"weekly": [HOURS], "exceptions": ["2026-11-27 休息（系统升级）"]}
    changes = {SERVICE: {"timetable": closed}, **service_file("a", hours="看天气")}
    dataset = content(changes)
    service = dataset.services["linshi-jiuzhu"]
    written = service_table(service, dataset, date(2026, 11, 2))
    assert written and "系统升级" not in written
    table, day = json.loads(written), day_number(date(2026, 11, 27))
    assert [opening_at(table, one, 10 * 60).open for one in (day - 1, day, day + 3)] == [True, False, True]
    assert table["last"] - table["first"] > 90
    assert service_table(service, dataset, date(2026, 11, 30)) == written
    assert service_table(dataset.services["a"], dataset, date(2026, 11, 2)) is None

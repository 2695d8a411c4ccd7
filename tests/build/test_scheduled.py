"""Scheduled changes: a record is another from a day on, nothing else is, and what is to come is told ahead."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from content_builder import SERVICE, TODAY, minimal_content, write_content
from project_builder import clean_site, make_project, publish_project, tree

from generator.build.examine import Examined, examine
from generator.build.printed import to_hang, write_printed
from generator.cli import main
from generator.model import RecordKey

FILE = "services/linshi-jiuzhu.yml"
RULES = "regulations/weisheng-baojie.yml"
KEY = RecordKey("services", "linshi-jiuzhu")
DAY = TODAY + timedelta(days=10)
BEFORE = DAY - timedelta(days=1)
MOVED = f"versions:\n  - from: {DAY}\n    note: 搬到二楼办。\n    set: {{place: 大厅二楼, summary: 到二楼办。}}\n"
LINE = SERVICE.count("\n") + 4
"""The line of ``set``, below the service."""


def examined(folder: Path, changes: str, today: date = TODAY, settled: set[str] | None = None) -> Examined:
    """The minimal content with ``changes`` (YAML of ``set``) that come on ``DAY``."""
    versions = f"versions:\n  - from: {DAY}\n    note: 改了。\n    set: {changes}\n"
    content = write_content(folder / "content", {**minimal_content(), FILE: SERVICE + versions})
    return examine(content, today, settled=settled)


# --- what is published -----------------------------------------------------------------------------------------------


def test_builds_of_the_day_before_and_of_the_day_differ_in_what_shows_the_record(tmp_path: Path) -> None:
    """Its page, and the lists and files in which its summary stands; of the rest every byte is the same.

    A build that remembers one of the other day makes what a computer makes that has never seen the project.
    """
    project = make_project(tmp_path, {FILE: SERVICE + MOVED})
    before, after = (clean_site(project, today=day) for day in (BEFORE, DAY))

    assert before.keys() == after.keys()
    assert {path for path in before if before[path] != after[path]} == {
        "services/linshi-jiuzhu/index.html",
        "index.html",  # has the summary
        "open-data/services.json",
        "open-data/services.jsonld",
        "open-data/hsds.json",
        "open-data/sheets.json",  # has the codes of its sheets
        "open-data/index.html",  # tells its size
        "search/names.js",  # names the version of the texts
        "search/texts.js",
        "gongshi-manifest.json",
    }
    assert "大厅二楼" in after["services/linshi-jiuzhu/index.html"].decode()
    for day, expected in ((BEFORE, before), (DAY, after), (BEFORE, before)):
        publish_project(project, today=day)
        assert tree(project / "site") == expected


def test_page_of_a_service_tells_of_a_change_thirty_days_ahead(tmp_path: Path) -> None:
    """Its sheet and the open data say nothing of it before the day."""
    project = make_project(tmp_path, {FILE: SERVICE + MOVED})
    told = "自2026年11月30日起：搬到二楼办。"
    pages = []
    for day in (DAY - timedelta(days=31), DAY - timedelta(days=30), BEFORE, DAY):
        publish_project(project, today=day)
        site = tree(project / "site")
        pages.append(told in site["services/linshi-jiuzhu/index.html"].decode())
        assert ("大厅二楼" in site["open-data/services.json"].decode()) is (day == DAY)

    assert pages == [False, True, True, False]


# --- what is told ahead ----------------------------------------------------------------------------------------------


def test_sheets_of_a_coming_day_are_listed_with_the_codes_that_they_will_have(tmp_path: Path) -> None:
    """From thirty days before; also by a build in which nothing has changed, and not on the day itself."""
    versions = f"versions: [{{from: {DAY}, until: {DAY}, set: {{issuer: 虚谷镇党政办公室}}}}]\n"
    project = make_project(tmp_path, {FILE: SERVICE + MOVED, RULES: minimal_content()[RULES] + versions})
    first, again = publish_project(project), publish_project(project)
    codes = {sheet.record: sheet.version for sheet in first.sheets}
    later = {sheet.record: sheet.version for sheet in publish_project(project, today=DAY).sheets}
    rules, guide = RULES.removesuffix(".yml"), str(KEY)

    assert (again.changed, again.ahead) == (False, first.ahead)
    assert list(to_hang(project, first.ahead)) == [
        f"2026年11月30日要换上的海报 2 份，可以先印好：gongshi posters {rules} {guide} --today 2026-11-30",
        f"  《卫生保洁制度》 版本 {codes[rules]} 改为 {later[rules]}，张贴处：墙上",
        f"  《临时救助》 版本 {codes[guide]} 改为 {later[guide]}，张贴处：“民政救济”窗口旁",
        f"2026年12月1日要换上的海报 1 份，可以先印好：gongshi posters {rules} --today 2026-12-01",
        f"  《卫生保洁制度》 版本 {later[rules]} 改为 {codes[rules]}，张贴处：墙上",
    ]
    assert publish_project(project, today=DAY - timedelta(days=31)).ahead == ()
    assert {one.day for one in publish_project(project, today=DAY).ahead} == {"2026-12-01"}


def test_board_that_hangs_by_choice_is_listed_where_it_hangs(tmp_path: Path) -> None:
    """The index of the entrance names all services; which hall has hung it stands in printed.yml."""
    renamed = f"versions: [{{from: {DAY}, set: {{name: 急难救助金}}}}]\n"
    project = make_project(tmp_path, {FILE: SERVICE + renamed})
    published = publish_project(project, today=BEFORE)
    boards = [sheet for sheet in published.sheets if not sheet.expected]
    told = []
    for hung in ([], boards):
        write_printed(project, hung)
        told.append(next(to_hang(project, published.ahead)))

    assert ["entrance-index" in line for line in told] == [False, True]
    assert ["door-sheet" in line for line in told] == [False, False]


def test_sheet_of_a_service_that_will_pause_is_to_be_taken_down(tmp_path: Path) -> None:
    """On that day; a notice that ends on the same day is not the change's doing and is not listed."""
    status = f"versions: [{{from: {DAY}, set: {{status: {{state: 暂停, reason: 系统升级。}}}}}}]\n"

    project = make_project(tmp_path, {FILE: SERVICE + status})
    told = to_hang(project, publish_project(project).ahead)

    assert [line.partition(" 版本")[0] for line in told] == ["2026年11月30日要撤下的海报 1 份：", "  《临时救助》"]


def test_check_tells_what_will_change_and_when(tmp_path: Path) -> None:
    """Behind the problems, however far ahead; not in the list for programs."""
    ended = f"versions: [{{from: {TODAY}, until: 2027-03-31, set: {{issuer: 虚谷镇党政办公室}}}}]\n"
    project = make_project(tmp_path, {FILE: SERVICE + MOVED, RULES: minimal_content()[RULES] + ended})

    told = CliRunner().invoke(main, ["check", "-C", str(project), "--today", TODAY.isoformat()])
    data = CliRunner().invoke(main, ["check", "-C", str(project), "--today", TODAY.isoformat(), "--json"])

    assert told.stdout.splitlines() == [
        "定好日子的改动 2 项：",
        "  2026年11月30日起 services/linshi-jiuzhu：搬到二楼办。（改 办理地点、一句话说明）",
        "  2027年4月1日起 regulations/weisheng-baojie：一项改动到期，换回 制定单位",
    ]
    assert data.stdout == "[]\n"


def test_what_ends_on_the_day_on_which_another_change_begins_is_told(tmp_path: Path) -> None:
    """All that residents find changed on a day is in its line; a change that another had covered ends unseen."""
    changes = (
        "versions:\n  - {from: 2026-12-01, until: 2026-12-05, set: {place: 二楼}}\n"
        "  - {from: 2026-12-06, until: 2026-12-31, set: {visits: 2}}\n"
        "  - {from: 2026-12-03, until: 2026-12-20, set: {visits: 3}}\n"
    )
    project = make_project(tmp_path, {FILE: SERVICE + changes})
    told = CliRunner().invoke(main, ["check", "-C", str(project), "--today", TODAY.isoformat()])
    assert told.stdout.splitlines() == [
        "定好日子的改动 4 项：",
        "  2026年12月1日起 services/linshi-jiuzhu：改 办理地点",
        "  2026年12月3日起 services/linshi-jiuzhu：改 到现场次数",
        "  2026年12月6日起 services/linshi-jiuzhu：改 到现场次数、办理地点",
        "  2027年1月1日起 services/linshi-jiuzhu：一项改动到期，换回 到现场次数",
    ]


# --- what is checked -------------------------------------------------------------------------------------------------


def test_error_in_a_coming_change_is_found_before_its_day(tmp_path: Path) -> None:
    """At its place, once, before the day and on it, and stops publication at once: on the day nobody may be there."""
    for today in (TODAY, DAY):
        found = examined(tmp_path, "{window: xxx}", today)
        assert [(one.line, one.column, one.rule) for one in found.problems] == [(LINE, 19, "reference/window")]


@pytest.mark.parametrize("changes", ['{summary: "由[X]办理。"}', "{legal_basis: []}"])
def test_gap_in_a_coming_change_holds_back_no_sheet_before_its_day(tmp_path: Path, changes: str) -> None:
    """It is told all the same."""
    ahead, then = examined(tmp_path, changes), examined(tmp_path, changes, DAY)

    assert [(one.line, one.severity) for one in ahead.problems] == [(LINE, "gap")]
    assert ahead.problems == then.problems
    assert (ahead.incomplete, then.incomplete) == (frozenset(), {KEY})


def test_rules_read_a_record_again_when_it_becomes_another(tmp_path: Path) -> None:
    """What they remember of a file holds for what it says on one day."""
    settled: set[str] = set()
    late = "{time_limits: {statutory: 5个工作日, promised: 10个工作日}}"
    content = write_content(
        tmp_path / "content",
        {**minimal_content(), FILE: f"{SERVICE}versions: [{{from: {DAY}, set: {late}}}]\n"},
    )
    found = [
        {one.rule for one in examine(content, day, settled=settled).problems} for day in (BEFORE, DAY, BEFORE, DAY)
    ]

    assert found[0] == found[1] == found[2] == found[3]
    assert "time-limit/order" in found[0]


def test_digest_of_a_record_is_that_of_its_file_until_a_change_is_in_force(tmp_path: Path) -> None:
    """And tells which changes are; the bytes that were read stay the same."""
    content = write_content(tmp_path / "content", {**minimal_content(), FILE: SERVICE + MOVED})
    early, before, then = (examine(content, day) for day in (TODAY, BEFORE, DAY))

    assert early.digests == before.digests
    assert {key for key in then.digests if then.digests[key] != before.digests[key]} == {KEY}
    assert before.read == then.read

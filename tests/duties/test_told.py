"""How duties are told: at the terminal, on the page for the staff, and in a calendar with reminders."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar
from project_builder import make_project
from rules.dataset_builder import content

from generator.build import duty_files, staff
from generator.build.checkpoints import PrivateData
from generator.cli import main
from generator.content.project import open_project
from generator.duties.calendar import calendar
from generator.duties.duty import Duty, duties
from generator.duties.report import report
from generator.system.text_width import columns
from generator.texts.duties import PAGE
from generator.texts.gaps import STAFF

TODAY = date(2026, 11, 20)
CATALOGUE = """\
id: cunwu
title: 示例村村务公开目录
rows:
  - number: "1"
    group: 村级财务
    item: 财务收支
    basis: 《中华人民共和国村民委员会组织法》
    channels: [村公示栏]
    answered_by:
      - kind: 公开事项
        name: 财务收支
  - item: 村规民约
    limit: 长期公开
    answered_by:
      - kind: 网页
        name: about.md
  - item: 惠农补贴、救灾救济款物、宅基地审批等事项的公示和结果
    limit: 每季度
    answered_by:
      - kind: 别处
        on: 2026-05-01
  - item: 集体资产
    limit: 看情况
  - item: 县级资金
    levels: [县级]
"""
FILES = {"catalogues/cunwu.yml": CATALOGUE, "pages/about.md": "# 关于\n\n村规民约。\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", FILES)


def found(project: Path) -> tuple[Duty, ...]:
    return duty_files.list_duties(open_project(project), TODAY)[1]


def test_terminal_lists_the_most_urgent_first(project: Path) -> None:
    """A table for each state, with what others publish only counted; exit 1 while anything is overdue."""
    done = CliRunner().invoke(main, ["duties", "-C", str(project), "--today", "2026-11-20"])

    assert done.stdout == (
        "逾期没有公开（1项）\n"
        "  2026-09-30  3 惠农补贴、救灾救济款物、宅基地审…  2026-07-01至2026-09-30没有公开\n\n"
        "30天内到期（1项）\n"
        "  2026-11-30  1 村级财务：财务收支  2026-11-01至2026-11-30要公开一次\n\n"
        "要人看（1项）\n"
        "  没有日期    4 集体资产  公开时限的说法程序看不懂，请写“时限按此算”（count_as）\n\n"
        "已公开（1项）\n"
        "  没有日期    2 村规民约  一直在公开\n\n"
        "公开事项5项：逾期没有公开1项，30天内到期1项，要人看1项，已公开1项，不用本单位主动公开1项。\n"
    )
    assert done.exit_code == 1


def test_nothing_overdue_is_fine(project: Path) -> None:
    """Exit 0; a hall without a catalogue is told how to come by one."""
    (project / "content/catalogues/cunwu.yml").write_text(CATALOGUE.replace("2026-05-01", "2026-11-01"), "utf-8")
    assert CliRunner().invoke(main, ["duties", "-C", str(project), "--today", "2026-11-20"]).exit_code == 0
    (project / "content/catalogues/cunwu.yml").unlink()

    done = CliRunner().invoke(main, ["duties", "-C", str(project), "--today", "2026-11-20"])

    assert (done.exit_code, "gongshi import catalogue" in done.stdout) == (0, True)


def test_content_with_errors_is_not_judged(project: Path) -> None:
    """What cannot be read may have met a duty."""
    (project / "content/disclosures/caiwu-2026-q3.yml").write_text("id: [", "utf-8")

    done = CliRunner().invoke(main, ["duties", "-C", str(project)])

    assert done.exit_code == 1 and "[yaml/open-bracket]" in done.stdout and "已公开" not in done.stdout
    assert done.stderr.endswith("没有核对公开事项。请先改正以上内容，再运行一次。\n")


def test_gap_in_a_catalogue_is_one_of_the_hall(project: Path) -> None:
    """It has no page, and no window fills it."""
    path = project / "content/catalogues/cunwu.yml"
    path.write_text(CATALOGUE.replace("村规民约", "待定"), "utf-8")

    done = CliRunner().invoke(main, ["gaps", "-C", str(project), "--today", "2026-11-20"])

    assert done.exit_code == 0 and "示例村村务公开目录  content/catalogues/cunwu.yml" in done.stdout


def test_columns_of_the_terminal_stand_below_each_other(project: Path) -> None:
    """Chinese characters take two columns."""
    lines = [line for line in report(found(project)) if line.startswith("  ")]

    assert {columns(line[:12]) for line in lines if line[2].isdigit()} == {12}
    assert {columns(line[:10]) for line in lines if not line[2].isdigit()} == {14}


def test_page_and_calendar_are_written_beside_the_register_of_gaps(project: Path, tmp_path: Path) -> None:
    """By ``gongshi build --staff`` as by ``gongshi duties --staff``, the same bytes, and never into the site."""
    folder = tmp_path / "office"
    told = staff.write_staff_page(folder, open_project(project), TODAY, 1)
    names = {STAFF["file"], PAGE["file"], PAGE["calendar_file"]}
    assert {path.name for path in folder.iterdir()} == names and PAGE["file"] in told
    before = {name: (folder / name).read_bytes() for name in names}

    done = CliRunner().invoke(main, ["duties", "-C", str(project), "--today", "2026-11-20", "--staff", str(folder)])

    assert str(folder / PAGE["calendar_file"]) in done.stdout
    assert {name: (folder / name).read_bytes() for name in names} == before
    refused = CliRunner().invoke(main, ["duties", "-C", str(project), "--staff", str(project / "site")])
    assert (refused.exit_code, refused.stderr.strip()) == (2, STAFF["inside"].format(folder="site"))


def test_page_says_what_the_terminal_says(project: Path, tmp_path: Path) -> None:
    """Every row with its limit, its day and the reason; nothing that a page for the public would not hold."""
    staff.write_staff_page(tmp_path / "office", open_project(project), TODAY, 1)
    page = (tmp_path / "office" / PAGE["file"]).read_text("utf-8")

    for one in found(project):
        assert one.row.item in page and one.why in page
    assert "30天内到期" in page and "2026-11-30" in page and "noindex" in page


def test_page_passes_the_gate(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So does the calendar, whose lines may end within a number."""
    monkeypatch.setitem(PAGE, "internal", "电话 13000000000，内部使用")
    with pytest.raises(PrivateData):
        staff.write_staff_page(tmp_path / "office", open_project(project), TODAY, 1)
    assert not (tmp_path / "office" / PAGE["file"]).exists()


def test_calendar_reminds_before_the_last_day(project: Path) -> None:
    """Seven days and one day before at nine, and on the day; what is overdue stands on today, with one reminder."""
    read = Calendar.from_ical(calendar(found(project), "示例大厅", TODAY))
    events = {str(event["UID"]): event for event in read.walk("VEVENT")}

    assert set(events) == {"cunwu-3-2026-09-30@gongshi", "cunwu-1-2026-11-30@gongshi"}
    due, overdue = events["cunwu-1-2026-11-30@gongshi"], events["cunwu-3-2026-09-30@gongshi"]
    assert (due["DTSTART"].dt, due["DTEND"].dt) == (date(2026, 11, 30), date(2026, 12, 1))
    assert str(due["SUMMARY"]) == "公开到期：财务收支" and "公开渠道：村公示栏" in str(due["DESCRIPTION"])
    nine = timedelta(hours=9)
    assert [alarm["TRIGGER"].dt for alarm in due.walk("VALARM")] == [nine - timedelta(7), nine - timedelta(1), nine]
    assert overdue["DTSTART"].dt == TODAY and str(overdue["SUMMARY"]).startswith("已逾期，请补公开：")
    assert [alarm["TRIGGER"].dt for alarm in overdue.walk("VALARM")] == [nine]


def test_calendar_has_the_same_bytes_on_the_same_day() -> None:
    """No time of writing and no random id; all lines end as RFC 5545 has it and are short enough."""
    hall = content({"catalogues/a.yml": {"id": "a", "title": "目录", "rows": [
        {"item": "收支" * 60, "limit": "每月", "answered_by": [{"kind": "别处", "on": "2026-10-01"}]}]}})  # fmt: skip
    first, second = (calendar(duties(hall, TODAY), "大厅", TODAY) for _ in range(2))

    assert first == second
    assert all(len(line) <= 75 for line in first.split(b"\r\n"))

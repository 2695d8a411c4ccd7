"""What residents are told of changes."""

from datetime import date

from content_builder import TODAY
from rules.dataset_builder import REGULATION, SERVICE, content, service_file

from generator.facts.changes import Edit, change_lines, recent_changes
from generator.model import RecordKey

SERVICE_KEY = RecordKey("services", "linshi-jiuzhu")


def note(day: str, what: str, why: str | None = None) -> dict[str, str]:
    return {"day": day, "what": what, **({"why": why} if why else {})}


def test_newest_change_comes_first_and_one_to_come_is_not_told() -> None:
    """Notes stand in any order in the file; that of tomorrow is told tomorrow."""
    notes = [note("2026-10-01", "甲。"), note("2026-11-21", "丙。"), note("2026-11-20", "乙。", "规定变了。")]
    record = content({SERVICE: {"changes": notes}}).services["linshi-jiuzhu"]

    assert change_lines(record, (), TODAY) == (
        (date(2026, 11, 20), "乙。", "规定变了。"),
        (date(2026, 10, 1), "甲。", None),
    )
    assert [line.what for line in change_lines(record, (), date(2026, 11, 21))] == ["丙。", "乙。", "甲。"]


def test_a_note_says_more_than_git() -> None:
    """On a day with a note the fields that Git knows of are not listed; on other days they are, in words."""
    record = content({SERVICE: {"changes": [note("2026-10-01", "甲。")]}}).services["linshi-jiuzhu"]
    edits = (
        Edit(date(2026, 11, 3), ("收费", "申请材料")),
        Edit(date(2026, 10, 1), ("收费",)),
        Edit(date(2026, 9, 1), ()),
    )

    told = [line.what for line in change_lines(record, edits, TODAY)]
    assert told == ["改了：收费、申请材料。", "甲。", "新增这一项。"]


def test_latest_changes_of_all_records() -> None:
    """Those of a year, newest first; what was changed in several records on one day is told once."""
    same = [note("2026-11-02", "电话换了。")]
    changes = {
        SERVICE: {"changes": [*same, note("2025-11-21", "一年以内。"), note("2025-11-20", "一年以前。")]},
        **service_file("jiu", changes=same),
        REGULATION: {"changes": same},
        "bundles/b.yml": {"id": "b", "name": "救助", "services": ["linshi-jiuzhu"], "changes": same},
    }
    found = recent_changes(content(changes), {SERVICE_KEY: (Edit(date(2026, 11, 9), ("收费",)),)}, TODAY)

    assert [(entry.line.what, [str(one.key) for one in entry.records]) for entry in found] == [
        ("改了：收费。", ["services/linshi-jiuzhu"]),
        (
            "电话换了。",
            ["services/jiu", "services/linshi-jiuzhu", "regulations/zeren-zhuijiu", "bundles/b"],
        ),
        ("一年以内。", ["services/linshi-jiuzhu"]),
    ]

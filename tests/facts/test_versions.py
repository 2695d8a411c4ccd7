"""versions: what a record says on a day, and on which days it begins to say something else."""

import random
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from content_builder import SERVICE, TODAY

from generator.content import strict_yaml
from generator.content.field_names import in_model_names
from generator.facts.versions import (
    AHEAD,
    announced,
    field_keys,
    in_force,
    place_in_file,
    record_on,
    turning_days,
    version_at,
)
from generator.model import Bundle, Place, Record, Regulation, Service

DAY = timedelta(days=1)
HERE = Place("services/linshi-jiuzhu.yml")


def service(*versions: dict[str, Any]) -> Service:
    """The service of the minimal content with these changes."""
    fields, _ = in_model_names(strict_yaml.read(SERVICE.encode()).value, Service)
    assert isinstance(fields, dict)
    return Service.model_validate({**fields, "versions": list(versions)})


def change(since: date, until: date | None = None, note: str | None = None, **changes: Any) -> dict[str, Any]:
    return {"from": since, "until": until, "note": note, "set": changes}


def test_change_holds_from_its_day_to_its_last_day() -> None:
    """The day before and the day after the record is what it was; fields that are not set stay."""
    since, until = TODAY + 10 * DAY, TODAY + 12 * DAY
    record = service(change(since, until, summary="新的说明。"))

    assert [record_on(record, since + offset * DAY).summary for offset in (-1, 0, 2, 3)] == [
        record.summary, "新的说明。", "新的说明。", record.summary
    ]  # fmt: skip
    assert record_on(record, since).materials == record.materials
    assert record_on(record, since).versions == record.versions


def test_change_that_begins_later_wins_wherever_it_stands_in_the_file() -> None:
    """Field by field: what only the earlier one sets holds on; when the later one has ended, the earlier one counts."""
    first = change(TODAY, note=None, summary="一。", place="一楼")
    second = change(TODAY + 5 * DAY, TODAY + 6 * DAY, summary="二。")
    for record in (service(first, second), service(second, first)):
        told = [(on.summary, on.place) for on in (record_on(record, TODAY + days * DAY) for days in (4, 5, 7))]
        assert told == [("一。", "一楼"), ("二。", "一楼"), ("一。", "一楼")]
        assert turning_days(record) == (TODAY, TODAY + 5 * DAY, TODAY + 7 * DAY)


def test_change_without_an_end_and_one_to_the_last_of_all_days_hold_on() -> None:
    """There is no day after 9999-12-31."""
    record = service(change(TODAY, date.max, summary="一。"))

    assert turning_days(record) == (TODAY,)
    assert record_on(record, date.max).summary == "一。"


@pytest.mark.parametrize("seed", range(20))
def test_changes_that_are_all_over_or_to_come_change_nothing(seed: int) -> None:
    """The record of the day equals that of the file, and is what a record without changes would be."""
    chance = random.Random(seed)  # Examples, no secrets.
    versions = []
    for number in range(chance.randint(1, 5)):
        since = TODAY + chance.choice((-1, 1)) * chance.randint(10, 400) * DAY
        over = since < TODAY
        until = since + chance.randint(0, 9) * DAY if over or chance.random() < 0.5 else None
        versions.append(change(since, until, summary=f"第{number}版。", visits=str(number)))
    record = service(*versions)

    assert record_on(record, TODAY) == record
    assert record_on(record, TODAY).model_copy(update={"versions": ()}) == service()


@pytest.mark.parametrize("seed", range(20))
def test_record_changes_on_its_turning_days_and_on_no_other(seed: int) -> None:
    """Between them each day is like the one before, with the same changes in force."""
    chance = random.Random(seed)  # Examples, no secrets.
    since = chance.sample(range(1, 60), 4)
    ends = [TODAY + (start + chance.randint(0, 20)) * DAY if chance.random() < 0.7 else None for start in since]
    record = service(
        *(change(TODAY + start * DAY, end, summary=f"{start}。") for start, end in zip(since, ends, strict=True))
    )
    days = [TODAY + number * DAY for number in range(100)]
    turned = {after for before, after in pairwise(days) if in_force(record, before) != in_force(record, after)}

    assert turned <= set(turning_days(record))
    assert all(record_on(record, day) == record_on(record, day - DAY) for day in days[1:] if day not in turned)


def test_value_of_a_change_is_found_where_it_stands() -> None:
    """And leads back to the field of the record."""
    record = service(change(TODAY, summary="一。"), change(TODAY + DAY, summary="二。", place="二楼"))
    summary, placed = HERE / "summary", HERE / "place"

    assert place_in_file(summary, record, TODAY).keys == ("versions", 0, "set", "summary")
    assert place_in_file(summary, record, TODAY + DAY).keys == ("versions", 1, "set", "summary")
    assert place_in_file(placed, record, TODAY) == placed
    assert place_in_file(HERE, record, TODAY) == HERE
    assert field_keys(("versions", 1, "set", "fee", "items", 0)) == ("fee", "items", 0)
    assert (version_at(("versions", 1, "set", "fee")), version_at(("versions", 1, "note"))) == (1, None)


def test_residents_are_told_thirty_days_ahead_of_changes_with_a_note() -> None:
    """Not on the day itself, and nothing of changes that say nothing."""
    told, silent = change(TODAY + AHEAD * DAY, note="窗口搬家。", place="二楼"), change(TODAY + DAY, place="三楼")
    record = service(told, silent)

    assert announced(record, TODAY - DAY) == ()
    assert announced(record, TODAY) == ("自2026年12月20日起：窗口搬家。",)
    assert announced(record, TODAY + AHEAD * DAY) == ()


@pytest.mark.parametrize("kind", [Service, Regulation, Bundle])
def test_fields_of_records_with_changes_have_one_name(kind: type[Record]) -> None:
    """What a change sets is named as in the model; a field with an alias would stand beside itself."""
    assert [name for name, field in kind.model_fields.items() if field.alias] == []

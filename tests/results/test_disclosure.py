"""What of finished cases may be read today."""

from datetime import date, timedelta

import pytest
from content_builder import TODAY
from rules.dataset_builder import PERIOD, ROWS, SERVICE, Changes, content

from generator.results.disclosure import PostedPeriod, last_day_of_names, period_phase, policy_of, posted_period

ONE = "A-1,linshi-jiuzhu,王子虚,2026-07-01,2026-07-10,2026-07-08,办结,,"
TWO = "A-2,linshi-jiuzhu,李*有,2026-07-02,2026-07-10,2026-07-09,办结,,"
FULL = {"policy": "full", "basis": "某办法第三条", "names_days": "7"}
POSTED = {"posted_from": "2026-10-08"}


def shown(changes: Changes, today: date = TODAY) -> PostedPeriod:
    return posted_period("2026-Q3", content({ROWS: (ONE, TWO), **changes}), today)


def test_without_a_policy_there_are_only_counts() -> None:
    """A service that says nothing about disclosure has no case listed."""
    assert policy_of(None) == "counts"
    found = shown({SERVICE: {"disclosure": None}})

    assert [row.receipt for row in found.rows] == ["A-1", "A-2"]
    assert found.listed == ()


def test_counted_rows_never_carry_a_name() -> None:
    """Rows for counting hold no applicant, whatever the policy and the file say."""
    for disclosure in ({"policy": "counts"}, {"policy": "masked"}, FULL):
        assert [row.applicant for row in shown({SERVICE: {"disclosure": disclosure}}).rows] == [None, None]


def test_a_masked_service_shows_masks_even_of_full_names() -> None:
    """A full name that slipped into the file is masked on the way out."""
    found = shown({SERVICE: {"disclosure": {"policy": "masked"}}})

    assert [row.applicant for row in found.listed] == ["王*虚", "李*有"]


@pytest.mark.parametrize(
    ("day", "name"),
    [("2026-10-08", "王子虚"), ("2026-10-14", "王子虚"), ("2026-10-15", "王*虚"), ("2027-01-01", "王*虚")],
)
def test_full_names_go_after_their_days(day: str, name: str) -> None:
    """Seven days from the first day of posting are seven days; from the eighth on there is the mask."""
    found = shown({SERVICE: {"disclosure": FULL}, PERIOD: POSTED}, date.fromisoformat(day))

    assert found.listed[0].applicant == name


def test_full_names_without_a_first_day_or_a_period_are_not_shown() -> None:
    """Who does not say from when, or for how long, names stand gets masks."""
    no_start = shown({SERVICE: {"disclosure": FULL}, PERIOD: {"prepared_on": None}})
    no_days = shown({SERVICE: {"disclosure": {"policy": "full", "basis": "某办法"}}, PERIOD: POSTED}, date(2026, 10, 8))

    assert [no_start.listed[0].applicant, no_days.listed[0].applicant] == ["王*虚", "王*虚"]


def test_names_stand_from_the_day_of_preparation_where_no_posting_is_stated() -> None:
    """The day of preparation stands in for the first day of posting."""
    dataset = content({SERVICE: {"disclosure": FULL}, PERIOD: {"prepared_on": "2026-10-10"}})

    last = last_day_of_names(dataset.services["linshi-jiuzhu"], dataset.results["2026-Q3"].period)
    assert last == date(2026, 10, 16)


def test_withdrawn_rows_disappear_on_their_day() -> None:
    """A withdrawn row is there the day before and gone from the day on, for counting as for listing."""
    gone = {"withdrawn_rows": [{"receipt": "A-1", "on": "2026-11-01", "reason": "登记有误"}]}
    changes: Changes = {SERVICE: {"disclosure": {"policy": "masked"}}, PERIOD: gone}

    assert len(shown(changes, date(2026, 10, 31)).rows) == 2
    found = shown(changes, date(2026, 11, 1))
    assert [row.receipt for row in (*found.rows, *found.listed)] == ["A-2", "A-2"]


@pytest.mark.parametrize(
    ("fields", "day", "phase"),
    [
        ({}, TODAY, "shown"),
        ({"withdrawn": {"on": "2026-11-02", "reason": "重新核对"}}, date(2026, 11, 1), "shown"),
        ({"withdrawn": {"on": "2026-11-02", "reason": "重新核对"}}, date(2026, 11, 2), "withdrawn"),
        ({"take_down": "2026-11-02"}, date(2026, 11, 2), "shown"),
        ({"take_down": "2026-11-02"}, date(2026, 11, 3), "taken_down"),
        (
            {"take_down": "2026-11-02", "withdrawn": {"on": "2026-11-01", "reason": "有误"}},
            date(2026, 11, 3),
            "withdrawn",
        ),
    ],
)
def test_a_period_ends_when_it_says(fields: dict[str, object], day: date, phase: str) -> None:
    """A period that is withdrawn or past its last day shows no row at all."""
    dataset = content({PERIOD: fields, ROWS: (ONE,), SERVICE: {"disclosure": {"policy": "masked"}}})

    assert period_phase(dataset.results["2026-Q3"].period, day) == phase
    found = posted_period("2026-Q3", dataset, day)
    assert (len(found.rows), len(found.listed)) == ((1, 1) if phase == "shown" else (0, 0))


def test_the_answer_belongs_to_the_day_asked_for() -> None:
    """Asking for another day, or for other content, never gives a remembered answer."""
    dataset = content({PERIOD: {"take_down": "2026-11-02"}})
    days = [date(2026, 11, 2) + timedelta(days) for days in (0, 1, 0)]

    assert [posted_period("2026-Q3", dataset, day).phase for day in days] == ["shown", "taken_down", "shown"]


@pytest.mark.parametrize(("day", "receipts"), [("2026-09-30", ["A-2"]), ("2026-09-29", ["A-1", "A-2"])])
def test_row_withdrawn_from_a_month_does_not_come_back_through_its_quarter(day: str, receipts: list[str]) -> None:
    """A withdrawal holds against every period that had ended by that day; later ones may have the case again."""
    month = {
        "id": "2026-07", "title": "七月", "from": "2026-07-01", "until": "2026-07-31",
        "withdrawn_rows": [{"receipt": "A-1", "on": day, "reason": "登记有误"}],
    }  # fmt: skip
    found = shown({SERVICE: {"disclosure": {"policy": "masked"}}, "results/2026-07.yml": month})

    assert [row.receipt for row in found.rows] == receipts
    assert [row.receipt for row in found.listed] == receipts

"""The look-up by receipt number: which file a number leads to, and what stands there."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules.dataset_builder import PERIOD, ROWS, SERVICE, content

from generator.model import Dataset
from generator.site.lookup import LookUp, address, fnv1a, key, look_up, loose, strict

TODAY = date(2026, 11, 20)
CASE = "XG-0001,linshi-jiuzhu,杨*,2026-07-01,2026-07-15,2026-07-13,办结,,"
RECEIPTS = Path(__file__).parents[1] / "data" / "receipts.json"
Q2 = {"id": "2026-Q2", "title": "二", "from": "2026-04-01", "until": "2026-06-30"}


def files(dataset: Dataset) -> LookUp:
    return look_up(dataset, TODAY)


def found(typed: str, *rows: str, **changes: Any) -> Any:
    """What ``lookup.js`` finds for ``typed``, among ``rows`` of one period; None where there is nothing."""
    return in_files(typed, files(content({ROWS: rows or (CASE,), **changes})))


def in_files(typed: str, made: LookUp) -> Any:
    hashed = fnv1a(loose(typed))
    shard = json.loads(made.files[address(made.shards, hashed & (made.shards - 1))])
    return shard.get(key(hashed), shard.get(key(fnv1a(strict(typed)))))


@pytest.mark.parametrize(
    ("text", "value"),
    [("", 0xCBF29CE484222325), ("a", 0xAF63DC4C8601EC8C), ("foobar", 0x85944171F73967E8)],
)
def test_hash_is_fnv1a(text: str, value: int) -> None:
    """The hash gives the values that the authors of FNV publish."""
    assert fnv1a(text) == value


def test_forms_and_keys_are_those_that_the_script_is_tested_with() -> None:
    """Program and script agree on a list of numbers; tests/js/lookup.test.mjs reads the same one."""
    numbers = json.loads(RECEIPTS.read_text("utf-8"))
    hashes = [fnv1a(loose(number["typed"])) for number in numbers]
    found = [
        {
            "typed": number["typed"],
            "strict": strict(number["typed"]),
            "loose": loose(number["typed"]),
            "hash": f"{hashed:016x}",
            "key": key(hashed),
            "shard": f"{hashed % 64:02x}",
        }
        for number, hashed in zip(numbers, hashes, strict=True)
    ]
    assert len(numbers) >= 15
    assert found == numbers


def test_key_has_no_digit() -> None:
    """A key consists of 16 letters, so that nothing in it can be taken for a number of a person."""
    assert key(0x0123456789ABCDEF) == "abcdefghijklmnop"
    assert key(1) == "a" * 15 + "b"


@pytest.mark.parametrize("typed", ["XG-0001", "xg-0001", "ＸＧ－０００１", " XG 0001 ", "XG0001", "xg—0001", "XG_0001"])
def test_number_is_found_however_it_is_typed(typed: str) -> None:
    """Full-width, lower case, spaces, another hyphen or none lead to the same case."""
    assert found(typed) == ["办结", "2026-07-01", "2026-07-15", "2026-07-13", 0]


def test_wrong_number_is_not_found() -> None:
    """A number that does not exist leads to nothing."""
    assert found("XG-0002") is None
    assert found("XG-000l") is None


def test_files_tell_status_and_dates_only() -> None:
    """No number, name or service stands in any file, and no digit but those of dates and days."""
    row = "XG-0001,linshi-jiuzhu,杨小明,2026-07-01,2026-07-15,,在办,5,等待鉴定"
    text = b"".join(files(content({ROWS: (row,)})).files.values()).decode()
    assert (
        "0001" not in text and "杨" not in text and "jiuzhu" not in text and "临时" not in text and "鉴定" not in text
    )
    assert "在办" in text


def test_cases_that_are_only_counted_are_found_too() -> None:
    """A case of a service that publishes numbers only is found by those who know its number."""
    assert found("XG-0001", **{SERVICE: {"disclosure": None}}) is not None


@pytest.mark.parametrize(
    ("days", "unit", "due"),
    [
        (5, "工作日", "2026-07-22"),
        (5, "自然日", "2026-07-20"),
        (1, None, "2026-07-16"),
        (5, None, "2026-07-22（按工作日）或 2026-07-20（按自然日）"),
    ],
)
def test_due_day_is_that_after_extension(days: int, unit: str | None, due: str) -> None:
    """An extension moves the due day; while its unit is undecided, both readings are told where they differ."""
    limits = {"promised": {"days": 10, "unit": unit} if unit else {"days": 10}}
    row = f"XG-0001,linshi-jiuzhu,,2026-07-01,2026-07-15,,在办,{days},等待鉴定"
    assert found("XG-0001", row, **{SERVICE: {"time_limits": limits}}) == ["在办", "2026-07-01", due, "", days]


def test_unknown_due_day_stays_open() -> None:
    """Without a due day or a promise there is none, and a case that is not finished has no day of completion."""
    assert found("1", "1,linshi-jiuzhu,,2026-07-01,,,在办,,", **{SERVICE: {"time_limits": None}}) == [
        "在办",
        "2026-07-01",
        "",
        "",
        0,
    ]


@pytest.mark.parametrize(
    ("promised", "due"),
    [
        ({"days": 10, "unit": "工作日"}, "2027-01-14（以官方通知为准）"),
        ({"days": 5}, "2027-01-07（按工作日，以官方通知为准）或 2027-01-04（按自然日，以官方通知为准）"),
        ({"days": 1}, "2026-12-31"),
    ],
)
def test_day_that_no_row_states_is_counted_from_the_promise(promised: dict[str, object], due: str) -> None:
    """Where a row has no due day the promise gives it, marked while the year's calendar is not announced."""
    row = "XG-0001,linshi-jiuzhu,,2026-12-30,,,在办,,"
    assert found("XG-0001", row, **{SERVICE: {"time_limits": {"promised": promised}}})[2] == due
    assert found("XG-0001", row, **{SERVICE: {"time_limits": {"promised": promised}, "disclosure": None}})[2] == ""


def test_latest_period_tells() -> None:
    """A case that is open in one period and finished in a later one is finished."""
    earlier = CASE.replace("2026-07-13,办结", ",在办")
    changes = {"results/2026-Q2.yml": Q2, "results/2026-Q2.csv": (earlier,)}
    assert found("XG-0001", CASE, **changes)[0] == "办结"
    assert found("XG-0001", "A,linshi-jiuzhu,,2026-07-01,,,在办,,", **changes)[0] == "在办"


WITHDRAWN = {"withdrawn_rows": [{"receipt": "XG-0001", "on": "2026-11-19", "reason": "申请人要求"}]}


def test_withdrawn_row_says_so() -> None:
    """A withdrawn row gives the date and the reason, from the day of withdrawal on."""
    assert found("xg0001", **{PERIOD: WITHDRAWN}) == ["2026-11-19", "申请人要求"]
    rows = [{**WITHDRAWN["withdrawn_rows"][0], "on": "2026-11-21"}]
    assert found("xg0001", **{PERIOD: {"withdrawn_rows": rows}})[0] == "办结"


def test_withdrawn_row_does_not_come_back_through_another_period() -> None:
    """Withdrawn from one period, a row is not told by another that had ended by then; a later period may."""

    def told(withdrawn_on: str) -> Any:
        rows = [{"receipt": "XG-0001", "on": withdrawn_on, "reason": "重复"}]
        early = {"results/2026-Q2.yml": {**Q2, "withdrawn_rows": rows}, "results/2026-Q2.csv": (CASE,)}
        return found("XG-0001", **early)

    assert told("2026-11-19") == ["2026-11-19", "重复"]
    assert told("2026-07-02")[0] == "办结"


@pytest.mark.parametrize("change", [{"withdrawn": {"on": "2026-11-20", "reason": "误"}}, {"take_down": "2026-11-19"}])
def test_cases_of_a_period_that_is_gone_are_not_found(change: dict[str, object]) -> None:
    """What is no longer public is not in the look-up either."""
    assert found("XG-0001", **{PERIOD: change}) is None


def test_numbers_that_differ_in_a_hyphen_are_two_cases() -> None:
    """Where leaving hyphens out would mix two cases up, each needs its hyphens."""
    rows = ("A-1-23,linshi-jiuzhu,,2026-07-01,,,在办,,", "A-12-3,linshi-jiuzhu,,2026-07-02,,,在办,,")
    assert found("a-1-23", *rows)[1] == "2026-07-01"
    assert found("Ａ－12－3", *rows)[1] == "2026-07-02"
    assert found("A123", *rows) is None


@pytest.mark.parametrize(("cases", "shards"), [(0, 1), (100, 1), (101, 2), (1000, 16)])
def test_shards_hold_about_a_hundred(cases: int, shards: int) -> None:
    """Shards double when they get full; none is much fuller than the others, and each stays below 10 KB."""
    rows = [f"XG-2026-{n:05},linshi-jiuzhu,,2026-07-01,2026-07-15,2026-07-13,办结,," for n in range(cases)]
    made = files(content({ROWS: rows}))
    assert made.shards == len(made.files) == shards
    sizes = [len(json.loads(data)) for data in made.files.values()]
    assert sum(sizes) == cases
    assert max(sizes) <= max(100, 2 * cases / shards)
    assert max(map(len, made.files.values())) < 10_000


@given(st.text(alphabet="AaZz019 -–—－＿_　甲号（）①Ｘ０ß\u200b", max_size=20))
def test_forms_of_a_number_are_stable(text: str) -> None:
    """Both forms are the same again when they are typed, and the loose form does not depend on the strict one."""
    assert strict(strict(text)) == strict(text)
    assert loose(strict(text)) == loose(text)
    assert loose(loose(text)) == loose(text)


def test_due_day_does_not_tell_which_counted_service_it_is() -> None:
    """Of services that are only counted nobody may count the cases by the days that were promised."""
    counted = {SERVICE: {"disclosure": {"policy": "counts"}}}

    assert found("XG-0001", **counted) == ["办结", "2026-07-01", "", "2026-07-13", 0]

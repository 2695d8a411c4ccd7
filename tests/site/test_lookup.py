"""The look-up by receipt number: which file a number leads to, and what stands there."""

import hmac
import json
import random
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules.dataset_builder import PERIOD, ROWS, SERVICE, content

from generator.facts.receipt_forms import loose, strict
from generator.site.lookup import CODE_ROUNDS, SHARD_SIZE, LookUp, look_up, name_of, secret_of, shard_of

TODAY = date(2026, 11, 20)
CASE = "XG-0001,linshi-jiuzhu,杨*,2026-07-01,2026-07-15,2026-07-13,办结,,"
RECEIPTS = Path(__file__).parents[1] / "data" / "receipts.json"
ENTRIES = Path(__file__).parents[1] / "data" / "lookup-entries.json"
SALT = "abcdefghijklmnop"
Q2 = {"id": "2026-Q2", "title": "二", "from": "2026-04-01", "until": "2026-06-30"}


def handed_over(script: bytes) -> dict[str, str]:
    """The entries that a shard hands over to the page."""
    found: dict[str, str] = json.loads(script.decode().partition(",")[2].rstrip()[:-1])
    return found


def found(typed: str, *rows: str, **changes: Any) -> Any:
    """What ``lookup.js`` finds for ``typed``, among ``rows`` of one period; None where there is nothing."""
    return in_files(typed, look_up(content({ROWS: rows or (CASE,), **changes}), TODAY))


def in_files(typed: str, made: LookUp) -> Any:
    """The steps of ``entryOf`` in lookup.js, in Python."""
    entries = handed_over(made.file(shard_of(loose(typed), made.salt, len(made.shards))))
    for form, rounds in ((loose(typed), 1), (strict(typed), 1), (loose(typed), CODE_ROUNDS)):
        secret = secret_of(form, rounds, made.salt)
        if sealed := entries.get(name_of(secret)):
            return opened(sealed, secret)
    return None


def opened(sealed: str, secret: bytes) -> Any:
    """The text of a ciphertext, as the docstring of ``site.lookup`` describes it."""
    data = bytes.fromhex("".join(f"{ord(letter) - 97:x}" for letter in sealed))
    tag, hidden = data[:16], data[16:]
    blocks = (hmac.digest(secret, b"stream" + tag + bytes([n]), "sha256") for n in range(8))
    text = bytes(a ^ b for a, b in zip(hidden, b"".join(blocks), strict=False))
    assert hmac.digest(secret, b"tag" + text, "sha256")[:16] == tag
    return json.loads(text)


def test_forms_and_shards_are_those_that_the_script_is_tested_with() -> None:
    """Program and script agree on a list of numbers; tests/js/lookup.test.mjs reads the same one."""
    numbers = json.loads(RECEIPTS.read_text("utf-8"))
    found = [
        {
            "typed": number["typed"],
            "strict": strict(number["typed"]),
            "loose": loose(number["typed"]),
            "shard": f"{shard_of(loose(number['typed']), SALT, 64):02x}",
            "name": name_of(secret_of(loose(number["typed"]), 3, SALT)),
        }
        for number in numbers
    ]
    assert len(numbers) >= 15
    assert found == numbers


def test_entries_are_those_that_the_script_is_tested_with() -> None:
    """The script opens the same entries: tests/data/lookup-entries.json, with what is found under which number."""
    kept = json.loads(ENTRIES.read_text("utf-8"))
    made = look_up(content({ROWS: (CASE, COUNTED_CASE), **WITH_CODE}), TODAY)
    entries = {name: text for number in (0, 1) for name, text in handed_over(made.file(number)).items()}
    assert kept["salt"] == made.salt
    assert kept["entries"].items() <= entries.items()
    assert kept["found"] == {typed: in_files(typed, made) for typed in ("XG-0001", CODE)}


@pytest.mark.parametrize("typed", ["XG-0001", "xg-0001", "ＸＧ－０００１", " XG 0001 ", "XG0001", "xg—0001", "XG_0001"])
def test_number_is_found_however_it_is_typed(typed: str) -> None:
    """Full-width, lower case, spaces, another hyphen or none lead to the same case."""
    assert found(typed) == ["办结", "2026-07-01", "2026-07-15", "2026-07-13", 0]


def test_wrong_number_is_not_found() -> None:
    """A number that does not exist leads to nothing."""
    assert found("XG-0002") is None
    assert found("XG-000l") is None


def test_files_tell_nothing_without_a_number() -> None:
    """Neither number, name, service nor state can be read in a file, and no digit stands in it."""
    row = "XG-0001,linshi-jiuzhu,杨*,2026-07-01,2026-07-15,,在办,5,等待鉴定"
    made = look_up(content({ROWS: (row,)}), TODAY)
    assert sum(map(len, made.shards)) == 1
    text = "".join(str(handed_over(made.file(number))) for number in range(len(made.shards)))
    assert text.isascii() and set(text) <= set("{}': ,abcdefghijklmnop")


COUNTED = {SERVICE: {"disclosure": None}}
COUNTED_CASE = "XG-0002,shehui-jiuzhu,,2026-07-01,2026-07-15,2026-07-13,不予批准,,"
CODE = "K7M2-9QXW-4TPH"
WITH_CODE = {
    "services/shehui-jiuzhu.yml": {"id": "shehui-jiuzhu", "name": "社会救助", "status": {"state": "在办"}},
    "query-codes.csv": (f"XG-0002,{CODE}",),
}


@pytest.mark.parametrize("typed", [CODE, "k7m2 9qxw4tph", "Ｋ７Ｍ２９ＱＸＷ４ＴＰＨ"])
def test_case_that_is_only_counted_is_found_by_its_code_alone(typed: str) -> None:
    """A code leads to the days of a counted case; how it ended and which service it was is not told."""
    assert found(typed, CASE, COUNTED_CASE, **WITH_CODE) == ["已有结果", "2026-07-01", "", "2026-07-13", 0]
    assert found("XG-0002", CASE, COUNTED_CASE, **WITH_CODE) is None


def test_open_case_that_is_only_counted_says_so() -> None:
    """A counted case without a day of completion is open."""
    row = "XG-0002,shehui-jiuzhu,,2026-07-01,2026-07-15,,在办,,"
    assert found(CODE, row, **WITH_CODE) == ["在办", "2026-07-01", "", "", 0]


def test_case_without_code_is_not_in_the_look_up() -> None:
    """A case of a service that publishes numbers only is not found by its receipt number."""
    assert found("XG-0001", **COUNTED) is None


def test_withdrawn_case_is_found_by_its_code_too() -> None:
    """A withdrawn case of a counted service is told to be withdrawn, under its code."""
    gone = {PERIOD: {"withdrawn_rows": [{"receipt": "XG-0002", "on": "2026-11-19", "reason": "重复"}]}}
    assert found(CODE, COUNTED_CASE, **WITH_CODE, **gone) == ["2026-11-19", "重复"]


def codes(count: int) -> tuple[str, ...]:
    """Lines of query-codes.csv for the cases SY-00000 and following, each code drawn."""
    draw = random.Random(count)
    return tuple(f"SY-{n:05},{''.join(draw.choices('ABCDEFGHJKMNPQRSTUVWXYZ23456789', k=12))}" for n in range(count))


def edition(hidden: int, coded: int) -> LookUp:
    """40 listed cases and ``hidden`` counted ones among their numbers, ``coded`` of them with codes."""
    listed = [f"XG-{n:05},linshi-jiuzhu,,2026-07-01,2026-07-15,2026-07-13,办结,," for n in range(40)]
    counted = [f"SY-{n:05},shehui-jiuzhu,,2026-07-01,2026-07-15,2026-07-13,不予批准,," for n in range(hidden)]
    changes = {**WITH_CODE, ROWS: (*listed, *counted), "query-codes.csv": codes(coded)}
    return look_up(content(changes), TODAY)


def test_attack_gains_nothing() -> None:
    """Who loads all shards, takes out the listed cases and tries 999 running numbers learns nothing about the others.

    Files with no hidden case and with seven have the same names and sizes, what is left over in them is as much, and
    each entry that a number opens is one that is listed.
    """
    none, some = edition(7, 0), edition(7, 7)
    for made in (none, some):
        files = [handed_over(made.file(number)) for number in range(len(made.shards))]
        assert {len(entries) for entries in files} == {SHARD_SIZE}
        assert {len(value) for entries in files for value in entries.values()} == {2 * (16 + made.length)}
        names = {name for entries in files for name in entries}
        guessed = [f"{head}-{n:05}" for head in ("XG", "SY") for n in range(999)]
        opened_by = [number for number in guessed if name_of(secret_of(loose(number), 1, made.salt)) in names]
        assert opened_by == [f"XG-{n:05}" for n in range(40)]
    sizes = [[len(made.file(number)) for number in range(len(made.shards))] for made in (none, some)]
    assert sizes[0] == sizes[1] and none.length == some.length


def test_nothing_stands_in_two_editions_alike() -> None:
    """Who keeps old files cannot tell what is real by what stays: no name and no ciphertext does."""
    one, other = (set(handed_over(edition(7, coded).file(0)).items()) for coded in (6, 7))
    assert not {name for name, _ in one} & {name for name, _ in other}
    assert not {sealed for _, sealed in one} & {sealed for _, sealed in other}


def test_same_cases_give_the_same_bytes() -> None:
    """An edition can be made again, so that nothing is published anew when nothing has changed."""
    one, other = (look_up(content({ROWS: (CASE,), **WITH_CODE}), TODAY) for _ in range(2))
    assert one is not other
    assert one.file(0) == other.file(0)


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


@pytest.mark.parametrize(("cases", "shards"), [(0, 2), (60, 2), (61, 4), (1000, 16)])
def test_shards_double_when_they_get_full(cases: int, shards: int) -> None:
    """A shard has room for all its cases, is never over a third larger than another in bytes, and below 32 KB."""
    rows = [f"XG-2026-{n:05},linshi-jiuzhu,,2026-07-01,2026-07-15,2026-07-13,办结,," for n in range(cases)]
    made = look_up(content({ROWS: rows}), TODAY)
    assert len(made.shards) == shards
    assert sum(map(len, made.shards)) == cases
    assert {len(made.file(number)) for number in range(shards)} == {len(made.file(0))}
    assert len(made.file(0)) < 32_000


def test_shard_that_would_overflow_is_divided() -> None:
    """Where chance puts more cases into one shard than it holds, there are twice as many shards."""
    rows = [f"XG-{n},linshi-jiuzhu,,2026-07-01,2026-07-15,2026-07-13,办结,," for n in range(40)]
    with patch("generator.site.lookup.SHARD_SIZE", 8):
        made = look_up(content({ROWS: rows}), TODAY)
    assert len(made.shards) > 2
    assert max(map(len, made.shards)) <= 8


def test_long_reason_is_cut() -> None:
    """All entries are as long as the longest, so a long reason is told by its beginning; the page has it whole."""
    gone = {PERIOD: {"withdrawn_rows": [{"receipt": "XG-0001", "on": "2026-11-19", "reason": "因" * 100}]}}
    assert found("XG-0001", **gone)[1] == "因" * 39 + "…"


@given(st.text(alphabet="AaZz019 -–—－＿_　甲号（）①Ｘ０ß\u200b", max_size=20))
def test_forms_of_a_number_are_stable(text: str) -> None:
    """Both forms are the same again when they are typed, and the loose form does not depend on the strict one."""
    assert strict(strict(text)) == strict(text)
    assert loose(strict(text)) == loose(text)
    assert loose(loose(text)) == loose(text)

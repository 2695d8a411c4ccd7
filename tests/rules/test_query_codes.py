"""Rules about query codes: what can be guessed, what stands twice, and which cases have none."""

import pytest
from rules.dataset_builder import PERIOD, ROWS, SERVICE, Case, Cases, case_id, sentences, table

from generator.facts.query_codes import drawn, is_weak
from generator.rules import Rule, query_codes
from generator.texts.checks import MESSAGES

FILE = "query-codes.csv"
GOOD = "K7M2-9QXW-4TPH"
WEAK = MESSAGES["codes/weak"].message.format(count=12)
COUNTED = {SERVICE: {"disclosure": None}, ROWS: ("XG-0001,linshi-jiuzhu,,2026-07-01,,,在办,,",)}


def row_like(line: int) -> str:
    return MESSAGES["codes/row"].message.format(line=line)


CASES: Cases = {
    query_codes.codes_cannot_be_guessed: {
        "drawn": Case({FILE: (f"XG-0001,{GOOD}",)}),
        "of the hall, long enough": Case({FILE: ("XG-0001,xj26k7m29qxw4tph",)}),
        "short": Case({FILE: ("XG-0001,K7M2-9QXW",)}, (f"{FILE}:2.2 [codes/weak] {WEAK}",)),
        "digits": Case({FILE: ("XG-0001,202607010001",)}, (f"{FILE}:2.2 [codes/weak] {WEAK}",)),
        "letters": Case({FILE: ("XG-0001,WOJIAZHANGSANYA",)}, (f"{FILE}:2.2 [codes/weak] {WEAK}",)),
        "few characters": Case({FILE: ("XG-0001,A1A1A1A1A1A1",)}, (f"{FILE}:2.2 [codes/weak] {WEAK}",)),
        "holds the receipt": Case({FILE: ("XG-0001,CX-XG0001-QY7",)}, (f"{FILE}:2.2 [codes/weak] {WEAK}",)),
        "counted up": Case(
            {FILE: ("XG-0001,K7M29QXW4001", "XG-0002,A3F9TR6WHD5K", "XG-0003,K7M29QXW4002")},
            (f"{FILE}:4.2 [codes/row] {row_like(2)}",),
        ),
    },
    query_codes.codes_are_distinct: {
        "two codes": Case({FILE: (f"XG-0001,{GOOD}", "XG-0002,A3F9-TR6W-HD5K")}),
        "one code for two cases": Case(
            {FILE: (f"XG-0001,{GOOD}", f"XG-0002,{GOOD.lower()}")},
            (f"{FILE}:3.2 [codes/twice] {MESSAGES['codes/twice'].message.format(line=2)}",),
        ),
        "two codes for one case": Case(
            {FILE: (f"XG-0001,{GOOD}", "XG 0001,A3F9-TR6W-HD5K")},
            (f"{FILE}:3.1 [codes/twice] {MESSAGES['codes/twice'].message.format(line=2)}",),
        ),
    },
    query_codes.counted_cases_have_codes: {
        "listed": Case({ROWS: ("XG-0001,linshi-jiuzhu,,2026-07-01,,,在办,,",)}),
        "with a code": Case({**COUNTED, FILE: (f"XG-0001,{GOOD}",)}),
        "without": Case(COUNTED, (f"{PERIOD}: [codes/missing] {MESSAGES['codes/missing'].message.format(count=1)}",)),
        "no longer shown": Case({**COUNTED, PERIOD: {"take_down": "2026-11-01"}}),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected


def test_drawn_codes_are_strong_and_differ() -> None:
    """A code that the program draws passes its own check; a thousand of them are a thousand."""
    codes = [drawn() for _ in range(1000)]

    assert len(set(codes)) == len(codes)
    assert not [code for code in codes if is_weak(code, "XG-0001")]

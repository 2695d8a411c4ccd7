"""The gate reaches its goals on the corpus, with the documented seed and with another one."""

from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest
from privacy.corpus import HALL_TEXTS, SHARES, Line, corpus
from privacy.corpus_clean import CLEAN, NAMED
from privacy.corpus_labelled import LABELLED
from privacy.corpus_numbers import (
    CREDIT_ALPHABET,
    bank_card,
    credit_code,
    foreigner_id,
    is_private_by_chance,
    mistyped_id,
    mobile,
    old_resident_id,
    resident_id,
)
from privacy.corpus_shaped import SHAPED, Make

from generator.privacy import PublicContacts, find

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

SEEDS = {2026: 60_000, 11643: 15_000}
"""Seed -> number of lines. The first is that of docs/gate-corpus.md."""
Judged = list[tuple[Line, bool]]
"""Every line and whether the gate was wrong about it."""


@pytest.fixture(scope="module", params=SEEDS)
def judged(request: pytest.FixtureRequest) -> Judged:
    """The gate's verdict on the whole corpus of a seed."""
    known = PublicContacts.of(HALL_TEXTS)
    return [
        (line, line.judged_wrong((hit.start, hit.end) for hit in find(line.text, known)))
        for line in corpus(request.param, SEEDS[request.param])
    ]


def report(wrong: Sequence[Line]) -> str:
    """The first wrong line of every kind. All numbers are made up, so the text may be shown."""
    first = {line.kind: line for line in reversed(wrong)}
    return f"{len(wrong)} lines:\n" + "\n".join(map(str, first.values()))


def test_no_number_with_a_shape_is_missed(judged: Judged) -> None:
    """Every number with a shape or check digit is found in every disguise."""
    missed = [line for line, wrong in judged if wrong and line.group == "shaped"]
    assert not missed, report(missed)


def test_labelled_numbers_are_found(judged: Judged) -> None:
    """Of numbers that only their label betrays, 99 of 100 are found."""
    missed = [line for line, wrong in judged if wrong and line.group == "labelled"]
    assert len(missed) <= 0.01 * sum(line.group == "labelled" for line, _ in judged), report(missed)


def test_false_alarms_are_rare(judged: Judged) -> None:
    """At most one clean line in a thousand raises an alarm."""
    alarms = [line for line, wrong in judged if wrong and line.group == "clean"]
    assert len(alarms) <= 0.001 * sum(line.group == "clean" for line, _ in judged), report(alarms)


def test_the_named_kinds_never_alarm(judged: Judged) -> None:
    """Document numbers, hotlines, the hall's own contacts, credit codes, standards, dates, receipts, names of papers."""
    alarms = [line for line, wrong in judged if wrong and line.named]
    assert not alarms, report(alarms)


def test_the_corpus_is_large_and_whole(judged: Judged) -> None:
    """Of 60,000 lines every kind has 200 or more, and every private value stands where its line says."""
    lines = [line for line, _ in judged]
    assert len(lines) >= 15_000
    for group, kinds in (("shaped", SHAPED), ("labelled", LABELLED), ("clean", CLEAN)):
        counts = Counter(line.kind for line in lines if line.group == group)
        assert counts.keys() == kinds.keys()
        assert min(counts.values()) >= 200 * len(lines) // 60_100
    assert all(line.end - line.start >= 5 for line in lines if line.group != "clean")
    assert all(line.end == 0 for line in lines if line.group == "clean")
    assert sum(SHARES.values()) == pytest.approx(1)


def test_the_same_seed_gives_the_same_lines() -> None:
    """A failure can be repeated from seed and index, and another seed gives other lines."""
    assert corpus(1, 600) == corpus(1, 600)
    assert not {line.text for line in corpus(1, 600) if line.kind in SHAPED} & {
        line.text for line in corpus(2, 600) if line.kind in SHAPED
    }


def test_a_verdict_needs_a_hit_on_the_value() -> None:
    """A finding beside the private value does not count as found, and any finding in a clean line is an alarm."""
    private, clean = Line("shaped", "plate", "甲 12345", 2, 7, 1, 0), Line("clean", "law", "第一条", 0, 0, 1, 0)
    assert not private.judged_wrong([(0, 3)])
    assert private.judged_wrong([(0, 2)])
    assert private.judged_wrong([])
    assert clean.judged_wrong([(0, 1)])
    assert not clean.judged_wrong([])


@pytest.mark.parametrize("seed", range(20))
def test_numbers_satisfy_their_standards(seed: int) -> None:
    """Sums as the standards state them: ISO 7064 leaves 1 of 11, Luhn 0 of 10, GB 32100 0 of 31."""
    rng = Random(seed)
    for whole in (resident_id(rng), resident_id(rng, "X"), foreigner_id(rng)):
        values = [10 if sign == "X" else int(sign) for sign in whole]
        assert sum(value * 2 ** (17 - place) for place, value in enumerate(values)) % 11 == 1
    card = [int(sign) for sign in reversed(bank_card(rng))]
    assert sum(sum(divmod(2 * digit, 10)) if place % 2 else digit for place, digit in enumerate(card)) % 10 == 0
    for all_digits in (True, False):
        code = credit_code(rng, all_digits)
        assert sum(CREDIT_ALPHABET.index(sign) * 3**place for place, sign in enumerate(code[:17] + "0")) % 31 == (
            -CREDIT_ALPHABET.index(code[17]) % 31
        )
        assert len(code) == 18
        assert code.isdecimal() or not all_digits


@pytest.mark.parametrize("make", [resident_id, old_resident_id, mobile, bank_card])
def test_lines_private_by_chance_are_recognised(make: Make) -> None:
    """What is valid as somebody's number does not get into a clean line; a wrong check digit may."""
    assert all(is_private_by_chance(f"编号{make(Random(seed))}。") for seed in range(50))
    assert not any(is_private_by_chance(mistyped_id(Random(seed))) for seed in range(50))


def test_the_kinds_of_the_issue_are_named() -> None:
    """Eight kinds that must never alarm, and landlines."""
    assert set(NAMED) == {
        "document number",
        "hotline",
        "landline",
        "the hall's own contacts",
        "social credit code",
        "standard",
        "date",
        "receipt number",
        "names papers only",
    }

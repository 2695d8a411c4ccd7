"""stretches: a long text judged piece by piece gives the answer of the whole, and an edit is all that is read again."""

import time
from collections.abc import Iterator
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from privacy.corpus import HALL_TEXTS, Line, corpus

from generator.privacy import PublicContacts, find
from generator.privacy import stretches as module
from generator.privacy.stretches import find_in_long, stretches

KNOWN = PublicContacts.of(HALL_TEXTS)
LINES = corpus(7, 3_000)
CLEAN = [line for line in LINES if not find(line.text, KNOWN)]
PRIVATE = [line for line in LINES if line.group != "clean"]
SEPARATORS = ("\n", "\n", "\n", "\x1f", "\x1f\x1f", ",", '","', " ", "。", "\n\n    ", "")


@pytest.fixture(autouse=True)
def _short_stretches(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stretches of a few lines, and no more around them than the rules are said to need, so that every end is tried."""
    with monkeypatch.context() as patch:
        patch.setattr(module, "_SHORTEST", 200)
        patch.setattr(module, "_LONGEST_WAIT", 100)
        patch.setattr(module, "REACH_BEFORE", 80)
        patch.setattr(module, "REACH_AFTER", 250)
        yield


def mixed(rng: Random, lines: list[Line], count: int) -> str:
    """``count`` of ``lines`` with all sorts of things between them."""
    return "".join(rng.choice(lines).text + rng.choice(SEPARATORS) for _ in range(count))


def clean_text(rng: Random, count: int) -> str:
    """About ``count`` lines with nothing private, not even over the ends of lines."""
    text = mixed(rng, CLEAN, count)
    while hits := find(text, KNOWN):
        text = text[: max(0, hits[0].start - 30)] + "。" + text[hits[0].end + 30 :]
    return text


@settings(deadline=None)
@given(st.integers(0, 10**9))
def test_stretches_change_no_answer(seed: int) -> None:
    """Of any mixture of lines, some private, as much is found as in the whole; and clean means that nothing is."""
    rng = Random(seed)
    text = mixed(rng, LINES if rng.random() < 0.7 else CLEAN, 40)
    hits, clean = find_in_long(text, KNOWN)
    assert hits == find(text, KNOWN)
    assert bool(clean) is (not hits and text != "")


@given(st.integers(0, 10**9))
def test_what_is_remembered_hides_nothing(seed: int) -> None:
    """After an edit anywhere, also at the very ends of stretches, the answer is that of the whole text."""
    rng = Random(seed)
    before = clean_text(rng, 40)
    hits, clean = find_in_long(before, KNOWN)
    assert hits == ()
    starts = [part.start for part in stretches(before)] or [0]
    at = max(0, rng.choice(starts) + rng.randint(-30, 30)) if rng.random() < 0.6 else rng.randint(0, len(before))
    piece = rng.choice(PRIVATE if rng.random() < 0.7 else CLEAN).text
    cut = rng.randint(0, len(piece))
    ways = (
        before[:at] + piece + before[at:],
        before[:at] + piece[:cut] + before[at + rng.randint(0, 9) :],
        before[:at] + piece[:cut] + "\n" + piece[cut:] + before[at:],
        before[at:] + before[:at],
        before[:at] + before[at + len(piece) :],
    )
    after = rng.choice(ways)
    assert find_in_long(after, KNOWN, clean)[0] == find(after, KNOWN)


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("微信号：\n", "ren" + "_2026"),
        ("身份证号：\n", "abc" + "123456"),
        ("护照号码\n\n    ", "x" + "10203040"),
        ("家庭住址：\n", "不存在小区的某一处地方，" + "3栋501"),
        ("不存在小区3栋\n", "乙单元2" + "501室"),
        ("地址为不存在小区第3\n", "栋2" + "单元501室"),
        ("a.b(\n", "at)" + "mail.example"),
        ("京 ", "A·1" + "0203"),
    ],
)
def test_a_value_over_the_end_of_a_stretch_is_found(label: str, value: str) -> None:
    """Both sides of an end were clean with nearly all of what is around them now; together they are read again."""
    text = "甲" * 220 + label + value + "丙" * 300
    assert find(text, KNOWN)
    clean: set[str] = set()
    for cut in range(100, len(text) - 200):
        clean |= find_in_long(text[:cut] + "乙" * (len(text) - cut), KNOWN)[1]
        clean |= find_in_long("丁" * cut + text[cut:], KNOWN)[1]
    assert find_in_long(text, KNOWN, clean)[0] == find(text, KNOWN)


@given(st.integers(0, 10**9))
def test_stretches_are_the_whole_text(seed: int) -> None:
    """They follow each other without a gap from the first character to the last."""
    text = mixed(Random(seed), LINES, 30)
    parts = list(stretches(text))
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(left.end == right.start for left, right in pairwise(parts))


def test_only_what_changed_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two thousand lines with one edited a few hundred characters are searched; without an edit, none."""
    lines = [f"编号{chr(0x4E00 + n)}，到第{n % 9}号窗口办理，" + "按指南准备材料，" * 3 for n in range(2_000)]
    _, clean = find_in_long("\n".join(lines), KNOWN)
    searched: list[str] = []
    monkeypatch.setattr(module, "find", lambda text, known: searched.append(text) or find(text, known))

    assert find_in_long("\n".join(lines), KNOWN, clean) == ((), clean)
    assert searched == []

    lines[1_000] = "改了，" + lines[1_000]
    assert find_in_long("\n".join(lines), KNOWN, clean)[0] == ()
    assert 0 < sum(map(len, searched)) < 3_000


def test_a_run_of_digits_is_never_divided() -> None:
    """However long a run is, and whatever lines it goes over, it stands in one stretch."""
    text = "甲" * 190 + "1 2\n" * 400 + "乙" * 300
    assert [text[part.start] for part in stretches(text)] == ["甲", "乙"]


def test_a_row_of_half_hidden_numbers_is_never_divided() -> None:
    """What is hidden in one row is judged together, so no stretch begins there."""
    text = "甲" * 190 + "\n".join(["a1**a"] * 100) + "\n" + "乙\n" * 200
    assert all(text[part.start] in "甲乙" for part in stretches(text))


@pytest.mark.parametrize("piece", ["\n", " ", "1", "a", "a\n", "1**\n", "\n" * 70 + "a1**", "\x1f\u200b", "一"])
def test_stretches_take_time_in_proportion(piece: str) -> None:
    """No text makes the search for ends slow: half a megabyte takes well under a second."""
    started = time.process_time()
    assert sum(1 for _ in stretches(piece * (500_000 // len(piece)))) >= 1
    assert time.process_time() - started < 2.0

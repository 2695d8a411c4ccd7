"""The summary of an article: whole sentences, at most 120 characters, no number cut."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.channels.digests import MOST_CHARACTERS, digest, sentences

NUMBER = "2026年11月20日起每月1,234.50元，"
NUMBERS = [found.span() for found in re.finditer("2026年11月20日|1,234.50元", NUMBER)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["家里遇到难处，可以申请。", "要多久：20个工作日。"], "家里遇到难处，可以申请。要多久：20个工作日。"),
        (["没有句号", None, "", "第二句！"], "没有句号。第二句！"),
        (["他说：“可以。”然后走了。"], "他说：“可以。”然后走了。"),
        (["第一行，\n第二行"], "第一行。第二行。"),
        ([], ""),
        (["短句。", "长" * 119 + "。", "又短。"], "短句。"),
        (["长" * 119 + "。"], "长" * 119 + "。"),
        (["𠮷" * 60, "短句。"], "𠮷" * 59 + "…"),
        (["བྱེད་པ།", "བྱེད་པ།"], "བྱེད་པ།བྱེད་པ།"),
    ],
)
def test_summary_has_whole_sentences(texts: list[str | None], expected: str) -> None:
    """Sentences are taken in their order while there is room; a line without a full stop gets one."""
    assert digest(texts) == expected


def test_long_sentence_ends_at_a_comma() -> None:
    """Of one that is too long its first clauses stay."""
    assert digest([f"{'甲' * 60}，{'乙' * 40}，{'丙' * 60}。"]) == f"{'甲' * 60}，{'乙' * 40}…"


def test_long_first_sentence_is_not_passed_over() -> None:
    """What comes behind it would be taken for all that there is."""
    assert digest([f"{'据' * 70}，{'经' * 70}。", "特此公告。"]) == f"{'据' * 70}…"


@pytest.mark.parametrize("sign", ["👨\u200d👩\u200d👧", "👍🏽", "🇨🇳", "☎\ufe0f", "e\u0301", "ཚོ", "𠮷\U000e0100"])
def test_sign_is_never_cut(sign: str) -> None:
    """Wherever the room ends within what is seen as one sign, the whole of it falls away."""
    for before in range(106, 121):
        found = digest(["字" * before + sign + "尾" * 60])
        assert len(found.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
        assert found.removesuffix("…").lstrip("字").rstrip("尾") in ("", sign)


def test_words_of_other_scripts_stay_whole() -> None:
    """A text in Tibetan ends behind a syllable, one in Uyghur behind a word."""
    tibetan, uyghur = "ཚོགས་ཉེན་སྲུང་" * 20, "ئىجتىمائىي كاپالەت " * 20
    assert digest([tibetan]).removesuffix("…").split("་")[-1] in ("ཚོགས", "ཉེན", "སྲུང")
    assert digest([uyghur]).removesuffix("…").split(" ")[-1] in ("ئىجتىمائىي", "كاپالەت")


@pytest.mark.parametrize("before", range(100, 121))
def test_number_is_never_cut(before: int) -> None:
    """Wherever the room ends within a day or an amount, the whole of it falls away; a comma in it is no comma."""
    found = digest([f"{'字' * before}{NUMBER}" + "尾" * 60])
    assert len(found) <= MOST_CHARACTERS
    told = found.removesuffix("…").lstrip("字")
    whole = {"", *(NUMBER[:end] for end in range(1, len(NUMBER) + 1) if not any(at < end < to for at, to in NUMBERS))}
    assert told in whole or told.startswith(NUMBER)


def test_long_number_without_end_is_cut_all_the_same() -> None:
    """What is but one number leaves something to read."""
    assert digest(["1" * 200]) == "1" * 119 + "…"


@given(st.lists(st.text("字句数12，。！：（）年 \n", max_size=150)))
def test_summary_keeps_its_length_and_invents_nothing(texts: list[str]) -> None:
    """It is never too long, and all of it but its end stands in the texts."""
    found = digest(texts)
    assert len(found) <= MOST_CHARACTERS
    assert found.rstrip("。…") in re.sub("[ \n]*\n[ \n]*", "", "".join(sentences(texts)))

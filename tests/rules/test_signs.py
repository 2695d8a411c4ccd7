"""Rules about the signs of Chinese text."""

import pytest
from rules.dataset_builder import REGULATION, SERVICE, Case, Cases, case_id, sentences, table

from generator.rules import Rule, signs


def summary(text: str) -> dict[str, dict[str, object]]:
    return {SERVICE: {"summary": text}}


def narrow(place: str, found: str, text: str) -> str:
    return f"{place} [text/narrow-sign] 汉字之间用了英文标点“{found}”，请改用中文标点。请写：{text}"


def pinyin(found: str, text: str) -> str:
    return (
        f"{SERVICE}:summary [text/pinyin] 汉字后面带着注音“{found}”，多半是从网页复制来的。不是有意写的，请删去。"
        f"请写：{text}"
    )


CASES: Cases = {
    signs.punctuation_is_full_width: {
        "numbers, hours and Latin words keep theirs": Case(summary("每天9:00开门，3.5元，用WPS(app)打开。")),
        "a former name of the hall stays as it was": Case(
            {"site.yml": {"hall": {"name": "虚谷镇便民服务大厅", "former_names": ["虚谷镇(党群)之家"]}}}
        ),
        **{
            f"{sign} between Han characters": Case(
                summary(f"先取号{sign}再等候。"), (narrow(f"{SERVICE}:summary", sign, f"先取号{wide}再等候。"),)
            )
            for sign, wide in zip(",.;:?!", "，。；：？！", strict=True)
        },
        "brackets, with a comma inside": Case(
            summary("村(社区,含农场)办理。"),
            (narrow(f"{SERVICE}:summary", "(社区,含农场)", "村（社区，含农场）办理。"),),
        ),
        "all in one text at once": Case(
            {REGULATION: {"articles": [{"text": "先登记,后办理,再归档。"}]}},
            (narrow(f"{REGULATION}:articles.0.text", ",", "先登记，后办理，再归档。"),),
        ),
    },
    signs.no_pinyin_is_left: {
        "Latin words without a tone": Case(summary("手机软件(app)可以预约。")),
        "behind a Han character": Case(summary("婺(wù)江边。"), (pinyin("(wù)", "婺江边。"),)),
        "full-width brackets": Case(summary("赡养（shàn yǎng）老人。"), (pinyin("（shàn yǎng）", "赡养老人。"),)),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with the corrected text."""
    assert sentences(rule, case) == case.expected

"""Rules about words that records choose from a list of site.yml."""

import pytest
from content_builder import WALL
from rules.dataset_builder import REGULATION, Case, Cases, case_id, sentences, table

from generator.rules import Rule, listed

NINE = "便民服务承诺, 首问负责, 一次性告知, 限时办结, 档案管理, 卫生保洁, 廉政建设, 工作考勤, 责任追究"

UNPOSTED = {f"regulations/{record_id}.yml": {"wall": None} for record_id in WALL}
"""No regulation hangs on the wall."""


def of_wall(word: str, all_words: str, remedy: str = "") -> str:
    return (
        f"{REGULATION}:wall [wall/unknown] 上墙制度“{word}”不在 site.yml 的 wall_topics 里。不用上墙的，删去这一行；"
        f"要加上它，请在 site.yml 里写：wall_topics: [{all_words}]。{remedy}"
    )


CASES: Cases = {
    listed.words_are_listed: {
        "one of the list": Case(),
        "no list and nothing on the wall": Case({**UNPOSTED, "site.yml": {"wall_topics": []}}),
        "no list": Case(
            {**UNPOSTED, REGULATION: {"wall": "责任追究"}, "site.yml": {"wall_topics": []}},
            (of_wall("责任追究", "责任追究"),),
        ),
        "a topic of the hall's own": Case(
            {**UNPOSTED, REGULATION: {"wall": "村务公开"}, "site.yml": {"wall_topics": ["村务公开", "民主理财"]}}
        ),
        "repealed": Case({REGULATION: {"wall": "来访登记", "status": "废止"}}),
        "nearly one of them": Case(
            {REGULATION: {"wall": "责任追究制度"}},
            (of_wall("责任追究制度", f"{NINE}, 责任追究制度", "请写：wall: 责任追究"),),
        ),
        "like none of them": Case(
            {REGULATION: {"wall": "来访：登记,接待"}}, (of_wall("来访：登记,接待", f'{NINE}, "来访：登记,接待"'),)
        ),
        "a private number is not repeated": Case(
            {REGULATION: {"wall": "0300 000000000"}}, (of_wall("〔数字〕", f'{NINE}, "〔数字〕"'),)
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected

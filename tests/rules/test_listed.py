"""Rules about words that records choose from a list of site.yml."""

import pytest
from content_builder import WALL
from rules.dataset_builder import NOTICE, REGULATION, SERVICE, Case, Cases, case_id, sentences, table

from generator.rules import Rule, listed

NINE = "便民服务承诺, 首问负责, 一次性告知, 限时办结, 档案管理, 卫生保洁, 廉政建设, 工作考勤, 责任追究"

LEVELS = "国家级, 省级, 市级, 县级, 乡镇级, 村级"

UNPOSTED = {f"regulations/{record_id}.yml": {"wall": None} for record_id in WALL}
"""No regulation hangs on the wall."""


def of_wall(word: str, all_words: str, remedy: str = "") -> str:
    return (
        f"{REGULATION}:wall [wall/unknown] 上墙制度“{word}”不在 site.yml 的 wall_topics 里。不用上墙的，删去这一行；"
        f"要加上它，请在 site.yml 里写：wall_topics: [{all_words}]。{remedy}"
    )


def of_list(place: str, title: str, word: str, field: str, all_words: str, remedy: str = "") -> tuple[str]:
    return (
        f"{place} [list/unknown] {title}“{word}”不在 site.yml 的 {field} 里。"
        f"要加上它，请在 site.yml 里写：{field}: [{all_words}]。{remedy}",
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
            {REGULATION: {"wall": "0300 000000000"}}, (of_wall("〔数字〕", f"{NINE}, 〔数字〕"),)
        ),
        "an audience that nobody listed": Case(
            {SERVICE: {"audience": ["个人", "集体"]}},
            of_list(f"{SERVICE}:audience.1", "服务对象", "集体", "audiences", "个人, 企业, 其他组织, 集体"),
        ),
        "audiences of the hall's own": Case(
            {"site.yml": {"audiences": ["本村村民", "外来人员"]}, SERVICE: {"audience": ["外来人员", "本村村民"]}}
        ),
        "an audience of another hall": Case(
            {"site.yml": {"audiences": ["本村村民"]}, SERVICE: {"audience": ["村民"]}},
            of_list(f"{SERVICE}:audience.0", "服务对象", "村民", "audiences", "本村村民, 村民", "请写：本村村民"),
        ),
        "nearly a level": Case(
            {SERVICE: {"level": "镇级"}},
            of_list(f"{SERVICE}:level", "行使层级", "镇级", "levels", f"{LEVELS}, 镇级", "请写：level: 乡镇级"),
        ),
        "a level of the hall's own": Case({"site.yml": {"levels": ["居委会自办"]}, SERVICE: {"level": "居委会自办"}}),
        "a kind of notice that nobody listed": Case(
            {NOTICE: {"kind": "村务公开"}},
            of_list(f"{NOTICE}:kind", "公告类型", "村务公开", "notice_kinds", "公示, 公告, 通知, 村务公开"),
        ),
        "a kind of notice of the hall's own": Case(
            {"site.yml": {"notice_kinds": ["村务公开"]}, NOTICE: {"kind": "村务公开"}}
        ),
        "a life event that nobody listed": Case(
            {SERVICE: {"life_events": ["困难救助", "养老"]}},
            of_list(f"{SERVICE}:life_events.1", "生活事件", "养老", "life_events", "困难救助, 养老"),
        ),
        "several in one item": Case(
            {SERVICE: {"audience": ["个人、企业"]}},
            (
                f"{SERVICE}:audience.0 [list/several] 服务对象每个是单独的一项，“个人、企业”把几个写成了一项。"
                "请用英文逗号加一个空格分开；一行一项的，各起一行。请写：[个人, 企业]",
            ),
        ),
        "words of a service that has ended": Case(
            {SERVICE: {"level": "镇级", "audience": ["集体"], "status": {"state": "取消", "reason": "并入低保"}}}
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected

"""Rules about posted regulations."""

import pytest
from rules.dataset_builder import REGULATION, Case, Cases, case_id, content, sentences, table, told

from generator.rules import Rule, regulations

OLD = "regulations/zeren-zhuijiu-2020.yml"
ARTICLES = [{"text": "工作人员应当遵守本制度。"}]


def older(status: str = "废止") -> dict[str, dict[str, object]]:
    """An older version of the regulation, and the newer one that supersedes it."""
    return {
        OLD: {"id": "zeren-zhuijiu-2020", "title": "旧制度", "status": status, "articles": ARTICLES},
        REGULATION: {"supersedes": "zeren-zhuijiu-2020"},
    }


def numbered(place: str, number: str, text: str) -> str:
    return (
        f"{REGULATION}:{place} [regulation/numbered] 这里自己写了编号“{number}”。编号由程序加，会印成两个。"
        f"请删去编号，只留后面的文字。请写：{text}"
    )


CASES: Cases = {
    regulations.wall_is_complete: {
        "all nine": Case(),
        "a hall of which no regulation has to hang": Case(
            {"site.yml": {"wall_topics": []}, REGULATION: {"wall": None}}
        ),
        "the hall's own list": Case(
            {"site.yml": {"wall_topics": ["责任追究", "村务公开"]}},
            (
                "regulations/: [wall/missing] 必须上墙的“村务公开”制度还没有登记。运行 gongshi new regulation 编号 新建一份。请写：wall: 村务公开",
            ),
        ),
        "on trial counts": Case({REGULATION: {"status": "试行"}}),
        "one is not there": Case(
            {REGULATION: None},
            (
                "regulations/: [wall/missing] 必须上墙的“责任追究”制度还没有登记。运行 gongshi new regulation 编号 新建一份。请写：wall: 责任追究",
            ),
        ),
        "one is repealed": Case(
            {REGULATION: {"status": "废止"}},
            (
                "regulations/: [wall/missing] 必须上墙的“责任追究”制度还没有登记。运行 gongshi new regulation 编号 新建一份。请写：wall: 责任追究",
            ),
        ),
    },
    regulations.wall_topics_are_distinct: {
        "once each": Case(),
        "the older one is repealed": Case({OLD: {**older()[OLD], "wall": "责任追究"}}),
        "twice": Case(
            {OLD: {**older("试行")[OLD], "wall": "责任追究"}},
            (f"{OLD}:wall [wall/twice] “责任追究”已由 zeren-zhuijiu 登记，现行的上墙制度每项只能有一份。",),
        ),
    },
    regulations.text_is_present: {
        "articles": Case(),
        "chapters": Case({REGULATION: {"articles": None, "chapters": [{"title": "总则", "articles": ARTICLES}]}}),
        "repealed": Case({REGULATION: {"articles": None, "status": "废止"}}),
        "only a preamble": Case(
            {REGULATION: {"articles": None, "preamble": "为了办好事，制定本制度。"}},
            (f"{REGULATION}:articles [regulation/no-text] 没有正文（articles 或 chapters）。",),
        ),
    },
    regulations.declared_gaps_are_shown: {
        "none": Case(),
        "repealed": Case({REGULATION: {"gaps": [{"kind": "缺失", "where": "全文"}], "status": "废止"}}),
        "two": Case(
            {REGULATION: {"gaps": [{"kind": "缺失", "where": "第六条"}, {"kind": "截断", "where": "全文"}]}},
            (
                f"{REGULATION}:gaps.0 [regulation/gap] 登记了缺漏：缺失，位置“第六条”。补齐后请删去这一条 gaps。",
                f"{REGULATION}:gaps.1 [regulation/gap] 登记了缺漏：截断，位置“全文”。补齐后请删去这一条 gaps。",
            ),
        ),
    },
    regulations.numbers_are_left_to_the_program: {
        "none": Case(),
        "references and amounts": Case(
            {
                REGULATION: {
                    "articles": [
                        {
                            "text": "第五条规定的情形除外。",
                            "items": [{"text": "10个工作日；", "items": ["2.5米以上。"]}],
                        },
                        {"text": "一次性告知。"},
                        {"text": "2026年起施行。"},
                        {
                            "text": "一、二级残疾人优先办理。",
                            "items": [{"text": "3、4号窗口；"}, {"text": "1、2、3楼。"}],
                        },
                    ]
                }
            }
        ),
        "articles": Case(
            {REGULATION: {"articles": [{"text": "第一条 为了群众。"}, {"text": "二、服务。"}, {"text": "1.先登记。"}]}},
            (
                numbered("articles.0.text", "第一条", "为了群众。"),
                numbered("articles.1.text", "二、", "服务。"),
                numbered("articles.2.text", "1.", "先登记。"),
            ),
        ),
        "chapters, items, items of items": Case(
            {
                REGULATION: {
                    "articles": None,
                    "chapters": [
                        {
                            "title": "第一章　总则",
                            "articles": [{"text": "下列：", "items": [{"text": "（一）甲；", "items": ["①乙。"]}]}],
                        }
                    ],
                }
            },
            (
                numbered("chapters.0.title", "第一章", "总则"),
                numbered("chapters.0.articles.0.items.0.text", "（一）", "甲；"),
                numbered("chapters.0.articles.0.items.0.items.0.text", "①", "乙。"),
            ),
        ),
    },
    regulations.superseded_is_repealed: {
        "nothing superseded": Case(),
        "the older one is repealed": Case(older()),
        "the older one is in force": Case(
            older("现行"),
            (
                f"{REGULATION}:supersedes [regulation/superseded] 被取代的“zeren-zhuijiu-2020”仍是现行或试行。"
                "请把它的 status 改为 废止。",
            ),
        ),
        "the older one does not exist": Case(
            {REGULATION: {"supersedes": "nowhere"}},
            (f"{REGULATION}:supersedes [reference/regulation] 没有 id 为“nowhere”的另一项制度。",),
        ),
        "itself": Case(
            {REGULATION: {"supersedes": "zeren-zhuijiu"}},
            (f"{REGULATION}:supersedes [reference/regulation] 没有 id 为“zeren-zhuijiu”的另一项制度。",),
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected


def test_unreadable_superseded_regulation_is_not_reported_twice() -> None:
    """A superseded regulation whose file could not be read is not reported as missing."""
    dataset = content({REGULATION: {"supersedes": "kaputt"}}, broken=["regulations/kaputt"])
    assert told(regulations.superseded_is_repealed(dataset, Case().today)) == ()

"""Rules about numbers that were typed before what the program numbers."""

import pytest
from rules.dataset_builder import SERVICE, Case, Cases, case_id, sentences, table

from generator.rules import Rule, numbering


def numbered(place: str, number: str, text: str) -> str:
    return (
        f"{place} [text/numbered] 这里自己写了“{number}”。各项前面的编号或者圆点由程序加，会印成两个。"
        f"请删去，只留后面的文字。请写：{text}"
    )


TYPED = {
    "1. 年满十八周岁。": "1.",
    "2．年满十八周岁。": "2．",
    "3、年满十八周岁。": "3、",
    "4）年满十八周岁。": "4）",
    "5：年满十八周岁。": "5：",
    "（1）年满十八周岁。": "（1）",
    "(2) 年满十八周岁。": "(2)",
    "一、年满十八周岁。": "一、",
    "（十二）年满十八周岁。": "（十二）",
    "①年满十八周岁。": "①",
    "⑵ 年满十八周岁。": "⑵",
    "⒊年满十八周岁。": "⒊",
    "㈣年满十八周岁。": "㈣",
    "❺年满十八周岁。": "❺",
    "条件六：年满十八周岁。": "条件六：",
    "７．年满十八周岁。": "７．",
    "八．年满十八周岁。": "八．",
    "【9】年满十八周岁。": "【9】",
    "第十，年满十八周岁。": "第十，",
    "A.年满十八周岁。": "A.",
    "b）年满十八周岁。": "b）",
    "Ⅲ、年满十八周岁。": "Ⅲ、",
    "● 年满十八周岁。": "●",
}
WITHIN_THE_SENTENCE = (
    "一、二级残疾人；", "三、四类低保对象。", "3、4号窗口都能办。", "1、2、3年级学生；", "1、2寸照片各一张。", "1.5倍以内；", "3.15消费维权。",
    "2026年起申请。", "一次性告知。", "十八周岁以上；", "第一次申请的。", "10个工作日内没有办过。", "第五条规定的情形。", "2026.7.1以后出生。",
    "条件一致的。", "A、B级危房。", "第一、二款规定的。", "第一，二款规定的。", "a4纸打印。", "C级危房；", "【住院】期间。", "（含）以下的。", "材料二选一。",
)  # fmt: skip
CASES: Cases = {
    numbering.lists_are_not_numbered: {
        "none": Case(),
        "a number within the sentence": Case({SERVICE: {"conditions": list(WITHIN_THE_SENTENCE)}}),
        "numbers of what an item announces": Case(
            {SERVICE: {"conditions": ["年满六十周岁。", "有下列情形之一：", "（一）独居；", "（二）失能。"]}}
        ),
        "typed in any shape": Case(
            {SERVICE: {"conditions": list(TYPED)}},
            tuple(
                numbered(f"{SERVICE}:conditions.{place}", number, "年满十八周岁。")
                for place, number in enumerate(TYPED.values())
            ),
        ),
        "in every list that the program numbers": Case(
            {
                SERVICE: {
                    "exclusions": ["可以补正的；", "2. 已经办过的。"],
                    "materials": [{"name": "1.申请书"}, {"material": "id-card"}, {"name": "3、户口簿"}],
                    "steps": [{"name": "第一步：受理", "who": "民政岗", "what": "1.看材料。2.登记。"}],
                    "online": [{"name": "（1）省政务服务网"}],
                },
                "site.yml": {"supervision": {"handling": ["登记。", "二、当场答复。"]}},
                "windows.yml": {
                    "windows": [{"id": "minzheng", "name": "民政救济"}],
                    "functions": [{"name": "民政救济", "duties": ["②受理临时救助申请。"]}],
                },
            },
            (
                numbered(f"{SERVICE}:exclusions.1", "2.", "已经办过的。"),
                numbered(f"{SERVICE}:materials.0.name", "1.", "申请书"),
                numbered(f"{SERVICE}:materials.2.name", "3、", "户口簿"),
                numbered(f"{SERVICE}:steps.0.name", "第一步：", "受理"),
                numbered(f"{SERVICE}:online.0.name", "（1）", "省政务服务网"),
                numbered("site.yml:supervision.handling.1", "二、", "当场答复。"),
                numbered("windows.yml:functions.0.duties.0", "②", "受理临时救助申请。"),
            ),
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected

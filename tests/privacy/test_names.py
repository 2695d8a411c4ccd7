"""names: labelled names and relations are found, those of people in need stop publication; words of rules pass."""

import pytest

from generator.privacy import find
from generator.privacy.gate import ScanPolicy, inspect
from generator.privacy.names import LABELS
from generator.privacy.sensitive import NEVER_NAMED


@pytest.mark.parametrize(
    "text",
    [
        "户主：虞满仓",
        "申请人虞春桃于7月8日提交材料",
        "申请人：淳于 静",
        "代办人 虞静",
        "配偶：虞三",
        "其子虞守拙在校读书",
        "虞守拙（长子）",
        "姓名,金额\n虞春桃,860\n",
        "<table><tr><th>户主</th></tr><tr><td>虞春桃</td></tr></table>",
        "| 申请人 | 结果 |\n| --- | --- |\n| 虞春桃 | 通过 |",
        "公示名单：\n虞三 500元\n虞四 600元",
        "户主：扎西多吉",
        "申请人：*虞静",
        "申请人：虞*静桃",
        "申请人\n虞春桃\n2026年7月",
        "以下各项由窗口填写，请核对本页的申请人\n虞春桃\n",
    ],
)
def test_of_a_labelled_name_people_are_reminded(text: str) -> None:
    """Beside a label or a relation, in a column, in a list, or behind a mask that hides too little."""
    assert {hit.kind for hit in find(text)} == {"name"}


@pytest.mark.parametrize(
    "text", ["社区矫正对象：虞满仓", "孤儿虞小花", "信访人：虞满仓", "户主：虞满仓，肺癌", "留守儿童虞小花由祖母照料"]
)
def test_names_of_people_in_need_stop_publication(text: str) -> None:
    """A label or a word of the same sentence tells of illness, petition, correction or children in need."""
    assert [hit.kind for hit in find(text)] == ["sensitive-name"]


@pytest.mark.parametrize(
    "text",
    [
        "申请人应当于五日内补正",
        "申请人：成年子女",
        "户主：高龄老人优先",
        "配偶、父母、子女",
        "孤儿基本生活保障",
        "窗口负责人：虞满仓",
        "监督人：虞满仓",
        "申请人：虞**",
        "户主：虞*桃",
        "申请人：虚谷镇中心小学",
        "未经权利人许可的",
        "没有生活来源，又没有人赡养的老人、残疾人\n和孩子，由政府供养",
    ],
)
def test_words_of_rules_offices_and_good_masks_pass(text: str) -> None:
    """Rules, bodies, the hall's own people and sufficient masks are no finding."""
    assert find(text) == ()


def test_a_name_is_no_leak_but_a_reminder() -> None:
    """The gate tells of it apart from what stops publication."""
    verdict = inspect([("a.md", "户主：虞满仓".encode())], ScanPolicy())
    assert verdict.leaks == ()
    assert [leak.kind for leak in verdict.reminders] == ["name"]


@pytest.mark.parametrize(
    ("text", "nameable"),
    [
        ("户主：虞满仓", True),
        ("患者：虞满仓，住院3次", True),
        ("姓名：虞满仓，现任信访办主任", True),
        ("姓名：虞满仓，无犯罪记录", True),
        ("姓名,出生年月,现任职务\n虞满仓,1975.03,戒毒所所长", True),
        ("虞满仓，1975年3月生", True),
        ("出生年月：1975年3月，2001年7月参加工作", True),
        ("一九七五年三月生", True),
        ("出生年月：197503", True),
        ("出生年月：1975.03.07", False),
        ("出生：1975年3月 7日", False),
        ("生日：3月7日", False),
        ("出生日期：19750307", False),
        ("信访人：虞满仓", False),
        ("姓名：虞满仓，多次上访", False),
        ("矫正对象 虞满仓", False),
        ("孤儿姓名\n虞满仓", False),
        ("孤儿：虞满仓，出生年月：2015年3月", False),
        ("患者：虞满仓（艾滋病）", False),
        ("手机：" + "138" + "0013" + "8001", False),
        ("住虚谷小区3栋2单元501室", False),
    ],
)
def test_a_law_may_require_names_and_months_of_birth(text: str, nameable: bool) -> None:
    """But no number, no day of birth, and nobody who petitions or reports, is punished or treated, or a child in need."""
    hits = find(text)
    assert hits
    assert {hit.nameable for hit in hits} == {nameable}


def test_who_is_never_named_has_a_label_that_is_looked_for() -> None:
    """A label that no detector knows would promise what nobody keeps."""
    assert LABELS >= NEVER_NAMED

"""masked, names: what hides a sign or two of a number or a name hides nothing."""

import pytest

from generator.privacy import find


@pytest.mark.parametrize(
    "text",
    [
        "电话：1380000013*",
        "手机13*00138000",
        "电话：138-0013-80**",
        "电话：138001380xx",
        "身份证：110105194913310*2X",
        "账号：6222020000000000*07",
        "户主：赵 **，身份证11010519491331**2X",
        "账号 6222*2000000000007 600元",
    ],
)
def test_few_hidden_digits_hide_nothing(text: str) -> None:
    """One star within a number, two weak signs at its end, and a sum of money beside it."""
    assert {hit.kind for hit in find(text)} & {"masked-id", "labelled-number"}


@pytest.mark.parametrize(
    "text",
    [
        "补贴标准：100*200元",
        "规格 1300*2600 毫米，共15000*3块",
        "咨询电话：12345##按键",
        "监督电话 0300-0000112**",
        "**重点** 于每月10日前报送",
        "编号：SL2026****0012",
        "银行账号尾号 **** 1234",
    ],
)
def test_products_keys_and_enough_stars_pass(text: str) -> None:
    """A star between two counts multiplies, two around a text make it bold, and four hide enough."""
    assert not list(find(text))


@pytest.mark.parametrize(
    "text",
    [
        "受助学生：*小红",
        "户主：王**明明",
        "姓名：李*四五",
        "户主:刘※春兰",
        "姓名：陈某某（陈建国）",
        "申请人：王*国（王建国）",
        "户主：李** 李春兰",
        "申请人***王建国",
        "姓名：某建国",
    ],
)
def test_names_that_show_through_are_found(text: str) -> None:
    """A given name of which only the family name is hidden, and the whole name beside the masked one."""
    assert "name" in [hit.kind for hit in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "申请人：欧阳**",
        "申请人：王*明",
        "户主：张**，临时救助1200元",
        "姓名：×××",
        "填写示例：张某（申请人）",
        "经办人：王某（窗口负责人）",
        "李某某（男）申请低保，公示7天",
    ],
)
def test_masked_names_pass(text: str) -> None:
    """What shows the family name and, from three characters on, the last one; words in brackets are no names."""
    assert not list(find(text))

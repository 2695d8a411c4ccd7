"""starter_values: what init and new wrote is an error wherever it is left, and nothing else is."""

import pytest

from generator.content.problems import make_problem
from generator.content.starter_values import DEMO_TOWNS, in_pages, in_record, is_demo, without_echoes
from generator.model import Site

SITE = {"organisation": "乌有镇人民政府", "town": "乌有镇", "hall": {"name": "乌有镇便民服务大厅"}}
DEMO = {"organisation": "虚谷镇人民政府", "town": "虚谷镇", "hall": {"name": "虚谷镇便民服务大厅"}}


def rules(text: str, demo: bool | None = False) -> list[str]:
    """Line, column, rule of each problem of a file of records."""
    found = in_record("content/x.yml", text.encode(), demo)
    return [f"{one.line}:{one.column} {one.rule.removeprefix('starter/')}" for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("issuer: 示例镇人民政府\n", ["1:9 place"]),
        ("a:\n  - b: 在示例村和示例社区\n", ["2:8 place", "2:8 place"]),
        ("address: 示例镇示例路1号\n", ["1:10 place"]),
        ("phone: 0300-0000199\n", ["1:8 phone"]),
        ("text: 请打03000000112，或者0300 0000112。\n", ["1:7 phone", "1:7 phone"]),
        ("title: 【填写：标题】\n", ["1:8 blank"]),
        ("title: 甲【填写:标题】乙\n", ["1:8 blank"]),
        ("text: |\n  第一行\n  【填写：第二行\n", ["1:7 blank"]),
        ("aliases: [甲, 【填写：别的叫法】]\n", ["1:14 blank"]),
        ("# 示例镇 0300-0000100\ndays: 【填写：天数】\n", ["2:7 blank"]),
    ],
)
def test_value_of_the_starter_is_found_where_it_stands(text: str, expected: list[str]) -> None:
    """At its value, however deep it lies; each word once."""
    assert rules(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# 把“示例镇”换成您的地方，0300-0000100 换成真实的电话\nissuer: 乌有镇人民政府 # 【填写：单位】\n",
        "example: 填写示例表，见窗口的示例\n",
        "phone: 0310-3000000\nenquiry_phone: 10300-0000100\n",
        "number: 203000000100\ntext: 第0300号、【注】填写说明\n",
        "title: 示例镇\ntitle: 示例镇\n",
    ],
    ids=["comments", "examples", "other phones", "other numbers", "no sound YAML"],
)
def test_what_a_hall_may_write_is_none(text: str) -> None:
    """Nor is a comment, nor a file that has to be put right first."""
    assert rules(text) == []


@pytest.mark.parametrize("town", DEMO_TOWNS)
def test_each_demo_goes_by_one_town(town: str) -> None:
    """The towns of the demo fleet may not be mixed: a hall has one."""
    names = {"organisation": f"{town}人民政府", "town": town, "hall": {"name": f"{town}便民服务大厅"}}
    other = DEMO_TOWNS[DEMO_TOWNS.index(town) - 1]

    assert is_demo(Site.model_validate(names))
    assert not is_demo(Site.model_validate({**names, "town": other}))


def test_only_the_demo_may_have_invented_phones() -> None:
    """All its names are those of the town that does not exist; nothing is said of phones while they are not known."""
    assert [is_demo(Site.model_validate(names)) for names in (DEMO, SITE)] == [True, False]
    assert is_demo(None) is None
    for name in ("organisation", "town", "hall"):
        assert not is_demo(Site.model_validate({**DEMO, name: SITE[name]}))
    text = "phone: 0300-0000100\nissuer: 示例镇\nname: 【填写：名称】\n"
    assert rules(text) == ["1:8 phone", "2:9 place", "3:7 blank"]
    assert rules(text, True) == rules(text, None) == ["2:9 place", "3:7 blank"]


def test_pages_of_prose_are_searched_line_by_line() -> None:
    """With line and column of the word."""
    found = in_pages({"content/pages/about.md": "# 关于\n\n电话：0300-0000100，示例镇。\n"}, False)

    assert [str(one).partition("]")[0] for one in found] == [
        "content/pages/about.md:3:17 [starter/place",
        "content/pages/about.md:3:4 [starter/phone",
    ]


def test_blank_is_reported_once() -> None:
    """That a blank is no date and no choice goes without saying; other mistakes stay."""
    blank = make_problem("starter/blank", "a.yml", 3, 7, {"found": "【填写：日期】"})
    echo = make_problem("phone/shape", "a.yml", 3, 7, {"value": "x"})
    others = [make_problem("phone/shape", "a.yml", line, 7, {"value": "x"}) for line in (2, 4)]

    assert without_echoes([echo, blank, *others]) == [blank, *others]

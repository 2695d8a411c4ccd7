"""answers: what is written into a cell, and the value that it means."""

from datetime import date

import pytest
from gaps.gap_builder import only_gap, registered
from rules.dataset_builder import NOTICE, REGULATION, SERVICE, Changes

from generator.gaps.answers import Form, form_of, how_to_answer, value_of
from generator.gaps.fields import field_of, record_model
from generator.gaps.rows import rows
from generator.model import Service
from generator.texts.gaps import HOW


@pytest.mark.parametrize(
    ("changes", "key", "form"),
    [
        ({SERVICE: {"summary": None}}, "summary", "text"),
        ({SERVICE: {"conditions": None}}, "conditions", "lines"),
        ({SERVICE: {"type": None}}, "type", "choice"),
        ({SERVICE: {"audience": None}}, "audience", "choices"),
        ({SERVICE: {"level": None}}, "level", "choice"),
        ({SERVICE: {"agent": None}}, "agent", "truth"),
        ({SERVICE: {"verified": None}}, "verified", "day"),
        ({SERVICE: {"visits": None}}, "visits", "number"),
        ({SERVICE: {"time_limits": {"promised": "10个工作日"}}}, "time_limits.statutory", "limit"),
        ({SERVICE: {"time_limits": {"promised": "10天", "statutory": "20个工作日"}}}, "time_limits.promised.unit", "choice"),
        ({SERVICE: {"fee": None}}, "fee", "fee"),
        ({SERVICE: {"legal_basis": None}}, "legal_basis", "bases"),
        ({SERVICE: {"materials": None}}, "materials", "materials"),
        ({SERVICE: {"steps": None}}, "steps", "steps"),
        ({SERVICE: {"result": None}}, "result", "named"),
        ({SERVICE: {"status": {"state": "暂停"}}}, "status.reason", "text"),
        ({SERVICE: {"steps": [{"name": "受理"}]}}, "steps.0", None),
        ({SERVICE: {"summary": "有____的。"}}, "summary", None),
        ({REGULATION: {"effective": None}}, "effective", "day"),
        ({REGULATION: {"articles": None}}, "articles", None),
        ({REGULATION: {"gaps": [{"kind": "截断", "where": "第二条"}]}}, "gaps.0", None),
        ({NOTICE: {"body": None}}, "body", "lines"),
        ({"windows.yml": {"windows": [{"id": "minzheng", "name": "民政救济", "backup": "岗", "phone": "0300-0000104"}]}}, "staff_role", "text"),
        ({"windows.yml": {"functions": []}}, "", None),
    ],
)  # fmt: skip
def test_each_gap_has_its_form(changes: Changes, key: str, form: Form | None) -> None:
    """A field without a value is told in a cell by its type; what is wrong in a longer text is not."""
    gap = only_gap(changes)

    assert ".".join(map(str, gap.keys)) == key
    assert form_of(gap, record_model(gap.place)) == form


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        ("text", "  救急的。 ", "救急的。"),
        ("phone", "0300-0000104、0300-0000105", "0300-0000104、0300-0000105"),
        ("phone", "问民政窗口", None),
        ("phone", "电话：0300-0000104，下班后问值班室", None),
        ("lines", "1. 困难\n2. 有户籍", ["困难", "有户籍"]),
        ("lines", "2026年以前的", ["2026年以前的"]),
        ("choice", "行政许可", "行政许可"),
        ("choices", "个人、企业", ["个人", "企业"]),
        ("choices", "谁都行", None),
        ("truth", "可以", True),
        ("truth", "不能", False),
        ("truth", "也许", None),
        ("day", "2026年1月5日", date(2026, 1, 5)),
        ("day", "去年", None),
        ("number", "一次", 1),
        ("number", "0", 0),
        ("number", "好几次", None),
        ("limit", "10个工作日", {"days": 10, "unit": "工作日"}),
        ("limit", "20日", {"days": 20}),
        ("limit", "3个月", {"months": 3}),
        ("limit", "当场办结", {"immediate": True}),
        ("limit", "未规定", {"unregulated": True}),
        ("limit", "尽快", None),
        ("fee", "免费", {"free": True}),
        ("fee", "工本费每本5元", {"items": [{"name": "工本费", "standard": "每本5元"}]}),
        ("fee", "每本5元", {"items": [{"name": "收费", "standard": "每本5元"}]}),
        ("bases", "《社会救助暂行办法》（国务院令第649号）第四十七条", [{"title": "社会救助暂行办法", "document_number": "国务院令第649号", "article": "第四十七条"}]),
        ("bases", "省里的通知", None),
        ("materials", "身份证\n申请书", [{"name": "身份证"}, {"name": "申请书"}]),
        ("steps", "受理：民政岗：当场查看\n办结", [{"name": "受理", "who": "民政岗", "what": "当场查看"}, {"name": "办结"}]),
        ("steps", "受理：当场查看材料", [{"name": "受理", "what": "当场查看材料"}]),
        ("named", "救助金", {"name": "救助金"}),
    ],
)  # fmt: skip
def test_a_text_means_a_value(form: Form, text: str, value: object) -> None:
    """Everyday wordings are understood; what has no one meaning is not taken."""
    assert value_of(form, text, ("个人", "企业")) == value


def test_what_to_write_is_told_for_every_form() -> None:
    """A field with fixed words names them."""
    told = {row.gap.field: row.how for row in rows(registered({SERVICE: {"audience": None, "visits": None}}))}

    assert told == {"服务对象": "可以写几个，用顿号隔开：个人、企业、其他组织。", "到现场次数": "写数字。"}
    assert how_to_answer(None, ()) == "一格写不下，请交原文，或者改文件。"


def test_words_that_the_hall_lists_may_be_chosen() -> None:
    """Where site.yml lists the words of a field, those are named, and offered in the cell of a single word."""
    lists = {"audiences": ["村民", "外来人员"], "levels": ["村级", "乡镇级"]}
    found = rows(registered({"site.yml": lists, SERVICE: {"audience": None, "level": None}}))

    assert {row.gap.field: (row.how, row.words) for row in found} == {
        "服务对象": ("可以写几个，用顿号隔开：村民、外来人员。", ()),
        "行使层级": (HOW["choice"].format(choices="村级、乡镇级"), ("村级", "乡镇级")),
    }


def test_field_within_a_list_is_none() -> None:
    """The number of an item changes when the list does."""
    assert field_of(("steps", 0, "who"), Service) is None
    assert field_of(("no_such", "who"), Service) is None


def test_windows_are_offered_and_words_of_the_hall_taken() -> None:
    """The window is one of those that the hall has; several audiences of its own may be written in one cell."""
    (told,) = (row for row in rows(registered({SERVICE: {"window": None}})) if row.gap.field == "办理窗口")

    assert (told.how, told.words) == ("选一个：民政救济。", ("民政救济",))
    assert value_of("choices", "村民、商户", ("村民", "商户")) == ["村民", "商户"]
    assert value_of("choices", "法人", ("村民", "企业", "其他组织")) == ["企业", "其他组织"]
    assert value_of("choices", "法人", ("村民", "商户")) is None

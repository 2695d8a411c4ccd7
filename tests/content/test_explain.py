"""What pydantic finds wrong with a value is said in a clerk's words, with the field's Chinese title and a remedy."""

from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.content import explain
from generator.content.explain import FieldError, field_errors
from generator.content.problems import make_problem
from generator.model import HolidayYear, KnownChange, Notice, Regulation, ResultPeriod, Service, Site, Windows
from generator.model.hall import Hall
from generator.texts.checks import MESSAGES

SERVICE: dict[str, Any] = {"id": "a", "name": "b", "status": {"state": "在办"}}
ARTICLE = {"text": "一。"}
CHANGE: dict[str, Any] = {"id": "a", "since": "2026-01-01", "say": "变了", "source": {"title": "b"}}


def complaints_about(model: type[BaseModel], data: object) -> list[FieldError]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return list(field_errors(model, caught.value))


def said(complaint: FieldError) -> str:
    """Rule, message and remedy, as a report shows them."""
    return str(make_problem(complaint.rule, "", 1, 1, complaint.values)).removeprefix(":1:1 ")


FIELDS: dict[str, tuple[dict[str, Any], tuple[str | int, ...], str]] = {
    "not a number": (
        {"time_limits": {"promised": {"days": "十"}}},
        ("time_limits", "promised", "days"),
        "[field/whole-number] “天数”应为整数，实际为“十”。用阿拉伯数字，前面不补零。请写：days: 10",
    ),
    "padded number": (
        {"materials": [{"name": "x"}, {"name": "y", "copies": "01"}]},
        ("materials", 1, "copies"),
        "[field/whole-number] “份数”应为整数，实际为“01”。用阿拉伯数字，前面不补零。请写：copies: 10",
    ),
    "full-width number": (
        {"visits": "２"},
        ("visits",),
        "[field/whole-number] “到现场次数”应为整数，实际为“２”。用阿拉伯数字，前面不补零。请写：visits: 10",
    ),
    "too small": (
        {"time_limits": {"promised": {"days": "0"}}},
        ("time_limits", "promised", "days"),
        "[field/too-small] “天数”不能小于 1，实际为“0”。",
    ),
    "too large": (
        {"visits": "100001"},
        ("visits",),
        "[field/too-large] “到现场次数”不能大于 100000，实际为“100001”。",
    ),
    "date in words": (
        {"verified": "2026年2月1日"},
        ("verified",),
        "[field/date] “核对日期”应为存在的日期，实际为“2026年2月1日”。请写：verified: 2026-02-01",
    ),
    "short date": (
        {"review": "26-2-1"},
        ("review",),
        "[field/date] “复核日期”应为存在的日期，实际为“26-2-1”。请写：review: 2026-01-31",
    ),
    "English yes": (
        {"agent": "yes"},
        ("agent",),
        "[field/yes-no] “可否代办”只能写 是 或 否，实际为“yes”。请写：agent: 是",
    ),
    "no such choice": (
        {"status": {"state": "停办"}},
        ("status", "state"),
        "[field/choice] “状态”只能是：在办、暂停、取消、更名；实际为“停办”。请写：state: 在办",
    ),
    "no such optional choice": (
        {"time_limits": {"promised": {"days": "3", "unit": "周"}}},
        ("time_limits", "promised", "unit"),
        "[time-limit/unit-name] “单位”只能写工作日或自然日，实际为“周”。按月、年、小时计算的写 months、years、hours，不要换算成天数。",
    ),
    "unit in other words": (
        {"time_limits": {"promised": {"days": "3", "unit": "个工作日"}}},
        ("time_limits", "promised", "unit"),
        "[time-limit/unit-name] “单位”只能写工作日或自然日，实际为“个工作日”。按月、年、小时计算的写 months、years、hours，"
        "不要换算成天数。请写：unit: 工作日",
    ),
    "unit that leaves it open": (
        {"time_limits": {"promised": {"days": "3", "unit": "天"}}},
        ("time_limits", "promised", "unit"),
        "[time-limit/unit-open] “天”没有说清休息日算不算。休息日不算的写工作日，休息日也算的写自然日，"
        "还没有定的整行删去。请写：unit: 工作日",
    ),
    "list for a text": ({"name": ["x"]}, ("name",), "[field/text] “事项名称”应为一段文字，实际为一个列表。"),
    "mapping for a text": ({"name": {"x": "y"}}, ("name",), "[field/text] “事项名称”应为一段文字，实际为一组字段。"),
    "extension in months": (
        {"time_limits": {"extension": {"days": "1", "unit": "个月"}}},
        ("time_limits", "extension", "unit"),
        "[extension/unit] 延期按天计算，单位只能写工作日或自然日，实际为“个月”。最多延期 10 天。",
    ),
    "text for a list": (
        {"life_events": "救急"},
        ("life_events",),
        "[field/list] “生活事件”应为列表，实际为“救急”。每项另起一行，以“- ”开头。请写：life_events: [救急]",
    ),
    "several names for a list": (
        {"audience": "个人、企业"},
        ("audience",),
        "[field/list] “服务对象”应为列表，实际为“个人、企业”。每项另起一行，以“- ”开头。请写：audience: [个人, 企业]",
    ),
    "text for a list of groups": (
        {"legal_basis": "救助办法"},
        ("legal_basis",),
        "[field/list] “设定依据”应为列表，实际为“救助办法”。每项另起一行，以“- ”开头。"
        "请写：legal_basis: [{title: 救助办法}]",
    ),
    "sentence for a list": (
        {"conditions": "年满六十周岁。"},
        ("conditions",),
        "[field/list] “受理条件”应为列表，实际为“年满六十周岁。”。每项另起一行，以“- ”开头。",
    ),
    "text for a mapping": (
        {"status": "在办"},
        ("status",),
        "[field/mapping] “办理状态”应为一组“字段: 内容”，实际为“在办”。每个字段另起一行，比上一行多空两格；也可以写在一行里。请写：{state: 在办}",
    ),
    "text for a mapping in a list": (
        {"legal_basis": ["办法"]},
        ("legal_basis", 0),
        "[field/mapping] “设定依据”应为一组“字段: 内容”，实际为“办法”。每个字段另起一行，比上一行多空两格；也可以写在一行里。请写：{title: 办法}",
    ),
    "empty text": (
        {"name": ""},
        ("name",),
        "[field/empty] “事项名称”是空的。不知道就整行删去，页面会显示待补充。",
    ),
    "long line": ({"name": "长" * 201}, ("name",), "[field/too-long] “事项名称”太长，最多 200 个字。"),
    "long text": ({"summary": "长" * 20_001}, ("summary",), "[field/too-long] “一句话说明”太长，最多 20000 个字。"),
    "two lines": ({"name": "一\n二"}, ("name",), "[field/one-line] “事项名称”只能写一行。"),
    "id with capitals": (
        {"id": "Lin_Shi"},
        ("id",),
        "[field/id] “编号”只能用小写英文字母、数字和连字符，实际为“Lin_Shi”。请写：id: linshi-jiuzhu",
    ),
    "list for a number": (
        {"visits": ["1"]},
        ("visits",),
        "[field/other] “到现场次数”的内容不符合要求，实际为一个列表。",
    ),
    "mapping for a date": (
        {"verified": {"a": "b"}},
        ("verified",),
        "[field/other] “核对日期”的内容不符合要求，实际为一组字段。最后一次逐项核对内容的日期。",
    ),
    "two kinds of limit": (
        {"time_limits": {"promised": {"days": "3", "immediate": "是"}}},
        ("time_limits", "promised"),
        "[time-limit/choice] 时限只能写一种：immediate（即办）、days（天数）、months（月数）、years（年数）、"
        "hours（小时数）或 unregulated（法律未规定）。",
    ),
    "material without a name": (
        {"materials": [{"necessity": "必要"}]},
        ("materials", 0),
        "[material/choice] 每份材料写 material（材料目录的 id）或 name（名称），二者选一。请写：material: id-card",
    ),
    "two materials of the catalogue in one item": (
        {"materials": [{"name": "x"}, {"material": "id-card、hukou-bu"}]},
        ("materials", 1, "material"),
        "[field/several] “材料目录中的 id”里每个都是单独的一项，“id-card、hukou-bu”把几个写成了一项。"
        "请用英文逗号加一个空格分开；一行一项的，各起一行。请写：[{material: id-card}, {material: hukou-bu}]",
    ),
    "two choices where one is wanted": (
        {"materials": [{"name": "x", "original": "原件、复印件"}]},
        ("materials", 0, "original"),
        "[field/choice] “原件或复印件”只能是：原件、复印件、原件和复印件、原件核验；实际为“原件、复印件”。请写：original: 原件",
    ),
    "two ids for one record": (
        {"id": "yi-lao、er-lao"},
        ("id",),
        "[field/id] “编号”只能用小写英文字母、数字和连字符，实际为“yi-lao、er-lao”。请写：id: linshi-jiuzhu",
    ),
    "neither free nor itemised": (
        {"fee": {"free": "否"}},
        ("fee",),
        "[fee/choice] 收费写 free: 是，或者列出 items，二者选一。请写：free: 是",
    ),
}


@pytest.mark.parametrize(("changes", "keys", "expected"), FIELDS.values(), ids=FIELDS)
def test_wrong_value_of_a_service_is_explained(
    changes: dict[str, Any], keys: tuple[str | int, ...], expected: str
) -> None:
    """The complaint names the field by its title, quotes what was found, and says what to write instead."""
    (complaint,) = complaints_about(Service, {**SERVICE, **changes})
    assert (complaint.keys, complaint.at_key) == (keys, False)
    assert said(complaint) == expected


OTHERS: dict[str, tuple[type[BaseModel], dict[str, Any], tuple[str | int, ...], str]] = {
    "empty list": (Windows, {"windows": []}, ("windows",), "[field/empty-list] “窗口”至少要有一项。"),
    "id used twice": (
        Windows,
        {"windows": [{"id": "a", "name": "b"}, {"id": "a", "name": "c"}]},
        ("windows", 1, "id"),
        "[field/repeated-id] 编号 a 在这个文件里用了两次：列表的第 2 项与前面的重了。请给它换一个没有用过的编号。请写：id: a-2",
    ),
    "two bodies": (
        Regulation,
        {"id": "a", "title": "b", "status": "现行", "parts": [{"title": "总则", "articles": [ARTICLE]}],
         "chapters": [{"title": "总则", "articles": [ARTICLE]}]},
        (),
        "[regulation/body] 制度正文分编的，各章写在 parts 的编里，不再另写 chapters。",
    ),
    "several ids in one item": (
        Site,
        {"organisation": "a", "town": "b", "hall": {"name": "c"}, "most_used": ["yi-lao、er-lao，san-lao"]},
        ("most_used", 0),
        "[field/several] “常办事项”里每个都是单独的一项，“yi-lao、er-lao，san-lao”把几个写成了一项。"
        "请用英文逗号加一个空格分开；一行一项的，各起一行。请写：[yi-lao, er-lao, san-lao]",
    ),
    "no such paper": (
        Site,
        {"organisation": "a", "town": "b", "hall": {"name": "c"}, "posters": {"guide": {"paper": "A4"}}},
        ("posters", "guide", "paper"),
        "[field/choice] “纸张”只能是：a4、a3、a2、a1、b5、b4、16开、8开、60x90、80x120、90x120、120x240、60x160、80x180、50x25、60x30、20x20；"
        "实际为“A4”。请写：paper: a4",
    ),
    "no such period": (
        ResultPeriod,
        {"id": "2026-Q5", "title": "b", "from": "2026-01-01", "until": "2026-01-01"},
        ("id",),
        "[field/other] “期次”的内容不符合要求，实际为“2026-Q5”。2026、2026-H1、2026-Q3 或 2026-09，与文件名相同。",
    ),
    "no such year": (
        HolidayYear,
        {"year": "明年", "source": "某号", "holidays": []},
        ("year",),
        "[field/year] “年份”应为四位数的年份，实际为“明年”。请写：year: 2027",
    ),
    **{
        f"change that looks for {what}": (
            KnownChange, CHANGE | looks_for, (),
            "[change/search] 一条变化要写 find 和 within（找什么字、在哪里找），或者写 services 和 longest（哪些事项、时限最长多久，如 3个工作日）。",
        )
        for what, looks_for in {
            "nothing": {},
            "words nowhere": {"find": ["x"]},
            "no words": {"within": ["材料"]},
            "the limits of all services": {"longest": "3个工作日"},
            "no limit": {"longest": {"unregulated": True}, "services": ["x"]},
            "words nowhere, and a limit": {"find": ["x"], "longest": "3天", "services": ["x"]},
        }.items()
    },
    "date under another name": (
        Notice,
        {"id": "a", "title": "b", "kind": "公示", "from": "一月", "until": "2026-01-01"},
        ("from",),
        "[field/date] “开始日期”应为存在的日期，实际为“一月”。请写：from: 2026-01-31",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("model", "data", "keys", "expected"), OTHERS.values(), ids=OTHERS)
def test_wrong_value_of_another_record_is_explained(
    model: type[BaseModel], data: dict[str, Any], keys: tuple[str | int, ...], expected: str
) -> None:
    """Every record is explained in the same words; a wrong period is not told to look like an id."""
    (complaint,) = complaints_about(model, data)
    assert (complaint.keys, complaint.at_key) == (keys, False)
    assert said(complaint) == expected


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        *(
            (typed, "unit: 工作日")
            for typed in ("个工作日", "10个工作日", "工作天", "个工作天", "工作", "working days", "Workday")
        ),
        *((typed, "unit: 自然日") for typed in ("个自然日", "自然天", "日历天", "calendar days")),
        *((typed, "unit: 工作日") for typed in ("天", "日", "个日", "20日", "days")),
        *((typed, "") for typed in ("周", "星期", "季度", "个月", "工作周", "工作日和自然日")),
    ],
)
@pytest.mark.parametrize("where", ["promised", "extension"])
def test_unit_in_other_words_is_answered_with_the_line(where: str, typed: str, line: str) -> None:
    """Where the meaning is plain; a unit that is no day is never answered with days."""
    limits = {where: {"unit": typed, **({"days": "3"} if typed != "个月" or where == "extension" else {})}}
    (complaint,) = (
        one for one in complaints_about(Service, {**SERVICE, "time_limits": limits}) if one.keys[-1] == "unit"
    )
    assert said(complaint).partition("请写：")[2] == line


def test_each_repeated_id_is_told_at_its_place_with_a_free_one() -> None:
    """Every repetition is told, not the first only; the id to write instead stands nowhere in the list."""
    data = {"windows": [{"id": name, "name": "b"} for name in ("a", "a-2", "b", "a", "b", "a")]}
    complaints = complaints_about(Windows, data)
    assert [(one.keys, one.values["other"]) for one in complaints] == [
        (("windows", 3, "id"), "a-3"),
        (("windows", 4, "id"), "b-4"),
        (("windows", 5, "id"), "a-5"),
    ]


def test_missing_fields_are_named_with_title_and_description() -> None:
    """Each field that must be there is asked for by the name it has in the file."""
    assert [(c.keys, said(c)) for c in complaints_about(Notice, {})] == [
        (("id",), "[field/missing] 缺少必填项“编号”。与文件名相同，用作网址。请写：id: 内容"),
        (("title",), "[field/missing] 缺少必填项“标题”。请写：title: 内容"),
        (
            ("kind",),
            "[field/missing] 缺少必填项“类型”。公示、公告或通知；site.yml 写了 notice_kinds 的，从那里选。请写：kind: 内容",
        ),
        (("from",), "[field/missing] 缺少必填项“开始日期”。请写：from: 内容"),
        (("until",), "[field/missing] 缺少必填项“结束日期”。请写：until: 内容"),
    ]


@pytest.mark.parametrize(
    ("changes", "keys", "near"),
    [
        ({"windw": "x"}, ("windw",), "window"),
        ({"status": {"state": "在办", "reson": "x"}}, ("status", "reson"), "reason"),
        ({"materials": [{"name": "x", "copys": "1"}]}, ("materials", 0, "copys"), "copies"),
        ({"steps": [{"name": "x", "limit": {"days": "1", "units": "天"}}]}, ("steps", 0, "limit", "units"), "unit"),
        ({"fee": {"free": "是", "费用": "x"}}, ("fee", "费用"), "不收费、收费项目"),
        ({"fee": {"free": "是", "feiyong": "x"}}, ("fee", "feiyong"), "free、items"),
    ],
)
def test_unknown_field_gets_the_nearest_name(changes: dict[str, Any], keys: tuple[str | int, ...], near: str) -> None:
    """A slip of the keyboard is answered with the field that was meant; else with the fields that there are."""
    (complaint,) = complaints_about(Service, {**SERVICE, **changes})
    assert (complaint.keys, complaint.at_key) == (keys, True)
    assert said(complaint) == f"[field/unknown] 没有 {keys[-1]} 这个字段。是不是想写：{near}？"


def test_unknown_field_is_compared_with_names_in_the_file() -> None:
    """The name that a clerk writes is suggested, not the name inside the program."""
    data = {"id": "a", "title": "b", "kind": "公示", "from": "2026-01-01", "until": "2026-01-02", "form": "x"}
    (complaint,) = complaints_about(Notice, data)
    assert said(complaint) == "[field/unknown] 没有 form 这个字段。是不是想写：from？"


def test_number_typed_as_a_field_name_is_not_repeated() -> None:
    """A private number, a control character or a line break in the name of a field never reaches the report."""
    for key in ("110101199003071234", "张三 110101 1990 0307 1234"):
        (complaint,) = complaints_about(Hall, {"name": "x", key: "y"})
        assert "1990" not in said(complaint)
    (complaint,) = complaints_about(Hall, {"name": "x", "a\n\x1b[31mb" + "c" * 100: "y"})
    assert said(complaint).isprintable()
    assert "c" * 50 not in said(complaint)


def test_number_typed_into_the_wrong_field_is_not_repeated() -> None:
    """A value is quoted with its long numbers blanked."""
    (complaint,) = complaints_about(Service, {**SERVICE, "life_events": "张三110101199003071234"})
    assert said(complaint) == "[field/list] “生活事件”应为列表，实际为“张三〔数字〕”。每项另起一行，以“- ”开头。"


def test_all_complaints_come_in_one_run_in_the_order_of_fields() -> None:
    """Nothing hides behind the first error."""
    data = {"zzz": "1", "visits": "一", "status": {"state": "x"}, "name": "", "id": "A"}
    assert [(c.rule, c.keys) for c in complaints_about(Service, data)] == [
        ("field/id", ("id",)),
        ("field/empty", ("name",)),
        ("field/choice", ("status", "state")),
        ("field/whole-number", ("visits",)),
        ("field/unknown", ("zzz",)),
    ]


class _Inner(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    text: str = Field(title="文字")


class _Outer(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    inner: _Inner | None = Field(None, title="里层")
    table: dict[str, str] = Field({}, title="表")


@pytest.mark.parametrize(("data", "title"), [({"inner": "x"}, "里层"), ({"table": "x"}, "表")])
def test_other_kinds_of_mapping_are_explained_alike(data: dict[str, str], title: str) -> None:
    """pydantic has three names for 'this should be a mapping'; clerks see one message."""
    with pytest.raises(ValidationError) as caught:
        _Outer.model_validate(data, from_attributes=True)
    (complaint,) = field_errors(_Outer, caught.value)
    assert said(complaint).startswith(f"[field/mapping] “{title}”应为一组“字段: 内容”，实际为“x”。")


def test_unforeseen_error_still_has_a_wording() -> None:
    """An error type that nobody foresaw is reported as such, with the title of the field."""

    class Strange(BaseModel):
        share: float = Field(title="比例", description="0 到 1。")

    (complaint,) = complaints_about(Strange, {"share": "多"})
    assert said(complaint) == "[field/other] “比例”的内容不符合要求，实际为“多”。0 到 1。"


def test_every_rule_of_the_mapping_has_a_wording() -> None:
    """No complaint can fail for want of a message."""
    assert set(explain._RULES.values()) <= set(MESSAGES)

"""The records: what a value may look like, and what one record must agree on."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator import model
from generator.model import (
    Article,
    Dataset,
    Materials,
    Notice,
    Place,
    Record,
    Regulation,
    ResultPeriod,
    ResultRow,
    Service,
    ServiceMaterial,
    Site,
    TimeLimit,
    Window,
    Windows,
)
from generator.model.base import Count, Day, Days, Id, ShortText, Text, Truth, Year
from generator.model.service import Fee, OnlineChannel
from generator.model.word_lists import AUDIENCES, LEVELS, NOTICE_KINDS, WALL_TOPICS, WHEREABOUTS

SERVICE = {"id": "a", "name": "事项", "status": {"state": "在办"}}
REGULATION = {"id": "a", "title": "制度", "status": "现行"}
ARTICLES = [{"text": "条。"}]


def errors(kind: type[BaseModel], value: object) -> list[tuple[Any, str]]:
    """Place and type of each error; none where ``value`` is accepted."""
    try:
        kind.model_validate(value)
    except ValidationError as error:
        return [(item["loc"], item["type"]) for item in error.errors()]
    return []


def parsed(kind: Any, text: object) -> Any:
    """The value of ``text``, or the type of the first error."""
    try:
        return TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        return error.errors()[0]["type"]


def records() -> set[type[Record]]:
    found, waiting = set(), [Record]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            found.add(kind)
            waiting.append(kind)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("10", 10),
        ("100000", 100_000),
        ("100001", "less_than_equal"),
        ("0123", "whole_number"),
        ("-1", "whole_number"),
        ("+1", "whole_number"),
        ("1.0", "whole_number"),
        ("1_000", "whole_number"),
        ("１２", "whole_number"),
        ("十", "whole_number"),
        (" 1", "whole_number"),
        ("1\n", "whole_number"),
        ("", "whole_number"),
        (-1, "greater_than_equal"),
    ],
)
def test_counts(text: object, value: object) -> None:
    """A count is written in plain Arabic digits without leading zeros; nothing else is guessed."""
    assert parsed(Count, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2031", 2031),
        ("2031年", 2031),
        ("31", "year"),
        ("二〇三一", "year"),
        ("2018", "greater_than_equal"),
        ("2100", "less_than_equal"),
    ],
)
def test_years(text: str, value: object) -> None:
    """A year has four digits, and the calendar knows it."""
    assert parsed(Year, text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("1", 1), ("3660", 3660), ("0", "greater_than_equal"), ("3661", "less_than_equal")]
)
def test_days(text: str, value: object) -> None:
    """A number of days is at least 1 and at most ten years."""
    assert parsed(Days, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-01-31", datetime.date(2026, 1, 31)),
        ("2028-02-29", datetime.date(2028, 2, 29)),
        ("2026-02-29", "iso_date"),
        ("2026-1-31", "iso_date"),
        ("20260131", "iso_date"),
        ("2026-W05-6", "iso_date"),
        ("2026/01/31", "iso_date"),
        ("2026年1月31日", "iso_date"),
        ("2026-01-31T00:00", "iso_date"),
        ("２０２６-01-31", "iso_date"),
        ("0000-01-01", "iso_date"),
    ],
)
def test_dates(text: str, value: object) -> None:
    """A date is an existing day written YYYY-MM-DD."""
    assert parsed(Day, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("是", True), ("true", True), ("否", False), ("false", False)]
    + [(text, "truth") for text in ("yes", "True", "1", "", "是 ")],
)
def test_yes_and_no(text: str, value: object) -> None:
    """Yes and no are 是, 否, true and false, and no other word."""
    assert parsed(Truth, text) == value


@pytest.mark.parametrize("text", ["a", "linshi-jiuzhu", "2026-q3", "a1-b2-c3", "a" * 64])
def test_ids(text: str) -> None:
    """An id is lower-case ASCII letters, digits and single hyphens."""
    assert parsed(Id, text) == text


@pytest.mark.parametrize(
    "text", ["", "A", "a_b", "a b", "-a", "a-", "a--b", "低保", "../a", "a/b", "a.b", "a\n", "ａ", "a" * 65]
)
def test_other_ids_are_refused(text: str) -> None:
    """Whatever could leave its folder, change with case, or need escaping in an address is no id."""
    assert parsed(Id, text) in ("string_pattern_mismatch", "string_too_long")


def test_texts() -> None:
    """A text is not empty and not endless; a short one keeps to one line."""
    assert parsed(Text, "") == "string_too_short"
    assert parsed(Text, "行\n行") == "行\n行"
    assert parsed(Text, "字" * 20_001) == "string_too_long"
    assert parsed(ShortText, "行\n行") == "string_pattern_mismatch"
    assert parsed(ShortText, "字" * 201) == "string_too_long"
    assert parsed(Text, "<b>{{ x }}</b>") == "<b>{{ x }}</b>"


def test_blank_text_is_no_text() -> None:
    """Blanks around a text, full-width ones too, are not part of it; a text of nothing else is empty."""
    assert parsed(Text, "　临时救助。\n") == "临时救助。"
    assert parsed(ShortText, " 0300-0000100 ") == "0300-0000100"
    assert parsed(ShortText, "　") == "string_too_short"


@given(st.booleans(), st.booleans(), st.booleans())
def test_time_limit_is_one_of_three(immediate: bool, days: bool, unregulated: bool) -> None:
    """A limit is 即办, a number of days, or 法律法规未规定: exactly one of them."""
    value: dict[str, object] = {"immediate": "是" if immediate else "否", "unregulated": "是" if unregulated else "否"}
    if days:
        value["days"] = "5"
    expected = [] if immediate + days + unregulated == 1 else [((), "time_limit_choice")]
    assert errors(TimeLimit, value) == expected


def test_material_is_named_once() -> None:
    """A material of a service is one of the catalogue or named in place, not both and not neither."""
    assert errors(ServiceMaterial, {"material": "id-card"}) == []
    assert errors(ServiceMaterial, {"name": "申请书"}) == []
    assert errors(ServiceMaterial, {"material": "id-card", "name": "申请书"}) == [((), "material_choice")]
    assert errors(ServiceMaterial, {"copies": "1"}) == [((), "material_choice")]


def test_material_key() -> None:
    """Situations call a material by its id in the catalogue, or by its name."""
    assert ServiceMaterial(material="id-card").key == "id-card"
    assert ServiceMaterial(name="申请书").key == "申请书"


def test_fee_is_free_or_itemised() -> None:
    """A service is free or lists its fees, not both and not neither."""
    item = {"name": "工本费"}
    assert errors(Fee, {"free": "是"}) == []
    assert errors(Fee, {"items": [item]}) == []
    assert errors(Fee, {"free": "是", "items": [item]}) == [((), "fee_choice")]
    assert errors(Fee, {"free": "否"}) == [((), "fee_choice")]
    assert errors(Fee, {}) == [((), "fee_choice")]


def test_regulation_has_one_body() -> None:
    """Chapters stand in parts or by themselves, with articles before them; while the text is missing, there is none."""
    chapters = [{"title": "总则", "articles": ARTICLES}]
    assert errors(Regulation, REGULATION) == []
    assert errors(Regulation, {**REGULATION, "articles": ARTICLES}) == []
    assert errors(Regulation, {**REGULATION, "chapters": chapters}) == []
    assert errors(Regulation, {**REGULATION, "chapters": chapters, "articles": ARTICLES}) == []
    parts = [{"title": "总则", "chapters": chapters, "articles": ARTICLES}]
    assert errors(Regulation, {**REGULATION, "parts": parts, "articles": ARTICLES}) == []
    assert errors(Regulation, {**REGULATION, "parts": parts, "chapters": chapters}) == [((), "regulation_body")]
    assert errors(Regulation, {**REGULATION, "parts": [{"title": "总则"}]}) == [(("parts", 0), "chapter_body")]


def test_chapter_and_function_list_are_not_empty() -> None:
    """A chapter has articles, a list of functions has duties, a hall has windows."""
    assert errors(Regulation, {**REGULATION, "chapters": [{"title": "总则", "articles": []}]}) == [
        (("chapters", 0), "chapter_body")
    ]
    assert errors(Windows, {"windows": [], "functions": [{"name": "a", "duties": []}]}) == [
        (("windows",), "too_short"),
        (("functions", 0, "duties"), "too_short"),
    ]


@pytest.mark.parametrize(("kind", "key"), [(Windows, "windows"), (Materials, "materials")])
def test_ids_stand_once(kind: type[BaseModel], key: str) -> None:
    """No id stands twice in a list of windows or of materials; the error names the list and its ids."""
    assert errors(kind, {key: [{"name": "名", "id": name} for name in "ab"]}) == []
    with pytest.raises(ValidationError) as caught:
        kind.model_validate({key: [{"name": "名", "id": name} for name in "abab"]})
    assert [(item["type"], item["ctx"]) for item in caught.value.errors()] == [
        ("repeated_id", {"field": key, "ids": list("abab")})
    ]


@pytest.mark.parametrize("period", ["2026", "2026-H1", "2026-H2", "2026-Q1", "2026-Q4", "2026-01", "2026-12"])
def test_periods(period: str) -> None:
    """A period is a year, a half, a quarter or a month."""
    assert errors(ResultPeriod, {"id": period, "title": "t", "from": "2026-01-01", "until": "2026-12-31"}) == []


@pytest.mark.parametrize(
    "period", ["26", "2026-", "2026-H3", "2026-Q0", "2026-Q5", "2026-00", "2026-13", "2026-9", "2026-q3"]
)
def test_other_periods_are_refused(period: str) -> None:
    """A period that no calendar has is refused."""
    assert errors(ResultPeriod, {"id": period, "title": "t", "from": "2026-01-01", "until": "2026-12-31"}) == [
        (("id",), "string_pattern_mismatch")
    ]


def test_all_errors_come_at_once() -> None:
    """A record with several wrong values names each of them."""
    value = {**SERVICE, "id": "X", "visits": "一", "agent": "yes", "verified": "1.1.", "zzz": "?", "fee": {}}
    assert errors(Service, value) == [
        (("id",), "string_pattern_mismatch"),
        (("fee",), "fee_choice"),
        (("visits",), "whole_number"),
        (("agent",), "truth"),
        (("verified",), "iso_date"),
        (("zzz",), "extra_forbidden"),
    ]


def test_required_fields() -> None:
    """Only what a page cannot be made without is required; every other fact may be missing and is then a gap."""
    required = {
        kind: [field.alias or name for name, field in kind.model_fields.items() if field.is_required()]
        for kind in (Site, Window, Service, Regulation, Article, Notice, ResultPeriod, ResultRow)
    }
    assert required == {
        Site: ["organisation", "town", "hall"],
        Window: ["id", "name"],
        Service: ["id", "name", "status"],
        Regulation: ["id", "title", "status"],
        Article: ["text"],
        Notice: ["id", "title", "kind", "from", "until"],
        ResultPeriod: ["id", "title", "from", "until"],
        ResultRow: ["收件编号", "事项", "受理日期", "办理结果"],
    }


@pytest.mark.parametrize("kind", sorted(records(), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__)
def test_every_record_is_strict_and_described(kind: type[Record]) -> None:
    """Each record is frozen, refuses unknown keys, hides values in its errors, and has Chinese titles."""
    config = kind.model_config
    assert (config.get("frozen"), config.get("extra"), config.get("hide_input_in_errors")) == (True, "forbid", True)
    assert kind.__doc__
    for name, field in kind.model_fields.items():
        assert field.title and not field.title.isascii(), name


def test_no_record_invents_a_fact() -> None:
    """What the file leaves out is None, empty or 否; a default that says something is one of a written list."""
    telling = {
        f"{kind.__name__}.{name}": field.default
        for kind in records()
        for name, field in kind.model_fields.items()
        if not field.is_required() and field.default not in (None, (), {}, False) and field.default_factory is None
    }
    assert telling == {
        "ArchiveSettings.category": "WS",
        "ArchiveSettings.retention": "10年",
        "BannerSettings.height": 70,
        "BannerSettings.letters": "黄",
        "DisclosureCatalogue.finances": "每月",
        "DisclosureCatalogue.our_levels": ("乡", "镇", "街道", "村", "社区"),
        "Fleet.sites": "sites",
        "GovernmentSite.content_tags": ("Keywords", "Author", "Url"),
        "ResultSettings.small_count": 10,
        "Regulation.chapter_numbering": "第一章",
        "Regulation.item_numbering": "（一）",
        "SignOff.roles": ("初审", "复审", "终审"),
        "Regulation.numbering": "第一条",
        "Site.audiences": AUDIENCES,
        "Site.levels": LEVELS,
        "Site.notice_kinds": NOTICE_KINDS,
        "Site.wall_topics": WALL_TOPICS,
        "WhereaboutsSettings.states": WHEREABOUTS,
        "Site.offline": True,
    }


@pytest.mark.parametrize(
    ("written", "read"),
    [({}, WALL_TOPICS), ({"wall_topics": []}, ()), ({"wall_topics": ["甲", "乙", "甲"]}, ("甲", "乙"))],
)
def test_hall_says_what_hangs_on_its_wall(written: dict[str, object], read: tuple[str, ...]) -> None:
    """A hall that says nothing has the nine of a town's hall; another has its own, or none, each once."""
    hall = {"organisation": "乌有村村民委员会", "town": "乌有村", "hall": {"name": "乌有村便民服务站"}}
    assert Site.model_validate({**hall, **written}).wall_topics == read


def test_package_names_what_it_exports() -> None:
    """Every name that the package lists exists."""
    assert [name for name in model.__all__ if not hasattr(model, name)] == []


def test_place_grows_key_by_key() -> None:
    """A place leads from the root of a file to a value."""
    assert Place("site.yml") / "windows" / 0 / "name" == Place("site.yml", ("windows", 0, "name"))


def dataset_with(*windows: Window) -> Dataset:
    site = Site.model_validate({"organisation": "镇", "town": "镇", "hall": {"name": "大厅"}})
    return Dataset(site, windows, (), {}, {}, {}, {}, {})


def test_windows_answer_to_their_names() -> None:
    """A window answers to its id, its name and its aliases; a name repeated as alias counts once."""
    first = Window(id="a", name="甲", aliases=("甲", "共用"))
    second = Window(id="b", name="乙", aliases=("共用",))
    dataset = dataset_with(first, second)
    assert dataset.windows_by_name == {
        "a": (first,),
        "甲": (first,),
        "共用": (first, second),
        "b": (second,),
        "乙": (second,),
    }
    assert [dataset.window(name) for name in ("a", "甲", "共用", "丙", None)] == [first, first, None, None, None]


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("https://zwfw.dating.example/", True),
        ("http://dating.example:8080/a?b=1#c", True),
        ("https://政务.dating.example/事项", True),
        ("dating.example", False),
        ("ftp://dating.example/", False),
        ("javascript:alert(1)", False),
        ("https://name:word@dating.example/", False),
        ("https://dating.example/。", False),
        ("https://dating.example/a b", False),
        ('https://dating.example/"onclick=', False),
        ("https:///a", False),
    ],
)
def test_address_of_an_online_channel(address: str, taken: bool) -> None:
    """An address of the web alone: nothing else can be opened by a link on the page."""
    assert (errors(OnlineChannel, {"name": "省网", "url": address}) == []) is taken

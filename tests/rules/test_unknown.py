"""Rules about what pages show as 待补充; and that no page shows it without a rule that says so."""

from pathlib import Path

import pytest
from content_builder import TODAY
from rules.dataset_builder import (
    NOTICE,
    PERIOD,
    REGULATION,
    ROWS,
    SERVICE,
    Case,
    Cases,
    Changes,
    case_id,
    content,
    sentences,
    service_file,
    table,
)

from generator import rules
from generator.model import Dataset, Notice, Regulation, ResultPeriod, Service
from generator.rules import Rule, unknown
from generator.site.addresses import root_from
from generator.site.edition import Edition
from generator.site.pages import list_pages, print_centre, record_pages, service_page
from generator.site.templates import Templates

HALL = {"name": "虚谷镇便民服务大厅", "address": "虚谷镇不远路1号", "hours": "全天", "phone": "0300-0000100"}
DESK = {"id": "minzheng", "name": "民政救济", "number": 4, "staff_role": "民政岗", "backup": "值班岗"}
COMPLAINTS = {"phone": "0300-0000112", "box": "大厅入口", "handling": ["收到意见后当场登记。"]}
TEMPLATES = Templates(Path(__file__).parents[2] / "site_templates" / "pages")


def said(place: str, title: str) -> str:
    """The sentence about a field that is not known."""
    return f"{place} [unknown/field] 没有写“{title}”（{place.rpartition('.')[2].rpartition(':')[2]}），页面上会显示“待补充”。"


def missing(place: str, title: str) -> str:
    return f"{SERVICE}:{place} [phone/missing] 没有{title}（{place}），窗口和大厅也没有。"


CASES: Cases = {
    unknown.hall_is_described: {
        "all": Case(),
        "a bare hall": Case(
            {"site.yml": {"hall": {"name": "大厅"}}},
            (
                said("site.yml:hall.address", "地址"),
                said("site.yml:hall.hours", "办公时间"),
                said("site.yml:hall.phone", "总机电话"),
            ),
        ),
        "nowhere to complain": Case({"site.yml": {"supervision": None}}, (said("site.yml:supervision", "监督投诉"),)),
        "a hotline only": Case(
            {"site.yml": {"supervision": {"hotline": "12345"}}},
            (
                said("site.yml:supervision.phone", "监督电话"),
                said("site.yml:supervision.box", "意见箱位置"),
                said("site.yml:supervision.handling", "处理程序"),
            ),
        ),
    },
    unknown.windows_are_described: {
        "all": Case(),
        "nobody": Case(
            {"windows.yml": {"windows": [{"id": "minzheng", "name": "民政救济"}]}},
            (
                said("windows.yml:windows.0.staff_role", "经办岗位"),
                said("windows.yml:windows.0.backup", "替岗联系"),
            ),
        ),
        "no service": Case(
            {SERVICE: {"status": {"state": "取消"}}},
            ("windows.yml:windows.0 [unknown/services] 窗口“民政救济”还没有事项，页面上会显示“待补充”。",),
        ),
        "a suspended service": Case({SERVICE: {"status": {"state": "暂停"}}}),
    },
    unknown.materials_are_described: {
        "all": Case(),
        "name only": Case(
            {"materials.yml": {"materials": [{"id": "id-card", "name": "居民身份证"}]}},
            (said("materials.yml:materials.0.what", "说明"),),
        ),
    },
    unknown.regulations_are_described: {
        "all": Case(),
        "who and since when": Case(
            {REGULATION: {"issuer": None, "effective": None}},
            (said(f"{REGULATION}:issuer", "制定单位"), said(f"{REGULATION}:effective", "施行日期")),
        ),
        "repealed": Case({REGULATION: {"issuer": None, "status": "废止"}}, (said(f"{REGULATION}:issuer", "制定单位"),)),
    },
    unknown.notices_are_described: {
        "all": Case(),
        "no text and no phone": Case(
            {NOTICE: {"body": None, "objection": {"name": "民政岗"}}},
            (said(f"{NOTICE}:body", "正文"), said(f"{NOTICE}:objection.phone", "电话")),
        ),
        "no objections asked for": Case({NOTICE: {"objection": None}}),
        "withdrawn": Case({NOTICE: {"body": None, "withdrawn": {"on": "2026-11-19", "reason": "有误"}}}),
    },
    unknown.places_and_hours_are_known: {
        "of the hall": Case({"windows.yml": {"windows": [{"id": "minzheng", "name": "民政救济"}]}}),
        "of the service": Case({"site.yml": {"hall": {"name": "大厅"}}, SERVICE: {"place": "广场", "hours": "全天"}}),
        "of nobody": Case(
            {
                "site.yml": {"hall": {"name": "大厅"}},
                "windows.yml": {"windows": [{"id": "minzheng", "name": "民政救济"}]},
            },
            (missing("place", "去哪办"), missing("hours", "什么时候去")),
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """What the rule says of the case, word for word."""
    assert sentences(rule, case) == case.expected


# --- nothing is shown that is not counted ----------------------------------------------------------------------------

BARE: Changes = {
    "site.yml": {"hall": {"name": "大厅"}, "supervision": None},
    "windows.yml": {"windows": [{"id": "minzheng", "name": "民政救济"}, {"id": "zonghe", "name": "综合"}], "functions": []},
    "materials.yml": {"materials": [{"id": "id-card", "name": "居民身份证"}]},
    SERVICE: dict.fromkeys(
        ("summary", "type", "handling", "audience", "window", "body", "level", "legal_basis", "conditions", "materials",
         "steps", "time_limits", "fee", "result", "visits", "agent", "verified", "review")
    ),
    **service_file("teshu-jiuzhu", summary=None, legal_basis=None, verified=None, status={"state": "取消"}),
    **service_file("linshi-bangfu", status={"state": "暂停"}, fee={"items": [{"name": "工本费"}]}, conditions=None),
    REGULATION: {"articles": None, "issuer": None, "effective": None},
    NOTICE: {"body": None, "objection": {"name": "民政岗"}},
    PERIOD: {"prepared_by": None},
    ROWS: ["A1,teshu-jiuzhu,杨*,2026-07-01,,2026-07-02,办结,,", "A2,linshi-jiuzhu,杨*,2026-07-01,,2026-07-02,办结,,"],
}  # fmt: skip
"""A hall that says only what it must."""


def gaps(dataset: Dataset) -> set[str]:
    """The addresses of the pages that show 待补充."""
    of = Edition(dataset, TODAY)
    pages = [*list_pages(of), print_centre((), "大厅"), *record_pages(of, {})]
    pages += [service_page(service, of, None) for service in dataset.services.values()]
    return {page.url for page in pages if "待补充" in TEMPLATES.render(page.context, root_from(page.url))}


def test_every_page_that_shows_a_gap_is_reported() -> None:
    """Each record whose page shows 待补充 has a finding in its file."""
    dataset = content(BARE)
    reported = {finding.place.path for finding in rules.check(dataset, TODAY)}
    shown = {f"{url.rstrip('/')}.yml" for url in gaps(dataset)}

    records = {path for path in shown if path.startswith(("services/", "regulations/", "notices/"))}
    assert len(records) == 5 and records <= reported
    assert {"supervision.yml", "windows/minzheng.yml", "windows/zonghe.yml", "materials/id-card.yml"} <= shown
    assert {"site.yml", "windows.yml", "materials.yml"} <= reported


FIELDS = {
    SERVICE: Service,
    REGULATION: Regulation,
    NOTICE: Notice,
    PERIOD: ResultPeriod,
}


@pytest.mark.parametrize("path", FIELDS)
def test_single_field_that_is_not_known_is_reported_where_a_page_shows_it(path: str) -> None:
    """Whatever field is left out of a sound record: a page shows 待补充 only if a rule says so."""
    optional = [field.alias or name for name, field in FIELDS[path].model_fields.items() if not field.is_required()]
    silent = []
    for name in optional:
        dataset = content({path: {name: None}})
        if gaps(dataset) and not rules.check(dataset, TODAY):
            silent.append(name)

    assert silent == []


def test_what_is_known_shows_no_gap() -> None:
    """The sound content shows 待补充 nowhere, nor does a service that has ended and no longer says much."""
    ended = service_file(
        "teshu-jiuzhu", summary=None, legal_basis=None, verified=None, status={"state": "取消", "reason": "无"}
    )
    for changes in ({}, ended):
        assert rules.check(content(changes), TODAY) == ()
        assert gaps(content(changes)) == set()

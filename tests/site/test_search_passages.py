"""What of the records the search can find within pages."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from search_data import demo

from generator.model import Notice, Regulation, Service
from generator.site.search_passages import Passage, passages

EMPTY = replace(demo(), services={}, regulations={}, materials={}, windows=(), functions=())
SUPERVISION = {"supervision/"}


def said(**records: Any) -> list[Passage]:
    found = passages(replace(EMPTY, **records))
    return [passage for passage in found if passage.url not in SUPERVISION]


def notice(**fields: object) -> Notice:
    given = {"id": "n", "title": "甲", "kind": "公告", "body": ["大厅周六延时。"], "since": date(2026, 9, 1)}
    return Notice.model_validate({**given, "until": date(2026, 9, 7), **fields}, by_name=True)


def test_every_part_of_a_service_is_a_passage() -> None:
    """Summary, conditions, materials, steps, basis and questions each stand by themselves, with their place."""
    service = Service.model_validate(
        {
            "id": "a",
            "name": "甲",
            "status": {"state": "在办"},
            "summary": "简单说明。",
            "conditions": ["满60岁"],
            "exclusions": ["已经领过"],
            "materials": [{"name": "申请书", "notes": "按手印。"}],
            "situations": [{"name": "代办", "materials": ["申请书"]}],
            "steps": [{"name": "受理", "what": "当场给回执。"}],
            "fee": {"items": [{"name": "工本费", "standard": "5元"}]},
            "result": {"name": "证"},
            "legal_basis": [{"title": "某法", "article": "第一条", "text": "可以申请。"}],
            "faq": [{"question": "能代办吗？", "answer": "能。"}],
        }
    )
    found = {passage.text: (passage.label, passage.anchor) for passage in said(services={"a": service})}
    assert found == {
        "简单说明。": ("简介", ""),
        "满60岁": ("受理条件", "conditions"),
        "已经领过": ("不予办理", "conditions"),
        "申请书；按手印": ("所需材料", "materials"),
        "代办": ("分情形准备", "materials"),
        "受理：当场给回执。": ("办理流程", "steps"),
        "工本费；5元": ("收费", "fee"),
        "证": ("办理结果", ""),
        "某法第一条：可以申请。": ("依据", "basis"),
        "能。": ("能代办吗？", "faq"),
    }


def test_a_service_that_has_ended_says_only_why_and_what_its_page_still_has() -> None:
    """Conditions of a service that nobody can apply for any more are not found."""
    status = {"state": "取消", "reason": "并入乙。"}
    service = Service.model_validate({"id": "a", "name": "甲", "status": status, "conditions": ["满60岁"]})
    assert [passage.text for passage in said(services={"a": service})] == ["并入乙。"]


def test_an_article_is_found_with_all_that_belongs_to_it() -> None:
    """Its items are part of it, and its anchor leads there."""
    articles = [{"text": "按时上班：", "items": [{"text": "不迟到"}]}, {"heading": "纪律", "text": "不喝酒。"}]
    regulation = Regulation.model_validate(
        {"id": "r", "title": "考勤", "status": "现行", "chapters": [{"title": "总则", "articles": articles}]}
    )
    assert said(regulations={"r": regulation}) == [
        Passage("regulations/r/", "第一条", "按时上班：不迟到", "article-1"),
        Passage("regulations/r/", "第二条", "纪律不喝酒。", "article-2"),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "公示"},
        {"kind": "本厅自己的一类"},
        {"names": {"basis": "某法第一条", "until": "2026-09-07"}},
        {"objection": {"name": "监督岗", "phone": "12345"}},
    ],
)
def test_a_notice_that_may_name_people_is_not_in_the_texts(fields: dict[str, object]) -> None:
    """Copies of the index outlast a notice: only of kinds that name nobody the text can be found."""
    assert [passage.text for passage in passages(EMPTY, [notice()]) if passage.url == "notices/n/"] == [
        "大厅周六延时。"
    ]
    assert not [passage for passage in passages(EMPTY, [notice(**fields)]) if passage.url == "notices/n/"]


def test_notices_come_only_from_the_caller() -> None:
    """A notice that the caller leaves out, because it was taken down, is in no passage."""
    assert not [passage for passage in passages(replace(EMPTY, notices={"n": notice()})) if passage.url == "notices/n/"]

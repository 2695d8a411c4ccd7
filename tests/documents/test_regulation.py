"""The document of a regulation: its facts, lines and gaps."""

from datetime import date

import pytest

from generator.documents.regulation import RegulationText, as_plain_text, regulation_text
from generator.model import Regulation


def document(**fields: object) -> RegulationText:
    """The document of a short regulation with ``fields`` changed."""
    short: dict[str, object] = {"id": "x", "title": "某制度", "status": "现行", "articles": [{"text": "条文。"}]}
    return regulation_text(Regulation.model_validate(short | fields))


def test_facts_of_a_regulation() -> None:
    """Issuer and effective date are always asked, number and adoption said where known; dates stay dates."""
    full = document(issuer="镇政府", document_number="1号", adopted="2026-03-01", effective="2026-04-01")

    assert [(fact.key, fact.label, fact.value) for fact in full.facts] == [
        ("issuer", "制定单位", "镇政府"),
        ("document_number", "文号", "1号"),
        ("adopted", "通过日期", date(2026, 3, 1)),
        ("effective", "施行日期", date(2026, 4, 1)),
    ]
    assert [(fact.key, fact.value) for fact in document().facts] == [("issuer", None), ("effective", None)]
    assert (full.value("document_number"), document().value("document_number")) == ("1号", None)
    with pytest.raises(KeyError):
        document().fact("document_number")


@pytest.mark.parametrize(("status", "said"), [("现行", None), ("试行", "试行"), ("废止", "废止")])
def test_status_is_said_unless_simply_in_force(status: str, said: str | None) -> None:
    """A regulation in force needs no remark about it."""
    assert document(status=status).status == said


def test_lines_gaps_and_change() -> None:
    """The articles are numbered; what is missing is named with its place; a change is told where there is one."""
    found = document(gaps=[{"kind": "占位", "where": "第六条", "note": "正在核对。"}], change_note="改了第一条。")

    assert [(line.number, line.text) for line in found.lines] == [("第一条", "条文。")]
    (gap,) = found.gaps
    assert (gap.label, gap.value, [note.value for note in gap.notes]) == ("缺漏", "第六条（占位）", ["正在核对。"])
    assert found.change_note and (found.change_note.label, found.change_note.value) == ("修订说明", "改了第一条。")
    assert document().change_note is None and document(articles=[]).lines == ()


def test_verified_date_stays_a_date() -> None:
    """It stands at the foot of every page."""
    found = document(verified="2026-10-02")

    assert (found.verified.label, found.verified.value) == ("核对日期", date(2026, 10, 2))


def test_text_is_printed_from_the_title_to_the_explanation() -> None:
    """Every paragraph in order, with its number: what an original can be compared with."""
    article = {"heading": "目的", "text": "甲。\n乙。", "items": ["丙。"], "then": ["丁。"]}
    found = document(
        headnote="2020年通过\n2021年修订",
        preamble="引言。",
        articles=[],
        chapters=[{"title": "总则", "articles": [article]}],
        signature="某镇人民政府\n2021年1月1日",
        annexes=[{"title": "附件1：值班表", "text": "戊。"}],
        explanation="己。",
    )
    assert as_plain_text(found) == (
        "某制度", "2020年通过", "2021年修订", "引言。", "第一章　总则", "第一条　目的　甲。", "乙。", "（一）丙。", "丁。",
        "某镇人民政府", "2021年1月1日", "附件1：值班表", "戊。", "制定说明", "己。",
    )  # fmt: skip

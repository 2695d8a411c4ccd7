"""word_table: the register in Word, to be filled in by hand."""

import io
from typing import Any

import docx
from content_builder import TODAY
from docx.oxml.ns import qn
from gaps.gap_builder import registered
from rules.dataset_builder import REGULATION, SERVICE

from generator.gaps.word_table import word_table

HALL = "虚谷镇便民服务大厅"
CHANGES = {SERVICE: {"type": None, "visits": None}, REGULATION: {"articles": None}}


def document() -> Any:
    return docx.Document(io.BytesIO(word_table(registered(CHANGES), HALL, TODAY)))


def test_everyone_who_is_asked_has_a_table() -> None:
    """A heading each, and below it how answers are written, what is missing, who knows it, and room to write."""
    made = document()

    assert [p.text for p in made.paragraphs] == [
        "虚谷镇便民服务大厅缺项登记",
        "2026年11月20日，共缺 3 项，在 2 份内容里；2 份海报因此不做。请填好“填写”一栏，交回来。不写姓名、证件号、手机号和住址。",
        "虚谷镇人民政府",
        "正文：一格写不下，请交原文，或者改文件。",
        "民政救济（民政救济岗）",
        "事项类型：选一个：行政许可、行政确认、行政给付、行政奖励、行政裁决、行政检查、其他行政权力、公共服务。",
        "到现场次数：写数字。",
    ]
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables] == [
        [["事项", "缺什么", "谁来补", "填写"], ["《责任追究制度》", "正文", "虚谷镇人民政府", ""]],
        [
            ["事项", "缺什么", "谁来补", "填写"],
            ["临时救助", "事项类型", "民政救济岗", ""],
            ["临时救助", "到现场次数", "民政救济岗", ""],
        ],
    ]


def test_paper_is_a4_and_each_page_has_the_header() -> None:
    """No row is torn in two, and each is high enough for handwriting."""
    made = document()

    assert [round(side.mm) for side in (made.sections[0].page_width, made.sections[0].page_height)] == [210, 297]
    rows = [row._tr.trPr for table in made.tables for row in table.rows]
    assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, True, False, False]
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
    assert {row.find(qn("w:trHeight")).get(qn("w:hRule")) for row in rows} == {"atLeast"}


def test_same_register_gives_the_same_document() -> None:
    """No time of writing is in the file."""
    assert word_table(registered(CHANGES), HALL, TODAY) == word_table(registered(CHANGES), HALL, TODAY)


def test_names_are_text_and_no_markup() -> None:
    """A name with signs of XML stays a name; where it is repeated it is shortened."""
    name = "a<b>&c 的受理、审核与发放"
    made = docx.Document(io.BytesIO(word_table(registered({SERVICE: {**CHANGES[SERVICE], "name": name}}), HALL, TODAY)))

    assert [row.cells[0].text for row in made.tables[0].rows] == ["事项", name, "a<b>&c 的…"]

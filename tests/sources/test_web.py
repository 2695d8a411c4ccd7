"""Web pages are read as a browser shows them: blocks, numbers of lists, tables, and apart from them what is hidden."""

import pytest

from generator.sources import Aside, Block, Paragraph, Source, Table
from generator.sources.reading import parsed
from generator.sources.web import is_web_page, read_web_page


def read(body: str) -> Source:
    """A page with this body."""
    return read_web_page("a.html", f"<html><head><title> 制度\n汇编 </title></head><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("甲<div>乙<p>丙</div>丁", [Paragraph("甲", 1), Paragraph("乙", 2), Paragraph("丙", 3), Paragraph("丁", 4)]),
        ("<p>甲<b>乙</b> <span> 丙 </span></p>", [Paragraph("甲乙 丙", 1)]),
        ("<p>中文\n  折行 and\n words</p>", [Paragraph("中文折行 and words", 1)]),
        ("<p>　　甲 <br> 乙<br></p>", [Paragraph("　　甲\n乙", 1)]),
        ("<pre>a  b\n c</pre>", [Paragraph("a  b\n c", 1)]),
        ("<h2>甲<br>乙</h2><p> </p><p>&nbsp;</p>", [Paragraph("甲\n乙", 1, heading=2)]),
        ("<script>x</script><style>y</style><!-- z --><p>甲", [Paragraph("甲", 1)]),
        ("<ol start=9><li>甲<li value=12><p>乙<p>丙</ol>", [Paragraph("甲", 1, "9."), Paragraph("乙", 2, "12."), Paragraph("丙", 3)]),
        ("<ol type=a><li>甲<ul><li>乙</ul><li>丙</ol>", [Paragraph("甲", 1, "a."), Paragraph("乙", 2, "•"), Paragraph("丙", 3, "b.")]),
        ("<ol reversed><li>甲<li>乙</ol>", [Paragraph("甲", 1, "2."), Paragraph("乙", 2, "1.")]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲</ol>", [Paragraph("甲", 1, "一、")]),
        ("<ul style='list-style: none'><li>甲</ul>", [Paragraph("甲", 1)]),
        ("<table><caption>表<tr><th rowspan=2>甲<th colspan=2>乙<tr><td><p>丙<p>丁<td><ol><li>戊</ol></table>",
         [Paragraph("表", 1), Table((("甲", "乙", None), (None, "丙\n丁", "1.戊")), 2)]),
        ("<table><tr><td>甲<table><tr><td>乙<td>丙</table></table>", [Paragraph("甲", 1), Table((("乙", "丙"),), 2)]),
        ("<table><tr><td><p>甲<p>乙</table>", [Paragraph("甲", 1), Paragraph("乙", 2)]),
    ],
)  # fmt: skip
def test_blocks(body: str, blocks: list[Block]) -> None:
    """Elements decide where a paragraph ends; a table that only places what is in it is none."""
    source = read(body)

    assert (list(source.blocks), source.asides, source.title) == (blocks, (), "制度 汇编")


def test_what_stands_beside() -> None:
    """Hidden elements, glosses, pictures and marked changes are told with the paragraph that they are at."""
    source = read(
        "<p>甲<div style='display:none'>藏</div><p hidden>藏二<template>藏三</template>"
        "<p><ruby>柘<rp>(</rp><rt>zhè</rt><rp>)</rp></ruby><img alt=大厅>木<del>乡</del><ins>镇</ins><s>县</s>"
    )

    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == ["甲", "柘木镇"]
    assert source.asides == (
        Aside("hidden", "藏", 2), Aside("hidden", "藏三", 2), Aside("hidden", "藏二", 2), Aside("note", "zhè", 2), Aside("picture", "大厅", 2),
        Aside("deleted", "乡", 2), Aside("inserted", "镇", 2), Aside("deleted", "县", 2),
    )  # fmt: skip


def test_hidden_parts_of_a_table() -> None:
    """Rows, groups of rows and cells that are hidden are none of the table, and their text is told."""
    source = read(
        "<table><tr><td>甲<td>乙<tr style='display: none'><td>丙<td>丁<tbody hidden><tr><td>戊<tbody><tr><td hidden>己<td>庚</table>"
    )

    assert source.blocks == (Table((("甲", "乙"), ("庚",)), 1),)
    assert [(aside.kind, aside.text) for aside in source.asides] == [
        ("hidden", "丙\n丁"), ("hidden", "戊"), ("hidden", "己"),
    ]  # fmt: skip


def test_what_is_in_a_table_but_in_no_cell() -> None:
    """It stands before the table, as browsers show it."""
    source = read("<table>甲<tr>乙<td>丙<tr><td>戊<td>己</table>")

    assert source.blocks == (Paragraph("甲乙", 1), Table((("丙",), ("戊", "己")), 2))


def test_deeply_nested_page_is_read_in_full() -> None:
    """The parser of lxml stops without a word at a depth of 256 unless it is told otherwise."""
    assert read("<div>" * 300 + "甲" + "</div>" * 300 + "<p>乙").blocks == (Paragraph("甲", 1), Paragraph("乙", 2))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("<!DOCTYPE html><p>", True),
        ("\n<HTML>", True),
        ("<!-- 甲 --><html>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', True),
        ("第一条 <html> 是网页", False),
        ("<某法>", False),
    ],
)
def test_web_pages_are_recognised(text: str, verdict: bool) -> None:
    """By how they begin."""
    assert is_web_page(text) is verdict


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.doc", "<html><meta charset=gb2312><p>甲".encode("gb18030"), "甲"),
        ("a.htm", '<meta http-equiv="Content-Type" content="text/html; charset=big5"><p>臺'.encode("big5"), "臺"),
        ("a.html", "<p>甲".encode("utf-8-sig"), "甲"),
        ("a.txt", "<html>甲".encode(), "<html>甲"),
        ("a.md", "<html>甲".encode(), "<html>甲"),
        ("a.wps", "甲".encode(), "甲"),
    ],
)
def test_file_is_read_by_its_content(name: str, data: bytes, text: str) -> None:
    """A page that is called .doc is read as a page; a text stays a text, whatever it begins with."""
    source = next(parsed((name, data)))

    assert isinstance(source, Source)
    assert source.blocks == (Paragraph(text, 1),)


@pytest.mark.parametrize(
    "page",
    [
        "<p>甲<a style='mso-footnote-id:ftn1' href='#_ftn1'><span>[1]</span></a>。</p><p>乙</p><div style='mso-element:footnote-list'>"
        "<div style='mso-element:footnote' id=ftn1><p><a style='mso-footnote-id:ftn1'>[1]</a>注</p></div></div>",
        '<p>甲<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>。</p><p>乙</p>'
        '<div id="sdfootnote1"><p><a class="sdfootnotesym">1</a>注</p></div>',
    ],
    ids=["Word", "LibreOffice"],
)
def test_notes_in_pages_that_word_processors_save(page: str) -> None:
    """They stand beside the text at the place of their numbers, which are no text."""
    source = read_web_page("a.html", page)

    assert source.blocks == (Paragraph("甲。", 1), Paragraph("乙", 2))
    assert source.asides == (Aside("note", "注", 1),)

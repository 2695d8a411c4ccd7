"""What an OpenDocument text says is read in order and in full, as if its tracked changes were accepted."""

import pytest
from odf_files import item, level, list_style, listed, members, p, span

from generator.sources import Aside, Paragraph, Source, SourceError, Table
from generator.sources.odf import read_odf

STYLES = (
    '<style:style style:family="text" style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:family="text" style:name="H2" style:parent-style-name="H"/>'
    '<style:style style:family="text" style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:family="paragraph" style:name="HP"><style:text-properties text:display="none"/></style:style>'
    + list_style("L", level(1, "1", 'style:num-suffix="、"'))
)


def read(body: str, masters: str = "") -> Source:
    """A text with this body."""
    return read_odf("a.odt", members(body, STYLES, masters=masters, title="制度"))


def asides(source: Source) -> list[tuple[str, str]]:
    """Kind and text of what stands beside it."""
    return [(aside.kind, aside.text) for aside in source.asides]


def test_paragraphs_headings_and_sections() -> None:
    """In order; empty ones are left out, and counted."""
    source = read(f'<text:h text:outline-level="2">甲</text:h>{p("")}<text:section>{p("乙")}</text:section>')

    assert (source.title, source.blocks) == ("制度", (Paragraph("甲", 1, heading=2), Paragraph("乙", 3)))


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("\n  甲\n 乙 <text:s text:c='2'/>丙<text:tab/>丁<text:line-break/> 戊", "甲 乙   丙\t丁\n戊"),
        ("　　甲<text:soft-page-break/>乙", "　　甲乙"),
        ("<text:a>甲</text:a><text:page-number>3</text:page-number><text:bookmark/>", "甲3"),
    ],
)
def test_text_within_a_paragraph(inner: str, text: str) -> None:
    """White space of the file is one space; spaces, tabs and breaks have elements of their own."""
    assert read(p(inner)).blocks == (Paragraph(text, 1),)


def test_tracked_changes() -> None:
    """Text is as if they were accepted; each is told, paragraph by paragraph, and deletions that nothing refers to, too."""
    regions = (
        '<text:tracked-changes><text:changed-region text:id="i"><text:insertion><office:change-info><dc:creator>子虚'
        "</dc:creator></office:change-info></text:insertion></text:changed-region>"
        f'<text:changed-region text:id="d"><text:deletion><office:change-info/>{p("旧")}{p("文")}</text:deletion></text:changed-region>'
        f'<text:changed-region text:id="f"><text:format-change/></text:changed-region>'
        f'<text:changed-region text:id="x"><text:deletion>{p("失")}</text:deletion></text:changed-region></text:tracked-changes>'
    )
    source = read(
        regions
        + p('甲<text:change-start text:change-id="i"/>乙')
        + p('丙<text:change-end text:change-id="i"/>丁<text:change text:change-id="d"/>')
        + p('<text:change-start text:change-id="f"/>戊<text:change-end text:change-id="f"/>')
    )

    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == ["甲乙", "丙丁", "戊"]
    assert source.asides == (
        Aside("inserted", "乙", 1), Aside("inserted", "丙", 2), Aside("deleted", "旧\n文", 2), Aside("deleted", "失", 0),
    )  # fmt: skip


def test_insertion_that_begins_between_paragraphs() -> None:
    """It holds for the paragraphs up to its end; a text box within does not end it."""
    region = '<text:tracked-changes><text:changed-region text:id="i"><text:insertion/></text:changed-region></text:tracked-changes>'
    box = f"<draw:frame><draw:text-box>{p('框')}</draw:text-box></draw:frame>"
    source = read(
        region
        + '<text:change-start text:change-id="i"/>'
        + p(f"甲{box}乙")
        + '<text:change-end text:change-id="i"/>'
        + p("丙")
    )

    assert asides(source) == [("text box", "框"), ("inserted", "甲乙")]


FRAME = "<draw:frame><draw:image/><draw:image/><svg:title>题</svg:title><svg:desc>大厅照片</svg:desc></draw:frame>"


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        (span("藏", "H"), [("hidden", "藏")]),
        (span("藏", "H2"), [("hidden", "藏")]),
        (span("旧", "S"), [("deleted", "旧")]),
        ('<text:hidden-text text:string-value="藏"/>', [("hidden", "藏")]),
        (f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('注')}</text:note-body></text:note>", [("note", "注")]),
        (f"<office:annotation><dc:creator>子虚</dc:creator>{p('再核')}</office:annotation><office:annotation-end/>", [("comment", "再核")]),
        ("<text:ruby><text:ruby-base></text:ruby-base><text:ruby-text>zhè</text:ruby-text></text:ruby>", [("note", "zhè")]),
        (f"<draw:frame><draw:text-box>{p('框')}{listed(item(p('内')), style='L')}</draw:text-box></draw:frame>", [("text box", "框\n1、内")]),
        (f"<draw:custom-shape>{p('形')}</draw:custom-shape>", [("text box", "形")]),
        (FRAME, [("picture", "大厅照片")]),
        ("<draw:frame><draw:object/><draw:image/></draw:frame>", [("picture", "")]),
    ],
)  # fmt: skip
def test_what_stands_beside(inner: str, found: list[tuple[str, str]]) -> None:
    """Hidden and struck text, notes, comments, glosses, text boxes and pictures are told once."""
    source = read(p(inner + "文"))

    assert (source.blocks, asides(source)) == ((Paragraph("文", 1),), found)


def test_what_stands_between_paragraphs() -> None:
    """Frames at a page, hidden sections and hidden paragraphs."""
    source = read(f'{FRAME}<text:section text:display="none">{p("甲")}{p("乙")}</text:section>{p("丙", "HP")}{p("丁")}')

    assert source.blocks == (Paragraph("丁", 2),)
    assert asides(source) == [("picture", "大厅照片"), ("hidden", "甲\n乙"), ("hidden", "丙")]


def test_headers_and_footers() -> None:
    """They belong to the whole document."""
    masters = f"<style:master-page><style:header>{p('柘木镇')}</style:header><style:footer-left>{p('第1页')}</style:footer-left></style:master-page>"

    assert read(p("甲"), masters).asides == (Aside("header", "柘木镇", 0), Aside("footer", "第1页", 0))


def test_tables() -> None:
    """Covered cells are None; tables in cells are text; numbers of lists in a cell are in its text."""
    inner = (
        f"<table:table><table:table-row><table:table-cell>{p('内')}</table:table-cell></table:table-row></table:table>"
    )
    source = read(
        "<table:table><table:table-column/><table:table-header-rows><table:table-row>"
        f'<table:table-cell table:number-columns-spanned="2">{p("甲")}{p("乙")}</table:table-cell>'
        f"<table:covered-table-cell/><table:table-cell>{inner}</table:table-cell></table:table-row></table:table-header-rows>"
        f'<table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell>{listed(item(p("丁")), style="L")}'
        f"</table:table-cell></table:table-row><table:table-row><table:covered-table-cell>{p('藏')}</table:covered-table-cell>"
        "</table:table-row></table:table>" + p("后")
    )

    assert source.blocks == (
        Table((("甲\n乙", None, "内"), ("", "", "1、丁"), (None,)), 1), Paragraph("后", 2),
    )  # fmt: skip
    assert asides(source) == [("hidden", "藏")]


def test_lines_of_a_table_of_contents_are_marked() -> None:
    """Its title, too; the template that it is made of is no text."""
    source = read(
        f"<text:table-of-content><text:table-of-content-source><text:index-title-template>x</text:index-title-template>"
        f"</text:table-of-content-source><text:index-body><text:index-title>{p('目录')}</text:index-title>{p('第一章')}"
        f"</text:index-body></text:table-of-content>{p('甲')}"
    )

    assert [(block.text, block.in_contents) for block in source.blocks if isinstance(block, Paragraph)] == [
        ("目录", True), ("第一章", True), ("甲", False),
    ]  # fmt: skip


def test_text_without_a_body_is_broken() -> None:
    """Such as a spreadsheet under the wrong name."""
    with pytest.raises(SourceError, match="source/broken"):
        read_odf("a.odt", {"content.xml": b"<x/>"})

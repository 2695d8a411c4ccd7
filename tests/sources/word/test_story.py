"""What a Word document says is read in order and in full, as if its tracked changes were accepted."""

import pytest
from word_files import members, p, r

from generator.sources import Aside, Paragraph, Source, SourceError, Table
from generator.sources.word import read_word


def read(body: str, **parts: str) -> Source:
    """A document with this body."""
    return read_word("a.docx", members(body, **parts))


def texts(source: Source) -> list[str]:
    """The texts of its paragraphs."""
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def asides(source: Source) -> list[tuple[str, str]]:
    """Kind and text of what stands beside it."""
    return [(aside.kind, aside.text) for aside in source.asides]


def test_paragraphs_in_content_controls_and_empty_ones() -> None:
    """A paragraph within a content control is read in its place; empty ones are left out, and counted."""
    source = read(p("甲") + p() + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('乙')}</w:sdtContent></w:sdt>" + p("丙"))

    assert source.blocks == (Paragraph("甲", 1), Paragraph("乙", 3), Paragraph("丙", 4))


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r>", "甲\n乙\t丙\n丁"),
        ('<w:r><w:br w:type="page"/></w:r>' + r("甲"), "甲"),
        (r("　　甲 ") + r(" "), "　　甲  "),
        ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/></w:r>", "1-2"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r("同意"), "☑同意"),
        ('<w:hyperlink w:anchor="x">' + r("甲") + "</w:hyperlink><w:smartTag>" + r("乙") + "</w:smartTag>", "甲乙"),
        ('<w:fldSimple w:instr="PAGE">' + r("3") + "</w:fldSimple>", "3"),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/>'
         '<w:t>3</w:t><w:fldChar w:fldCharType="end"/></w:r>', "3"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'
         '</w:ffData></w:fldChar><w:fldChar w:fldCharType="end"/></w:r>' + r("是"), "☑是"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="周一"/>'
         '<w:listEntry w:val="周二"/></w:ddList></w:ffData></w:fldChar><w:fldChar w:fldCharType="end"/></w:r>', "周二"),
        ("<m:oMath><m:f><m:num><m:r><m:t>A</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>", "A/2"),
    ],
)  # fmt: skip
def test_text_within_a_paragraph(inner: str, text: str) -> None:
    """Breaks, tabs, signs, links, results of fields and formulas are text; instructions of fields are not."""
    source = read(p(inner))

    assert (texts(source), source.asides) == ([text], ())


def test_tracked_changes() -> None:
    """Text is as if they were accepted; each is told, and one that is cut into several runs is told once."""
    source = read(
        p(
            r("应当")
            + f"<w:ins>{r('在三日')}</w:ins><w:ins>{r('内', '<w:b/>')}</w:ins>"
            + f"<w:del><w:r><w:delText>在五日内</w:delText></w:r></w:del>{r('办结')}"
            + f"<w:moveFrom>{r('并告知')}</w:moveFrom>"
        )
        + p(f"<w:moveTo>{r('并告知')}</w:moveTo>")
    )

    assert texts(source) == ["应当在三日内办结", "并告知"]
    assert source.asides == (
        Aside("inserted", "在三日内", 1), Aside("deleted", "在五日内", 1), Aside("deleted", "并告知", 1),
        Aside("inserted", "并告知", 2),
    )  # fmt: skip


def test_deleted_end_of_a_paragraph() -> None:
    """A paragraph whose end was deleted goes on with the next; one that was deleted whole is gone."""
    source = read(
        p(r("甲"), "<w:rPr><w:del/></w:rPr>")
        + p(r("乙"))
        + p("<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>", "<w:rPr><w:del/></w:rPr>")
        + p(r("丁"), "<w:rPr><w:del/></w:rPr>")
    )

    assert texts(source) == ["甲乙", "丁"]


def test_hidden_text() -> None:
    """Hidden text is told apart, whether the run, its style or the paragraph's style hides it."""
    styles = (
        '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    source = read(
        p(r("甲") + r("乙", "<w:vanish/>") + r("丙", '<w:rStyle w:val="H"/>') + r("丁", '<w:vanish w:val="0"/>'))
        + p(r("戊"), '<w:pStyle w:val="P"/>'),
        styles=styles,
    )

    assert texts(source) == ["甲丁"]
    assert asides(source) == [("hidden", "乙"), ("hidden", "丙"), ("hidden", "戊")]


def test_notes_comments_headers_and_footers() -> None:
    """Each is told with the paragraph that it belongs to, 0 for the whole document; the separator lines are no notes."""
    source = read(
        p("甲")
        + p(r("乙") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>')
        + p(r("丙") + '<w:r><w:endnoteReference w:id="2"/></w:r>')
        + '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:headerReference r:id="header1"/>'
        '<w:footerReference r:id="footer1"/></w:sectPr>',
        footnotes=f'<w:footnote w:id="0" w:type="separator">{p()}</w:footnote><w:footnote w:id="2">{p("注")}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{p("<w:r><w:tab/></w:r>" + r("尾"))}</w:endnote>',
        comments=f'<w:comment w:id="0" w:author="子虚">{p("再核")}</w:comment><w:comment w:id="1">{p("无主")}</w:comment>',
        header1=p("柘木镇"),
        footer1=p("第1页"),
    )

    assert source.asides == (
        Aside("note", "注", 2), Aside("comment", "再核", 2), Aside("note", "尾", 3), Aside("header", "柘木镇", 0),
        Aside("footer", "第1页", 0), Aside("comment", "无主", 0),
    )  # fmt: skip


BOX = f"<w:txbxContent>{p('框')}{p('二')}</w:txbxContent>"
PICTURE = (
    '<wp:inline><wp:docPr id="1" name="x" descr="大厅照片"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
    '<a:blip r:embed="x"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
)


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        (f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>", [("text box", "框\n二")]),
        (f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback>"
         f"<w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>", [("text box", "框\n二")]),
        (f"<mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"
         "</mc:AlternateContent>", [("text box", "框\n二")]),
        (f"<w:drawing>{PICTURE}</w:drawing>", [("picture", "大厅照片")]),
        (f"<mc:AlternateContent><mc:Choice><w:drawing>{PICTURE}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
         '<v:imagedata r:id="x"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent>', [("picture", "大厅照片")]),
        ('<w:pict><v:shape alt="章"><v:imagedata r:id="x"/></v:shape></w:pict>', [("picture", "章")]),
        ('<w:object><v:shape><v:imagedata r:id="x" o:title="表"/></v:shape></w:object>', [("picture", "表")]),
        ('<w:pict><v:shape><v:textpath string="以人为本"/></v:shape></w:pict>', [("text box", "以人为本")]),
        ("<w:drawing><a:txBody><a:p><a:r><a:t>图</a:t></a:r><a:r><a:t>一</a:t></a:r></a:p></a:txBody></w:drawing>",
         [("text box", "图一")]),
        ('<w:drawing><c:chart r:id="chart1"/></w:drawing>', [("picture", "办件")]),
        ('<w:drawing><dgm:relIds r:dm="diagramData1"/></w:drawing>', [("picture", "受理\n办结")]),
        ("<w:ruby><w:rt><w:r><w:t>zhè</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>柘</w:t></w:r></w:rubyBase></w:ruby>",
         [("note", "zhè")]),
    ],
)  # fmt: skip
def test_what_stands_beside(inner: str, found: list[tuple[str, str]]) -> None:
    """Text boxes, pictures, diagrams and glosses are told once, whichever of the two ways they are written in."""
    source = read(
        p(f"<w:r>{inner}</w:r>" + r("文")),
        chart1="<a:t>办件</a:t>",
        diagramData1="<a:p><a:r><a:t>受理</a:t></a:r></a:p><a:p><a:r><a:t>办结</a:t></a:r></a:p>",
    )

    assert asides(source) == found
    assert texts(source) in (["文"], ["柘文"])


def test_note_that_refers_to_itself_is_read_once() -> None:
    """A file that was made to do harm cannot make the reader go round in a circle."""
    note = p(r("注") + '<w:r><w:footnoteReference w:id="2"/></w:r>')

    source = read(
        p(r("甲") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=f'<w:footnote w:id="2">{note}</w:footnote>'
    )

    assert asides(source) == [("note", "注")]


def test_tables() -> None:
    """Merged cells cover places of the grid; nested tables are text of their cell; deleted rows are told apart."""
    nested = f"<w:tbl><w:tr><w:tc>{p('内')}</w:tc><w:tc>{p('表')}</w:tc></w:tr></w:tbl>"
    source = read(
        p("前")
        + "<w:tbl><w:tblPr/><w:tblGrid/>"
        + f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("甲")}{p("乙")}</w:tc><w:tc>{nested}{p("丙")}</w:tc></w:tr>'
        + f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("丁")}</w:tc><w:tc>{p("戊")}</w:tc><w:tc>{p()}</w:tc></w:tr>'
        + f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('藏')}</w:tc><w:sdt><w:sdtContent><w:tc>{p('己')}</w:tc></w:sdtContent></w:sdt></w:tr>"
        + f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>{p("庚")}</w:tc></w:tr>'
        + f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('旧')}</w:tc></w:tr>"
        + f"<w:tr><w:trPr><w:ins/></w:trPr><w:tc>{p('新')}</w:tc></w:tr>"
        + "</w:tbl>"
        + p("后")
    )

    assert source.blocks == (
        Paragraph("前", 1),
        Table(
            (("甲\n乙", None, "内\t表\n丙"), ("丁", "戊", ""), (None, "己"), ("", "庚"), ("新",)),
            2,
            frozenset({(2, 0)}),
        ),
        Paragraph("后", 3),
    )
    assert source.asides == (Aside("hidden", "藏", 2), Aside("deleted", "旧", 2), Aside("inserted", "新", 2))


def test_lines_of_a_table_of_contents_are_marked() -> None:
    """By the style, the content control or the field that they stand in."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
    source = read(
        p("甲", '<w:pStyle w:val="T1"/>')
        + f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{p("乙")}</w:sdtContent></w:sdt>'
        + p(begin + r("丙"))
        + p(r("丁") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + p("戊"),
        styles='<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>',
    )

    assert [block.text for block in source.blocks if isinstance(block, Paragraph) and block.in_contents] == list(
        "甲乙丙丁"
    )


def test_broken_field_does_not_hide_what_follows() -> None:
    """An instruction ends with its paragraph at the latest, and text in it is told as hidden."""
    source = read(p('<w:r><w:fldChar w:fldCharType="begin"/><w:t>甲</w:t></w:r>') + p("乙"))

    assert (texts(source), asides(source)) == (["乙"], [("hidden", "甲")])


def test_text_in_an_instruction_is_told() -> None:
    """Nobody sees it in Word; it is told even where the field goes on to the end of the document."""
    marks = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:t>甲</w:t></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    )

    source = read(p("".join(marks) + r("乙")))

    assert (texts(source), asides(source)) == (["乙"], [("hidden", "甲")])


def test_heading_by_its_name() -> None:
    """A style that is called heading 2 is one of level 2, even without an outline level."""
    source = read(
        p("甲", '<w:pStyle w:val="2"/>') + p("乙", '<w:outlineLvl w:val="3"/>'),
        styles='<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>',
    )

    assert [block.heading for block in source.blocks if isinstance(block, Paragraph)] == [2, 4]


def test_document_that_embeds_another_is_refused() -> None:
    """Its text is in a part of another kind, which would be lost."""
    with pytest.raises(SourceError, match="source/embedded"):
        read('<w:altChunk r:id="x"/>')


def test_relationship_to_a_missing_part_does_no_harm() -> None:
    """Converters leave such relationships behind; Word opens these files."""
    files = members(p("甲"))
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", b'<Relationship Id="n" Type="x" Target="NULL"/></Relationships>'
    )

    assert texts(read_word("a.docx", files)) == ["甲"]


def test_text_struck_through_counts_as_deleted() -> None:
    """Whoever strikes out by hand means what a tracked change says."""
    source = read(p(r("三日") + r("五日", "<w:strike/>") + r("内", '<w:strike w:val="0"/>')))

    assert (texts(source), asides(source)) == (["三日内"], [("deleted", "五日")])


def test_strict_document() -> None:
    """What Word saves as “Strict Open XML” differs in the names of its parts and elements only."""
    files = {
        name: data.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/")
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/")
        for name, data in members(p("甲", '<w:pStyle w:val="2"/>'), styles='<w:style w:styleId="2"><w:name w:val="heading 2"/></w:style>').items()
    }  # fmt: skip

    assert read_word("a.docx", files).blocks == (Paragraph("甲", 1, heading=2),)

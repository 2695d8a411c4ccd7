"""The register as a Word document to print: for each window or body a table with a column to fill in by hand.

Rows are written as XML and not cell by cell, which would take minutes for a large hall. The same register gives the
same bytes: the times that Word files hold are fixed.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from html import escape
from itertools import groupby
from typing import cast

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from generator.content.problems import excerpt
from generator.gaps.filled_cells import WORD_COLUMNS
from generator.gaps.register import Register
from generator.gaps.rows import Row, rows
from generator.gaps.wording import duty_words, field_words, summary
from generator.system.zips import zipped
from generator.texts.gaps import STAFF, TABLE, WORDS

_WIDTHS = (Mm(42), Mm(36), Mm(30), Mm(66))
_MADE = datetime(2026, 1, 1)
_LEAST_HEIGHT, _PADDING = Mm(10), Mm(0.8)
_REPEATED = 8
"""So many letters of a title are repeated."""
_SMALL = 9
_HEADS, _BODY = "黑体", "宋体"
_INK = RGBColor(0x20, 0x24, 0x2A)


def word_table(register: Register, hall: str, today: date) -> bytes:
    """The document (.docx, A4): a heading and a table for everyone who is asked, with the header on each page."""
    document = docx.Document()
    _set_up(document, hall)
    document.add_heading(TABLE["heading"].format(hall=hall), 0)
    document.add_paragraph(TABLE["lead"].format(day=STAFF["day"].format(day=today), summary=summary(register)))
    for duty, asked in groupby(rows(register), key=lambda row: row.duty):
        listed = list(asked)
        document.add_heading(duty_words(duty), 1)
        _add_ways(document, listed)
        _add_table(document, listed)
    stream = io.BytesIO()
    document.save(stream)
    return _with_fixed_times(stream.getvalue())


def _set_up(document: Document, hall: str) -> None:
    """A4 with the fonts of an office, its page numbers, and a name."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(18)
    for name, font, size in (("Normal", _BODY, 11), ("Title", _HEADS, 20), ("Heading 1", _HEADS, 14)):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        _set_font(style, font, size)
    for line in document.styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        line.getparent().remove(line)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer._p.extend(_parsed(_PAGE_NUMBER))
    named = document.core_properties
    named.title, named.author, named.language = TABLE["heading"].format(hall=hall), "gongshi", "zh-CN"
    named.created = named.modified = _MADE
    named.last_modified_by, named.comments = "gongshi", ""


def _set_font(style: ParagraphStyle, font: str, size: int) -> None:
    """One font for Chinese and Latin letters; Word keeps the two apart."""
    style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(kind), font)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


def _add_ways(document: Document, listed: Sequence[Row]) -> None:
    """How each kind of answer is written, once for a table, in small type."""
    fields: dict[str, list[str]] = {}
    for row in listed:
        if row.form != "text":
            fields.setdefault(row.how, []).append(field_words(row.gap))
    for how, named in fields.items():
        words = TABLE["way"].format(fields=WORDS["between"].join(dict.fromkeys(named)), how=how)
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(words).font.size = Pt(_SMALL)
    if fields:
        paragraph.paragraph_format.space_after = Pt(_SMALL)


def _add_table(document: Document, listed: Sequence[Row]) -> None:
    table = document.add_table(0, len(WORD_COLUMNS), "Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    margins, *made = _parsed(_MARGINS + _HEADER + "".join(_rows(listed)))
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
    table._tbl.extend(made)


def _rows(listed: Sequence[Row]) -> Iterator[str]:
    """The XML of each row; the title stands in every row of a record, since a table may go on on the next page."""
    before = ""
    for row in listed:
        gap, first = row.gap, row.gap.record != before
        before = gap.record
        title = _run(gap.title, _BOLD) if first else _run(excerpt(gap.title, _REPEATED), _FAINT)
        yield _row([title, _run(field_words(gap)), _run(row.duty.post or row.duty.name), ""])


def _row(runs: Sequence[str], header: str = "", shade: str = "") -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{int(width.twips)}" w:type="dxa"/>{shade}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>{run}</w:p></w:tc>'
        for run, width in zip(runs, _WIDTHS, strict=True)
    )
    height = f'<w:trHeight w:val="{int(_LEAST_HEIGHT.twips)}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{header}</w:trPr>{cells}</w:tr>"


def _run(text: str, style: str = "") -> str:
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _parsed(xml: str) -> Sequence[BaseOxmlElement]:
    """The elements of ``xml``."""
    return cast("Sequence[BaseOxmlElement]", parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"))


_BOLD, _FAINT = "<w:b/>", '<w:color w:val="8A9099"/>'
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="E9EBEE"/>'
_HEADER = _row([_run(TABLE[key], _BOLD) for key in WORD_COLUMNS], "<w:tblHeader/>", _SHADE)
_MARGINS = "<w:tblCellMar>{top}{bottom}</w:tblCellMar>".format(
    **{side: f'<w:{side} w:w="{int(_PADDING.twips)}" w:type="dxa"/>' for side in ("top", "bottom")}
)
_PAGE_NUMBER = f'<w:fldSimple w:instr="PAGE">{_run("1")}</w:fldSimple>'
"""A value that Word works out."""


def _with_fixed_times(data: bytes) -> bytes:
    """The archive with no time in it at which it was written."""
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return zipped((name, made.read(name)) for name in made.namelist())

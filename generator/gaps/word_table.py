"""The register as a Word document to print: for each window or body a table with a column to fill in by hand.

Rows are made as XML and not cell by cell, which would take minutes for a county. The same register gives the same
bytes: the times that Word files hold are fixed.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple, cast

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from generator.content.problems import excerpt
from generator.gaps.register import Register
from generator.gaps.rows import Row, rows
from generator.gaps.wording import duty_words, field_words, summary
from generator.texts.gaps import STAFF, TABLE

COLUMN_KEYS = ("title", "field", "duty", "answer")
"""The columns, by their keys in ``texts.gaps.TABLE``."""

_WIDTHS = (Mm(42), Mm(36), Mm(30), Mm(66))
_MADE = datetime(2026, 1, 1)
_LEAST_HEIGHT, _PADDING = Mm(10), Mm(0.8)
_REPEATED = 11
"""So many letters of a title are repeated."""
_HEADER_FILL, _FAINT = "E9EBEE", "8A9099"
_HEADS, _BODY = "黑体", "宋体"
_INK = RGBColor(0x20, 0x24, 0x2A)


def word_table(register: Register, hall: str, today: date) -> bytes:
    """The document (.docx, A4): a heading and a table for everyone who is asked, with the header on each page."""
    document = docx.Document()
    _set_up(document, hall)
    document.add_heading(TABLE["heading"].format(hall=hall), 0)
    document.add_paragraph(TABLE["lead"].format(day=STAFF["day"].format(day=today), summary=summary(register)))
    for duty, asked in groupby(rows(register), key=lambda row: row.duty):
        document.add_heading(duty_words(duty), 1)
        _add_table(document, list(asked))
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
    footer._p.append(_field("PAGE"))
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


def _add_table(document: Document, listed: Sequence[Row]) -> None:
    table = document.add_table(0, len(COLUMN_KEYS), "Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    margins = _element("w:tblCellMar")
    margins.extend(_element(f"w:{side}", w=str(int(_PADDING.twips)), type="dxa") for side in ("top", "bottom"))
    table._tbl.tblPr.append(margins)
    header = [_Words(TABLE[key], bold=True) for key in COLUMN_KEYS]
    table._tbl.extend([_table_row(header, is_header=True), *map(_table_row, _texts(listed))])


class _Words(NamedTuple):
    """What a cell says, and how."""

    text: str
    bold: bool = False
    faint: bool = False


def _texts(listed: Sequence[Row]) -> Iterator[list[_Words]]:
    """The cells of each row; the title stands in every row of a record, since a table may go on on the next page."""
    before = ""
    for row in listed:
        gap, first = row.gap, row.gap.record != before
        before = gap.record
        who = row.duty.post or row.duty.name
        title = _Words(gap.title, bold=True) if first else _Words(excerpt(gap.title, _REPEATED), faint=True)
        yield [title, _Words(field_words(gap)), _Words(who), _Words("")]


def _table_row(cells: Sequence[_Words], is_header: bool = False) -> BaseOxmlElement:
    row, properties = _element("w:tr"), _element("w:trPr")
    properties.append(_element("w:cantSplit"))
    properties.append(_element("w:trHeight", val=str(int(_LEAST_HEIGHT.twips)), hRule="atLeast"))
    if is_header:
        properties.append(_element("w:tblHeader"))
    row.append(properties)
    row.extend(_cell(words, int(width.twips), is_header) for words, width in zip(cells, _WIDTHS, strict=True))
    return row


def _cell(words: _Words, width: int, is_header: bool) -> BaseOxmlElement:
    cell, properties, paragraph = _element("w:tc"), _element("w:tcPr"), _element("w:p")
    properties.append(_element("w:tcW", w=str(width), type="dxa"))
    if is_header:
        properties.append(_element("w:shd", val="clear", color="auto", fill=_HEADER_FILL))
    properties.append(_element("w:vAlign", val="center"))
    spacing = _element("w:pPr")
    spacing.append(_element("w:spacing", before="0", after="0"))
    paragraph.append(spacing)
    if words.text:
        paragraph.append(_run(words))
    cell.extend([properties, paragraph])
    return cell


def _run(words: _Words) -> BaseOxmlElement:
    run, style, text = _element("w:r"), _element("w:rPr"), _element("w:t")
    if words.bold:
        style.append(_element("w:b"))
    if words.faint:
        style.append(_element("w:color", val=_FAINT))
    text.text = words.text
    run.extend([style, text])
    return run


def _field(instruction: str) -> BaseOxmlElement:
    """A value that Word works out, such as the number of the page."""
    field = _element("w:fldSimple", instr=instruction)
    field.append(_run(_Words("1")))
    return field


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element = cast("BaseOxmlElement", OxmlElement(name))
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _with_fixed_times(data: bytes) -> bytes:
    """The archive with no time in it at which it was written."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(stream, "w") as fixed:
        for name in made.namelist():
            member = zipfile.ZipInfo(name)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            fixed.writestr(member, made.read(name))
    return stream.getvalue()

"""Every character of a Word document is read, in a paragraph or cell or beside them, whatever stands within what."""

from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_files import NAMES, members, p, r

from generator.sources import Source, Table
from generator.sources.word import read_word

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = st.text("甲乙丙丁戊1a（、 ", min_size=1, max_size=4)


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Runs within one of the elements that may hold runs."""
    around = st.sampled_from([
        "<w:ins>{}</w:ins>", "<w:moveTo>{}</w:moveTo>", "<w:del>{}</w:del>", "<w:moveFrom>{}</w:moveFrom>",
        "<w:hyperlink>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="X">{}</w:fldSimple>', "<w:unknown>{}</w:unknown>",
        "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
        "<w:r><w:pict><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></w:pict></w:r>",
        "<mc:AlternateContent><mc:Choice><w:r><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>新</w:t></w:r>{}</w:p></w:txbxContent></wps:txbx>"
        "</w:drawing></w:r></mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}', '{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ])  # fmt: skip
    return st.tuples(around, inner, inner).map(lambda found: found[0].format(*found[1:]))


PROPERTIES = st.sampled_from(["", "<w:vanish/>", "<w:strike/>", "<w:b/>"])
RUN = st.one_of(
    st.builds(r, TEXT, PROPERTIES),
    TEXT.map(lambda text: f"<w:r><w:delText>{text}</w:delText></w:r>"),
    st.sampled_from(["<w:r><w:footnoteReference w:id='1'/></w:r>", "<w:r><w:commentReference w:id='1'/></w:r>"]),
)
RUNS = st.recursive(
    RUN, lambda inner: st.lists(inner, min_size=1, max_size=3).map("".join) | _wrapped(inner), max_leaves=6
)
MARK = st.sampled_from(["", "<w:rPr><w:del/></w:rPr>", '<w:pStyle w:val="X"/>'])
PARAGRAPH = st.builds(lambda runs, mark: p(runs, mark), RUNS, MARK)


def _cell(inner: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def _around_blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    merges = st.sampled_from(
        ["", "<w:vMerge/>", '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>', "<w:hMerge/>"]
    )
    rows = st.lists(
        st.lists(st.builds(_cell, inner, merges), min_size=1, max_size=2).map("".join), min_size=1, max_size=2
    )
    change = st.sampled_from(["", "<w:trPr><w:del/></w:trPr>", "<w:trPr><w:ins/></w:trPr>"])
    tables = st.builds(
        lambda found, said: f"<w:tbl>{''.join(f'<w:tr>{said}{row}</w:tr>' for row in found)}</w:tbl>", rows, change
    )
    holders = st.sampled_from(
        ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>", "<w:ins>{}</w:ins>"]
    )
    return tables | st.builds(str.format, holders, inner) | st.lists(inner, min_size=1, max_size=3).map("".join)


BODY = st.recursive(PARAGRAPH, _around_blocks, max_leaves=5)


def _in_file(body: str, *parts: str) -> Iterator[str]:
    """The texts of all w:t and w:delText, but for those that stand there a second time for old programs."""
    for part in (body, *parts):
        root = etree.fromstring(f"<x {NAMES}>{part}</x>")
        for old in list(root.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")):
            old.getparent().remove(old)
        yield from (found.text or "" for found in root.iter(f"{_W}t", f"{_W}delText"))


def _read(source: Source) -> Iterator[str]:
    for block in source.blocks:
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row if cell)
        else:
            yield block.text
    yield from (aside.text for aside in source.asides if aside.kind != "inserted")


def characters(texts: Iterator[str]) -> Counter[str]:
    """How often each visible character occurs."""
    return Counter("".join("".join(texts).split()))


@settings(max_examples=80, deadline=None)
@given(body=BODY, note=RUNS, head=RUNS)
def test_every_character_is_read_once(body: str, note: str, head: str) -> None:
    """Inserted text alone is told beside its paragraph as well."""
    notes, comment, header = (p(text) for text in (note, "评", head))
    section = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'

    source = read_word(
        "a.docx",
        members(
            body + section,
            footnotes=f'<w:footnote w:id="1">{notes}</w:footnote>',
            comments=f'<w:comment w:id="1">{comment}</w:comment>',
            header1=header,
        ),
    )

    assert characters(_read(source)) == characters(_in_file(body, notes, comment, header))

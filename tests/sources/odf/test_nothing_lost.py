"""Every character of an OpenDocument text is read, in a paragraph or cell or beside them, whatever stands within what."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from odf_files import item, listed, members, p, span

from generator.sources import Table
from generator.sources.odf import read_odf

STYLES = (
    '<style:style style:family="text" style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:family="text" style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>'
)
TEXT = st.text("甲乙丙丁戊1a（、", min_size=1, max_size=4)


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    holders = st.sampled_from([
        "<text:a>{}</text:a>", "<text:unknown>{}</text:unknown>", "<text:ruby><text:ruby-base>{}</text:ruby-base></text:ruby>",
        "<text:ruby><text:ruby-text>{}</text:ruby-text></text:ruby>", '<text:change-start text:change-id="i"/>{}',
        '{}<text:change-end text:change-id="i"/>', '{}<text:change text:change-id="d"/>',
        "<office:annotation><text:p>{}</text:p></office:annotation>",
        "<text:note><text:note-body><text:p>{}</text:p></text:note-body></text:note>",
        "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>",
        "<draw:custom-shape><text:p>{}</text:p></draw:custom-shape>",
    ])  # fmt: skip
    spans = st.builds(span, inner, st.sampled_from(["H", "S", "x"]))
    return spans | st.builds(str.format, holders, inner) | st.lists(inner, min_size=1, max_size=3).map("".join)


RUNS = st.recursive(TEXT, _around, max_leaves=6)


def _around_blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    holders = st.sampled_from([
        "<text:section>{}</text:section>", '<text:section text:display="none">{}</text:section>',
        "<text:table-of-content><text:index-body>{}</text:index-body></text:table-of-content>",
        "<table:table><table:table-header-rows><table:table-row><table:table-cell>{}</table:table-cell><table:table-cell/>"
        "</table:table-row></table:table-header-rows></table:table>",
        "<table:table><table:table-row><table:covered-table-cell>{}</table:covered-table-cell></table:table-row></table:table>",
        '<text:change-start text:change-id="i"/>{}', "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>",
    ])  # fmt: skip
    lists = st.builds(lambda first, second: listed(item(first), item(second)), inner, inner)
    return lists | st.builds(str.format, holders, inner) | st.lists(inner, min_size=1, max_size=3).map("".join)


BODY = st.recursive(RUNS.map(p), _around_blocks, max_leaves=5)


@settings(max_examples=80, deadline=None)
@given(body=BODY, deleted=BODY)
def test_every_character_is_read_once(body: str, deleted: str) -> None:
    """Inserted text alone is told beside its paragraph as well."""
    region = '<text:changed-region text:id="{}">{}</text:changed-region>'
    changes = region.format("i", "<text:insertion/>") + region.format("d", f"<text:deletion>{deleted}</text:deletion>")

    source = read_odf("a.odt", members(f"<text:tracked-changes>{changes}</text:tracked-changes>{body}", STYLES))

    read = [cell for block in source.blocks if isinstance(block, Table) for row in block.rows for cell in row if cell]
    read += [block.text for block in source.blocks if not isinstance(block, Table)]
    read += [aside.text for aside in source.asides if aside.kind != "inserted"]
    assert Counter("".join("".join(read).split())) == Counter(_without_tags(deleted + body))


def _without_tags(xml: str) -> str:
    return "".join(part.partition(">")[2] for part in f">{xml}".split("<"))

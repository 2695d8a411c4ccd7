"""Every character of a web page that is no script or style is read, whatever stands within what."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.sources import Table
from generator.sources.web import read_web_page

TEXT = st.text("甲乙丙丁戊1a（、 \n　", min_size=1, max_size=5)
HOLDERS = st.sampled_from([
    "<p>{}</p>", "<div>{}", "<b>{}</b>", "{}</div>", "<ol><li>{}</ol>", "<ul><li><p>{}</ul>", "<h3>{}</h3>", "<pre>{}</pre>",
    "<table><tr><td rowspan=2>{}<td>x<tr><td>y</table>", "<table><caption>{}</caption><tr><td>z</table>", "<td>{}", "<a>{}</a>",
    "<table>{}</table>", "<table><tbody style='display:none'><tr><td>u<td>{}</table>", "<table>{}<tr>{}<td>v<td>{}</table>",
    "<table><tr hidden>{}<td>w<td>r</table>", "<div hidden>{}</div>", "<span style='display: none'>{}</span>", "<ruby>柘<rt>{}</rt></ruby>",
    "<del>{}</del>", "<ins>{}</ins>", "<s>{}</s>", "<li>{}", "{}<br>", "<template>{}</template>", "<x-y>{}</x-y>",
    "<style>{}</style>", "<script>{}</script>", "<!-- {} -->",
])  # fmt: skip
PAGE = st.recursive(
    TEXT,
    lambda inner: (
        st.builds(str.format, HOLDERS, inner, inner, inner) | st.lists(inner, min_size=1, max_size=3).map("".join)
    ),
    max_leaves=7,
)


@settings(max_examples=100, deadline=None)
@given(page=PAGE)
def test_every_character_is_read_once(page: str) -> None:
    """Inserted text alone is told beside its paragraph as well."""
    source = read_web_page("a.html", f"<html><body>甲{page}</body></html>")

    read = [cell for block in source.blocks if isinstance(block, Table) for row in block.rows for cell in row if cell]
    read += [block.text for block in source.blocks if not isinstance(block, Table)]
    read += [aside.text for aside in source.asides if aside.kind != "inserted"]
    labels = [f"{number}." for number in range(1, 9)] + ["•"]
    assert _characters("".join(read), labels) == _characters(_shown(page), labels)


def _shown(page: str) -> str:
    root = html.document_fromstring(f"<html><body>甲{page}</body></html>")
    for element in list(root.iter("script", "style")):
        element.drop_tree()
    return "".join(root.body.xpath(".//text()[not(parent::comment())]"))


def _characters(text: str, labels: list[str]) -> Counter[str]:
    """How often each visible character occurs; numbers of lists, which stand in the text of cells, do not count."""
    for label in labels:
        text = text.replace(label, "")
    return Counter("".join(text.split()))

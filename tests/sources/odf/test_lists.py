"""The numbers of lists and headings in an OpenDocument text are computed from its styles."""

import pytest
from odf_files import item, level, list_style, listed, members, p

from generator.sources.odf import read_odf

RULES = list_style(
    "R",
    level(1, "一, 二, 三, ...", 'style:num-prefix="第" style:num-suffix="章"'),
    level(2, "一, 二, 三, ...", 'style:num-prefix="（" style:num-suffix="）"'),
    level(3, "1", 'loext:num-list-format="%1%-%3%"'),
)


def labels(body: str, automatic: str = RULES, styles: str = "") -> list[str]:
    """The numbers of the paragraphs of a text."""
    return [block.label for block in read_odf("a.odt", members(body, automatic, styles)).blocks]


def test_levels_count_on_and_begin_again_below_a_higher_one() -> None:
    """An inner list is the next level; its numbers begin again with each item above it, and only then."""
    inner = listed(item(p("甲")), item(p("乙"), listed(item(p("丙")))))
    body = listed(
        item(p("甲"), p("续"), inner, p("又"), listed(item(p("丁")))), item(p("戊"), listed(item(p("己")))), style="R"
    )

    assert labels(body) == ["第一章", "", "（一）", "（二）", "一-1", "", "（三）", "第二章", "（一）"]


def test_lists_begin_anew_unless_they_continue_another() -> None:
    """The last list of the style, or the one that is named, if it is in the file."""
    one = [item(p("甲"))]
    body = (
        listed(*one, style="R", attributes='xml:id="a"') + listed(*one, style="R")
        + listed(*one, style="R", attributes='text:continue-numbering="true"')
        + listed(*one, style="R", attributes='text:continue-list="a"')
        + listed(*one, style="R", attributes='text:continue-list="gone"')
        + listed(item(listed(item(p("乙")))), style="R", attributes='text:continue-numbering="true"')
        + listed(item(p("甲"), attributes='text:start-value="9"'), style="R")
    )  # fmt: skip

    assert labels(body) == ["第一章", "第一章", "第二章", "第二章", "第一章", "（一）", "第九章"]


@pytest.mark.parametrize(
    ("shape", "label"),
    [
        (level(1, "1", 'style:num-suffix="." text:start-value="4"'), "4."),
        (level(1, ""), ""),
        (level(1, "", 'style:num-prefix="※"'), "※"),
        (level(1, "①, ②, ③, ..."), "①"),
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="–"/>', "–"),
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="\uf06f"><style:text-properties '
         'fo:font-family="Wingdings"/></text:list-level-style-bullet>', "□"),
        ('<text:list-level-style-image text:level="1"/>', "•"),
    ],
)  # fmt: skip
def test_shapes_of_levels(shape: str, label: str) -> None:
    """Bullets of symbol fonts become characters; a level may have no number."""
    assert labels(listed(item(p("甲")), style="L"), list_style("L", shape)) == [label]


def test_number_may_show_the_levels_above() -> None:
    """text:display-levels says how many."""
    style = list_style("L", level(1, "1"), level(2, "a", 'text:display-levels="2" style:num-suffix=")"'))

    assert labels(listed(item(p("甲"), listed(item(p("乙")))), style="L"), style) == ["1", "1.a)"]


def test_level_above_that_has_no_paragraph_yet_begins_unseen() -> None:
    """Below a first level that nobody wrote stands 1.1, and the first that somebody writes is 2."""
    style = list_style("L", level(1, "1"), level(2, "1", 'text:display-levels="2"'))

    assert labels(listed(item(listed(item(p("甲")))), item(p("乙")), style="L"), style) == ["1.1", "2"]


def test_styles_may_change_within_a_list() -> None:
    """An inner list or a single item may have a style of its own, and counts on all the same."""
    style = list_style("L", level(1, "1"), level(2, "1")) + list_style("M", level(1, "a"), level(2, "a"))
    inner = listed(item(p("甲")), style="M")
    body = listed(
        item(p("甲"), inner, p("乙"), listed(item(p("丙")))),
        item(p("丁"), attributes='text:style-override="M"'),
        style="L",
    )

    assert labels(body, style) == ["1", "a", "", "2", "b"]


def test_header_of_a_list_and_unknown_styles_have_no_number() -> None:
    """Nor has a list of a level that its style does not know."""
    body = listed(f"<text:list-header>{p('甲')}</text:list-header>", style="R") + listed(item(p("乙")), style="x")

    assert labels(body) == ["", ""]


def test_headings_are_numbered_by_the_outline() -> None:
    """Unless they say that they are not, or stand in a list."""
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )

    def h(at: int, attributes: str = "") -> str:
        return f'<text:h text:outline-level="{at}" {attributes}>甲</text:h>'

    body = (
        h(1) + h(2) + h(2) + h(1) + h(2, 'text:is-list-header="true"') + h(2)
        + h(1, 'text:restart-numbering="true" text:start-value="7"') + listed(item(h(1)), style="R")
    )  # fmt: skip

    assert labels(body, styles=outline) == ["1", "1.1", "1.2", "2", "", "2.1", "7", "第一章"]

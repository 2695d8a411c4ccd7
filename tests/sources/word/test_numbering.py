"""The numbers that Word makes by itself are computed from its lists and styles."""

import pytest
from word_files import abstract, level, listed, members, num, p

from generator.sources.word import read_word


def labels(body: str, **parts: str) -> list[str]:
    """The numbers of the paragraphs of a document."""
    return [block.label for block in read_word("a.docx", members(body, **parts)).blocks]


CHAPTERS = abstract(
    0,
    level(0, "chineseCountingThousand", "第%1章"),
    level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>'),
    level(2, "japaneseCounting", "（%3）"),
    level(3, "decimal", "%4."),
    level(4, "decimalEnclosedCircle", "%5"),
)


def test_levels_count_on_and_begin_again_below_a_higher_one() -> None:
    """Items begin again below each article; articles count on from chapter to chapter where the list says so."""
    places = [0, 1, 2, 2, 1, 2, 3, 3, 4, 0, 1, 2]

    found = labels("".join(p("甲", listed(1, place)) for place in places), numbering=CHAPTERS + num(1, 0))

    assert found == [
        "第一章", "第一条", "（一）", "（二）", "第二条", "（一）", "1.", "2.", "①", "第二章", "第三条", "（一）",
    ]  # fmt: skip


def test_level_begins_again_after_the_level_that_it_names() -> None:
    """With w:lvlRestart 1 a third level begins again after the first, not after the second."""
    numbering = abstract(
        0,
        level(0, "decimal", "%1"),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'),
    )
    places = [0, 1, 2, 1, 2, 0, 2]

    found = labels("".join(p("甲", listed(1, place)) for place in places), numbering=numbering + num(1, 0))

    assert found == ["1", "1.1", "a)", "1.2", "b)", "2", "a)"]


def test_lists_of_one_abstract_list_count_on_unless_one_starts_anew() -> None:
    """A second list goes on where the first ended; one with a start of its own begins with it, once."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1、")) + num(1, 0) + num(2, 0) + num(3, 0, override)

    found = labels("".join(p("甲", listed(which)) for which in (1, 1, 2, 3, 3)), numbering=numbering)

    assert found == ["1、", "2、", "3、", "5、", "6、"]


def test_list_may_change_a_level() -> None:
    """A list that overrides a level writes it its own way."""
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.", start=4)}</w:lvlOverride>'

    found = labels(
        p("甲", listed(1)) + p("甲", listed(1)), numbering=abstract(0, level(0, "decimal", "%1")) + num(1, 0, override)
    )

    assert found == ["IV.", "V."]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="章"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '<w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Article"><w:name w:val="条"/><w:basedOn w:val="Chapter"/><w:pPr>'
    '<w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Special"><w:name w:val="特"/><w:basedOn w:val="Article"/></w:style>'
)
STYLED = abstract(
    0,
    level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="Chapter"/>'),
    level(1, "chineseCounting", "第%2条", '<w:pStyle w:val="Article"/>'),
) + num(1, 0)


def test_styles_number_their_paragraphs() -> None:
    """A paragraph takes its list from its style or what that is based on; numId 0 takes the number away."""
    body = (
        p("甲", '<w:pStyle w:val="Chapter"/>')
        + p("乙", '<w:pStyle w:val="Article"/>')
        + p("丙", '<w:pStyle w:val="Article"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("丁", '<w:pStyle w:val="Special"/>')
        + p("戊")
    )

    source = read_word("a.docx", members(body, styles=STYLES, numbering=STYLED))

    assert [(block.label, block.text, block.heading) for block in source.blocks] == [
        ("第一章", "甲", 1), ("第一条", "乙", 0), ("", "丙", 0), ("第二条", "丁", 0), ("", "戊", 0),
    ]  # fmt: skip


def test_list_may_take_its_levels_from_a_style_of_lists() -> None:
    """An abstract list with w:numStyleLink has none of its own: those of the list with that w:styleLink count."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Rules"/>'
        + level(0, "decimal", "%1)")
        + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Rules"/></w:abstractNum>' + num(1, 1)
    )

    assert labels(p("甲", listed(1)), numbering=numbering) == ["1)"]


@pytest.mark.parametrize(
    ("shape", "shown"),
    [
        (level(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'), "•"),
        (level(0, "bullet", "\uf06f", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'), "□"),
        (level(0, "bullet", "—"), "—"),
        (level(0, "bullet", "x", '<w:lvlPicBulletId w:val="0"/>'), "•"),
        (level(0, "none", "附则"), "附则"),
        (level(0, "decimal", ""), ""),
        (level(0, "decimal", "%1.", start=0), "0."),
        (level(1, "chineseCounting", "%1.%2", "<w:isLgl/>") + level(0, "chineseCounting", "%1"), "1.1"),
        ('<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
         'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
         '</mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>', "007"),
    ],
)  # fmt: skip
def test_shapes_of_levels(shape: str, shown: str) -> None:
    """Bullets of symbol fonts become characters; levels may be without a number, or with digits only."""
    place = 1 if "%1.%2" in shape else 0

    assert labels(p("甲", listed(1, place)), numbering=abstract(0, shape) + num(1, 0)) == [shown]


@pytest.mark.parametrize("broken", [listed(9), listed(1, 7), '<w:numPr><w:numId w:val="x"/></w:numPr>', "<w:numPr/>"])
def test_list_that_is_not_there_numbers_nothing(broken: str) -> None:
    """A paragraph of a missing list or level has no number, and its text is read."""
    found = read_word("a.docx", members(p("甲", broken), numbering=abstract(0, level(0, "decimal", "%1")) + num(1, 0)))

    assert [(block.label, block.text) for block in found.blocks] == [("", "甲")]


def test_level_above_that_has_no_paragraph_yet_begins_unseen() -> None:
    """As in Word: below a first level that nobody wrote stands 1.1, and the first that somebody writes is 2."""
    numbering = abstract(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    places = [1, 1, 0, 2, 1]

    found = labels("".join(p("甲", listed(1, place)) for place in places), numbering=numbering + num(1, 0))

    assert found == ["1.1", "1.2", "2", "2.1.1", "2.2"]

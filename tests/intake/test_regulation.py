"""intake: the lines of a rule become a record that prints every one of them, however they are numbered."""

import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.documents.regulation import as_plain_text, regulation_text
from generator.intake.accounting import CharactersLost, check_printed, check_sorted, plain
from generator.intake.breaks import parted
from generator.intake.lines import Line, lines_of
from generator.intake.noise import cleaned
from generator.intake.papers import is_too_long, read_paper
from generator.intake.regulation import Draft, drafted
from generator.model import Regulation
from generator.sources import Paragraph, Source, Table


def lines(text: str) -> list[Line]:
    """The lines of a source that is plain text, cleaned and parted."""
    found = enumerate(text.strip().splitlines(), 1)
    source = Source("x.txt", tuple(Paragraph(line.strip(), place) for place, line in found if line.strip()))
    return list(parted(cleaned(lines_of(source)).lines))


def draft(text: str) -> Draft:
    """What is made of a plain text."""
    return drafted(lines(text), "文件名")


def numbers(text: str) -> list[str]:
    """The numbers of all lines of the record, in order."""
    return [line.number for line in regulation_text(draft(text).record("x")).lines]


def test_a_law_needs_no_number_of_its_own() -> None:
    """Chapters, sections, articles, paragraphs and items are those that the program numbers."""
    fields = draft("""
        虚谷镇集市管理办法
        （2026年3月1日虚谷镇人民政府通过 自2026年4月1日起施行）
        第一章 总 则
        第一条 为了办好集市，制定本办法。
        第二条 本办法用于下列集市：
        （一）早市；
        （二）庙会。
        节日集市参照本办法。
        第二章 摊位
        第一节 申请
        第三条 摊主到窗口申请。
        窗口当场答复。
        第二节 收费
        第四条 不收费。
    """).fields
    assert fields == {
        "title": "虚谷镇集市管理办法",
        "adopted": "2026-03-01",
        "effective": "2026-04-01",
        "status": "现行",
        "headnote": "（2026年3月1日虚谷镇人民政府通过自2026年4月1日起施行）",
        "chapters": [
            {
                "title": "总则",
                "articles": [
                    {"text": "为了办好集市，制定本办法。"},
                    {"text": "本办法用于下列集市：", "items": ["早市；", "庙会。"], "then": ["节日集市参照本办法。"]},
                ],
            },
            {
                "title": "摊位",
                "sections": [
                    {"title": "申请", "articles": [{"text": "摊主到窗口申请。\n窗口当场答复。"}]},
                    {"title": "收费", "articles": [{"text": "不收费。"}]},
                ],
            },
        ],
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("值班制度\n一、到岗。\n二、交班：\n（一）钥匙；\n（二）台账。", ["一、", "二、", "（一）", "（二）"]),
        ("值班制度\n1、到岗。\n2、交班：\n（1）钥匙；\n（2）台账。", ["1、", "2、", "（1）", "（2）"]),
        ("值班制度\n1.到岗。\n2.交班：\n①钥匙；\n②台账。", ["1.", "2.", "①", "②"]),
        ("值班制度\n第一条 到岗。\n第三条 交班。\n第三条之一 补充。", ["第一条", "第三条", "第三条之一"]),
        ("值班制度\n一、到岗。\n一、交班。", ["一、", "一、"]),
        ("值班制度\n１．到岗。\n２．交班：\n（１）钥匙；\n（２）台账。", ["1.", "2.", "（1）", "（2）"]),
        (
            "值班制度\n第九百九十九条 到岗。\n第一千条 交班。\n第一千零一条 请假。",
            ["第九百九十九条", "第一千条", "第一千零一条"],
        ),
        ("值班制度\n第１条 到岗。\n第２条 交班。", ["第1条", "第2条"]),
        ("值班制度\n第一條 到崗。\n第二條 交班。", ["第一條", "第二條"]),
        ("值班制度\n1.交班：\n⑴钥匙；\n⑵台账。", ["1.", "⑴", "⑵"]),
        ("值班制度\n一、交班：\n⒈钥匙；\n⒉台账。", ["一、", "⒈", "⒉"]),
        (
            "值班制度\n第十一条 到岗。\n第十一条之一 交班。\n第十一条之二 请假。",
            ["第十一条", "第十一条之一", "第十一条之二"],
        ),
        ("值班制度\n一、总则\n第一条 到岗。\n二、附则\n第二条 交班。", ["一、", "第一条", "二、", "第二条"]),
        ("第一章 值班\n一、到岗。\n二、交班。\n第二章 请假\n一、书面。", ["第一章", "一、", "二、", "第二章", "一、"]),
        ("值班制度\n一、交班：\na.钥匙；\nb.台账。", ["一、", "a.", "b."]),
        ("值班制度\n• 到岗。\n• 交班。", ["•", "•"]),
        ("值班制度\n到岗。\n交班。", ["", ""]),
        ("第一章 值班\n为了值班。\n第一条 到岗。", ["第一章", "", "第一条"]),
        ("值班制度\n第一条 到岗。\n第一章 附则\n第二条 交班。", ["第一条", "第一章", "第二条"]),
        ("值班制度\n第一章 总则\n第二章 附则\n第一条 交班。", ["第一章", "第二章", "第一条"]),
        (
            "第一编 总则\n第一章 值班\n第一条 到岗。\n第二编 附则\n第二条 交班。",
            ["第一编", "第一章", "第一条", "第二编", "第二条"],
        ),
    ],
)
def test_numbers_stay_as_they_were_typed(text: str, wanted: list[str]) -> None:
    """Those that restart, jump, repeat or are missing, too."""
    assert numbers(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("值班制度\n第一章 总则第一条 到岗。第二条 交班。", ["第一章", "第一条", "第二条"]),
        ("值班制度 第一章 总则 第一条 到岗。第二条 交班。", ["第一章", "第一条", "第二条"]),
        (
            "值班制度第一章总则第一条守岗。第二章附则第二条交班。第三章另行规定。",
            ["第一章", "第一条", "第二章", "第二条"],
        ),
        ("值班制度\n第一条 按第二条的规定到岗。第二条 交班。", ["第一条", "第二条"]),
        ("值班制度\n一、到岗。二、交班。", ["一、", "二、"]),
        ("值班制度\n一、交班：（一）钥匙；（二）台账。", ["一、", "（一）", "（二）"]),
        ("值班制度\n一、本条（一）说的是钥匙。", ["一、"]),
    ],
)
def test_lines_that_were_run_together_are_parted(text: str, wanted: list[str]) -> None:
    """Where a number counts on behind the end of a sentence or a heading; what is only spoken of stays."""
    assert numbers(text) == wanted


def test_a_title_that_was_run_together_with_its_text_is_the_title() -> None:
    """With a blank between them, or without."""
    for text in ("值班制度 第一条 到岗。", "值班制度第一条守岗。"):
        assert draft(text).title == "值班制度"


def test_what_stands_around_the_articles() -> None:
    """Number of the document, office, preamble, signature and annex each become a field."""
    fields = draft("""
        虚谷镇人民政府
        虚政发〔2026〕7号
        值班制度（试行）
        为了值好班，制定本制度。
        一、到岗。
        二、交班，填写附件的表。
        虚谷镇便民服务中心
        二〇二六年五月四日
        附件1：交班表
        姓名　时间
        钥匙
    """).fields
    assert fields["document_number"] == "虚政发〔2026〕7号"
    assert (fields["issuer"], fields["adopted"], fields["status"]) == ("虚谷镇人民政府", "2026-05-04", "试行")
    assert (fields["title"], fields["preamble"]) == ("值班制度（试行）", "为了值好班，制定本制度。")
    assert fields["signature"] == "虚谷镇便民服务中心\n二〇二六年五月四日"
    assert [annex["title"] for annex in fields["annexes"]] == ["附件1：交班表"]


def test_a_table_of_contents_is_taken_away() -> None:
    """With or without its word; the headings of the text stay."""
    body = "第一章 总则\n第一条 到岗。\n第二章 附则\n第二条 交班。"
    for head in ("目  录\n第一章 总则……1\n第二章 附则……2\n", "第一章 总则\n第二章 附则\n"):
        assert numbers(f"值班制度\n{head}{body}") == ["第一章", "第一条", "第二章", "第二条"]


def test_noise_is_told_and_half_width_signs_are_written_wide() -> None:
    """Pages of sharing sites, numbers of pages and pinyin glosses are listed; a number in a text keeps its signs."""
    source = Source(
        "x.txt",
        (
            Paragraph("下载文档前请自行甄别内容", 1),
            Paragraph("本社區(qū)的窗口,周一至周五 9:00-17:30 办公(节假日休息).", 2),
            Paragraph("第 3 页 共 9 页", 3),
            Paragraph("相关文档", 4),
        ),
    )
    found = cleaned(lines_of(source))
    assert [line.text for line in found.lines] == ["本社區的窗口，周一至周五 9:00-17:30 办公（节假日休息）."]
    assert [(one.kind, one.place) for one in found.removed] == [
        ("boilerplate", 1), ("gloss", 2), ("page number", 3), ("boilerplate", 4),
    ]  # fmt: skip


def test_a_table_becomes_a_line_a_row() -> None:
    """Its cells are parted by a wide blank; covered cells are left out."""
    source = Source("x.docx", (Table((("岗位", "职责"), ("导办", None), ("", "")), 4),))
    assert [(line.text, line.place) for line in lines_of(source)] == [("岗位　职责", 4), ("导办", 4)]


@pytest.mark.parametrize(
    "text",
    ["第二条 " * 20_000, "".join(f"第{number}条 到岗。" for number in range(1, 9_999)), "中 " * 40_000, "中" + " " * 99_999 + "x",
     "·" * 99_999 + "x", '"' + "中" * 99_999, "<!--" * 40_000, "。一、" * 30_000, "目录\n" * 9_999,
     "第一章 总则\n" * 9_999, "值班制度\n" * 9_999, "附件：\n" * 9_999, "第一条 到岗。\n" + "|\n" * 9_999],
    ids=["numbers that do not count on", "one line", "blanks between characters", "many blanks", "leaders", "a quotation mark",
         "comments", "points", "contents", "chapters", "titles", "annexes", "lines"],
)  # fmt: skip
def test_any_paper_is_understood_in_time(text: str) -> None:
    """What it takes grows with the paper and not faster, whatever the paper is made of."""
    start = time.process_time()

    source = Source("x.txt", tuple(Paragraph(line, place) for place, line in enumerate(text.splitlines(), 1)))
    with suppress(ValidationError):
        read_paper(source, ["值班"])

    assert time.process_time() - start < 4


@pytest.mark.parametrize("paragraphs", [1, 100_000], ids=["characters", "lines"])
def test_a_paper_without_end_is_not_understood(paragraphs: int) -> None:
    """By its characters, and by its lines."""
    text = "到岗" * (1_000_000 // paragraphs)
    assert is_too_long(Source("x.txt", (Paragraph(text, 1),) * paragraphs))
    assert not is_too_long(Source("x.txt", (Paragraph(text, 1),) * (paragraphs // 2)))


WORDS = st.text(alphabet="甲乙丙丁。；：、（）《》09 a-", min_size=1, max_size=12)
NUMBERS = ["", "第一章 ", "第二章 ", "第一节 ", "第一条 ", "第二条 ", "第三条之一 ", "一、", "二、", "（一）", "（二）",
           "1.", "2、", "（1）", "①", "②", "• ", "附件1：", "目录", "第一编 "]  # fmt: skip


@st.composite
def papers(draw: st.DrawFn) -> str:
    """Any numbers in any order before any words."""
    return "\n".join(draw(st.sampled_from(NUMBERS)) + draw(WORDS) for _ in range(draw(st.integers(1, 14))))


@settings(max_examples=150, deadline=None)
@given(papers())
@example("第一条 说明\n一、abc：")
def test_nothing_is_lost(text: str) -> None:
    """Every character of any paper is printed with its record, or told as removed."""
    found = cleaned([Line(line, place) for place, line in enumerate(text.splitlines(), 1) if line.strip()])
    if not (parts := list(parted(found.lines))):
        return
    made = drafted(parts, "文件名")
    printed = plain(as_plain_text(regulation_text(made.record("x"))))
    told = plain(one.text for one in (*found.removed, *made.taken))
    assert sorted(plain(line.text for line in found.lines)) == sorted(
        printed.removeprefix("" if made.title != "文件名" else "文件名") + plain(line.text for line in made.taken)
    ), told


def corrupted() -> Iterator[tuple[Regulation, list[Line]]]:
    """A record that lost a word, one that gained one, and one whose lines changed places."""
    wanted = lines("值班制度\n一、到岗。\n二、交班。")
    for texts in (["到。", "交班。"], ["到岗位。", "交班。"], ["交班。", "到岗。"]):
        articles = [{"text": text} for text in texts]
        fields = {"id": "x", "title": "值班制度", "status": "现行", "numbering": "一、", "articles": articles}
        yield Regulation.model_validate(fields), wanted


@pytest.mark.parametrize(("record", "wanted"), list(corrupted()))
def test_a_record_that_says_something_else_is_refused(record: Regulation, wanted: list[Line]) -> None:
    """At the line where it begins to differ."""
    with pytest.raises(CharactersLost) as refused:
        check_printed(record, wanted, with_title=True)
    assert refused.value.place == 2


def test_a_line_that_is_nowhere_is_refused() -> None:
    """Whether it was dropped, or put in twice at the cost of another."""
    with pytest.raises(CharactersLost):
        check_sorted([Line("甲", 1), Line("乙", 2)], [[Line("甲", 1)], [Line("甲", 1)]])

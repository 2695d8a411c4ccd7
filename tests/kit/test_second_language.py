"""Sheets in two languages: what each says, in which order and direction, and that none says half of it."""

from itertools import pairwise

import pytest
from kinds_in_use import pdf, sheet, sheets, stray_ink
from kit.translated import TEXTS, english, translations
from rules.dataset_builder import SERVICE, content
from test_press import missing_in_order, pages, poppler, squeezed, type_sizes

from generator.documents.bilingual import words_of
from generator.documents.guide import guide
from generator.facts.second_language import SCRIPTS, second_language
from generator.facts.services import service_facts
from generator.kit.kinds import KINDS
from generator.posters.sheet import PosterError

pytestmark = pytest.mark.slow

EDGE = 545.4
"""Where the text of A4 ends, in points from the left."""

SAID = {
    "window-sign": ["4", "号窗口", "Window", "民政救济", "Civil Affairs and Relief"],
    "desk-sign": [
        "4", "号窗口", "Window", "民政救济", "Civil Affairs and Relief", "岗位", "Post", "民政救济岗",
        "电话", "Phone", "0300-0000104", "监督电话", "Complaints", "0300-0000112",
    ],
    "entrance-index": [
        "办事索引", "Directory of Services", "先看窗口号，再找要办的事", "Find your service", "民政救济",
        "Civil Affairs and Relief", "临时救助", "Temporary Assistance",
    ],
    "notice": [
        "2026年11月救助对象公示", "Persons to Be Assisted, November 2026", "名单在大厅公告栏张贴。",
        "The list hangs on the notice board of the hall.", "时间", "Period",
        "2026年11月16日至2026年11月22日", "2026-11-16 to 2026-11-22",
    ],
    "bilingual-guide": [
        "虚谷镇便民服务大厅　办事指南", "Xugu Town Service Hall　Service Guide", "临时救助", "Temporary Assistance",
        "谁能办", "个人", "Who can apply", "individuals", "带什么", "2 种材料", "What to bring", "2 documents",
        "10个工作日", "10 working days", "Window 4 (Civil Affairs and Relief), Xugu Town Service Hall",
        "受理条件", "Conditions", "家庭基本生活暂时出现严重困难。", "Your family can hardly meet",
        "需要带的材料", "Documents to bring", "1.居民身份证（1 份）", "1.Resident identity card (1 copy)",
        "2.临时救助申请书", "2.Application for temporary assistance", "办理流程", "How it goes",
        "1.受理（民政救济岗）", "1.Acceptance (Civil Affairs desk)",
        "两种文字不一致的，以中文为准。", "If the two versions differ, the Chinese version prevails.",
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", SAID)
def test_sheet_says_all_in_both_languages(kind: str) -> None:
    """On one sheet, in order, and with nothing smaller than the kind allows for Chinese."""
    made = sheet(kind, english())
    printed = pdf(made)
    text = poppler(printed, "-raw")

    assert pages(printed) == 1
    assert missing_in_order(SAID[kind], text) == []
    assert min(type_sizes(printed)) >= made.layout.fine - 0.01


@pytest.mark.parametrize("kind", [kind for kind in SAID if kind != "bilingual-guide"])
def test_hall_with_one_language_has_the_sheets_that_it_had(kind: str) -> None:
    """They have nothing to do with translations, down to the version code; those in two languages have another."""
    alone, two = sheet(kind), sheet(kind, english())

    assert "second" not in str(alone.data) and alone.version != two.version


@pytest.mark.parametrize("kind", ["window-sign", "desk-sign", "notice"])
def test_what_is_translated_by_half_is_in_chinese(kind: str) -> None:
    """A sign without its name, a notice without a paragraph: whoever reads the other language alone would miss it."""
    made = sheet(kind, english("民政救济", "名单在大厅公告栏张贴。"))

    assert made.version == sheet(kind).version


def test_index_says_what_is_known() -> None:
    """A service without a translation stands there in Chinese."""
    text = squeezed(poppler(pdf(sheet("entrance-index", english("临时救助"))), "-raw"))

    assert "CivilAffairsandRelief" in text and "TemporaryAssistance" not in text and "临时救助" in text


def test_guide_with_a_text_missing_is_none() -> None:
    """There is one where all is translated; who asks for one hears what to do."""
    assert [str(one.key) for one, _ in sheets("bilingual-guide", english())] == ["bilingual-guide/linshi-jiuzhu"]
    for text in set(TEXTS) - {"2026年11月救助对象公示", "名单在大厅公告栏张贴。"}:
        assert sheets("bilingual-guide", english(text)) == []
    assert sheets("bilingual-guide", {**english(), SERVICE: {"status": {"state": "暂停", "reason": "停"}}}) == []
    assert "translations.yml" in KINDS["bilingual-guide"].absent


def test_longest_texts_go_on_to_further_sheets_or_are_refused() -> None:
    """No line of a guide is cut: many long ones take more sheets, and one that fills more than a sheet is refused."""
    texts = {f"条件{n}" + "很长" * 70: f"Condition {n} " + "plenty " * 90 for n in range(9)}
    changes = {"translations.yml": translations(TEXTS | texts), SERVICE: {"conditions": [*texts]}}
    printed = pdf(sheet("bilingual-guide", changes))
    text = squeezed(poppler(printed, "-raw"))
    assert stray_ink(printed, 8, page=3) == 0
    assert pages(printed) > 2 and text.count("很长") == 9 * 70 and text.count("plenty") == 9 * 90

    heads = [poppler(printed, "-raw", "-f", f"{page}", "-l", f"{page}") for page in range(2, pages(printed))]
    assert any("临时救助（续）受理条件（续）Conditions" in squeezed(head) for head in heads)

    one = {"很长" * 900: "plenty " * 900}
    with pytest.raises(PosterError, match="排不下，有一格的字比一张纸还长"):
        pdf(
            sheet(
                "bilingual-guide",
                {"translations.yml": translations(TEXTS | one), SERVICE: {"conditions": [*one]}},
            )
        )


def right_to_left(text: str) -> dict[str, object]:
    """translations.yml in Uyghur, with the same words for all of the guide; Latin letters, which every face has."""
    dataset = content()
    service = dataset.services["linshi-jiuzhu"]
    words = words_of(guide(service, service_facts(service, dataset)), dataset)
    return translations(dict.fromkeys(words, text), language="维吾尔文")


def test_language_that_is_written_from_the_right_begins_there() -> None:
    """The lines of its column end at the right edge of the sheet, markers at their right; Chinese begins at the left."""
    printed = pdf(sheet("bilingual-guide", {"translations.yml": right_to_left("uqturush")}))
    boxes = [line.split('"') for line in poppler(printed, "-bbox").splitlines() if ">uqturush<" in line]
    ends = [float(box[5]) for box in boxes]

    assert len(boxes) > 20 and max(ends) < EDGE + 2
    assert sum(end > EDGE - 2 for end in ends) > 10


def test_label_that_a_sign_cannot_bear_is_named() -> None:
    """It is neither cut nor set too small."""
    texts = {"民政救济": "Civil Affairs", "号窗口": "the number of this window " * 3}
    with pytest.raises(PosterError, match="放不下这些字：“the number of this windo…”"):
        pdf(sheet("desk-sign", {"translations.yml": translations(texts)}))


def test_rows_that_have_no_room_for_two_languages_keep_the_chinese() -> None:
    """The name of the window comes first; phones stay in one line."""
    texts = {
        "民政救济": "Civil Affairs",
        "民政救济岗": "who serves you",
        "监督电话": "Complaints about those who serve you",
    }
    text = squeezed(poppler(pdf(sheet("desk-sign", {"translations.yml": translations(texts)})), "-raw"))
    shorter = {
        "translations.yml": translations(
            texts | {"监督电话": "Complaints", "民政救济岗": "who serves you at this desk"}
        )
    }
    labels = squeezed(poppler(pdf(sheet("desk-sign", shorter)), "-raw"))

    assert "CivilAffairs" in text and "serves" not in text and "监督电话0300-0000112" in text
    assert "监督电话Complaints0300-0000112" in labels and "serves" not in labels


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("不收费", "Free of charge"),
        ("1个工作日", "1 working day"),
        ("15个工作日", "15 working days"),
        ("15个工作日／15个自然日", "15 working days / 15 days"),
        ("个人、企业", "individuals, companies"),
        ("2026年9月1日至2026年10月15日", "2026-9-1 to 2026-10-15"),
        ("0300-0000104", "0300-0000104"),
        ("虚谷镇便民服务大厅4号窗口（民政救济）", "Window 4 (Civil Affairs and Relief), Xugu Town Service Hall"),
        ("虚谷镇便民服务大厅　通知", "Xugu Town Service Hall  Notice"),
        ("材料 1、3", "documents 1, 3"),
        ("虚谷镇便民服务大厅5号窗口（信访稳定）", None),
        ("个人、村集体", None),
        ("看一看", None),
    ],
)
def test_words_are_composed_of_what_is_known(words: str, said: str | None) -> None:
    """In English; where one part is not known, nothing is said."""
    language = second_language(content(english()))
    assert language and language.of(words) == said


def test_other_languages_have_only_what_the_hall_wrote() -> None:
    """And what is the same in all."""
    texts = {"translations.yml": translations({"个人": "གཙིགས", "企业": "ཁེ་ལས"}, language="藏文")}
    language = second_language(content(texts))

    assert language and language.script.tag == "bo"
    assert [language.of(words) for words in ("个人、企业", "不收费", "12345")] == ["གཙིགས, ཁེ་ལས", None, "12345"]


def test_every_language_is_written_in_some_way() -> None:
    """With a tag of its own."""
    assert all(a.tag != b.tag for a, b in pairwise(sorted(SCRIPTS.values(), key=lambda script: script.tag)))

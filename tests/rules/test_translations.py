"""Rules about the second language of a hall."""

import pytest
from rules.dataset_builder import NOTICE, SERVICE, TODAY, Case, Cases, Changes, case_id, content, sentences, table

from generator.documents.bilingual import words_of
from generator.documents.guide import guide
from generator.facts.services import service_facts
from generator.rules import Rule, check, translations, without_placeholders
from generator.texts.checks import MESSAGES


def pairs(*texts: str, language: str = "英文") -> Changes:
    """translations.yml with these texts, each with the same words."""
    return {"translations.yml": {"language": language, "texts": [{"text": one, "says": "Words"} for one in texts]}}


def guide_words() -> list[str]:
    """Every text of the guide of the sound content."""
    dataset = content()
    service = dataset.services["linshi-jiuzhu"]
    return list(dict.fromkeys(words_of(guide(service, service_facts(service, dataset)), dataset)))


def said(rule: str, place: str, **values: object) -> tuple[str, ...]:
    """One finding."""
    wording = MESSAGES[rule]
    hint = f"请写：{wording.hint.format(**values)}" if wording.hint else ""
    return (f"translations.yml:texts{place} [{rule}] {wording.message.format(**values)}{hint}",)


MOBILE = "139" + "0000" + "1234"
"""No number of anybody's that is known."""

ENDED: Changes = {SERVICE: {"status": {"state": "取消", "reason": "不办了", "since": "2026-01-01"}}}
UNTRANSLATED = "“周一至周五上午8:30—12:00，下午13:30—17:00”“临时救助金”“家庭基本生活暂时出现严重困难。”“居民身份证”“临时救助申请书”"
CASES: Cases = {
    translations.texts_are_translated_once: {
        "no second language": Case(),
        "once": Case(pairs("民政救济", "临时救助")),
        "twice": Case(
            pairs("民政救济", "临时救助", "民政救济"), said("translations/twice", ".2.text", text="“民政救济”")
        ),
    },
    translations.translated_texts_stand_somewhere: {
        "no second language": Case(),
        "of a record, or a word of sheets": Case(pairs("民政救济", "临时救助", "咨询电话", "10个工作日", "通知")),
        "changed": Case(
            pairs("临时救助申请表"),
            said("translations/near", ".0.text", text="“临时救助申请表”", near="临时救助申请书"),
        ),
        "gone": Case(pairs("婚姻登记处"), said("translations/unknown", ".0.text", text="“婚姻登记处”")),
        "of a service that is no longer offered": Case({**ENDED, **pairs("临时救助")}),
    },
    translations.sheets_are_translated_whole: {
        "no second language": Case(),
        "no name of a service": Case(pairs("民政救济")),
        "all of a guide": Case(pairs(*guide_words(), language="藏文")),
        "the name of a guide alone": Case(
            pairs("临时救助", "虚谷镇便民服务大厅", "民政救济"),
            said("translations/guide", "", title="“临时救助”", count=7, texts=UNTRANSLATED),
        ),
        "of a service that is no longer offered": Case({**ENDED, **pairs("临时救助")}),
        "the title of a notice alone": Case(
            pairs("2026年11月救助对象公示"),
            said(
                "translations/notice",
                "",
                title="“2026年11月救助对象公示”",
                count=1,
                texts="“名单在大厅公告栏张贴。”",
            ),
        ),
        "all of a notice": Case({**pairs("公示甲", "正文甲"), NOTICE: {"title": "公示甲", "body": ["正文甲"]}}),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected


def test_translation_with_a_placeholder_is_left_out() -> None:
    """It is reported in its place, and what it would say stands on the sheet in Chinese alone."""
    texts = [{"text": "民政救济", "says": "[X]"}, {"text": "临时救助", "says": "Assistance"}]
    dataset = content({"translations.yml": {"language": "英文", "texts": texts}})
    findings = [one for one in check(dataset, TODAY) if one.rule == "text/placeholder"]
    cleared = without_placeholders(dataset, findings, "待补充")

    assert [str(one.place.path) + str(one.place.keys) for one in findings] == ["translations.yml('texts', 0, 'says')"]
    assert cleared.translations and [one.text for one in cleared.translations.texts] == ["临时救助"]


def test_private_number_in_a_translation_is_reported() -> None:
    """In its place, like one in any other record."""
    dataset = content(
        {"translations.yml": {"language": "英文", "texts": [{"text": "民政救济", "says": f"Call {MOBILE}"}]}}
    )
    found = [one.place.keys for one in check(dataset, TODAY) if one.rule == "privacy/number"]

    assert found == [("texts", 0, "says")]

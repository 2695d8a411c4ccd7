"""Placeholders are taken out of what is published, wherever they stand."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rules.dataset_builder import NOTICE, OTHER, PERIOD, REGULATION, ROWS, SERVICE, Case, content, service_file

from generator.model import Dataset
from generator.rules import check, without_placeholders
from generator.rules.finding import records, texts
from generator.rules.wording import PLACEHOLDER

TODAY = Case().today
EVERYWHERE = {
    "site.yml": {"slogans": {"indoor": ["××镇欢迎您"], "outdoor": "[X]年不变"}},
    "windows.yml": {
        "windows": [{"id": "minzheng", "name": "民政救济", "number": 4, "backup": "XX岗"}],
        "functions": [{"name": "民政救济", "duties": ["受理 ____ 的申请。"]}],
    },
    "materials.yml": {"materials": [{"id": "id-card", "name": "身份证", "issuer": "××派出所", "aliases": ["XX证"]}]},
    SERVICE: {"summary": "由××镇办理，电话待定。", "steps": [{"name": "受理", "who": "XX岗"}]},
    REGULATION: {"articles": [{"text": "第。", "items": [{"text": "甲。", "items": ["××。"]}]}]},
    NOTICE: {"title": "××公示", "objection": {"name": "XX办"}},
    PERIOD: {"notes": "TODO"},
}


def cleared(dataset: Dataset, replacement: str = "〔缺〕") -> Dataset:
    return without_placeholders(dataset, check(dataset, TODAY), replacement)


def all_texts(dataset: Dataset) -> list[str]:
    return [text for record, _ in records(dataset) for _, text in texts(record)]


def test_no_placeholder_is_left_in_any_record() -> None:
    """Every placeholder of every record is replaced, those in lists of lists included."""
    dataset = cleared(content(EVERYWHERE))
    assert not [text for text in all_texts(dataset) if PLACEHOLDER.search(text)]
    assert sum(text.count("〔缺〕") for text in all_texts(dataset)) == 13


def test_text_around_a_placeholder_stays() -> None:
    """Only the placeholder itself is replaced."""
    dataset = cleared(content(EVERYWHERE))
    assert dataset.services["linshi-jiuzhu"].summary == "由〔缺〕镇办理，电话〔缺〕。"
    assert dataset.regulations["zeren-zhuijiu"].articles[0].items[0].items[0].text == "〔缺〕。"
    assert dataset.notices["dibao-2026-11"].title == "〔缺〕公示"
    assert dataset.materials["id-card"].aliases == ("〔缺〕证",)


def test_sound_content_stays_the_same_object() -> None:
    """Without a finding nothing is copied."""
    dataset = content()
    assert cleared(dataset) is dataset


def test_records_without_a_finding_stay_the_same_object() -> None:
    """A record without a placeholder is not touched when another one has some."""
    dataset = content({SERVICE: {"summary": "××。"}, **service_file("teshu-jiuzhu")})
    result = cleared(dataset)
    assert result.services["teshu-jiuzhu"] is dataset.services["teshu-jiuzhu"]
    assert result.regulations["zeren-zhuijiu"] is dataset.regulations["zeren-zhuijiu"]


def test_everything_but_text_stays() -> None:
    """Numbers, dates, choices and the rows of results are those of the file."""
    before = content(EVERYWHERE)
    after = cleared(before)
    service = after.services["linshi-jiuzhu"]
    assert service.verified == before.services["linshi-jiuzhu"].verified
    assert service.time_limits == before.services["linshi-jiuzhu"].time_limits
    assert service.status == before.services["linshi-jiuzhu"].status
    assert after.windows[0].number == 4
    assert after.results["2026-Q3"].entries == before.results["2026-Q3"].entries
    assert after.results["2026-Q3"].period.since == before.results["2026-Q3"].period.since


def test_records_keep_their_keys_and_order() -> None:
    """The ids and the order of records are those of the file."""
    before = content({**EVERYWHERE, OTHER: {"id": "teshu-jiuzhu", "name": "特殊救助", "status": {"state": "在办"}}})
    after = cleared(before)
    for group in ("materials", "services", "regulations", "notices", "results"):
        assert list(getattr(after, group)) == list(getattr(before, group))
    assert [window.id for window in after.windows] == [window.id for window in before.windows]


def test_findings_of_other_rules_change_nothing() -> None:
    """Only findings of text/placeholder replace text."""
    dataset = content({SERVICE: {"summary": "没有写完"}, ROWS: []})
    assert [finding.rule for finding in check(dataset, TODAY)] == ["text/truncated"]
    assert cleared(dataset) is dataset


PIECES = st.sampled_from(
    ["XX", "××镇", "[X]", "____", "待定", "待补充", "TBD", " ", "\n", "，", "等", "办理", "a", "2026"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=6).map("".join).filter(str.strip))
def test_what_is_published_holds_no_placeholder(text: str) -> None:
    """After the clear no rule finds a placeholder, whatever stands around it."""
    dataset = content({SERVICE: {"summary": text}, NOTICE: {"body": [text]}})
    assert not [part for part in all_texts(cleared(dataset)) if PLACEHOLDER.search(part)]

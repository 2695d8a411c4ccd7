"""cell_values: what single cells mean, and that others are not guessed at."""

from datetime import date

import pytest

from generator.catalogue import cell_values
from generator.texts.service_words import FORMATS, NECESSITIES, ORIGINALS

WORKING_DAYS = {"days": 5, "unit": "工作日"}


@pytest.mark.parametrize(
    ("text", "unit", "limit"),
    [
        ("5个工作日", "", WORKING_DAYS),
        ("５ 工作日", "", WORKING_DAYS),
        ("五个工作日", "", WORKING_DAYS),
        ("自受理之日起5个工作日内办结", "", WORKING_DAYS),
        ("受理后5个工作日", "", WORKING_DAYS),
        ("承诺时限：5个工作日。", "", WORKING_DAYS),
        ("5（工作日）", "", WORKING_DAYS),
        ("5", "工作日", WORKING_DAYS),
        ("20日", "", {"days": 20}),
        ("二十日内", "", {"days": 20}),
        ("十五天", "工作日", {"days": 15}),
        ("1个月", "", {"months": 1}),
        ("一年", "", {"years": 1}),
        ("24小时", "", {"hours": 24}),
        ("当场", "", {"immediate": True}),
        ("即时办结。", "", {"immediate": True}),
        ("法律法规未规定", "", {"unregulated": True}),
        ("5", "", None),
        ("0", "工作日", None),
        ("5-10个工作日", "", None),
        ("3至5日", "", None),
        ("按季度发放", "", None),
        ("5个工作日，情况复杂的10个工作日", "", None),
    ],
)
def test_time_limits(text: str, unit: str, limit: object) -> None:
    """A limit is taken with its own unit, else with that of its column; a range or a condition is not understood."""
    assert cell_values.time_limit(text, unit) == limit


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("0300-0000100", ("0300-0000100", False)),
        ("咨询电话：0300-0000100", ("0300-0000100", False)),
        ("（０３００）0000100", ("(0300)0000100", False)),
        ("0300-0000100\n0300-0000101；", ("0300-0000100、0300-0000101", False)),
        ("0300-0000100转8001", ("0300-0000100转8001", False)),
        ("窗口咨询：一楼综合窗口\n电话咨询：0300-0000100", ("0300-0000100", True)),
        ("12345", ("12345", False)),
        ("0300-0000100（民政）、0300-0000101（残联）", ("0300-0000100、0300-0000101", True)),
        ("到窗口咨询", None),
    ],
)
def test_telephones(text: str, phones: object) -> None:
    """A list of telephones is taken without its label; of a longer text, the numbers behind 电话."""
    assert cell_values.phones(text) == phones


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("老 年\n优待证", "老年优待证"),
        ("1.老年优待证", "老年优待证"),
        ("三、老年优待证", "老年优待证"),
        ("3.15投诉", "3.15投诉"),
        ("60周岁以上老年人证", "60周岁以上老年人证"),
        ("ETC 办理", "ETC 办理"),
    ],
)
def test_names_of_services(text: str, name: str) -> None:
    """Numbers before a name and spaces within it only arrange the list."""
    assert cell_values.service_name(text) == name


def test_words_of_the_field() -> None:
    """Words are taken with a code before them or with half-width brackets; other words are not guessed."""
    assert cell_values.one_of("1-必要", NECESSITIES) == "必要"
    assert cell_values.one_of("原件及复印件", ORIGINALS) == "原件和复印件"
    assert cell_values.one_of("原件或复印件", ORIGINALS) is None
    assert cell_values.one_of("纸质和电子", FORMATS) is None


def test_counts_days_and_truths() -> None:
    """最多跑一次 is one visit; days are calendar days; only yes and no are truths."""
    assert [cell_values.count(text) for text in ("1次", "最多跑一次", "0", "若干")] == [1, 1, 0, None]
    assert cell_values.day("2026年3月1日") == date(2026, 3, 1)
    assert cell_values.day("2026-13-01") is None
    assert [cell_values.truth(text) for text in ("可", "否", "视情况")] == [True, False, None]

"""Points by thresholds, what they add up to, and the hall's own sheet put together with the program's."""

import pytest
from assessment.assessment_builder import ratings, row, subject
from pydantic import ValidationError
from rules.dataset_builder import ROWS

from generator.assessment.scoring import MEASURES, Assessed, assess
from generator.assessment.told import period_words, report, sums
from generator.assessment.workbook import workbook
from generator.content.assessment_profile import assessment_profile
from generator.model import AssessmentProfile
from generator.model.assessment import Measure

IN_TIME = {"id": "a", "area": "效率", "name": "按时", "measure": "按时办结率", "weight": 10}
LATE = {"id": "b", "area": "效率", "name": "超时", "measure": "超时件数", "weight": 6}
RATED = {"id": "c", "area": "质量", "name": "好评", "measure": "好评率", "weight": 9, "full": 90}
HAND = {"id": "d", "area": "效率", "name": "作风", "what": "看现场。", "weight": 5}
THREE_OF_FOUR = tuple(row(number, "2026-07-20", "2026-07-2" + "0001"[number]) for number in range(4))
"""75%, one case late."""


def assessed(*items: dict[str, object], hands: tuple[dict[str, object], ...] = ()) -> Assessed:
    profile = AssessmentProfile.model_validate({"items": items, "by_hand": hands, "source": "某办法"})
    return assess(subject({ROWS: THREE_OF_FOUR}), profile)


@pytest.mark.parametrize(
    ("item", "points"),
    [
        ({**IN_TIME, "full": 75}, 10.0),
        ({**IN_TIME, "full": 76}, 0.0),
        ({**IN_TIME, "full": 100, "none": 50}, 5.0),
        ({**IN_TIME, "full": 95, "none": 60}, 4.29),
        ({**IN_TIME, "full": 100, "none": 75}, 0.0),
        ({**IN_TIME, "full": 100, "none": 80}, 0.0),
        ({**LATE, "full": 1}, 6.0),
        ({**LATE, "full": 0}, 0.0),
        ({**LATE, "full": 0, "none": 3}, 4.0),
        ({**LATE, "full": 0, "none": 1}, 0.0),
    ],
)
def test_points_follow_from_the_thresholds(item: dict[str, object], points: float) -> None:
    """Full from ``full`` on, none at ``none``, in proportion between; without ``none`` all or nothing. Fewer late cases
    are better."""
    assert assessed(item).lines[0].points == points


@pytest.mark.parametrize(
    "item",
    [
        {**IN_TIME, "full": 80, "none": 90},
        {**IN_TIME, "full": 980},
        {**LATE, "full": 6, "none": 0},
    ],
)
def test_thresholds_on_the_wrong_side_are_refused(item: dict[str, object]) -> None:
    """They would give all points, or none, whatever was done."""
    with pytest.raises(ValidationError, match="thresholds on the wrong side"):
        AssessmentProfile.model_validate({"items": [item]})


def test_what_has_no_data_and_what_people_assess_is_not_counted() -> None:
    """Neither in the points nor in the full points."""
    found = assessed({**IN_TIME, "full": 100, "none": 50}, RATED, hands=(HAND,))

    assert (found.points, found.counted, found.without_data, found.by_hand) == (5.0, 10, 9, 5)
    assert list(found.areas) == ["效率", "质量"]
    assert sums(found) == ("程序算的：得 5 分，满分 10 分。", "没有数据、没有算的：9 分。", "要人评的：5 分。")


def test_terminal_shows_how_every_number_came_about() -> None:
    """Value, points, numerator and denominator, and the record."""
    lines = list(report(assessed({**IN_TIME, "full": 100, "none": 50}, RATED, hands=(HAND,)), "大厅", subject().today))

    assert lines == [
        "大厅2026年第三季度考核表",
        "分值：某办法",
        "",
        "效率（15分）",
        "  按时  75%   5/10  按时办结 3 件 ÷ 已到期或办结、能判断的 4 件；只算逐件公布的事项",
        "    依据：results/2026-Q3.yml",
        "  作风  人评  —/5   看现场。",
        "",
        "质量（9分）",
        "  好评  没有数据  —/9  没有数据：2026-Q3没有导入好差评",
        "",
        "程序算的：得 5 分，满分 10 分。",
        "没有数据、没有算的：9 分。",
        "要人评的：5 分。",
    ]


@pytest.mark.parametrize(
    ("period", "words"),
    [("2026", "2026年"), ("2026-H2", "2026年下半年"), ("2026-Q4", "2026年第四季度"), ("2026-09", "2026年9月")],
)
def test_period_is_said_in_words(period: str, words: str) -> None:
    """As a sheet is headed."""
    assert period_words(period) == words


def test_program_brings_a_sheet_of_a_hundred_points() -> None:
    """Each measure is used once, in the four areas of an assessment."""
    shipped = assessment_profile(None)
    areas = [one.area for one in (*shipped.items, *shipped.by_hand)]

    assert sum(one.weight for one in (*shipped.items, *shipped.by_hand)) == 100
    assert sorted(one.measure for one in shipped.items) == sorted(MEASURES) == sorted(Measure.__args__)
    assert list(dict.fromkeys(areas)) == ["效率", "质量", "公开", "档案"]


def test_hall_replaces_adds_and_leaves_out() -> None:
    """A replaced item keeps its place; an unknown one that is left out is told."""
    own = AssessmentProfile.model_validate(
        {
            "source": "某县考核办法",
            "items": [{**LATE, "id": "anshi", "full": 0}, {**LATE, "id": "xin", "full": 2}],
            "by_hand": [{**HAND, "id": "gaozhi"}],
            "left_out": [{"id": "haoping", "reason": "没有评价器"}, {"id": "meiyou", "reason": "写错"}],
        }
    )
    merged = assessment_profile(own)
    ids = [one.id for one in merged.items]

    assert merged.source == "某县考核办法"
    assert (ids[0], merged.items[0].measure, ids[-1]) == ("anshi", "超时件数", "xin")
    assert "haoping" not in ids
    assert "gaozhi" not in ids
    assert [one.id for one in merged.by_hand] == ["tousu", "guidang", "gaozhi"]
    assert [one.id for one in merged.left_out] == ["meiyou"]


def test_workbook_is_the_same_each_time() -> None:
    """Built twice, not a byte differs."""
    found, today = assessed({**IN_TIME, "full": 100}, RATED, hands=(HAND,)), subject().today

    assert workbook(found, "大厅", today) == workbook(found, "大厅", today)


def test_hidden_ratings_leave_no_trace() -> None:
    """Whatever two bad ratings are, three or none, the sheet says the same."""
    profile = AssessmentProfile.model_validate({"items": [RATED]})
    told = [
        list(report(assess(subject(ratings("2026-08", 120, 30, 3, bad, 0)), profile), "大厅", subject().today))
        for bad in (1, 2, 3)
    ]

    assert told[0] == told[1] == told[2]

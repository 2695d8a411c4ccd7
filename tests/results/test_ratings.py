"""What of the ratings (好差评) is public: small counts are withheld so that nothing shown lets anybody compute them."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rules.dataset_builder import content

from generator.model import Dataset
from generator.model.rating import GRADES
from generator.results.charts import draw
from generator.results.ratings import RatedMonth, rated_months, ratings_chart

LEAST = 10
WINDOWS = ("minzheng", None)


def hall(months: Mapping[str, Mapping[str | None, tuple[int, ...]]]) -> Dataset:
    """A hall with these counts: month -> window -> one count a grade, from the best."""
    return content(
        {
            f"ratings/{month}.yml": {
                "id": month,
                "rows": [
                    {"window": window, **dict(zip(GRADES, counts, strict=True))} for window, counts in rows.items()
                ],
            }
            for month, rows in months.items()
        }
    )


def month(counts: tuple[int, ...], **others: tuple[int, ...]) -> RatedMonth:
    """What is shown of September, beside other months m10, m11."""
    months = {"2026-09": {"minzheng": counts}, **{f"2026-{one[1:]}": {"minzheng": c} for one, c in others.items()}}
    return next(one for one in rated_months(hall(months)) if one.id == "2026-09")


def shown(rated: RatedMonth) -> list[int | None]:
    return [one.count for one in rated.grades]


def test_large_counts_are_shown_with_their_rate() -> None:
    """Three grades are good; the rate is rounded down, so that 100% means all."""
    rated = month((120, 30, 10, 12, 0))

    assert shown(rated) == [120, 30, 10, 12, 0]
    assert (rated.total, rated.merged, rated.good_share) == (172, None, "93%")
    assert [(one.name, one.count) for one in rated.windows] == [("民政救济", 172)]


def test_small_counts_are_counted_together() -> None:
    """Two bad ratings and three fair ones join the smallest other grade; nothing tells which they were."""
    rated = month((120, 30, 3, 2, 0))

    assert shown(rated) == [120, None, None, None, 0]
    assert (rated.total, rated.merged, rated.good_share) == (155, 35, None)


def test_rate_is_shown_where_the_bad_grades_are_merged_by_themselves() -> None:
    """Their sum is published anyway."""
    assert month((120, 30, 10, 6, 5)).good_share == "93.5%"


def test_grade_that_is_small_in_one_month_is_hidden_all_year() -> None:
    """Else the difference of two months would tell it."""
    assert shown(month((120, 30, 20, 20, 0), m10=(100, 30, 20, 2, 0)))[3] is None
    assert shown(month((120, 30, 20, 20, 0)))[3] == 20


def test_quiet_month_has_no_number_at_all() -> None:
    """Nine ratings in all are not published, in either table."""
    rated = month((5, 2, 1, 1, 0))

    assert shown(rated) == [None, None, None, None, 0]
    assert (rated.total, rated.merged, rated.merged_windows, rated.good_share) == (None, None, None, None)
    assert ratings_chart((rated,)) is None


@settings(deadline=None, max_examples=200)
@given(
    st.dictionaries(
        st.sampled_from(["2026-01", "2026-02", "2026-12", "2027-01"]),
        st.dictionaries(st.sampled_from(WINDOWS), st.tuples(*[st.integers(0, 40)] * 5), min_size=1),
        min_size=1,
    )
)
def test_no_small_number_can_be_computed(months: Mapping[str, Mapping[str | None, tuple[int, ...]]]) -> None:
    """In no month is a number shown, or left over between shown ones, that is neither 0 nor reaches the threshold."""
    for rated in rated_months(hall(months)):
        for cells, merged in ((rated.grades, rated.merged), (rated.windows, rated.merged_windows)):
            known = [one.count for one in cells if one.count is not None]
            assert all(number == 0 or number >= LEAST for number in (*known, merged or 0))
            if rated.total is not None:
                assert rated.total == sum(known) + (merged or 0)
        assert (rated.total is None) <= (rated.merged is None and rated.merged_windows is None)


def test_tables_add_up_to_the_same_total_or_neither_has_one() -> None:
    """A total in one of them only would tell what the other hides."""
    rated = next(iter(rated_months(hall({"2026-09": {"minzheng": (30, 0, 0, 0, 0), None: (4, 0, 0, 0, 0)}}))))

    assert (rated.total, [one.count for one in rated.windows], rated.merged_windows) == (34, [None, None], 34)


def test_chart_says_the_same_as_its_table() -> None:
    """Newest month first; what is merged has a bar of its own, and a dash in the table."""
    months = rated_months(hall({f"2026-{n:02}": {"minzheng": (120, 30, 3, 2, 0)} for n in (8, 9)}))
    chart = ratings_chart(months)

    assert chart is not None
    assert chart.header == ("月份", "非常满意", "满意", "基本满意", "不满意", "非常不满意", "合并公布", "合计")
    assert chart.rows[0] == ("2026年9月", "120", "—", "—", "—", "0", "35", "155")
    assert [row[0] for row in chart.rows] == ["2026年9月", "2026年8月"]
    svg = draw(chart)
    assert "2026年9月" in svg and "155个评价" in svg and "合并公布" in svg


@pytest.mark.parametrize("count", [0, 3])
def test_hall_without_ratings_has_no_month(count: int) -> None:
    """A month without a rating has no number either, except that there was none."""
    assert rated_months(content()) == ()
    assert month((count, 0, 0, 0, 0)).total == (0 if not count else None)

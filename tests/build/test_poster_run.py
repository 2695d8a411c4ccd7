"""Which posters an edition has: of a period only while it is shown and whole."""

from datetime import date

import pytest
from test_bulletin import TODAY, URL, cases, hall_with

from generator.build.chart_run import draw_now
from generator.build.poster_run import Job, prints, sheets
from generator.model import Dataset
from generator.site.periods import public_periods

SITE_URL = "https://xugu.example/"


def jobs(dataset: Dataset, today: date = TODAY, incomplete: frozenset[str] = frozenset()) -> list[Job]:
    """The posters of ``dataset`` that show results."""
    periods = public_periods(dataset, today)
    drawings = draw_now(spec for period in periods.values() for spec in period.charts)
    made = sheets(dataset, incomplete, SITE_URL, today, periods, drawings)
    return [job for job in made if job.sheet.kind == "bulletin"]


def test_shown_period_has_a_bulletin() -> None:
    """The bulletin stands under results/ID on the paper of site.yml, with its code and at most two charts."""
    (job,) = jobs(hall_with(cases(30)))

    assert (job.sheet.key, job.paper, job.sheet.url) == ("results/2026-Q3", "a3", URL)
    assert [order.address for order in prints([job])] == [
        "posters/results/2026-Q3-a3.pdf", "posters/results/2026-Q3-a3-ink.pdf", "posters/results/2026-Q3.png"
    ]  # fmt: skip
    assert job.card().page == "results/2026-Q3/"
    assert [picture.title for picture in job.sheet.pictures] == ["是否按时办结", "办理用时与承诺时限"]
    assert all(picture.svg.startswith("<svg") and picture.alt for picture in job.sheet.pictures)


@pytest.mark.parametrize(
    "period",
    [
        {"withdrawn": {"on": TODAY.isoformat(), "reason": "登记有误"}},
        {"take_down": "2026-10-19"},
    ],
)
def test_period_no_longer_shown_has_none(period: dict[str, object]) -> None:
    """From the day of withdrawal, and from the day after take-down, there is no bulletin; a day earlier there is."""
    dataset = hall_with(cases(3), **period)

    assert jobs(dataset) == []
    assert len(jobs(dataset, date(2026, 10, 19))) == 1


def test_incomplete_period_has_none() -> None:
    """A gap in a period holds its bulletin back."""
    assert jobs(hall_with(cases(3)), incomplete=frozenset({"results/2026-Q3"})) == []

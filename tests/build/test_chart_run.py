"""Charts are drawn once, for page and poster, and not again while nothing changes."""

from pathlib import Path

import pytest
from test_bulletin import TODAY, cases, hall_with

from generator.build import chart_run
from generator.publish.cache import Cache
from generator.publish.staging import Stage
from generator.results.charts import Spec
from generator.site.periods import PublicPeriod, public_periods

SHOWN = {"2026-Q3/cases.svg", "2026-Q3/timing.svg", "2026-Q3/days.svg"}


@pytest.fixture
def periods() -> dict[str, PublicPeriod]:
    """One shown period."""
    return public_periods(hall_with(cases(30)), TODAY)


def run(periods: dict[str, PublicPeriod], folder: Path, name: str, fresh: bool = False) -> tuple[Path, dict[str, str]]:
    """Draw into a stage of its own, with the one cache of ``folder``."""
    stage = Stage(folder / name)
    return stage.folder, chart_run.draw_charts(periods, stage, Cache(folder / "cache"), fresh, 1)


def test_page_and_poster_get_the_same_drawing(periods: dict[str, PublicPeriod], tmp_path: Path) -> None:
    """Every chart stands in the stage at its address, and posters get the same text under its key."""
    stage, drawings = run(periods, tmp_path, "stage")

    files = {path.relative_to(stage / "results").as_posix() for path in stage.rglob("*.svg")}
    assert files == SHOWN
    for spec in periods["2026-Q3"].charts:
        assert (stage / "results" / "2026-Q3" / f"{spec.name}.svg").read_text("utf-8") == drawings[spec.key]


def test_unchanged_charts_are_not_drawn_again(
    periods: dict[str, PublicPeriod], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build takes all charts from the cache; one that is to be fresh draws each of them."""
    first = run(periods, tmp_path, "first")[1]
    drawn: list[str] = []

    def draw(spec: Spec) -> str:
        drawn.append(spec.name)
        return first[spec.key]

    monkeypatch.setattr(chart_run, "draw", draw)

    assert run(periods, tmp_path, "second")[1] == first
    assert drawn == []
    assert run(periods, tmp_path, "third", fresh=True)[1] == first
    assert len(drawn) == len(SHOWN)


def test_charts_of_a_withdrawn_period_leave_the_cache(periods: dict[str, PublicPeriod], tmp_path: Path) -> None:
    """What is no longer shown is neither in the stage nor kept."""
    run(periods, tmp_path, "first")
    gone = public_periods(hall_with(cases(30), withdrawn={"on": TODAY.isoformat(), "reason": "登记有误"}), TODAY)

    stage, drawings = run(gone, tmp_path, "second")

    assert (list(stage.rglob("*.svg")), drawings) == ([], {})
    assert list((tmp_path / "cache").iterdir()) == []

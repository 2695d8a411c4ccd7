"""Charts of all periods, as page and poster get them."""

from test_bulletin import TODAY, cases, hall_with

from generator.build.outputs.charts import Charts
from generator.model import Dataset
from generator.results.charts import draw
from generator.site.edition import Edition


def drawn(dataset: Dataset) -> dict[str, bytes]:
    """Mapping address -> bytes of every chart on ``TODAY``."""
    return {file.address: file.make() for file in Charts().render(Edition(dataset, TODAY))}


def test_every_chart_of_a_shown_period_has_its_address() -> None:
    """The charts of a period stand in its folder, each drawn from its own figures."""
    dataset = hall_with(cases(30))
    charts = Edition(dataset, TODAY).periods["2026-Q3"].charts

    assert drawn(dataset) == {f"results/2026-Q3/{chart.name}.svg": draw(chart).encode() for chart in charts}
    assert [chart.name for chart in charts] == ["cases", "timing", "days"]


def test_withdrawn_period_has_no_chart() -> None:
    """What is no longer shown is not drawn."""
    gone = hall_with(cases(30), withdrawn={"on": TODAY.isoformat(), "reason": "登记有误"})

    assert list(Edition(gone, TODAY).periods) == ["2026-Q3"]
    assert drawn(gone) == {}

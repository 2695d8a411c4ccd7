"""The charts of the periods, as pictures that pages show."""

from collections.abc import Iterator
from functools import partial

from generator.build.outputs.output import File, Output
from generator.results.charts import Chart, draw
from generator.results.ratings import rated_months, ratings_chart
from generator.site import addresses
from generator.site.edition import Edition


class Charts(Output):
    """Draws every chart of every period that is shown, and that of the ratings."""

    name = "charts"

    def render(self, edition: Edition) -> Iterator[File]:
        """One SVG for each chart."""
        for period_id, period in edition.periods.items():
            for chart in period.charts:
                yield File(addresses.chart(period_id, chart.name), partial(_svg, chart))
        if rated := ratings_chart(rated_months(edition.dataset)):
            yield File(addresses.ratings_chart(), partial(_svg, rated))


def _svg(chart: Chart) -> bytes:
    return draw(chart).encode()

"""The charts of the periods, as pictures that pages show."""

from collections.abc import Iterator
from functools import partial

from generator.build.outputs.output import File
from generator.results.charts import Chart, draw
from generator.site import addresses
from generator.site.edition import Edition


class Charts:
    """Draws every chart of every period that is shown."""

    name = "charts"
    needs: tuple[str, ...] = ()
    costly = False
    waits = False
    inherit = True

    def render(self, edition: Edition) -> Iterator[File]:
        """One SVG for each chart."""
        for period_id, period in edition.periods.items():
            for chart in period.charts:
                yield File(addresses.chart(period_id, chart.name), partial(_svg, chart))


def _svg(chart: Chart) -> bytes:
    return draw(chart).encode()

"""What scripts compute with for a visit: whether it is open now, and the last day of a limit."""

from collections.abc import Iterator
from functools import partial

from generator.build.outputs.output import File, Output
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.visits import visits_script


class Visits(Output):
    """Makes visits.js."""

    name = "visits"

    def render(self, edition: Edition) -> Iterator[File]:
        """The one file."""
        yield File(addresses.VISITS, partial(visits_script, edition.dataset, edition.today))

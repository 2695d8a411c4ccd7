"""What pages of results load when a reader asks for it: the rows of periods, and the look-up by receipt number."""

from collections.abc import Iterator
from functools import partial

from generator.build.outputs.output import File
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.results import rows_json


class Rows:
    """The listed cases of each period, for the table that filters and sorts them."""

    name = "rows"
    needs: tuple[str, ...] = ()
    costly = False
    inherit = True

    def render(self, edition: Edition) -> Iterator[File]:
        """rows.json of each period that lists cases."""
        for period_id, period in edition.periods.items():
            if period.posted.listed:
                yield File(addresses.rows(period_id), partial(rows_json, period, edition.dataset))


class LookUp:
    """The shards of the look-up."""

    name = "look-up"
    needs: tuple[str, ...] = ()
    costly = False
    inherit = True

    def render(self, edition: Edition) -> Iterator[File]:
        """One file for each shard."""
        for address, data in edition.look_up.files.items():
            yield File(address, partial(bytes, data))

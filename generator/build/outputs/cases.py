"""What pages of results load when a reader asks for it: the rows of periods, and the look-up by receipt number."""

from collections.abc import Iterator
from functools import partial

from generator.build.outputs.output import File, Output, digest_of
from generator.site import addresses, lookup
from generator.site.edition import Edition
from generator.site.results import rows_script

_PAGES_PER_CODE = 5
"""The secret of a query code takes as long as so many pages."""


class Rows(Output):
    """The listed cases of each period, for the table that filters and sorts them."""

    name = "rows"

    def render(self, edition: Edition) -> Iterator[File]:
        """rows.js of each period that lists cases."""
        for period_id, period in edition.periods.items():
            if period.posted.listed:
                yield File(addresses.rows(period_id), partial(rows_script, period, edition.dataset))


class LookUp(Output):
    """The shards of the look-up."""

    name = "look-up"

    def render(self, edition: Edition) -> Iterator[File]:
        """One file for each shard; the salt stands for everything that is in them."""
        look_up = edition.look_up
        for number, entries in enumerate(look_up.shards):
            address = lookup.address(look_up.salt, number)
            coded = sum(entry.rounds > 1 for entry in entries)
            inputs = digest_of(look_up.salt, number)
            yield File(address, partial(look_up.file, number), inputs, work=1 + coded * _PAGES_PER_CODE)

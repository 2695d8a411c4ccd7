"""Until when what a site shows may be shown, for the note beside it: a site that is published later may be too old."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.model import Dataset
from generator.model.waiver import Waiver
from generator.results.take_down import last_days

_DAY = timedelta(days=1)


def shown_until(dataset: Dataset, waivers: Iterable[Waiver], today: date) -> Iterator[tuple[str, date]]:
    """Record and day, for each day after which something of the site of ``today`` has to be gone.

    Last days, withdrawals that are known already, and the ends of the ``waivers`` that the site needs.
    """
    yield from ((f"{record.kind}/{record.id}", day) for record, day in last_days(dataset, today))
    posted = [(f"notices/{key}", one.withdrawn) for key, one in dataset.notices.items()]
    posted += [(f"disclosures/{key}", one.record.withdrawn) for key, one in dataset.disclosures.items()]
    posted += [(f"results/{key}", one.period.withdrawn) for key, one in dataset.results.items()]
    yield from ((record, withdrawn.on - _DAY) for record, withdrawn in posted if withdrawn)
    for key, results in dataset.results.items():
        yield from ((f"results/{key}", row.on - _DAY) for row in results.period.withdrawn_rows)
    yield from ((waiver.path.removesuffix(".yml"), waiver.until) for waiver in waivers)

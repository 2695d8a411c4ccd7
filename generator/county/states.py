"""How complete and how fresh halls are, in words, for those who run them and for everybody."""

from collections.abc import Sequence
from datetime import date

from generator.county.contexts import StatusRow
from generator.county.places import Place
from generator.county.summary import HallSummary
from generator.facts.services import percent_words
from generator.texts.county import COUNTY


def share_words(halls: Sequence[HallSummary]) -> str:
    """The share of guides without a gap over ``halls``: 87%; a dash where there are no guides."""
    guides = sum(len(hall.services) for hall in halls)
    return percent_words(sum(hall.complete for hall in halls) / guides) if guides else COUNTY["none"]


def hall_state(hall: HallSummary) -> StatusRow:
    """One hall; its address leads to its own site."""
    return StatusRow(
        name=hall.name,
        url=hall.address,
        halls="",
        complete=_complete((hall,)),
        changed=_day(hall.changed),
        results_until=_day(hall.results_until),
        stale="、".join(hall.stale) or COUNTY["none"],
    )


def place_state(place: Place) -> StatusRow:
    """The halls of a place together: the oldest of their newest days, and how many have something to renew."""
    changed, results = ([getattr(hall, key) for hall in place.halls] for key in ("changed", "results_until"))
    return StatusRow(
        name=place.name,
        url=f"places/{place.slug}/#status",
        halls=str(len(place.halls)),
        complete=_complete(place.halls),
        changed=_day(_oldest(changed)),
        results_until=_day(_oldest(results)),
        stale=str(sum(bool(hall.stale) for hall in place.halls)),
    )


def _oldest(days: Sequence[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _complete(halls: Sequence[HallSummary]) -> str:
    guides = sum(len(hall.services) for hall in halls)
    complete = sum(hall.complete for hall in halls)
    return COUNTY["of_all"].format(part=complete, all=guides, share=share_words(halls)) if guides else COUNTY["none"]


def _day(day: date | None) -> str:
    return day.isoformat() if day else COUNTY["none"]

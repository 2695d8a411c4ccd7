"""What every reader of a hall's lists gives: services as the source tells them, and what was not taken over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.catalogue.incoming import Incoming
from generator.register.columns import safe_heading
from generator.texts.service_sources import HIDDEN_HEADING, MORE, REMEDIES, REMEDY, SOURCE_MESSAGES

_SHOWN_PLACES = 6


@dataclass(frozen=True, slots=True)
class Remark:
    """What the clerk has to know of a source: a rule of ``texts.service_sources`` and values for its blanks.

    The values are headings, names of sheets, places and counts, never the content of a cell.
    """

    rule: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """What is so."""
        return SOURCE_MESSAGES[self.rule][0].format(**self.values)

    @property
    def remedy(self) -> str:
        """What to do instead; "" where nothing is to be done."""
        return SOURCE_MESSAGES[self.rule][1].format(**self.values)


@dataclass(frozen=True, slots=True)
class Listing:
    """The services of a source in its order, and what is to be said of it."""

    services: tuple[Incoming, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """One cell that was not, or not wholly, taken over: why (a rule), its heading, the field it was for, its place."""

    rule: str
    heading: str
    kind: str
    place: str


def remarks_on(troubles: Iterable[Trouble]) -> list[Remark]:
    """One remark for all cells below the same heading that have the same trouble, in order of appearance."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for one in troubles:
        found.setdefault((one.rule, one.heading, one.kind), []).append(one.place)
    return [
        Remark(
            rule,
            {
                "heading": shown_heading(heading),
                "count": str(len(places)),
                "places": some_of(places),
                "remedy": REMEDIES.get(kind, REMEDY),
            },
        )
        for (rule, heading, kind), places in found.items()
    ]


def shown_heading(heading: str) -> str:
    """``heading`` as a message may quote it; a heading that holds what may be private is not shown."""
    return safe_heading(heading) or HIDDEN_HEADING


def some_of(places: Iterable[str]) -> str:
    """The first of ``places``, each once, and that there are more."""
    each = list(dict.fromkeys(places))
    return "、".join(each[:_SHOWN_PLACES]) + (MORE if len(each) > _SHOWN_PLACES else "")

"""What the notices of a case share: for whom they are made, rows of blanks, the list of papers, and their kinds.

Each of them is there once for the whole hall, blank, and once for each service in force, with what is known of it.
Names, numbers of papers and contacts are written by hand.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.facts.services import ServiceFacts, service_facts
from generator.kit.desk import desk_of, desk_of_hall
from generator.kit.filling import BlankKind, blank
from generator.kit.guide import services_in_force
from generator.kit.kind import Kind, Subject
from generator.model import Service, SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.guide import GUIDE
from generator.texts.kit_forms import FORM
from generator.texts.posters import POSTER_WORDS

LAYOUT = Layout("slip", distance=0.4, fine=12.0)

PERMIT = "行政许可"
"""The type of service whose notices are ruled by 行政许可法."""

_BLANK_ROWS = 6


@dataclass(frozen=True)
class Case:
    """For whom a form is made: the hall, or one of its services and what follows from it."""

    site: Site
    service: Service | None = None
    facts: ServiceFacts | None = None

    @property
    def is_permit(self) -> bool:
        """Whether 行政许可法 rules what the form says."""
        return self.service is not None and self.service.type == PERMIT

    @property
    def item(self) -> dict[str, Json]:
        """The blank for the service."""
        return blank(FORM["item"], value=self.service.name if self.service else None)

    @property
    def post(self) -> dict[str, Json]:
        """The blank for the post that handles the case."""
        window = self.facts.window if self.facts else None
        return blank(FORM["post"], value=window.staff_role if window else None)

    @property
    def desk(self) -> list[Json]:
        """Where to go, to ask and to complain."""
        return desk_of(self.facts) if self.facts else desk_of_hall(self.site)


Parts = Callable[[Case], list[Json]]
"""What a form says, part by part."""


def rows(*lines: tuple[Json, ...] | dict[str, Json]) -> Json:
    """A table of labels and blanks: two blanks in a line, or one over the whole width, or choices."""
    return {"style": "rows", "rows": [{"cells": [*line]} if isinstance(line, tuple) else line for line in lines]}


def lines(label: str, count: int, kind: BlankKind = "lines", value: str | None = None) -> dict[str, Json]:
    """A blank of so many lines."""
    return {**blank(label, kind, value), "lines": count}


def choices(label: str, options: Sequence[str], ticked: Sequence[bool] = ()) -> dict[str, Json]:
    """Options with boxes to tick; ``ticked`` those that are known to apply."""
    known = [*ticked, *[False] * (len(options) - len(ticked))]
    return {"label": label, "options": [{"words": words, "on": on} for words, on in zip(options, known, strict=True)]}


def papers(case: Case, tick: str, note: str) -> Json:
    """The materials of the service with a box and room for a note; empty rows where they are not known."""
    columns: list[Json] = [FORM["number"], FORM["material"], FORM["copies"], tick, note]
    found = case.facts.materials if case.facts else ()
    known: list[Json] = []
    for number, facts in enumerate(found, 1):
        copies = None if facts.copies is None else GUIDE["copies"].format(count=facts.copies)
        said: list[Json] = [part for part in (facts.original, copies) if part]
        known.append({"number": number, "label": facts.name, "copies": said, "missing": False})
    empty: list[Json] = [{"number": number, "label": "", "copies": []} for number in range(1, _BLANK_ROWS + 1)]
    return {"style": "papers", "columns": columns, "rows": known or empty}


def notes(*words: str | None) -> Json:
    """Lines of small print."""
    return {"style": "notes", "lines": [line for line in words if line]}


def paragraph(words: str) -> Json:
    """A sentence over the whole width."""
    return {"style": "text", "words": words}


@dataclass(frozen=True)
class Form:
    """A kind of form. Its QR code leads to ``page``, else to the page of the service; the blank one then has none.

    One that ``stays`` in the hall has no seal and does not say where to go.
    """

    name: str
    heading: str
    parts: Parts
    page: str | None = None
    stays: bool = False

    @property
    def kind(self) -> Kind:
        """The kind as the table of kinds wants it; its functions are methods, since they go to other processes."""
        return Kind(self.name, LAYOUT, "a4", self.subjects, self.contents, sets=("forms",), online=_is_blank)

    def subjects(self, edition: Edition) -> Iterator[Subject]:
        """The blank one, and one for each service in force."""
        yield Subject(SheetKey(self.name), self.heading)
        for record, service in services_in_force(edition):
            yield Subject(SheetKey(self.name, record), _title(service, self.heading))

    def contents(self, key: SheetKey, edition: Edition) -> Sheet:
        """What one of them says."""
        dataset = edition.dataset
        service = dataset.services[key.record_id] if key.record else None
        case = Case(dataset.site, service, service_facts(service, dataset) if service else None)
        body: dict[str, Json] = {
            "heading": self.heading,
            "parts": self.parts(case),
            "closing": None if self.stays else _closing(case),
            "scan": FORM["scan_guide" if self.page is None else "scan_progress"],
        }
        address = key.page if self.page is None else self.page
        url = edition.url(address) if address and not self.stays else None
        footer, dated = Footer(mark=POSTER_WORDS["page_mark"]), service.verified if service else None
        title = _title(service, self.heading) if service else self.heading
        return sheet_of(LAYOUT, key.record_id or self.name, title, body, footer, case.site, url, dated)


def _closing(case: Case) -> Json:
    return {"desk": case.desk, "copies": FORM["copies_of_form"], "seal": FORM["seal"]}


def _title(service: Service, heading: str) -> str:
    return FORM["title_of"].format(service=service.name, form=heading)


def _is_blank(key: SheetKey) -> bool:
    """That of the hall; those of single services are made when they are asked for."""
    return key.record is None

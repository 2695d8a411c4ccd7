"""What waits for a gap to be filled: posters, sections of pages, lists, the search."""

from collections.abc import Iterator

from generator.facts.hanging import FIELDS_OF_EVERY_SHEET
from generator.gaps.gap import Block
from generator.gaps.subjects import Subject
from generator.model import Dataset

_SECTIONS = {
    "service": ("legal_basis", "conditions", "materials", "steps"),
    "window": ("functions", "services"),
    "regulation": ("articles",),
    "notice": ("body",),
    "hall": ("supervision",),
}
"""Kind -> the fields without which a whole section of the page is empty."""

_LISTED = ("window", "audience")
"""The fields of a service by which lists arrange services."""

_SEARCHED = ("summary", "window", "articles", "what")
"""The fields of which the search shows or finds the words."""

_WHOLE = {"wall/missing": "regulation", "window/functions": "functions", "unknown/services": "services"}
"""Rules that miss more than a field, and what it is."""


def blocked_by(rule: str, subject: Subject, dataset: Dataset) -> Iterator[Block]:
    """What waits for the gap that ``rule`` has found in ``subject``, the heaviest first."""
    field = _WHOLE.get(rule) or ".".join(str(key) for key in subject.keys)
    if field == "regulation":
        yield from ("wall", "poster", "section", "search")
        return
    if subject.kind == "hall" and _is_on_every_sheet(field, dataset):
        yield "sheets"
    if _hangs_on_the_wall(subject, dataset):
        yield "wall"
    if _has_a_poster(subject, dataset):
        yield "poster"
    if field in _SECTIONS.get(subject.kind, ()):
        yield "section"
    if subject.kind == "service" and field in _LISTED:
        yield "list"
    if subject.kind != "hall" and field in _SEARCHED:
        yield "search"


def _is_on_every_sheet(field: str, dataset: Dataset) -> bool:
    """Whether sheets show this field of the hall; the hotline stands in for a supervision phone."""
    supervision = dataset.site.supervision
    if field == "supervision.phone" and supervision and supervision.hotline:
        return False
    return any(f"{one}.".startswith(f"{field}.") for one in FIELDS_OF_EVERY_SHEET)


def _hangs_on_the_wall(subject: Subject, dataset: Dataset) -> bool:
    regulation = dataset.regulations.get(subject.id)
    return subject.kind == "regulation" and bool(regulation and regulation.wall)


def _has_a_poster(subject: Subject, dataset: Dataset) -> bool:
    """Whether the record would hang if it had no gap: a service that is offered today, a rule in force, a period."""
    if subject.kind == "service":
        return dataset.services[subject.id].status.state == "在办"
    if subject.kind == "regulation":
        return not dataset.regulations[subject.id].repealed
    return subject.kind in ("result", "disclosure")

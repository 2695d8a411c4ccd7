"""Rules about posted regulations."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from generator.content.problems import quote
from generator.model import Dataset, Place, RecordKey, Regulation, WallTopic
from generator.rules.finding import Finding, place_of


def _in_force(dataset: Dataset) -> Iterator[tuple[Regulation, Place]]:
    for regulation in dataset.regulations.values():
        if not regulation.repealed:
            yield regulation, place_of("regulations", regulation.id)


def wall_is_complete(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each of the nine regulations that must hang on the wall is registered."""
    posted = {regulation.wall for regulation, _ in _in_force(dataset)}
    for topic in get_args(WallTopic):
        if topic not in posted:
            yield Finding("wall/missing", Place("regulations/"), {"topic": topic})


def wall_topics_are_distinct(dataset: Dataset, today: date) -> Iterator[Finding]:
    """One regulation in force covers a topic of the wall, not two."""
    first: dict[str, str] = {}
    for regulation, place in _in_force(dataset):
        if regulation.wall:
            other = first.setdefault(regulation.wall, regulation.id)
            if other != regulation.id:
                yield Finding("wall/twice", place / "wall", {"topic": regulation.wall, "other": other})


def text_is_present(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A regulation in force has at least one article."""
    for regulation, place in _in_force(dataset):
        if not regulation.articles and not regulation.chapters:
            yield Finding("regulation/no-text", place)


def declared_gaps_are_shown(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each gap that the record declares (``gaps``) is reported until it is filled."""
    for regulation, place in _in_force(dataset):
        for number, gap in enumerate(regulation.gaps):
            values = {"kind": gap.kind, "where": quote(gap.where)}
            yield Finding("regulation/gap", place / "gaps" / number, values)


def superseded_is_repealed(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A superseded regulation exists, is another one, and is no longer in force."""
    for regulation in dataset.regulations.values():
        place = place_of("regulations", regulation.id) / "supersedes"
        if regulation.supersedes is None or RecordKey("regulations", regulation.supersedes) in dataset.broken:
            continue
        older = dataset.regulations.get(regulation.supersedes)
        if older is None or older is regulation:
            yield Finding("reference/regulation", place, {"id": quote(regulation.supersedes)})
        elif not older.repealed:
            yield Finding("regulation/superseded", place, {"id": quote(regulation.supersedes)})


RULES = (wall_is_complete, wall_topics_are_distinct, text_is_present, declared_gaps_are_shown, superseded_is_repealed)

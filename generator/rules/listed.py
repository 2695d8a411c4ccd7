"""Rules about words that records choose from a list of site.yml, which each hall writes for itself."""

import difflib
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.content.examples import list_of
from generator.content.problems import quote
from generator.model import Dataset, Place, Site
from generator.model.shorthands import several
from generator.rules.finding import Finding, place_of, services_offered


class _Choice(NamedTuple):
    """A word at ``place`` that has to stand in the list ``field`` of site.yml."""

    place: Place
    field: str
    word: str


def words_are_listed(dataset: Dataset, today: date) -> Iterator[Finding]:
    """What a record chooses from a list of site.yml stands in it; else the nearest word is told, and how to add one."""
    for choice in _choices(dataset):
        known: tuple[str, ...] = getattr(dataset.site, choice.field)
        if choice.word not in known:
            values = {
                "title": Site.model_fields[choice.field].title or choice.field,
                "value": quote(choice.word),
                "field": choice.field,
                "all": list_of((*known, choice.word)),
                "near": _corrected(choice, known),
                "list": list_of(several(choice.word)),
            }
            yield Finding(_rule(choice), choice.place, values)


def _choices(dataset: Dataset) -> Iterator[_Choice]:
    """Every word that was chosen; what has ended or been repealed keeps the words of its time."""
    for service, place in services_offered(dataset):
        for number, word in enumerate(service.audience):
            yield _Choice(place / "audience" / number, "audiences", word)
        for number, word in enumerate(service.life_events):
            yield _Choice(place / "life_events" / number, "life_events", word)
        if service.level:
            yield _Choice(place / "level", "levels", service.level)
    for regulation in dataset.regulations.values():
        if regulation.wall and not regulation.repealed:
            yield _Choice(place_of("regulations", regulation.id) / "wall", "wall_topics", regulation.wall)
    for notice in dataset.notices.values():
        yield _Choice(place_of("notices", notice.id) / "kind", "notice_kinds", notice.kind)


def _rule(choice: _Choice) -> str:
    if isinstance(choice.place.keys[-1], int) and several(choice.word):
        return "list/several"
    return "wall/unknown" if choice.field == "wall_topics" else "list/unknown"


def _corrected(choice: _Choice, known: tuple[str, ...]) -> str:
    """The line, or the item of a list, with the nearest word; empty where none is near."""
    key = choice.place.keys[-1]
    near = difflib.get_close_matches(choice.word, known, 1, 0.5)
    return "".join(word if isinstance(key, int) else f"{key}: {word}" for word in near)


RULES = (words_are_listed,)

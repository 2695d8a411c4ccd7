"""Rules about words that records choose from a list of site.yml, which each hall writes for itself."""

import difflib
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.content.problems import excerpt, quote
from generator.model import Dataset, Place
from generator.rules.finding import Finding, place_of

_PLAIN = re.compile(r"[^\W_][\w（）()·—-]*")
"""What needs no quotation marks in a YAML list."""


class _Choice(NamedTuple):
    """A word at ``place`` that has to stand in the list ``field`` of site.yml; ``rule`` is broken where it does not."""

    rule: str
    place: Place
    field: str
    word: str


def words_are_listed(dataset: Dataset, today: date) -> Iterator[Finding]:
    """What a record chooses from a list of site.yml stands in it; else the nearest word is told, and how to add one."""
    for choice in _choices(dataset):
        known: tuple[str, ...] = getattr(dataset.site, choice.field)
        if choice.word not in known:
            values = {
                "value": quote(choice.word),
                "field": choice.field,
                "all": ", ".join(map(_in_list, (*known, excerpt(choice.word)))),
                "near": _corrected(choice, known),
            }
            yield Finding(choice.rule, choice.place, values)


def _choices(dataset: Dataset) -> Iterator[_Choice]:
    for regulation in dataset.regulations.values():
        if regulation.wall and not regulation.repealed:
            place = place_of("regulations", regulation.id) / "wall"
            yield _Choice("wall/unknown", place, "wall_topics", regulation.wall)


def _corrected(choice: _Choice, known: tuple[str, ...]) -> str:
    """The line, or the item of a list, with the nearest word; empty where none is near."""
    key = choice.place.keys[-1]
    near = difflib.get_close_matches(choice.word, known, 1, 0.5)
    return "".join(word if isinstance(key, int) else f"{key}: {word}" for word in near)


def _in_list(word: str) -> str:
    return word if _PLAIN.fullmatch(word) else json.dumps(word, ensure_ascii=False)


RULES = (words_are_listed,)

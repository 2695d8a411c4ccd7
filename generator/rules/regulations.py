"""Rules about posted regulations."""

import re
from collections.abc import Iterator
from datetime import date

from generator.content.problems import quote
from generator.model import Dataset, Keys, Place, RecordKey, Regulation
from generator.rules.finding import Finding, place_of, texts
from generator.rules.numbering import BLANKS, COUNT, POINT, SIGN, parted

_TYPED_NUMBERS = {
    "chapter": re.compile(f"第{COUNT}[章编节]{BLANKS}"),
    "article": re.compile(f"第{COUNT}条(?:之{COUNT})?[ \u3000:：、.．]+|{POINT}"),
    "item": re.compile(f"{POINT}|{SIGN}"),
    "subitem": re.compile(f"{POINT}|{SIGN}"),
}
"""What a text begins with that was numbered by hand. 第五条规定的 is a reference and no number."""


def _in_force(dataset: Dataset) -> Iterator[tuple[Regulation, Place]]:
    for regulation in dataset.regulations.values():
        if not regulation.repealed:
            yield regulation, place_of("regulations", regulation.id)


def wall_is_complete(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each regulation that must hang on the wall, as site.yml lists them, is registered."""
    posted = {regulation.wall for regulation, _ in _in_force(dataset)}
    for topic in dataset.site.wall_topics:
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
        if not regulation.has_text:
            yield Finding("regulation/no-text", place / "articles")


def declared_gaps_are_shown(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each gap that the record declares (``gaps``) is reported until it is filled."""
    for regulation, place in _in_force(dataset):
        for number, gap in enumerate(regulation.gaps):
            values = {"kind": gap.kind, "where": quote(gap.where)}
            yield Finding("regulation/gap", place / "gaps" / number, values)


def numbers_are_left_to_the_program(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No chapter, article or item begins with a number of its own: the program numbers them."""
    for regulation in dataset.regulations.values():
        place = place_of("regulations", regulation.id)
        for keys, text in texts(regulation):
            pattern = _TYPED_NUMBERS.get(_kind_of(keys))
            if pattern and (found := pattern.match(text)):
                yield Finding("regulation/numbered", Place(place.path, place.keys + keys), parted(found))


def _kind_of(keys: Keys) -> str:
    """What a text of a regulation is: chapter, article, heading, item, subitem; "" for another field."""
    if keys[:1] not in (("parts",), ("chapters",), ("articles",)) or keys[-1] == "number":
        return ""
    if "articles" not in keys:
        return "chapter" if keys[-1] == "title" else ""
    within = keys[keys.index("articles") + 2 :]
    if "items" not in within:
        return "article" if within in (("text",), ("heading",)) else "chapter" if keys[-1] == "title" else ""
    return "item" if within.count("items") == 1 else "subitem"


def superseded_is_repealed(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A superseded regulation exists, is another one, and is no longer in force."""
    for regulation in dataset.regulations.values():
        place = place_of("regulations", regulation.id) / "supersedes"
        if regulation.supersedes is None or RecordKey("regulations", regulation.supersedes) in dataset.unseen:
            continue
        older = dataset.regulations.get(regulation.supersedes)
        if older is None or older is regulation:
            yield Finding("reference/regulation", place, {"id": quote(regulation.supersedes)})
        elif not older.repealed:
            yield Finding("regulation/superseded", place, {"id": quote(regulation.supersedes)})


RULES = (
    wall_is_complete,
    wall_topics_are_distinct,
    text_is_present,
    declared_gaps_are_shown,
    numbers_are_left_to_the_program,
    superseded_is_repealed,
)

"""Rules about the words by which residents find things: synonyms.yml, and services that nobody finds by such a word."""

from collections.abc import Iterator
from datetime import date

from generator.content.problems import quote
from generator.facts.everyday_words import all_synonyms, everyday_words, is_called
from generator.model import Dataset, Place
from generator.rules.finding import Finding

FILE = "synonyms.yml"

_NAMED = 3


def meanings_are_names_of_something(dataset: Dataset, today: date) -> Iterator[Finding]:
    """What a word means is part of the name of something that can be found."""
    for number, row in enumerate(dataset.synonyms):
        for index, meaning in enumerate(row.means):
            if not is_called(dataset, meaning):
                place = Place(FILE) / "synonyms" / number / "means" / index
                yield Finding("synonyms/unknown", place, {"means": quote(meaning)})


def words_are_written_once(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A word stands in one row."""
    seen: set[str] = set()
    for number, row in enumerate(dataset.synonyms):
        for index, word in enumerate(row.words):
            if word in seen:
                place = Place(FILE) / "synonyms" / number / "words" / index
                yield Finding("synonyms/twice", place, {"word": quote(word)})
            seen.add(word)


def services_are_found_by_everyday_words(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Residents seldom know the official name: a service in force has another word that finds it."""
    synonyms = all_synonyms(dataset)
    offered = [service for service in dataset.services.values() if not service.status.ended]
    missed = [service for service in offered if next(everyday_words(service, synonyms), None) is None]
    if missed:
        names = "、".join(quote(service.name) for service in missed[:_NAMED])
        values = {"count": str(len(missed)), "names": names}
        yield Finding("synonyms/none", Place(f"services/{missed[0].id}.yml", ("name",)), values)


RULES = (meanings_are_names_of_something, words_are_written_once, services_are_found_by_everyday_words)

"""Rules about translations.yml: the Chinese of each stands somewhere, and no sheet is translated by half."""

import difflib
from collections.abc import Iterable, Iterator
from datetime import date

from generator.content.problems import quote
from generator.documents.bilingual import words_of
from generator.documents.guide import guide_of
from generator.facts.second_language import SecondLanguage, second_language
from generator.model import Dataset, Place, Translation
from generator.rules.finding import Finding, records, texts
from generator.texts.second_language import ENGLISH

FILE = "translations.yml"

_MOST_NAMED = 5
"""So many texts are named in one message."""


def texts_are_translated_once(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each text stands there once."""
    seen: set[str] = set()
    for text, place in _texts(dataset):
        if text in seen:
            yield Finding("translations/twice", place, {"text": quote(text)})
        seen.add(text)


def translated_texts_stand_somewhere(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A text that is translated is one that a record has, or a sheet says: others are mistyped, or have changed."""
    found = list(_texts(dataset))
    known = _known(dataset) if found else set()
    for text, place in found:
        if text not in known:
            near = next(iter(difflib.get_close_matches(text, known, 1, 0.7)), None)
            rule = "translations/near" if near else "translations/unknown"
            yield Finding(rule, place, {"text": quote(text), "near": near or ""})


def sheets_are_translated_whole(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A guide or a notice whose name is translated has all of its texts translated, and so can be printed."""
    language = second_language(dataset)
    if language is None:
        return
    place = Place(FILE, ("texts",))
    for service in dataset.services.values():
        if service.status.state == "在办" and language.of(service.name):
            words = words_of(guide_of(service, dataset), dataset)
            if values := _missing(words, language):
                yield Finding("translations/guide", place, {"title": quote(service.name), **values})
    for notice in dataset.notices.values():
        if language.of(notice.title) and (values := _missing(notice.body, language)):
            yield Finding("translations/notice", place, {"title": quote(notice.title), **values})


def _texts(dataset: Dataset) -> Iterator[tuple[str, Place]]:
    """The Chinese of each translation with its place."""
    for number, one in enumerate(dataset.translations.texts if dataset.translations else ()):
        yield one.text, Place(FILE, ("texts", number, "text"))


def _known(dataset: Dataset) -> set[str]:
    """Every text of a record, and what sheets say of it."""
    others = (record for record, _ in records(dataset) if not isinstance(record, Translation))
    known = {text for record in others for _, text in texts(record)} | ENGLISH.keys()
    for service in dataset.services.values():
        known.update(words_of(guide_of(service, dataset), dataset))
    return known


def _missing(words: Iterable[str], language: SecondLanguage) -> dict[str, str]:
    """How many of the words have no translation, and the first of them; nothing where all have one."""
    missing = [text for text in dict.fromkeys(words) if language.of(text) is None]
    named = "".join(map(quote, missing[:_MOST_NAMED]))
    return {"count": str(len(missing)), "texts": named} if missing else {}


RULES = (texts_are_translated_once, translated_texts_stand_somewhere, sheets_are_translated_whole)

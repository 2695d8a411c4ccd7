"""The guide in two languages (双语办事指南): the short of a guide, Chinese and the hall's second language side by side.

There is one for each service whose guide the hall has translated, down to the last text: who reads the other column
alone misses nothing that stands in the Chinese one.
"""

from collections.abc import Iterator
from functools import partial

from generator.documents.bilingual import Line, Part, parts, words_of
from generator.documents.guide import Guide, guide_of
from generator.facts.second_language import SecondLanguage, second_language
from generator.kit.guide import services_in_force
from generator.kit.kind import Kind, Subject
from generator.kit.second_language import written
from generator.kit.wording import supervision_phone, words
from generator.model import SheetKey
from generator.posters.sheet import Footer, Json, Layout, PosterError, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.posters import POSTER_WORDS
from generator.texts.second_language import BILINGUAL
from generator.texts.shared import GUIDES, SUPERVISION_PHONE, VERIFIED

LAYOUT = Layout("bilingual-guide", distance=0.4, largest=1.3)


def _document(key: SheetKey, edition: Edition) -> Guide:
    service = edition.dataset.services[key.record_id]
    return guide_of(service, edition.dataset)


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset, document, language = edition.dataset, _document(key, edition), second_language(edition.dataset)
    if language is None or not _is_whole(document, language, edition):
        raise PosterError(KIND.absent)
    hall, pair = dataset.site.hall, partial(_pair, language)
    body: dict[str, Json] = {
        **written(language),
        "over": [pair(hall.name), pair(GUIDES)],
        "title": pair(document.name),
        "parts": [_part(part, language) for part in parts(document)],
        "prevails": pair(BILINGUAL["prevails"]),
    }
    fields = {
        POSTER_WORDS["address"]: hall.address,
        SUPERVISION_PHONE: supervision_phone(dataset.site),
        VERIFIED: words(document.verified.value),
    }
    footer = Footer(fields, POSTER_WORDS["page_mark"], always=True)
    dated = dataset.services[key.record_id].verified
    return sheet_of(LAYOUT, document.id, document.name, body, footer, dataset.site, edition.url(key.page), dated)


def _pair(language: SecondLanguage, words: str) -> Json:
    return [words, language.of(words) or words]


def _part(part: Part, language: SecondLanguage) -> Json:
    label = _pair(language, part.label) if part.label else None
    return {"label": label, "style": part.style, "lines": [_line(line, language) for line in part.lines]}


def _line(line: Line, language: SecondLanguage) -> Json:
    def pairs(texts: tuple[str, ...]) -> list[Json]:
        return [_pair(language, text) for text in texts]

    return {"head": _pair(language, line.head), "tags": pairs(line.tags), "below": pairs(line.below)}


def _is_whole(document: Guide, language: SecondLanguage, edition: Edition) -> bool:
    return all(map(language.of, words_of(document, edition.dataset)))


def _subjects(edition: Edition) -> Iterator[Subject]:
    language = second_language(edition.dataset)
    for record, service in services_in_force(edition) if language else ():
        key = SheetKey(KIND.name, record)
        if language and language.of(service.name) and _is_whole(_document(key, edition), language, edition):
            yield Subject(key, BILINGUAL["title_of"].format(service=service.name))


KIND = Kind("bilingual-guide", LAYOUT, "a4", _subjects, _contents, sets=("handout",), absent=BILINGUAL["absent"])

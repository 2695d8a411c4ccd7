"""Rules about the texts of records: no placeholders, no cut-off sentences, one name for the hall."""

import re
from collections.abc import Iterator
from datetime import date

from generator.content.examples import list_of
from generator.content.problems import quote
from generator.model import Dataset, Place, Record
from generator.model.shorthands import several
from generator.rules.finding import Finding, open_services, open_texts, place_of, row_place, texts

PLACEHOLDER = re.compile(
    r"(?=[\[【（(〔XxＸ×_＿…待TD某2])(?:"  # fails fast almost everywhere
    r"[\[【（(〔]\s*(?:[XxＸ]+|[×*]{2,})\s*[\]】）)〕]"
    r"|(?<![A-Za-z0-9])[XＸ×]{2,}(?![A-Za-z0-9])|[Ｘ×]{2,}|20X{2}(?![A-Za-z0-9])|20[0-9][XＸ×](?=[年〕])"
    r"|(?<=[^\x00-\x7f])x{2,}(?![A-Za-z0-9])|(?<![A-Za-z0-9])x{2,}(?=[^\x00-\x7f])"  # not within an id
    r"|_{3,}|＿{2,}|…{3,}|(?<!等)待(?:定|补充|填写|完善)(?![\u4e00-\u9fffA-Za-z0-9])"
    r"|(?<![A-Za-z])(?:TBD|TODO)(?![A-Za-z])|某年某月)"
)
_LABEL = re.compile(r"[^\W0-9_]{2,10}(?<![当须列下括为是的有在按])")
"""What stands before items like a heading (档案范围) and is no sentence that they would end."""
_ENDINGS = "。！？；：…”’）)》」』】!?;:."


def no_placeholder_is_left(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No text has a placeholder such as [X], XX, ____ or 待定."""
    for record, place in _suspects(dataset, PLACEHOLDER):
        for keys, text in texts(record):
            if found := PLACEHOLDER.search(text):
                yield Finding("text/placeholder", Place(place.path, place.keys + keys), {"found": quote(found[0])})
    for period_id, results in dataset.results.items():
        for entry in results.entries:
            if found := PLACEHOLDER.search(entry.row.extension_reason or ""):
                place = row_place(period_id, entry, "extension_reason")
                yield Finding("text/placeholder", place, {"found": quote(found[0])})


def sentences_are_whole(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The last sentence of an article, a notice or an answer ends with a punctuation mark."""
    for place, text in _sentences(dataset):
        if text.rstrip()[-1:] not in _ENDINGS:
            yield Finding("text/truncated", place, {"end": quote(text.rstrip()[-12:])})


def names_are_single(dataset: Dataset, today: date) -> Iterator[Finding]:
    """An item of a list of names is one name and not several joined by 、, unless it is referred to as a whole."""
    wholes = {functions.name for functions in dataset.functions}
    for service in dataset.services.values():
        wholes.update(service.life_events, filter(None, (service.window,)))
    for place, names in _lists_of_names(dataset):
        for number, name in enumerate(names):
            if name not in wholes and (parts := several(name)):
                listed = list_of((*names[:number], *parts, *names[number + 1 :]))
                values = {"found": quote(name), "list": f"{place.keys[-1]}: {listed}"}
                yield Finding("text/several-names", place / number, values)


def _lists_of_names(dataset: Dataset) -> Iterator[tuple[Place, tuple[str, ...]]]:
    site = Place("site.yml")
    yield site / "hall" / "former_names", dataset.site.hall.former_names
    yield site / "life_events", dataset.site.life_events
    for number, contact in enumerate(dataset.site.public_contacts):
        yield site / "public_contacts" / number / "values", contact.values
    for number, window in enumerate(dataset.windows):
        yield Place("windows.yml", ("windows", number, "aliases")), window.aliases
    for number, material in enumerate(dataset.materials.values()):
        yield Place("materials.yml", ("materials", number, "aliases")), material.aliases


def hall_has_one_name(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The hall is called by its one name everywhere; a name that is like it may be that of another institution."""
    hall, town = dataset.site.hall, dataset.site.town
    right = {hall.name, *hall.other_institutions}
    names = "|".join(re.escape(name) for name in sorted({*right, *hall.former_names}, key=len, reverse=True))
    likely = re.escape(town) + r"(?:党群|便民|政务|社区|综合|公共|行政|为民|群众){1,3}服务(?:大厅|中心|站)"
    pattern = re.compile(f"{names}|{likely}")
    for record, place in _suspects(dataset, pattern):
        for keys, text in texts(record):
            if keys[:2] in (("hall", "former_names"), ("hall", "other_institutions")):
                continue
            for found in pattern.finditer(text):
                if found[0] not in right:
                    values = {"found": quote(found[0]), "name": hall.name}
                    rule = "name/hall" if found[0] in hall.former_names else "name/like-hall"
                    yield Finding(rule, Place(place.path, place.keys + keys), values)


def _suspects(dataset: Dataset, pattern: re.Pattern[str]) -> Iterator[tuple[Record, Place]]:
    """The records in which ``pattern`` is found somewhere."""
    return ((record, place) for record, place, text in open_texts(dataset) if pattern.search(text))


def _sentences(dataset: Dataset) -> Iterator[tuple[Place, str]]:
    for regulation in dataset.regulations.values():
        place = place_of("regulations", regulation.id)
        if regulation.preamble:
            yield place / "preamble", regulation.preamble
        listed = [(keys, text) for keys, text in texts(regulation) if keys[0] != "annexes" and keys[-1] != "number"]
        lead = {keys[: keys.index("items")] for keys, _ in listed if "items" in keys}
        for keys, text in listed:
            if (keys[-1] == "text" or "items" in keys) and not (keys[:-1] in lead and _LABEL.fullmatch(text)):
                yield Place(place.path, keys), text
    for notice in dataset.notices.values():
        for number, text in enumerate(notice.body):
            yield place_of("notices", notice.id) / "body" / number, text
    for service, place in open_services(dataset):
        if service.summary:
            yield place / "summary", service.summary
        for number, faq in enumerate(service.faq):
            yield place / "faq" / number / "answer", faq.answer


RULES = (no_placeholder_is_left, sentences_are_whole, names_are_single, hall_has_one_name)

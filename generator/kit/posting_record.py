"""The record of posting and taking down (张贴、撤下记录): a page for each place of a notice, a bulletin or a
disclosure.

Where, when, by which post and before whom it was posted and taken down is written by hand; a photo from near and one
from far prove each.
"""

from generator.facts.services import hangs_until
from generator.kit import bulletin, disclosure, notice
from generator.kit.kind import Kind, Subject
from generator.kit.wording import span
from generator.model import Dataset, SheetKey
from generator.model.posting import ResultPeriod
from generator.posters.legibility import IN_A_FORM
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_notices import POSTING

LAYOUT = Layout("posting-record", distance=0.6, fine=IN_A_FORM)

_POSTED = (notice.KIND, bulletin.KIND, disclosure.KIND)
"""The kinds of sheet whose posting is recorded."""


def posting_record(of: Sheet, places: tuple[str, ...], term: str | None, dataset: Dataset) -> Sheet:
    """The record of a sheet at ``places``; ``term`` is from when until when it hangs, None where that is not known."""
    words = ("what", "place", "term", "posted", "taken_down", "time", "post", "signature", "witness", "reason")
    body: dict[str, Json] = {
        "what": of.title,
        "version": of.version,
        "places": [*places],
        "term": term,
        "words": {key: POSTING[key] for key in (*words, "head", "version", "near", "far", "photo", "expired", "other")},
    }
    title = POSTING["title"].format(title=of.title)
    return sheet_of(LAYOUT, of.id, title, body, Footer(), dataset.site, None, of.dated)


def term_of_period(period: ResultPeriod) -> str | None:
    """From when until when the bulletin of a period hangs; None where one of the days is not known."""
    return span(period.posted_from, period.posted_until) if period.posted_from and period.posted_until else None


def _subjects(edition: Edition) -> list[Subject]:
    return [
        Subject(SheetKey(KIND.name, key.record), POSTING["title"].format(title=title))
        for kind in _POSTED
        for key, title in kind.subjects(edition)
    ]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    assert key.record is not None, key
    dataset, main = edition.dataset, SheetKey.main(key.record)
    kind = next(kind for kind in _POSTED if kind.name == main.kind)
    assert kind.places is not None, kind
    return posting_record(kind.contents(main, edition), kind.places(main, dataset), _term(main, dataset), dataset)


def _term(main: SheetKey, dataset: Dataset) -> str | None:
    if main.kind == notice.KIND.name:
        one = dataset.notices[main.record_id]
        return span(one.since, hangs_until(one))
    if main.kind == disclosure.KIND.name:
        record = dataset.disclosures[main.record_id].record
        return span(record.posted_from, record.posted_until)
    return term_of_period(dataset.results[main.record_id].period)


KIND = Kind("posting-record", LAYOUT, "a4", _subjects, _contents, sets=("notices", "forms"), online=False)

"""What of the hall's records, or elsewhere, publishes a row of a catalogue, and when it did."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.facts.disclosures import disclosure_phase
from generator.facts.periods import bounds
from generator.facts.services import GONE, notice_phase
from generator.model import Answer, Dataset
from generator.model.disclosure_catalogue import AnswerKind
from generator.results.disclosure import period_phase
from generator.texts.duties import NAMED


@dataclass(frozen=True)
class Published:
    """One thing that publishes a row: since ``day``, None where that is not known.

    ``formed`` is the day on which the information came about, where the record says; ``shown`` whether it can be read
    on the day that was asked about; ``is_kept`` whether it is always there, and ``day`` that of its last check.
    """

    title: str
    day: date | None
    formed: date | None = None
    shown: bool = True
    is_kept: bool = False


_Found = Iterator[Published]


def published(answers: Sequence[Answer], dataset: Dataset, today: date, pages: frozenset[str]) -> tuple[Published, ...]:
    """What ``answers`` name, was published by ``today`` and not withdrawn; ``pages`` are files of prose."""
    found = (one for answer in answers for one in named_by(answer, dataset, today, pages))
    return tuple(one for one in dict.fromkeys(found) if one.day is None or one.day <= today)


def named_by(answer: Answer, dataset: Dataset, today: date, pages: frozenset[str]) -> tuple[Published, ...]:
    """What ``answer`` names, also what is published later than ``today``."""
    if answer.kind == "别处":
        return (Published(answer.address or answer.name or NAMED["elsewhere"], answer.on),)
    if answer.kind == "网页":
        return (Published(answer.name, answer.on),) if answer.name and answer.name in pages else ()
    return tuple(_RECORDS[answer.kind](answer, dataset, today))


def _is_named(answer: Answer, record_id: str, title: str, *kinds: str | None) -> bool:
    """Whether the id, a kind, or words of the title are those of ``answer``, or it names all."""
    return answer.name is None or answer.name in (record_id, *kinds) or answer.name in title


def _services(answer: Answer, dataset: Dataset, _: date) -> _Found:
    for record in dataset.services.values():
        if _is_named(answer, record.id, record.name):
            yield Published(record.name, record.verified, shown=not record.status.ended, is_kept=True)


def _notices(answer: Answer, dataset: Dataset, today: date) -> _Found:
    for record in dataset.notices.values():
        phase = notice_phase(record, today)
        if phase != "withdrawn" and _is_named(answer, record.id, record.title, record.kind):
            yield Published(record.title, record.since, record.issued, phase not in GONE)


def _results(answer: Answer, dataset: Dataset, today: date) -> _Found:
    for results in dataset.results.values():
        period, phase = results.period, period_phase(results.period, today)
        if phase != "withdrawn" and _is_named(answer, period.id, period.title):
            day = period.posted_from or period.prepared_on
            yield Published(period.title, day, period.until, phase not in GONE)


def _disclosures(answer: Answer, dataset: Dataset, today: date) -> _Found:
    for record in (one.record for one in dataset.disclosures.values()):
        phase = disclosure_phase(record, today)
        if phase != "withdrawn" and _is_named(answer, record.id, record.title, record.kind):
            yield Published(record.title, record.posted_from, bounds(record.period)[1], phase not in GONE)


def _regulations(answer: Answer, dataset: Dataset, _: date) -> _Found:
    for record in dataset.regulations.values():
        if _is_named(answer, record.id, record.title, record.wall):
            day = record.verified or record.effective or record.adopted
            yield Published(record.title, day, shown=record.status != "废止", is_kept=True)


def _bundles(answer: Answer, dataset: Dataset, _: date) -> _Found:
    for record in dataset.bundles.values():
        if _is_named(answer, record.id, record.name):
            yield Published(record.name, record.verified, is_kept=True)


_RECORDS: dict[AnswerKind, Callable[[Answer, Dataset, date], _Found]] = {
    "事项": _services,
    "公告": _notices,
    "办理结果": _results,
    "公开事项": _disclosures,
    "制度": _regulations,
    "一件事": _bundles,
}

"""Rules about the standard catalogue (公开标准目录): what answers a row exists, and limits of the hall can be read."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.content.problems import quote
from generator.model import Answer, CatalogueRow, Dataset, DisclosureCatalogue, Place, RecordKind
from generator.model.publishing_limit import limit_of
from generator.rules.finding import Finding, place_of

_KINDS: dict[str, RecordKind] = {
    "事项": "services",
    "制度": "regulations",
    "一件事": "bundles",
    "公告": "notices",
    "公开事项": "disclosures",
    "办理结果": "results",
}


def limits_of_catalogues_are_read(dataset: Dataset, today: date) -> Iterator[Finding]:
    """What the hall says of a time limit is understood."""
    for _, row, place in _rows(dataset):
        if row.count_as and limit_of(row.count_as) is None:
            yield Finding("catalogue/limit", place / "count_as")


def answers_of_catalogues_exist(dataset: Dataset, today: date) -> Iterator[Finding]:
    """What answers a row is there, or it is said when and where it was published."""
    for _, row, place in _rows(dataset):
        for number, answer in enumerate(row.answered_by):
            at = place / "answered_by" / number
            if answer.kind == "别处" and not (answer.on or answer.address):
                yield Finding("catalogue/elsewhere", at)
            elif answer.kind == "网页" and not answer.name:
                yield Finding("catalogue/page", at)
            elif answer.name and not _is_there(answer, dataset):
                yield Finding("catalogue/answer", at / "name", {"kind": answer.kind, "name": quote(answer.name)})


def disclosures_hang_long_enough(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A disclosure that answers a row hangs as long as the catalogue says."""
    said = set()
    for catalogue, row, _ in _rows(dataset):
        names = {answer.name for answer in row.answered_by if answer.kind == "公开事项"}
        for record in (one.record for one in dataset.disclosures.values()):
            days = (record.posted_until - record.posted_from).days + 1
            is_meant = None in names or not names.isdisjoint((record.id, record.kind))
            if is_meant and catalogue.least_days and days < catalogue.least_days and record.id not in said:
                said.add(record.id)
                values = {"days": str(days), "least": str(catalogue.least_days), "catalogue": quote(catalogue.title)}
                yield Finding("catalogue/least-days", place_of("disclosures", record.id) / "posted_until", values)


def _is_there(answer: Answer, dataset: Dataset) -> bool:
    """Whether a record is named; a notice, a disclosure or a period may be still to come, unless its id is written."""
    name = answer.name or ""
    if any(key.kind == _KINDS.get(answer.kind) for key in dataset.unseen):
        return True  # it may be one of those
    if answer.kind == "事项":
        return any(name == one.id or name in one.name for one in dataset.services.values())
    if answer.kind == "制度":
        return any(name in (one.id, one.wall) or name in one.title for one in dataset.regulations.values())
    if answer.kind == "一件事":
        return any(name == one.id or name in one.name for one in dataset.bundles.values())
    ids: dict[str, Iterable[str]] = {
        "公告": dataset.notices,
        "公开事项": dataset.disclosures,
        "办理结果": dataset.results,
    }
    return not name.isascii() or name in ids.get(answer.kind, (name,))


def _rows(dataset: Dataset) -> Iterator[tuple[DisclosureCatalogue, CatalogueRow, Place]]:
    for catalogue in dataset.catalogues.values():
        for number, row in enumerate(catalogue.rows):
            yield catalogue, row, place_of("catalogues", catalogue.id) / "rows" / number


RULES = (limits_of_catalogues_are_read, answers_of_catalogues_exist, disclosures_hang_long_enough)

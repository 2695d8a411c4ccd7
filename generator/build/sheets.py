"""What the sheet of each record says today: the code on it, and a digest of its contents; nothing is printed here."""

from collections.abc import MutableMapping
from functools import lru_cache
from typing import NamedTuple

from generator.build.options import HungSheet
from generator.build.outputs.output import digest_of
from generator.facts.hanging import hanging_places
from generator.facts.services import service_facts
from generator.model import RecordKey
from generator.posters.bulletin import bulletin_sheet
from generator.posters.press import Picture, PosterError, Sheet, unknown_parts
from generator.posters.sheets import regulation_sheet, service_sheet
from generator.results.charts import draw
from generator.site.edition import Edition, SheetMark
from generator.site.poster_cards import printable_records, records_in_force
from generator.texts.posters import BULLETIN, FAILURES, POSTER_WORDS
from generator.texts.shared import SUPERVISION_PHONE

CHARTS = ("timing", "days", "cases")
"""Charts that a bulletin may have, in the order of what a wall needs most: its table tells the cases already."""

MOST_CHARTS = 2
"""As many as stand side by side."""


_OF_THE_HALL = {
    POSTER_WORDS["address"]: "hall.address",
    SUPERVISION_PHONE: "supervision.phone",
    BULLETIN["supervision"]: "supervision.phone",
}
"""Label on a sheet -> the field of site.yml that it is taken from."""


class SheetIncomplete(PosterError):
    """A sheet that would say 待补充; the message says of what."""


class Sheets(NamedTuple):
    """The mark of each sheet, and why the other records that are in force have none."""

    marks: dict[RecordKey, SheetMark]
    refused: dict[RecordKey, PosterError]


def lay_out(edition: Edition, known: MutableMapping[str, str]) -> Sheets:
    """The sheets of every record that may hang on a wall today.

    ``known`` maps a digest of what a sheet follows from to its mark, kept between builds and brought up to date: a
    change in a file that all records refer to lays out every sheet again, any other those of the files that changed.
    """
    before = dict(known)
    known.clear()
    found = Sheets({}, {})
    for one in printable_records(edition):
        origins = _origins(one.key, edition)
        kept = before.get(origins) if origins else None
        try:
            mark = SheetMark(*kept.split()) if kept else _mark(sheet_of_record(one.key, edition))
        except PosterError as error:
            found.refused[one.key] = error
            continue
        found.marks[one.key] = mark
        if origins:
            known[origins] = " ".join(mark)
    return found


def hung_sheets(edition: Edition) -> tuple[HungSheet, ...]:
    """The sheet of every record that is in force, with where it hangs."""
    return tuple(
        HungSheet(str(one.key), one.title, edition.version(one.key) or "", hanging_places(one.key, edition.dataset))
        for one in records_in_force(edition)
    )


def _mark(sheet: Sheet) -> SheetMark:
    return SheetMark(sheet.digest, sheet.version)


def _origins(key: RecordKey, edition: Edition) -> str:
    """A digest of all that the sheet of a record follows from; "" where that cannot be told from a few files."""
    digest = edition.digests.get(key)
    if not digest or key.kind == "results":
        return ""
    service = edition.dataset.services.get(key.id) if key.kind == "services" else None
    successor = edition.dataset.services.get(service.status.successor or "") if service else None
    named = successor and (successor.id, successor.name)
    return digest_of(key, digest, edition.shared, named, edition.url(key.page))


@lru_cache(maxsize=4)
def sheet_of_record(key: RecordKey, edition: Edition) -> Sheet:
    """What the poster of a record says. Raises PosterError where it must not hang on a wall."""
    sheet = _sheet(key, edition)
    if unknown := unknown_parts(sheet):
        parts = "、".join(map(_part, unknown))
        raise SheetIncomplete(FAILURES["unknown"].format(title=sheet.title, parts=parts))
    return sheet


def _part(label: str) -> str:
    """What a sheet lacks, with the field of site.yml that it would come from; other fields have their own finding."""
    field = _OF_THE_HALL.get(label)
    return FAILURES["unknown_of_hall"].format(label=label, field=field) if field else label


def _sheet(key: RecordKey, edition: Edition) -> Sheet:
    dataset, url = edition.dataset, edition.url(key.page)
    if key.kind == "regulations":
        return regulation_sheet(dataset.regulations[key.id], dataset.site, url)
    if key.kind == "services":
        service = dataset.services[key.id]
        return service_sheet(service, service_facts(service, dataset), dataset.site, url)
    period = edition.periods[key.id]
    assert period.figures is not None, key
    charts = {chart.name: chart for chart in period.charts}
    chosen = [charts[name] for name in CHARTS if name in charts][:MOST_CHARTS]
    pictures = tuple(Picture(chart.title, draw(chart), chart.alt) for chart in chosen)
    return bulletin_sheet(period.posted, period.figures, dataset, pictures, url, edition.today)

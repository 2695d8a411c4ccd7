"""What each sheet says today: the code on it, and a digest of its contents; nothing is printed here."""

from collections.abc import Collection, MutableMapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from generator.build.options import HungSheet
from generator.build.outputs.output import digest_of
from generator.kit.kinds import KINDS, contents, printable_sheets, sheets_in_force
from generator.model import SheetKey
from generator.posters.sheet import PosterError, Sheet, unknown_parts
from generator.site.edition import Edition, SheetMark
from generator.texts.posters import BULLETIN, FAILURES, POSTER_WORDS
from generator.texts.shared import SUPERVISION_PHONE

_OF_THE_HALL = {
    POSTER_WORDS["address"]: "hall.address",
    SUPERVISION_PHONE: "supervision.phone",
    BULLETIN["supervision"]: "supervision.phone",
}
"""Label on a sheet -> the field of site.yml that it is taken from."""


class SheetIncomplete(PosterError):
    """A sheet that would say 待补充; the message says of what."""


class Sheets(NamedTuple):
    """The mark of each sheet, and why others that are in force have none."""

    marks: dict[SheetKey, SheetMark]
    refused: dict[SheetKey, PosterError]


def lay_out(edition: Edition, known: MutableMapping[str, str]) -> Sheets:
    """The sheets that the site offers today, and those that hang.

    ``known`` maps a digest of what a sheet follows from to its mark, kept between builds and brought up to date: a
    change in a file that all records refer to lays out every sheet again, any other those of the files that changed.
    """
    before = dict(known)
    known.clear()
    found = Sheets({}, {})
    for one in printable_sheets(edition):
        if not (one.hangs or one.online):
            continue
        origins = _origins(one.key, edition)
        kept = before.get(origins) if origins else None
        try:
            mark = _remembered(kept) if kept else _mark(laid_out(one.key, edition))
        except PosterError as error:
            if one.key.is_main:  # of others a clerk hears who asks for them
                found.refused[one.key] = error
            continue
        found.marks[one.key] = mark
        if origins:
            known[origins] = f"{mark.contents} {mark.version} {mark.dated or ''}"
    return found


def is_whole(key: SheetKey, edition: Edition, known: Collection[str]) -> bool:
    """Whether a main sheet may be printed; ``known`` are as ``lay_out`` has left them."""
    if _origins(key, edition) in known:
        return True
    try:
        laid_out(key, edition)
    except PosterError:
        return False
    return True


def hung_sheets(edition: Edition) -> tuple[HungSheet, ...]:
    """Every sheet that should hang today, with its place."""
    return tuple(
        HungSheet(str(one.key), one.title, edition.version(one.key) or "", one.places(edition.dataset), one.key.is_main)
        for one in sheets_in_force(edition)
        if one.hangs
    )


def _mark(sheet: Sheet) -> SheetMark:
    return SheetMark(sheet.digest, sheet.version, sheet.dated)


def _remembered(kept: str) -> SheetMark:
    contents, version, dated = kept.split(" ")
    return SheetMark(contents, version, date.fromisoformat(dated) if dated else None)


def _origins(key: SheetKey, edition: Edition) -> str:
    """A digest of all that a sheet follows from; "" where that cannot be told from a few files."""
    record = key.record
    digest = edition.digests.get(record) if record else None
    if not record or not digest or record.kind in ("results", "disclosures", "bundles"):
        return ""
    service = edition.dataset.services.get(record.id) if record.kind == "services" else None
    successor = edition.dataset.services.get(service.status.successor or "") if service else None
    named = successor and (successor.id, successor.name)
    return digest_of(key, digest, edition.shared, named, edition.url(key.page))


@lru_cache(maxsize=4)
def laid_out(key: SheetKey, edition: Edition) -> Sheet:
    """What a sheet says. Raises PosterError where it must not be printed."""
    sheet = contents(key, edition)
    if unknown := unknown_parts(sheet):
        parts = "、".join(map(_part, unknown))
        if key.is_main:
            raise SheetIncomplete(FAILURES["unknown"].format(title=sheet.title, parts=parts))
        told = {"title": sheet.title, "kind": KINDS[key.kind].title, "parts": parts, "remedy": _remedy(key)}
        raise SheetIncomplete(FAILURES["unknown_of_kind"].format(**told))
    return sheet


def _remedy(key: SheetKey) -> str:
    """Where to write what a sheet lacks that is not the main one of its record."""
    if key.record is None:
        return FAILURES["complete_hall"]
    return FAILURES["complete_window"] if key.record.kind == "windows" else ""


def _part(label: str) -> str:
    """What a sheet lacks, with the field of site.yml that it would come from; other fields have their own finding."""
    field = _OF_THE_HALL.get(label)
    return FAILURES["unknown_of_hall"].format(label=label, field=field) if field else label

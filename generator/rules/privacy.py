"""Rules about what must not be published: private values in any text, names beyond what a policy allows, waivers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.model import Dataset, DisclosedTable, Notice, Place, RecordKey, ResultEntry, Results, Service, Waiver
from generator.privacy import PublicContacts, canonical, find
from generator.privacy.applicants import kind_of_name
from generator.privacy.circumstances import circumstances_in
from generator.privacy.finding import REMINDED
from generator.privacy.legal_bases import names_a_document
from generator.privacy.masks import may_be_shown
from generator.privacy.waivers import in_force, may_be_public, public_contacts, waiver_for, way_out
from generator.results.disclosure import policy_of
from generator.rules.finding import Finding, open_services, open_texts, place_of, row_place, texts
from generator.rules.wording import PLACEHOLDER
from generator.texts.private import PRIVATE_KIND_NAMES
from generator.texts.sensitive import NEUTRAL_REASONS

_PROSE = "pages/"
_ROWS_AT_ONCE = 500
_ANSWERS_KEPT = 256
"""Of how many records it is remembered whether anything in them looks private: a few MB of text."""
_CELLS = ("receipt", "service", "applicant", "extension_reason")


@dataclass(frozen=True)
class _Sighting:
    """A private value in the content: its place, kind and canonical form. The value is never shown."""

    place: Place
    kind: str
    value: str
    nameable: bool


def numbers_are_public(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No text of a record or cell of results holds a private value that is not waived; of names there are reminders."""
    waivers = in_force(dataset.waivers, today)
    for seen in _sightings(dataset):
        if waiver_for(waivers, seen.place.path, seen.kind, seen.value):
            continue
        if notice := _notice_of(seen, dataset):
            if notice.names is None:  # else whatever the day: past its last day it is not shown, and an error would
                # keep the site of that day, names and all
                rule = "privacy/notice-name" if seen.kind in REMINDED else "privacy/notice-number"
                values = {"kind": PRIVATE_KIND_NAMES[seen.kind], "until": notice.until.isoformat()}
                yield Finding(rule, seen.place, values)
        elif seen.kind in REMINDED:
            yield Finding("privacy/name", seen.place)
        else:
            values = {"kind": PRIVATE_KIND_NAMES[seen.kind], "way_out": way_out(seen.kind)}
            yield Finding("privacy/number", seen.place, values)


def phones_were_given_out(services: Iterable[Service], before: Dataset) -> Iterator[Finding]:
    """Telephones of ``services`` that come in are those that ``before`` gives out, or no mobiles.

    A number in a field for telephones is public because the hall wrote it there. In somebody's list it is often the
    mobile of the person who does the work, so the hall has to list it first.
    """
    known = public_contacts(before)
    for service in services:
        for key in ("enquiry_phone", "complaint_phone"):
            for kind in dict.fromkeys(hit.kind for hit in find(getattr(service, key) or "", known)):
                values = {"kind": PRIVATE_KIND_NAMES[kind], "way_out": way_out(kind)}
                yield Finding("privacy/number", place_of("services", service.id) / key, values)


def _notice_of(seen: _Sighting, dataset: Dataset) -> Notice | None:
    """The notice in whose text (not in its title, which stays) a name stands that a law can require."""
    key = seen.place.record
    if not seen.nameable or key is None or key.kind != "notices" or seen.place.keys[:1] not in ((), ("body",)):
        return None
    return dataset.notices.get(key.id)


def listed_contacts_may_be_public(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No number listed in site.yml has the shape of an identity number; those that are surely one are found above."""
    for number, contact in enumerate(dataset.site.public_contacts):
        for item, value in enumerate(contact.values):
            if not (may_be_public(value) or find(value)):
                place = Place("site.yml", ("public_contacts", number, "values", item))
                kind = {"kind": PRIVATE_KIND_NAMES["resident-id"], "way_out": way_out("resident-id")}
                yield Finding("privacy/number", place, kind)


def applicants_are_masked(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No applicant is named beyond what the service's disclosure policy allows; without a policy, not at all."""
    for period_id, results in dataset.results.items():
        for entry in results.entries:
            name = entry.row.applicant
            if name is None or RecordKey("services", entry.row.service) in dataset.broken:
                continue
            policy = policy_of(dataset.services.get(entry.row.service))
            if policy == "counts":
                yield Finding("privacy/counts", row_place(period_id, entry, "applicant"))
            elif kind_of_name(name) == "joined":
                yield Finding("privacy/joined", row_place(period_id, entry, "applicant"))
            elif policy == "masked" and not may_be_shown(name):
                yield Finding("privacy/unmasked", row_place(period_id, entry, "applicant"))


def reasons_tell_nothing_of_a_person(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No reason beside a case tells what is sensitive (个人信息保护法 art. 28, 政府信息公开条例 art. 15), or a name."""
    titles = tuple(title for service in dataset.services.values() for title in (service.name, *service.aliases))
    for period_id, results in dataset.results.items():
        for place, text in _reasons(period_id, results):
            if told := circumstances_in(text, titles):
                yield Finding(
                    "privacy/reason", place, {"kinds": "、".join(told), "neutral": "、".join(NEUTRAL_REASONS)}
                )


def _reasons(period_id: str, results: Results) -> Iterator[tuple[Place, str]]:
    for entry in results.entries:
        if entry.row.extension_reason:
            yield row_place(period_id, entry, "extension_reason"), entry.row.extension_reason
    if results.period.withdrawn:
        yield Place(f"results/{period_id}.yml", ("withdrawn", "reason")), results.period.withdrawn.reason
    for number, row in enumerate(results.period.withdrawn_rows):
        yield Place(f"results/{period_id}.yml", ("withdrawn_rows", number, "reason")), row.reason


def names_have_an_end(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A service that publishes full names says for how many days."""
    for service, place in open_services(dataset):
        disclosure = service.disclosure
        if disclosure and disclosure.policy == "full" and disclosure.names_days is None:
            yield Finding("disclosure/names-days", place / "disclosure")


def names_are_required_by_law(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A notice that names people says which document requires it, names them to its own end, and loses them then."""
    for notice in dataset.notices.values():
        if notice.names is None:
            continue
        place, basis = place_of("notices", notice.id) / "names", notice.names.basis
        if PLACEHOLDER.search(basis) or not names_a_document(basis):
            yield Finding("names/basis", place / "basis")
        if notice.names.until < notice.until:
            yield Finding("names/until", place / "until", {"until": notice.until.isoformat()})
        elif notice.names.until < today:
            yield Finding("names/ended", place / "until", {"date": notice.names.until.isoformat()})


def waivers_are_current(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No waiver has passed its last day; one that has is reported, to be removed or renewed, and has no effect."""
    for number, waiver in enumerate(dataset.waivers):
        if waiver.until < today:
            place = Place("waivers.yml", ("waivers", number, "until"))
            yield Finding("waiver/expired", place, {"date": waiver.until.isoformat()})


def waivers_are_needed(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The value of each waiver is found in its record or row; waivers for prose are checked where prose is read."""
    waivers = [waiver for waiver in in_force(dataset.waivers, today) if not waiver.path.startswith(_PROSE)]
    used = {waiver for _, waiver in waived(dataset, today)} if waivers else set[Waiver]()
    for waiver in waivers:
        if waiver not in used:
            yield Finding("waiver/unused", waiver_place(dataset, waiver))


def waiver_place(dataset: Dataset, waiver: Waiver) -> Place:
    """Where ``waiver`` is written."""
    return Place("waivers.yml", ("waivers", dataset.waivers.index(waiver)))


def waived(dataset: Dataset, day: date) -> frozenset[tuple[str, Waiver]]:
    """Canonical value and waiver of every private value in records and rows that is waived on ``day``."""
    waivers = in_force(dataset.waivers, day)
    if not waivers:
        return frozenset()
    found = ((seen.value, waiver_for(waivers, seen.place.path, seen.kind, seen.value)) for seen in _sightings(dataset))
    return frozenset((value, waiver) for value, waiver in found if waiver)


def _sightings(dataset: Dataset) -> Iterator[_Sighting]:
    """Every private value in records and rows, without the hall's public contacts."""
    known = public_contacts(dataset)
    for record, place, whole in open_texts(dataset):
        if _is_plain(whole) or not find(whole, known):
            continue
        texts_of_record = list(texts(record))
        single = [
            seen
            for keys, text in texts_of_record
            for seen in _in_text(text, Place(place.path, place.keys + keys), known)
        ]
        yield from single or _in_text("\x1f".join(text for _, text in texts_of_record), place, known)
    for period_id, results in dataset.results.items():
        for start in range(0, len(results.entries), _ROWS_AT_ONCE):
            entries = results.entries[start : start + _ROWS_AT_ONCE]
            if find("\n".join(map(_cells, entries)), known):
                for entry in entries:
                    yield from _in_row(period_id, entry, known)
    for record_id, disclosed in dataset.disclosures.items():
        yield from _in_table(Place(f"disclosures/{record_id}.csv"), disclosed.table, known)


@lru_cache(_ANSWERS_KEPT)
def _is_plain(text: str) -> bool:
    """Whether nothing in a text looks private, whichever contacts are public: what halls share is asked once."""
    return not find(text)


def _in_text(text: str, place: Place, known: PublicContacts) -> Iterator[_Sighting]:
    for hit in find(text, known):
        yield _Sighting(place, hit.kind, canonical(text[hit.start : hit.end]), hit.nameable)


def _in_table(file: Place, table: DisclosedTable, known: PublicContacts) -> Iterator[_Sighting]:
    """Those in the cells of a table, each read with the name of its column, which may tell what it is."""
    yield from _in_text("\x1f".join(table.columns), file / 1 / 1, known)
    for row in table.rows:
        named = [f"{column}：{cell}" for column, cell in zip(table.columns, row.cells, strict=True)]
        if find("\x1f".join((*named, *row.cells)), known):
            single = [
                seen for number, text in enumerate(named, 1) for seen in _in_text(text, file / row.line / number, known)
            ]
            yield from single or _in_text("\x1f".join(row.cells), file / row.line / 1, known)


def _in_row(period_id: str, entry: ResultEntry, known: PublicContacts) -> Iterator[_Sighting]:
    found = False
    for name in _CELLS:
        for seen in _in_text(getattr(entry.row, name) or "", row_place(period_id, entry, name), known):
            found = True
            yield seen
    if not found:
        yield from _in_text(_cells(entry), row_place(period_id, entry, "receipt"), known)


def _cells(entry: ResultEntry) -> str:
    return "\x1f".join(getattr(entry.row, name) or "" for name in _CELLS)


RULES = (
    numbers_are_public,
    listed_contacts_may_be_public,
    applicants_are_masked,
    reasons_tell_nothing_of_a_person,
    names_have_an_end,
    names_are_required_by_law,
    waivers_are_current,
    waivers_are_needed,
)

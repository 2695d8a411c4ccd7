"""The tick list of a service or of one of its situations (一次性告知单): two copies on one sheet, to be cut apart.

Sources: 行政许可法 art. 32 (4): where papers are missing or not in due form, the applicant is told on the spot or
within five days, once, all that has to be put right; if not, the application counts as accepted on the day it was
handed in. Art. 82: such days are working days. It is law for permits only, so only their tick lists cite it.
"""

from collections.abc import Iterator, Sequence

from generator.documents.access import provided_words
from generator.facts.services import MaterialFacts, ServiceFacts, service_facts
from generator.kit.desk import desk_of
from generator.kit.filling import blank
from generator.kit.guide import services_in_force
from generator.kit.kind import Kind, Subject
from generator.model import Service, SheetKey, Site
from generator.posters.legibility import IN_A_FORM
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.guide import GUIDE
from generator.texts.kit_forms import FORM, TICK_LIST
from generator.texts.shared import UNKNOWN

LAYOUT = Layout("tick-list", distance=0.4, fine=IN_A_FORM, turned=True)

_COLUMNS = (
    *(FORM[key] for key in ("number", "material", "copies")),
    *(TICK_LIST[key] for key in ("received", "missing", "wanted")),
)

_SAID = ("非必要", "容缺后补")
"""What is said of a material behind its name: that it may be missing."""


def tick_list_sheet(service: Service, facts: ServiceFacts, site: Site, url: str | None, situation: int = 0) -> Sheet:
    """The tick list of a service; of its first situation if ``situation`` is 1, and so on."""
    materials, name = facts.materials, service.name
    if situation:
        case = facts.situations[situation - 1]
        materials = tuple(facts.materials[number - 1] for number, _ in case.materials)
        name = TICK_LIST["situation_of"].format(service=name, situation=case.name)
    post = facts.window.staff_role if facts.window else None
    told_by, applicant = (FORM["signature_of"].format(who=who) for who in (TICK_LIST["told_by"], FORM["applicant"]))
    body: dict[str, Json] = {
        "copies": [[TICK_LIST["first"], TICK_LIST["first_for"]], [TICK_LIST["second"], TICK_LIST["second_for"]]],
        "heading": TICK_LIST["title"],
        "name": name,
        "fields": [
            blank(FORM["applicant"], "private"),
            blank(FORM["received"], "day"),
            blank(FORM["post"], value=post),
            blank(FORM["until"], "day"),
        ],
        "columns": [*_COLUMNS],
        "rows": list(_rows(materials)) or [{"label": FORM["material"], "copies": UNKNOWN}],
        "remark": blank(TICK_LIST["remark"], "lines"),
        "request": TICK_LIST["request_for_permit" if service.type == "行政许可" else "request"],
        "desk": desk_of(facts),
        "signatures": [blank(told_by, "private"), blank(applicant, "private"), blank(FORM["day"], "private")],
        "cut": TICK_LIST["cut"],
    }
    title = TICK_LIST["title_of"].format(service=name)
    return sheet_of(LAYOUT, service.id, title, body, Footer(), site, url, service.verified)


def _rows(materials: Sequence[MaterialFacts]) -> Iterator[Json]:
    for number, facts in enumerate(materials, 1):
        necessity = facts.necessity if facts.necessity in _SAID else None
        told = TICK_LIST["comma"].join(filter(None, (necessity, provided_words(facts.provided_by))))
        name = TICK_LIST["tagged"].format(name=facts.name, said=told) if told else facts.name
        copies = None if facts.copies is None else GUIDE["copies"].format(count=facts.copies)
        said: list[Json] = [part for part in (facts.original, copies) if part]
        yield {"number": number, "label": name, "copies": said, "missing": False}


def _subjects(edition: Edition) -> Iterator[Subject]:
    for record, service in services_in_force(edition):
        if service.no_materials:
            continue
        yield Subject(SheetKey(KIND.name, record), TICK_LIST["title_of"].format(service=service.name))
        for number, situation in enumerate(service.situations, 1):
            if situation.materials:
                name = TICK_LIST["situation_of"].format(service=service.name, situation=situation.name)
                title = TICK_LIST["title_of"].format(service=name)
                yield Subject(SheetKey(KIND.name, record, str(number)), title)


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    service = dataset.services[key.record_id]
    facts = service_facts(service, dataset)
    return tick_list_sheet(service, facts, dataset.site, edition.url(key.page), int(key.part or 0))


def _is_general(key: SheetKey) -> bool:
    """Not of a single situation: there are three times as many of those as services."""
    return not key.part


KIND = Kind("tick-list", LAYOUT, "a4", _subjects, _contents, sets=("forms",), online=_is_general)

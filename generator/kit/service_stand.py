"""The stand of a service (事项展架): the short of its guide, for a campaign or a queue."""

from collections.abc import Iterator

from generator.documents.guide import Guide, guide_of
from generator.kit.guide import services_in_force
from generator.kit.kind import Kind, Subject
from generator.kit.wording import supervision_phone, values
from generator.model import SheetKey
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_boards import STAND
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

LAYOUT = Layout("stand", distance=2.0)

MOST_MATERIALS = 12
"""Of more, a stand says only how many there are."""

_ROWS = ("who", "how_long", "how_much", "where", "when", "ask")


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey("service-stand", key), service.name) for key, service in services_in_force(edition)]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    service, site = dataset.services[key.record_id], dataset.site
    document = guide_of(service, dataset)
    body: dict[str, Json] = {
        "over": site.hall.name,
        "lead": document.summary,
        "rows": list(_rows(document)),
        "sections": list(_sections(document)),
        "scan": STAND["scan_service"],
    }
    footer = Footer({SUPERVISION_PHONE: supervision_phone(site)})
    return sheet_of(LAYOUT, document.id, document.name, body, footer, site, edition.url(key.page), service.verified)


def _rows(document: Guide) -> Iterator[Json]:
    for key in _ROWS:
        fact = document.fact(key)
        yield {"label": fact.label, "text": "；".join(values(fact) or [UNKNOWN])}


def _sections(document: Guide) -> Iterator[Json]:
    materials, steps = document.section("materials"), document.section("steps")
    entries: list[Json] = [entry.name for entry in materials.entries] if materials else []
    if len(entries) > MOST_MATERIALS:
        entries = [STAND["many_materials"].format(count=len(entries))]
    elif not entries:
        entries = [(materials.remark if materials else None) or UNKNOWN]
    yield {"label": STAND["materials"], "style": "points", "entries": entries}
    if steps and steps.entries:
        yield {"label": STAND["steps"], "style": "steps", "entries": [entry.name for entry in steps.entries]}


KIND = Kind("service-stand", LAYOUT, "60x160", _subjects, _contents, online=False)

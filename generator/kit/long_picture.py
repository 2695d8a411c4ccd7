"""A guide as one long picture (微信群长图), for groups in chat: 1080 pixels wide, as high as it needs to be."""

from generator.documents.guide import guide_of
from generator.kit.guide import guide_sheet, services_in_force
from generator.kit.kind import Kind, Subject
from generator.kit.wording import supervision_phone
from generator.model import SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_boards import LONG_PICTURE
from generator.texts.posters import POSTER_WORDS
from generator.texts.shared import SUPERVISION_PHONE

LAYOUT = Layout("long-picture", distance=0.3)
"""In the hand: a telephone shows the picture 7 cm wide, and type of 40 pixels as large as its own messages."""

SIZE = "1080px"


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey("long-picture", key), service.name) for key, service in services_in_force(edition)]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    service, site = dataset.services[key.record_id], dataset.site
    url = edition.url(key.page)
    said = guide_sheet(service, guide_of(service, dataset), site, url).data["body"]
    assert isinstance(said, dict)
    body: dict[str, Json] = {
        **said,
        "over": LONG_PICTURE["over"].format(hall=site.hall.name),
        "scan": LONG_PICTURE["scan"],
    }
    footer = Footer({POSTER_WORDS["address"]: site.hall.address, SUPERVISION_PHONE: supervision_phone(site)})
    return sheet_of(LAYOUT, service.id, service.name, body, footer, site, url, service.verified)


def _size(_key: SheetKey, _site: Site) -> str:
    return SIZE


KIND = Kind("long-picture", LAYOUT, "a4", _subjects, _contents, online=False, sized=_size, format="png")

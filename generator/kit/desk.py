"""Where a form is handed in, and where to ask and complain: lines that forms share."""

from generator.facts.hours_words import hall_hours
from generator.facts.services import ServiceFacts
from generator.kit.wording import supervision_phone
from generator.model import Site
from generator.posters.sheet import Json
from generator.texts.kit_forms import FORM
from generator.texts.shared import UNKNOWN


def desk_of(facts: ServiceFacts) -> list[Json]:
    """Label and words of each line, for a service."""
    return _lines(facts.place, facts.hours, facts.enquiry_phone, facts.complaint_phone)


def desk_of_hall(site: Site) -> list[Json]:
    """Label and words of each line, for a form of the whole hall."""
    hall = site.hall
    return _lines(hall.address, hall_hours(hall), hall.phone, supervision_phone(site))


def _lines(place: str | None, hours: str | None, enquiry: str | None, complaint: str | None) -> list[Json]:
    phones = FORM["phones"].format(enquiry=enquiry or UNKNOWN, complaint=complaint or UNKNOWN)
    said = {FORM["place"]: place, FORM["hours"]: hours, FORM["enquiry"]: phones}
    return [{"label": label, "words": words or UNKNOWN} for label, words in said.items()]

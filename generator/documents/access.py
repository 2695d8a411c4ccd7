"""What a guide says of appointments, of who provides a paper, and of what can be done against the outcome.

The terms of redress: 行政复议法 art. 20, sixty days from the day on which one knows of the act; 行政诉讼法 art. 46, six
months, and art. 45, fifteen days from the day on which a decision of review is received. A law may say otherwise.
"""

from collections.abc import Iterator, Sequence

from generator.documents.parts import Entry, Fact, known
from generator.model import Service
from generator.model.service_access import Appointment
from generator.texts.access import ACCESS


def provided_words(providers: Sequence[str]) -> str | None:
    """Who provides a paper, in the order in which it is tried: 窗口联网查；不成的，您带来."""
    return ACCESS["else"].join(ACCESS[f"by_{one}"] for one in providers) or None


def appointment_word(appointment: Appointment | None) -> str | None:
    """Whether one has to book, in a word; None where that is not said."""
    if appointment is None or appointment.needed is None:
        return None
    return ACCESS["booking" if appointment.needed else "no_booking"]


def appointment(appointment: Appointment | None) -> Iterator[Entry]:
    """How to book."""
    if appointment is None:
        return
    word = appointment_word(appointment)
    said = ACCESS["how"].join(filter(None, (word, appointment.how)))
    phone = Fact("phone", ACCESS["phone"], (appointment.phone,), phone=True)
    if said or appointment.phone or appointment.url:
        yield Entry(said or ACCESS["book"], known(phone, Fact("url", None, (appointment.url,))))


def redress(service: Service) -> Iterator[Entry]:
    """What to do where the answer is no: first at the hall, then review and court with their terms."""
    found = service.redress
    if service.what_if_refused:
        yield Entry(service.what_if_refused)
    if found and found.review:
        yield Entry(ACCESS["review"].format(body=found.review), (_term("review_term"),))
    if found and found.court:
        terms = ("court_after_review",) if found.review_first else ("court_term", "court_after_review")
        yield Entry(ACCESS["court"].format(body=found.court), tuple(map(_term, terms)))


def _term(key: str) -> Fact:
    return Fact("note", None, (ACCESS[key],))

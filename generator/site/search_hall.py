"""What the search answers about the hall itself, on a card: hours, way, phones, windows, complaints and so on."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.facts.articles import chinese_number
from generator.facts.hours_words import hall_hours, window_hours
from generator.facts.opening import hours_of_hall, hours_of_window
from generator.facts.phones import first_dialled
from generator.model import Dataset, Hall, Supervision, Window
from generator.site import addresses
from generator.texts.search import CARD_TITLES, CARD_WORDS

Line = tuple[str, str, str]
"""Label, text, and where it leads: a site-relative address, ``tel:`` with a number, or ""."""


@dataclass(frozen=True)
class HallFacts:
    """``names`` are those of the hall and the town; a card is ``{"title", "url", "lines"}``, ``url`` site-relative.
    Where one tells hours that can be counted with, ``hours`` names the window of ``visits.js`` that has them, "" the
    hall.

    ``windows`` are cards with a ``number``. ``most_used`` are addresses.
    """

    names: tuple[str, ...] = ()
    cards: dict[str, dict[str, object]] = field(default_factory=dict)
    windows: list[dict[str, object]] = field(default_factory=list)
    most_used: tuple[str, ...] = ()


def hall_facts(dataset: Dataset) -> HallFacts:
    """The facts of a hall. A card of which nothing is known is left out."""
    site = dataset.site
    lines = {
        "hours": [*_hours(site.hall), *_phone(site.hall)],
        "address": [*_address(site.hall), *_phone(site.hall)],
        "phone": [*_phone(site.hall), *_desks(site.hall), *_complaint(site.supervision)],
        "parking": [*_directions(site.hall), *_phone(site.hall)],
        "access": [*_help(site.hall), *_directions(site.hall), *_phone(site.hall)],
        "progress": [_words("progress", addresses.LOOKUP), *_phone(site.hall)],
        "complaint": [*_complaint(site.supervision), *_box(site.supervision), *_problem_desk(site.hall)],
        "forms": [_words("forms", addresses.POSTERS), *_phone(site.hall)],
    }
    urls = {"progress": addresses.LOOKUP, "complaint": addresses.SUPERVISION, "forms": addresses.POSTERS}
    cards = {
        name: _card(CARD_TITLES[name], urls.get(name, addresses.HOME), found) for name, found in lines.items() if found
    }
    if hours_of_hall(dataset):
        cards["hours"]["hours"] = ""
    return HallFacts(
        (site.hall.name, site.town, site.organisation),
        cards,
        [_window(window, dataset) for window in dataset.windows if window.number is not None],
        tuple(addresses.page(addresses.SERVICES, service) for service in site.most_used),
    )


def window_aliases(window: Window) -> tuple[str, ...]:
    """How a window is called by its number: 4号窗口, 四号窗口."""
    if window.number is None:
        return ()
    return tuple(CARD_TITLES["window"].format(number=n) for n in (window.number, chinese_number(window.number)))


def _card(title: str, url: str, lines: list[Line]) -> dict[str, object]:
    return {"title": title, "url": url, "lines": lines}


def _window(window: Window, dataset: Dataset) -> dict[str, object]:
    site = dataset.site
    phone = window.phone or site.hall.phone
    lines = [
        *_line("phone", phone, _tel(phone)),
        *_line("hours", window_hours(window, site.hall)),
        *_line("address", site.hall.address),
    ]
    title = f"{CARD_TITLES['window'].format(number=window.number)}　{window.name}"
    hours = {"hours": window.id} if hours_of_window(window, dataset) else {}
    return {**_card(title, addresses.page(addresses.WINDOWS, window.id), lines), "number": window.number, **hours}


def _line(label: str, text: str | None, href: str = "") -> Iterator[Line]:
    if text:
        yield CARD_WORDS[label], text, href


def _words(key: str, href: str) -> Line:
    return "", CARD_WORDS[key], href


def _tel(phone: str | None) -> str:
    dial = first_dialled(phone)
    return f"tel:{dial}" if dial else ""


def _hours(hall: Hall) -> Iterator[Line]:
    yield from _line("hours", hall_hours(hall))


def _address(hall: Hall) -> Iterator[Line]:
    yield from _line("address", hall.address)
    yield from _directions(hall)


def _directions(hall: Hall) -> Iterator[Line]:
    yield from _line("directions", hall.directions)


def _phone(hall: Hall) -> Iterator[Line]:
    yield from _line("phone", hall.phone, _tel(hall.phone))


def _problem_desk(hall: Hall) -> Iterator[Line]:
    if hall.problem_desk:
        yield from _line("problem_desk", hall.problem_desk.place)


def _desks(hall: Hall) -> Iterator[Line]:
    if hall.problem_desk and hall.problem_desk.phone:
        yield from _line("problem_desk", hall.problem_desk.phone, _tel(hall.problem_desk.phone))


def _help(hall: Hall) -> Iterator[Line]:
    if hall.elderly_desk:
        yield from _line("elderly_desk", hall.elderly_desk.place)
        for offered in hall.elderly_desk.help:
            yield "", offered, ""


def _complaint(supervision: Supervision | None) -> Iterator[Line]:
    if supervision:
        yield from _line("complaint_phone", supervision.phone, _tel(supervision.phone))
        yield from _line("hotline", supervision.hotline, _tel(supervision.hotline))


def _box(supervision: Supervision | None) -> Iterator[Line]:
    if supervision:
        yield from _line("box", supervision.box)

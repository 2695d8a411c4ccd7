"""The pages of a county: for each its address and what it shows."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from generator.county.contexts import (
    CountyFrame,
    Figure,
    HomePage,
    LostPage,
    NamedLink,
    OfferingPlace,
    PlacePage,
    SearchPage,
    ServicePage,
    ServicesPage,
    StatusPage,
)
from generator.county.places import County, SharedService
from generator.county.states import hall_state, place_state, share_words
from generator.site.frame import POLICY
from generator.site.templates import PageValues
from generator.texts.county import COUNTY

MOST_LISTED: Final = 300
"""Where more halls offer a service, its page loads those of a place when somebody opens it."""

_COLUMNS: Final = (("", "home"), ("services/", "services"), ("results/", "results"), ("status/", "status"))
_ON_HOME: Final = 6
_ON_LIST: Final = 24

LOST: Final = "404.html"
"""The page that a wrong address leads to, in whatever folder."""

Page = tuple[str, PageValues]
"""Address, site-relative, and what stands there."""

MakeFrame = Callable[..., CountyFrame]


def frames(name: str, address: str, county: County, day: date) -> MakeFrame:
    """A function that makes the frame of a page: ``frame(url, title, description, section, scripted=False)``."""
    owner = COUNTY["owner"].format(halls=len(county.halls))
    columns = tuple((url, COUNTY[key]) for url, key in _COLUMNS)

    def frame(
        url: str, title: str, description: str, section: str | None = None, scripted: bool = False
    ) -> CountyFrame:
        return CountyFrame(
            COUNTY, name, owner, day, title, description, url if section is None else section, address + url, POLICY,
            columns, scripted,
        )  # fmt: skip

    return frame


def pages(name: str, county: County, frame: MakeFrame) -> Iterator[Page]:
    """Every page but those of results."""
    letters = tuple(_letters(county))
    places = tuple(
        NamedLink(place.name, f"places/{place.slug}/", COUNTY["halls_count"].format(count=len(place.halls)))
        for place in county.places
    )
    yield "", _home(name, county, places, frame)
    for place in county.places:
        counts = tuple(COUNTY["guides_count"].format(count=len(hall.services)) for hall in place.halls)
        lead = COUNTY["place_lead"].format(count=len(place.halls))
        about = frame(f"places/{place.slug}/", place.name, COUNTY["place_description"].format(place=place.name), "")
        yield f"places/{place.slug}/", PlacePage(about, place, lead, counts, tuple(map(hall_state, place.halls)))
    yield from _services(county, letters, frame)
    status = frame("status/", COUNTY["status"], COUNTY["status_description"].format(name=name))
    figures = _figures(county)
    yield "status/", StatusPage(status, figures, tuple(map(place_state, county.places)))
    prompt = COUNTY["search_prompt"]
    yield "search/", SearchPage(frame("search/", COUNTY["search_title"], prompt), letters, places)
    yield LOST, LostPage(frame(LOST, COUNTY["not_found"], COUNTY["not_found_text"]))


def _home(name: str, county: County, places: tuple[NamedLink, ...], frame: MakeFrame) -> HomePage:
    about = frame("", name, COUNTY["description"].format(name=name), scripted=True)
    most = tuple(map(_service_link, county.services[:_ON_HOME]))
    return HomePage(about, _figures(county), places, most)


def _figures(county: County) -> tuple[Figure, ...]:
    titles = {service.title for hall in county.halls for service in hall.services}
    counts = {
        "halls": f"{len(county.halls):,}",
        "places": str(len({hall.place for hall in county.halls})),
        "services": f"{len(titles):,}",
        "complete": share_words(county.halls),
    }
    return tuple(Figure(COUNTY[f"figure_{key}"], value) for key, value in counts.items())


def _services(county: County, letters: tuple[NamedLink, ...], frame: MakeFrame) -> Iterator[Page]:
    """The list of all services, those of each letter, and each service."""
    titles = {service.title for hall in county.halls for service in hall.services}
    rest = len(titles) - len(county.services)
    told = COUNTY["services_rest"].format(count=rest) if rest else ""
    lead = COUNTY["services_lead"].format(count=len(county.services))
    about = frame("services/", COUNTY["services"], lead)
    yield (
        "services/",
        ServicesPage(about, lead, told, letters, tuple(map(_service_link, county.services[:_ON_LIST]))),
    )
    for letter in letters:
        title = COUNTY["letter"].format(letter=letter.name)
        marked = tuple(one._replace(current=one == letter) for one in letters)
        services = (one for one in county.services if _letter_url(one.letter) == letter.url)
        links = tuple(sorted(map(_service_link, services)))
        yield letter.url, ServicesPage(frame(letter.url, title, title, "services/"), "", told, marked, links)
    for number, service in enumerate(county.services):
        yield f"services/{service.slug}/", _service(number, service, county, frame)


def _service(number: int, service: SharedService, county: County, frame: MakeFrame) -> ServicePage:
    places = [place for place in county.places if place.slug in service.offers]
    handed = service.halls > MOST_LISTED
    return ServicePage(
        frame=frame(
            f"services/{service.slug}/", service.title, COUNTY["service_description"].format(title=service.title),
            "services/", scripted=True,
        ),
        service=service,
        number=number,
        lead=COUNTY["service_lead"].format(halls=service.halls, places=len(places)),
        aliases=COUNTY["aliases"].format(names="、".join(service.aliases)) if service.aliases else "",
        handed=handed,
        places=tuple(
            OfferingPlace(
                place,
                COUNTY["halls_count"].format(count=len(service.offers[place.slug])),
                () if handed else service.offers[place.slug],
            )
            for place in places
        ),
    )  # fmt: skip


def _service_link(service: SharedService) -> NamedLink:
    side = COUNTY["halls_count"].format(count=service.halls)
    return NamedLink(service.title, f"services/{service.slug}/", side)


def _letters(county: County) -> Iterator[NamedLink]:
    for letter in sorted({service.letter for service in county.services}):
        yield NamedLink(COUNTY["other_letter"] if letter == "#" else letter, _letter_url(letter))


def _letter_url(letter: str) -> str:
    return f"letters/{'other' if letter == '#' else letter.lower()}/"

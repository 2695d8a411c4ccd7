"""The site of a county or a province over all its halls: static pages, the search, and the look of a hall's own site.

Made of summaries alone, and of no hall's records: a hall that could not be built again is in it as it was.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from generator.county.pages import LOST, frames, pages
from generator.county.places import County, Place
from generator.county.result_pages import result_pages
from generator.county.search import search_files
from generator.county.summary import HallSummary
from generator.site.handed import handed
from generator.site.templates import Templates
from generator.system.environment import templates_folder

_THEME_FILES: Final = ("site.css", "site.js", "matcher.js", "search.js", "reading.js", "kiosk.js", "icon.svg")
_OWN_FILES: Final = ("county.css", "county.js")


def county_files(name: str, address: str, summaries: Iterable[HallSummary], day: date) -> Iterator[tuple[str, bytes]]:
    """Site-relative address and bytes of every file; equal arguments give equal bytes, in whatever order halls come.

    ``name`` is that of the county as its header has it, ``address`` the full address of its first page, with a slash
    at its end; ``day`` is the day of the edition. Raises ValueError where two halls have the same id.
    """
    county = County(summaries)
    frame = frames(name, address, county, day)
    templates = Templates(templates_folder() / "county")
    for url, page in (*pages(name, county, frame), *result_pages(name, county, frame)):
        root = urlsplit(address).path if url == LOST else "../" * url.count("/")
        yield _file(url), templates.render(page, root).encode()
    for place in county.places:
        yield f"places/{place.slug}/halls.js", handed(f"halls {place.slug}", _halls(place, county))
    yield from search_files(name, county)
    for folder, names in ((("theme", "assets", "gongshi"), _THEME_FILES), (("county",), _OWN_FILES)):
        for file in names:
            yield f"assets/gongshi/{file}", templates_folder().joinpath(*folder, file).read_bytes()


def _file(url: str) -> str:
    return url if url.endswith(".html") else f"{url}index.html"


def _halls(place: Place, county: County) -> list[list[object]]:
    """What ``county.js`` needs of the halls of a place: how to get there, and the numbers of their services.

    A service has its id beside its number where it is not the usual one.
    """
    return [
        [
            hall.name,
            hall.address,
            hall.where or "",
            [
                number if service.id == county.services[number].id else [number, service.id]
                for title, service in hall.by_title.items()
                if (number := county.numbers.get(title)) is not None
            ],
        ]
        for hall in place.halls
    ]

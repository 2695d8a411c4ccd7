"""The search over all halls: the parts of the index, which the scripts of a hall's own search read.

The first part has the services with a page, and the places. What only few halls offer, and what the halls are called,
is found as what the page of their place says, in shards: so a browser loads little, however many halls there are.
"""

from collections.abc import Iterator
from typing import Final

from generator.county.places import County
from generator.site.search import SearchEntry
from generator.site.search_hall import HallFacts
from generator.site.search_parts import names_part, sounds_part
from generator.site.search_passages import Passage
from generator.site.search_texts import Sizes, Texts
from generator.texts.county import COUNTY, COUNTY_SEARCH
from generator.texts.search import SEARCH_WORDS

SIZES: Final = Sizes(whole_up_to=8_000, block=1, shard=2_000)
"""Of names of halls less is loaded than of what a hall's own pages say: a place at a time, and few pairs."""

COMMON_CHARACTERS: Final = 3_755
"""So many have their sounds told, for wrong characters: level 1 of GB 2312."""

_USED: Final = 6
"""So many services are suggested to somebody who has not typed yet."""


def search_files(name: str, county: County) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of each part; ``name`` is that of the county."""
    found = entries(county)
    hall = HallFacts((name,), most_used=tuple(entry.url for entry in found[:_USED] if entry.kind == "service"))
    yield "search/names.js", names_part(found, hall, say=SEARCH_WORDS | COUNTY_SEARCH)
    yield "search/sounds.js", sounds_part(COMMON_CHARACTERS)
    texts = Texts(found, passages(county), SIZES)
    yield "search/texts.js", texts.first()
    if texts.sharded:
        for number in range(texts.shards):
            yield f"search/pairs-{number}.js", texts.pairs(number)
        for number in filter(texts.of_block, texts.blocks):
            yield f"search/texts-{number}.js", texts.block(number)


def entries(county: County) -> list[SearchEntry]:
    """The services with a page, of most halls first, then the places."""
    services = [
        SearchEntry(
            "service",
            service.title,
            f"services/{service.slug}/",
            aliases=service.aliases,
            hidden=service.terms,
            note=COUNTY["halls_count"].format(count=service.halls),
        )
        for service in county.services
    ]
    places = [
        SearchEntry(
            "page", place.name, f"places/{place.slug}/", note=COUNTY["halls_count"].format(count=len(place.halls))
        )
        for place in county.places
    ]
    return [*services, *places]


def passages(county: County) -> Iterator[Passage]:
    """What the page of a place says of each hall: its name, and its services that have no page."""
    for place in county.places:
        for hall in place.halls:
            url = f"places/{place.slug}/"
            yield Passage(url, COUNTY["hall_label"], hall.name, f"hall-{hall.id}")
            for service in hall.services:
                if service.title not in county.numbers:
                    yield Passage(url, hall.name, "、".join((service.title, *service.aliases)), f"hall-{hall.id}")

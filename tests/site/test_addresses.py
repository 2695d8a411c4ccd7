"""Where everything stands on the site."""

import pytest

from generator.model import RecordKey
from generator.site import addresses


def test_page_of_a_record() -> None:
    """A record has its own folder below its kind."""
    assert addresses.page(addresses.SERVICES, "linshi-jiuzhu") == "services/linshi-jiuzhu/"


@pytest.mark.parametrize(
    ("url", "root"), [("", ""), ("services/", "../"), ("services/linshi-jiuzhu/", "../../"), ("404.html", "")]
)
def test_way_to_the_root(url: str, root: str) -> None:
    """The way to the root climbs once for each folder."""
    assert addresses.root_from(url) == root


def test_posters_of_a_record() -> None:
    """A poster's address tells kind, record, paper and variant; its thumbnail stands beside it."""
    service, regulation = RecordKey("services", "a"), RecordKey("regulations", "a")
    assert addresses.poster(service, "a4", False) == "posters/services/a-a4.pdf"
    assert addresses.poster(regulation, "a3", True) == "posters/regulations/a-a3-ink.pdf"
    assert addresses.thumbnail(regulation) == "posters/regulations/a.png"


def test_addresses_are_folders_and_distinct() -> None:
    """Each page is a folder of its own, relative to the site, in lower-case ASCII."""
    every = (*addresses.LISTS, addresses.WINDOWS)
    assert len(set(every)) == len(every)
    for address in every:
        assert address == "" or (address.endswith("/") and not address.startswith("/"))
        assert address == address.lower() and address.isascii()


def test_every_address_is_a_list_or_a_kind() -> None:
    """Each address of the module holds one page, or a page for each record, or both."""
    named = {value for name, value in vars(addresses).items() if name.isupper() and isinstance(value, str)}
    assert named == set(addresses.LISTS) | set(addresses.RECORD_PAGES)

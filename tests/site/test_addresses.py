"""Where everything stands on the site."""

import pytest

from generator.model import RecordKey, SheetKey
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
    service, regulation = (SheetKey.main(RecordKey(kind, "a")) for kind in ("services", "regulations"))
    assert addresses.poster(service, "a4") == "posters/services/a-a4.pdf"
    assert addresses.poster(service, "16开", "ink") == "posters/services/a-16k-ink.pdf", "addresses have Latin letters"
    assert addresses.poster(regulation, "a3", "outline") == "posters/regulations/a-a3-outline.pdf"
    assert (
        addresses.poster(SheetKey("tick-list", RecordKey("services", "a"), "2"), "a4") == "posters/tick-list/a-2-a4.pdf"
    )
    assert addresses.poster(SheetKey("fees"), "a3") == "posters/fees/fees-a3.pdf"
    assert addresses.thumbnail(regulation) == "posters/regulations/a.png"


def test_addresses_are_folders_and_distinct() -> None:
    """Each page is a folder of its own, relative to the site, in lower-case ASCII."""
    every = (*addresses.LISTS, addresses.WINDOWS)
    assert len(set(every)) == len(every)
    for address in every:
        assert address == "" or (address.endswith("/") and not address.startswith("/"))
        assert address == address.lower() and address.isascii()


def test_every_address_is_a_list_or_a_kind() -> None:
    """Each address of the module holds one page, or a page for each record, or both; or is the name of a file."""
    named = {value for name, value in vars(addresses).items() if name.isupper() and isinstance(value, str)}
    assert named - {addresses.VISITS, addresses.FRAGMENT} == set(addresses.LISTS) | set(addresses.RECORD_PAGES)


@pytest.mark.parametrize(
    ("path", "shown", "elsewhere"),
    [
        ("services/a.yml", "services/a/index.html", "about/index.html"),
        ("services/a.yml", "index.html", "404.html"),
        ("services/a.yml", "posters/services/a-a4.pdf", "assets/a.js"),
        ("services/a.yml", "search/index.json", "robots.txt"),
        ("results/2026-Q3.csv", "open-data/results-2026-Q3.csv", "sitemap.xml"),
        ("pages/about.md", "about/index.html", "about/more/index.html"),
        ("pages/about.md", "search/index.json", "index.html"),
        ("pages/a/index.md", "a/index.html", "b/index.html"),
        ("pages/README.md", "index.html", "services/index.html"),
        ("pages/a/b.pdf", "a/b.pdf", "b.pdf"),
    ],
)
def test_addresses_that_a_file_of_the_content_feeds(path: str, shown: str, elsewhere: str) -> None:
    """Records show on lists and pages of records, prose on its own page; neither in the frame and what others write."""
    assert shown.startswith(addresses.fed_by(path))
    assert not elsewhere.startswith(addresses.fed_by(path))


def test_site_settings_show_on_every_page() -> None:
    """The hall's hours stand in the frame."""
    assert "404.html".startswith(addresses.fed_by("site.yml"))

"""The sitemap as an output: every page that there is, and none for a site without an address."""

import re
from datetime import date
from pathlib import Path

from content_builder import TODAY
from rules.dataset_builder import SERVICE, content

from generator.build.outputs.pages import Pages
from generator.build.outputs.print_centre import PrintCentre
from generator.build.outputs.sitemap import Sitemap
from generator.site.edition import Edition
from generator.site.frame import Frame, shell_sources
from generator.site.shells import slot

URL = "https://demo.example/gongshi/"
FOLDER = Path(__file__).parents[3] / "site_templates" / "pages"


def listed(of: Edition) -> list[tuple[str, str]]:
    """Address and day of the last check of each page in the sitemap."""
    (file,) = Sitemap(["about/"]).render(of)
    assert file.address == "sitemap.xml"
    return re.findall(r"<loc>([^<]*)</loc>(?:\s*<lastmod>([^<]*)</lastmod>)?", file.make().decode())


def test_every_page_is_listed_but_the_search() -> None:
    """Lists, records and prose, each with its full address; a service with the day of its last check."""
    of = Edition(content({SERVICE: {"verified": "2026-10-01"}}), TODAY, URL)
    frame = Frame(dict.fromkeys(shell_sources(), slot("body")), (), {})
    made = [file for output in (Pages, PrintCentre) for file in output(frame, of.dataset.site, FOLDER).render(of)]
    pages = {file.address.removesuffix("index.html") for file in made}

    found = dict(listed(of))
    assert set(found) == {URL + address for address in (pages | {"about/"}) - {"search/", "offline/"}}
    assert found[f"{URL}services/linshi-jiuzhu/"] == date(2026, 10, 1).isoformat()
    assert len(found) == len(listed(of))


def test_site_without_an_address_has_no_sitemap() -> None:
    """There would be nothing to list."""
    assert list(Sitemap([]).render(Edition(content(), TODAY))) == []

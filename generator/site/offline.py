"""Reading without a network: which pages a browser may keep, what the worker is told, and the icon on a home screen.

The worker itself is ``site_templates/offline/sw.js``. Only pages that name nobody and need not be taken down on a day
may be kept; notices, results, disclosures, open data, posters, and what the search and the look-up read of them are not
in these lists, and neither are pages of prose, in which anything may stand.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.model import Site
from generator.site import addresses
from generator.site.handed import compact
from generator.texts.pages import WORDS

WORKER, MANIFEST = "sw.js", "manifest.json"
"""Addresses of the worker, and of what a phone has to know to put the site on its home screen. IIS serves no
.webmanifest by itself."""

ICON_PIXELS = (192, 512)
"""Sizes of the icon that phones ask for."""

KEPT_LISTS = (
    addresses.HOME, addresses.SERVICES, addresses.BY_AUDIENCE, addresses.BY_EVENT, addresses.BY_INITIAL,
    addresses.MATERIALS, addresses.REGULATIONS, addresses.SUPERVISION, addresses.SEARCH, addresses.MY_ERRANDS,
    addresses.OFFLINE,
)  # fmt: skip
"""Single pages that may be kept. Home and the names of the search tell titles of notices, and nothing else of them."""

KEPT_RECORDS = (
    addresses.SERVICES, addresses.WINDOWS, addresses.MATERIALS, addresses.REGULATIONS, addresses.BUNDLES,
)  # fmt: skip
"""Kinds of record whose pages may be kept."""

KEPT_AT_ONCE = (addresses.HOME, addresses.SEARCH, addresses.OFFLINE)
"""Pages that are kept before anybody has read them."""

_ONLINE_ONLY = ("kiosk.js", "lookup.js", "prints.js", "results.js")
"""Scripts of pages that are not kept."""

_ICON = re.compile(r'<link rel="icon" href="([^"]*)"')
_COLOUR = re.compile(r'<meta name="theme-color" content="([^"]*)"')


class Look(NamedTuple):
    """What the head of a page says of the look: the address of the site's small picture, and its colour."""

    picture: str | None
    colour: str | None


def look_of(home: str) -> Look:
    """The look of the site whose home page, or its shell, is ``home``."""
    picture, colour = _ICON.search(home), _COLOUR.search(home)
    return Look(picture[1].removeprefix("./") if picture else None, colour[1] if colour else None)


def icon(pixels: int) -> str:
    """Address of the icon for a home screen."""
    return f"icon-{pixels}.png"


def kept_files(of_frame: Iterable[str], look: Look) -> list[str]:
    """Addresses of the files that kept pages need, of those of the frame and of others."""
    needed = (
        address
        for address in of_frame
        if address == look.picture or (address.endswith((".css", ".js")) and not address.endswith(_ONLINE_ONLY))
    )
    return sorted((*needed, addresses.VISITS, f"{addresses.SEARCH}names.js"))


def worker_settings(site: Site, files: Iterable[str], made: str) -> str:
    """The line in front of the worker; ``made`` changes with the bytes of the frame's files, which are then renewed."""
    if not site.offline:
        return "self.gongshi = null;\n"
    told = {
        "pages": KEPT_LISTS,
        "folders": KEPT_RECORDS,
        "start": KEPT_AT_ONCE,
        "files": tuple(files),
        "offline": addresses.OFFLINE,
        "line": WORDS["offline_line"],
        "more": WORDS["offline_more"],
        "made": made,
    }
    return f"self.gongshi = {compact(told)};\n"


def manifest(site: Site, look: Look) -> str:
    """What the site is called on a home screen, and how it opens."""
    icons = [
        {"src": icon(pixels), "sizes": f"{pixels}x{pixels}", "type": "image/png", "purpose": "any maskable"}
        for pixels in ICON_PIXELS
    ]
    told = {
        "name": site.hall.name,
        "short_name": site.hall.name,
        "lang": "zh-Hans",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        **({"theme_color": look.colour} if look.colour else {}),
        "icons": icons,
    }
    return f"{compact(told)}\n"

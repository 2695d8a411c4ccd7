"""Pages of a copy of the site that is opened from a folder, where no server finds the index page of a folder.

The copy differs from the site in links, which name the index page, and in one sentence, which says what it is. Links
that scripts make, ``gongshi.page`` in ``site.js`` completes in the same way.
"""

import re
from html import escape

from generator.site.addresses import OFFLINE
from generator.site.offline import ICON_PIXELS, MANIFEST, WORKER, icon

STAND = '<p class="gs-copy" hidden></p>'
"""Where the frame has room for what a copy says of itself."""

LEFT_OUT = frozenset(("404.html", "sitemap.xml", f"{OFFLINE}index.html", WORKER, MANIFEST, *map(icon, ICON_PIXELS)))
"""Files that only a server, or a browser that keeps the site, needs."""

_MANIFEST = re.compile(r'<link rel="[a-z]*" href="[^"]*manifest\.json">\n?')
_TAG = re.compile(r"<(?:a|area|form)\s[^<>]*>")
_LINK = re.compile(r'(\s(?:href|action)=")([^"]*)(?=")')
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|\\")


def portable_page(address: str, html: str, site_path: str, stand: str) -> str:
    """The page at ``address`` for the copy; ``stand`` says of which day it is."""
    way_up = "../" * address.count("/")

    def completed(link: re.Match[str]) -> str:
        return link[1] + _completed(link[2], site_path, way_up)

    page = _TAG.sub(lambda tag: _LINK.sub(completed, tag[0]), _MANIFEST.sub("", html))
    return page.replace(STAND, f'<p class="gs-copy">{escape(stand)}</p>')


def _completed(link: str, site_path: str, way_up: str) -> str:
    if not link or link[0] in "#?" or _ABSOLUTE.match(link):
        return link
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", link, re.S).groups()  # type: ignore[union-attr]  # It matches all.
    if path.startswith(site_path):
        path = way_up + path.removeprefix(site_path)
    if path.rpartition("/")[2] in ("", ".", ".."):
        path = f"{path}{'/' if path.endswith('.') else ''}index.html"
    return f"{path}{mark}{rest}"

"""Checks the finished site: every link has a target, nothing is loaded from other hosts, no unexpected kind of file.

Looks only at the bytes that will be published. Attributes are found by regular expression where our own templates made
the page, since text of records is escaped and cannot form a tag; other pages go through a parser (``scan_prose``).
"""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.texts.commands import FAULTS

ALLOWED_ENDINGS = (
    ".html", ".css", ".js", ".json", ".csv", ".xml", ".txt", ".pdf", ".png", ".svg", ".jpg", ".jpeg", ".webp", ".ico",
    ".jsonld", ".atom", ".ics",
)  # fmt: skip
"""Kinds of file that may be published; a register, a lock file or a Word document is none of them."""

_ATTRIBUTE = re.compile(r'\s(href|src|srcset|action|formaction|poster|data|id)="([^"]*)"')
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)(\s[^<>]*)>")
_RELATION = re.compile(r'\srel="(canonical|alternate|license)"')
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_ON_THIS_COMPUTER = re.compile("file:|[a-z]:", re.IGNORECASE)
"""Addresses that open on the computer of whoever wrote them, and nowhere else."""
_SILENT = ("tel:", "mailto:", "data:")
"""Schemes that cause no request over the network."""


@dataclass(frozen=True)
class Scan:
    """The links of one page or style sheet: its anchors, the site addresses it links to, what it loads from elsewhere.

    ``slots`` is True if a slot of its shell was not filled.
    """

    address: str
    anchors: frozenset[str]
    targets: frozenset[str]
    external: frozenset[str]
    slots: bool


class _Links(NamedTuple):
    """The attributes of a piece of a page: ``near`` are the links that depend on where exactly the page stands."""

    anchors: frozenset[str]
    targets: frozenset[str]
    near: tuple[str, ...]
    absolute: tuple[str, ...]


def scan_html(address: str, html: str, site_path: str = "/") -> Scan:
    """Scan the page at ``address``; ``site_path`` is the path under which the site is served."""
    way_up = "../" * address.count("/")
    pieces = _pieces(html)
    found = [_links_of_frame(piece, way_up) for piece in pieces[1::2]] + [
        _links(piece, way_up) for piece in pieces[::2]
    ]
    anchors = frozenset[str]().union(*(links.anchors for links in found))
    near = {_target(address, value, site_path) for links in found for value in links.near}
    targets = near.union(*(links.targets for links in found))
    absolute = [value for links in found for value in links.absolute]
    only_canonical = len(absolute) == 1 and f'<link rel="canonical" href="{absolute[0]}">' in html
    external = _loaded_from_elsewhere(html) if absolute and not only_canonical else frozenset()
    return Scan(address, anchors, frozenset(targets), external, "gongshi-slot-" in html)


def _pieces(html: str) -> tuple[str, ...]:
    """A page in pieces: its head, the frame before what it is about, that, and the frame behind it.

    The frame is the same on many pages. A page that cannot be cut, because the value of an attribute may reach from one
    piece into the next, is one piece.
    """
    body = max(0, html.find("<body"))
    start = max(body, html.find("<article", body))
    end = max(start, html.rfind("</article>", start))
    pieces = (html[:body], html[body:start], html[start:end], html[end:])
    return pieces if all(map(_ends_outside_values, pieces[:3])) else (html,)


def _ends_outside_values(piece: str) -> bool:
    last = piece.rfind('="')
    return last < 0 or piece.find('"', last + 2) > 0


def _links(piece: str, way_up: str) -> _Links:
    anchors: set[str] = set()
    targets: set[str] = set()
    near: list[str] = []
    absolute: list[str] = []
    for name, value in _ATTRIBUTE.findall(piece):
        if name == "id":
            anchors.add(value)
        elif way_up and value.startswith(way_up):
            targets.add(_from_root(value[len(way_up) :]))
        elif _ON_THIS_COMPUTER.match(value):
            targets.add(unescape(value))
        elif _is_absolute(value):
            absolute.append(value)
        elif value and not value.startswith(_SILENT):
            near.append(value)
    return _Links(frozenset(anchors), frozenset(targets), tuple(near), tuple(absolute))


_links_of_frame = lru_cache(maxsize=64)(_links)


class _Tags(HTMLParser):
    """Rewrites every tag in the form that ``scan_html`` reads, and collects styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.styles: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pairs = [(name.removeprefix("xlink:"), (value or "").strip()) for name, value in attrs]
        sets = [value for name, value in pairs if name == "srcset"]
        pairs = [pair for pair in pairs if pair[0] != "srcset"]
        pairs += [("src", part.split()[0]) for value in sets for part in value.split(",") if part.strip()]
        if tag == "meta" and ("http-equiv", "refresh") in [(name, value.lower()) for name, value in pairs]:
            pairs += [("src", value.partition("=")[2]) for name, value in pairs if name == "content"]
        self.tags.append("".join((f"<{tag}", *(f' {name}="{escape(value)}"' for name, value in pairs), ">")))
        self.styles += [value for name, value in pairs if name == "style"]

    def handle_data(self, data: str) -> None:
        if self.lasttag == "style":
            self.styles.append(data)


def scan_prose(address: str, html: str, site_path: str = "/") -> Scan:
    """Scan a page that may hold HTML of others: with any form of tags, and styles in the page."""
    page = _Tags(html)
    tags = scan_html(address, "".join(page.tags), site_path)
    styles = scan_css(address, "\n".join(page.styles))
    targets, external = tags.targets | styles.targets, tags.external | styles.external
    return replace(tags, targets=targets, external=external, slots="gongshi-slot-" in html)


def scan_made(address: str, data: bytes, site_path: str = "/") -> Scan | None:
    """Scan a file that our own templates made; None for a kind without links."""
    if address.endswith(".html"):
        return scan_html(address, data.decode(), site_path)
    return scan_any(address, data, site_path)


def scan_any(address: str, data: bytes, site_path: str = "/") -> Scan | None:
    """Scan a file that may hold HTML of others; None for a kind without links."""
    if address.endswith((".html", ".svg")):
        return scan_prose(address, data.decode(), site_path)
    return scan_css(address, data.decode()) if address.endswith(".css") else None


def scan_css(address: str, css: str) -> Scan:
    """Scan a style sheet for what it loads."""
    urls = [url or imported for url, imported in _CSS_URL.findall(css)]
    external = frozenset(url for url in urls if _is_absolute(url))
    local = (url for url in urls if not _is_absolute(url) and not url.startswith(_SILENT))
    return Scan(address, frozenset(), frozenset(_target(address, url, "/") for url in local), external, False)


def faults(files: Mapping[str, int], scans: Iterable[Scan], expected: Iterable[str]) -> tuple[str, ...]:
    """Every reason not to publish ``files`` (address -> size in bytes), as sentences for the report, sorted."""
    scanned = {scan.address: scan for scan in scans}
    found = [f"{address}：{FAULTS['kind']}" for address in files if not address.endswith(ALLOWED_ENDINGS)]
    found += [f"{address}：{FAULTS['missing']}" for address in expected if address not in files]
    found += [f"{address}：{FAULTS['empty']}" for address, size in files.items() if size == 0]
    found += [f"{address}：{FAULTS['slots']}" for address, scan in scanned.items() if scan.slots]
    for address, scan in scanned.items():
        found += [f"{address}：{FAULTS['external']} {url}" for url in scan.external]
    for address, targets in dead_links(files, scanned.values()).items():
        found += [f"{address}：{FAULTS['link'].format(target=target)}" for target in targets]
    return tuple(sorted(found))


def dead_links(files: Mapping[str, int], scans: Iterable[Scan]) -> dict[str, frozenset[str]]:
    """Mapping address -> the targets that it links to and that are not among ``files``; only where there are any."""
    scanned = {scan.address: scan for scan in scans}
    targets = frozenset[str]().union(*(scan.targets for scan in scanned.values()))
    dead = {target for target in targets if not _exists(target, files, scanned)}
    return {address: found for address, scan in scanned.items() if (found := scan.targets & dead)}


def _is_absolute(value: str) -> bool:
    if value.startswith(("//", "\\\\", "/\\")):
        return True
    scheme, colon, _ = value.partition(":")
    return bool(colon) and scheme.replace("+", "").isalnum() and not value.startswith(_SILENT)


def _loaded_from_elsewhere(html: str) -> frozenset[str]:
    """What the page loads from other hosts: absolute addresses other than those of links to follow."""
    found: set[str] = set()
    for tag, text in _TAG.findall(html):
        if tag not in ("a", "area") and not (tag == "link" and _RELATION.search(text)):
            values = (unescape(value) for name, value in _ATTRIBUTE.findall(text) if name != "id")
            found.update(value for value in values if _is_absolute(value))
    return frozenset(found)


def _target(address: str, value: str, site_path: str) -> str:
    """The file, and perhaps the anchor, that ``value`` leads to from the page at ``address``."""
    path, mark, fragment = unescape(value).partition("#")
    if path.startswith("/"):
        if not path.startswith(site_path):
            return path  # outside the site, so no file will be found
        return _from_root(path.removeprefix(site_path) + mark + fragment)
    if not path.partition("?")[0]:
        return f"{address}#{unquote(fragment)}" if fragment else address
    return _from_root(posixpath.join(posixpath.dirname(address), path) + mark + fragment)


@lru_cache(maxsize=65_536)
def _from_root(value: str) -> str:
    """The address from the root of the site; one that ends in a slash becomes that of its index page."""
    parts = urlsplit(unescape(value))
    path = unquote(parts.path)
    resolved = posixpath.normpath(path) if path else "."
    if path.endswith(("/", "/.", "/..")) or resolved in (".", ".."):
        resolved = posixpath.normpath(posixpath.join(resolved, "index.html"))
    return f"{resolved}#{unquote(parts.fragment)}" if parts.fragment else resolved


def _exists(target: str, files: Mapping[str, int], scanned: Mapping[str, Scan]) -> bool:
    address, _, fragment = target.partition("#")
    if address not in files and f"{address}/index.html" in files:
        address = f"{address}/index.html"
    if address not in files:
        return False
    return not fragment or address not in scanned or fragment in scanned[address].anchors

"""Read the staged site as a browser and a stranger would: does every link lead somewhere, does anything leave?

Looks at finished bytes only and trusts none of the steps before it. Attributes are found by pattern, not by a
parser: all markup is the templates' or the theme's own, and text of records cannot form a tag.
"""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from generator.texts.commands import FAULTS

ALLOWED_ENDINGS = (
    ".html", ".css", ".js", ".json", ".csv", ".xml", ".txt", ".pdf", ".png", ".svg", ".jpg", ".jpeg", ".webp", ".ico",
)  # fmt: skip
"""Kinds of file that may leave; a register, a lock file or a Word document is none of them."""

_ATTRIBUTE = re.compile(r'\s(href|src|srcset|action|formaction|poster|data|data-index|data-homophones|id)="([^"]*)"')
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)(\s[^<>]*)>")
_RELATION = re.compile(r'\srel="(canonical|alternate|license)"')
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_SILENT = ("tel:", "mailto:", "data:")
"""Schemes that ask nobody for anything."""


@dataclass(frozen=True)
class Scan:
    """What one page offers and asks for: its anchors, the site addresses it links to, what it loads from elsewhere."""

    address: str
    anchors: frozenset[str]
    targets: frozenset[str]
    external: frozenset[str]
    slots: bool


def scan_html(address: str, html: str, site_path: str = "/") -> Scan:
    """Scan the page at ``address``; ``site_path`` is the path under which the site is served."""
    anchors: set[str] = set()
    targets: set[str] = set()
    absolute: list[str] = []
    for name, value in _ATTRIBUTE.findall(html):
        if name == "id":
            anchors.add(value)
        elif _is_absolute(value):
            absolute.append(value)
        elif value and not value.startswith(_SILENT):
            targets.add(_target(address, value, site_path))
    only_canonical = len(absolute) == 1 and f'<link rel="canonical" href="{absolute[0]}">' in html
    external = _loaded_from_elsewhere(html) if absolute and not only_canonical else frozenset()
    return Scan(address, frozenset(anchors), frozenset(targets), external, "gongshi-slot-" in html)


class _Tags(HTMLParser):
    """Writes every tag anew in the one form that ``scan_html`` reads, and gathers styles."""

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
    """Scan a page that may hold HTML from elsewhere: any way to write a tag, and styles within the page."""
    page = _Tags(html)
    tags = scan_html(address, "".join(page.tags), site_path)
    styles = scan_css(address, "\n".join(page.styles))
    targets, external = tags.targets | styles.targets, tags.external | styles.external
    return replace(tags, targets=targets, external=external, slots="gongshi-slot-" in html)


def scan_css(address: str, css: str) -> Scan:
    """Scan a style sheet for what it loads."""
    urls = [url or imported for url, imported in _CSS_URL.findall(css)]
    external = frozenset(url for url in urls if _is_absolute(url))
    local = (url for url in urls if not _is_absolute(url) and not url.startswith(_SILENT))
    return Scan(address, frozenset(), frozenset(_target(address, url, "/") for url in local), external, False)


def faults(files: Mapping[str, int], scans: Iterable[Scan], expected: Iterable[str]) -> tuple[str, ...]:
    """Everything that forbids publishing ``files`` (address -> bytes), as sentences for the report, sorted."""
    scanned = {scan.address: scan for scan in scans}
    found = [f"{address}：{FAULTS['kind']}" for address in files if not address.endswith(ALLOWED_ENDINGS)]
    found += [f"{address}：{FAULTS['missing']}" for address in expected if address not in files]
    found += [f"{address}：{FAULTS['empty']}" for address, size in files.items() if size == 0]
    found += [f"{address}：{FAULTS['slots']}" for address, scan in scanned.items() if scan.slots]
    for address, scan in scanned.items():
        found += [f"{address}：{FAULTS['external']} {url}" for url in scan.external]
        found += [
            f"{address}：{FAULTS['link'].format(target=target)}"
            for target in scan.targets
            if not _arrives(target, files, scanned)
        ]
    return tuple(sorted(found))


def _is_absolute(value: str) -> bool:
    if value.startswith(("//", "\\\\", "/\\")):
        return True
    scheme, colon, _ = value.partition(":")
    return bool(colon) and scheme.replace("+", "").isalnum() and not value.startswith(_SILENT)


def _loaded_from_elsewhere(html: str) -> frozenset[str]:
    """What the page requests from other hosts: all absolute addresses but those a reader may choose to follow."""
    found: set[str] = set()
    for tag, text in _TAG.findall(html):
        if tag not in ("a", "area") and not (tag == "link" and _RELATION.search(text)):
            values = (unescape(value) for name, value in _ATTRIBUTE.findall(text) if name != "id")
            found.update(value for value in values if _is_absolute(value))
    return frozenset(found)


def _target(address: str, value: str, site_path: str) -> str:
    """The file, and perhaps the anchor, that ``value`` leads to from the page at ``address``."""
    way_up = "../" * address.count("/")
    if way_up and value.startswith(way_up):
        return _from_root(value[len(way_up) :])
    path, mark, fragment = unescape(value).partition("#")
    if path.startswith("/"):
        if not path.startswith(site_path):
            return path  # outside the site: never arrives
        return _from_root(path.removeprefix(site_path) + mark + fragment)
    if not path.partition("?")[0]:
        return f"{address}#{unquote(fragment)}" if fragment else address
    return _from_root(posixpath.join(posixpath.dirname(address), path) + mark + fragment)


@lru_cache(maxsize=65_536)
def _from_root(value: str) -> str:
    """The same from the root of the site; an address that ends in a slash is the index page there."""
    parts = urlsplit(unescape(value))
    path = unquote(parts.path)
    resolved = posixpath.normpath(path) if path else "."
    if path.endswith(("/", "/.", "/..")) or resolved in (".", ".."):
        resolved = posixpath.normpath(posixpath.join(resolved, "index.html"))
    return f"{resolved}#{unquote(parts.fragment)}" if parts.fragment else resolved


def _arrives(target: str, files: Mapping[str, int], scanned: Mapping[str, Scan]) -> bool:
    address, _, fragment = target.partition("#")
    if address not in files and f"{address}/index.html" in files:
        address = f"{address}/index.html"
    if address not in files:
        return False
    return not fragment or address not in scanned or fragment in scanned[address].anchors

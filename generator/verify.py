"""Read the staged site as a browser and a stranger would: does every link lead somewhere, does anything leave?

Looks at finished bytes only and trusts none of the steps before it. Attributes are found by pattern, not by a
parser: all markup is the templates' or the theme's own, and text of records cannot form a tag.
"""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

ALLOWED_ENDINGS = (
    ".html", ".css", ".js", ".json", ".csv", ".xml", ".txt", ".pdf", ".png", ".svg", ".jpg", ".jpeg", ".webp", ".ico",
)  # fmt: skip
"""Kinds of file that may leave; a register, a lock file or a Word document is none of them."""

_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)(\s[^<>]*)>")
_ATTRIBUTE = re.compile(
    r"""\s(href|src|srcset|action|formaction|poster|data|data-index|data-homophones|id|name|rel)=("[^"]*"|'[^']*'|[^\s"'>]+)"""
)
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_LINKING = frozenset({"a", "area"})
_TOLD_RELATIONS = frozenset({"canonical", "alternate", "license"})
"""Relations of <link> that name an address without loading it."""


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
    external: set[str] = set()
    for tag, text in _TAG.findall(html):
        attributes = {name: unescape(quoted.strip("\"'")).strip() for name, quoted in _ATTRIBUTE.findall(text)}
        anchors.update(
            attributes[name] for name in ("id", "name") if name in attributes and (name == "id" or tag == "a")
        )
        told = tag in _LINKING or (tag == "link" and attributes.get("rel") in _TOLD_RELATIONS)
        for name, value in attributes.items():
            if name not in ("id", "name", "rel"):
                _sort_link(address, value, site_path, targets, set() if told else external)
    return Scan(address, frozenset(anchors), frozenset(targets), frozenset(external), "gongshi-slot-" in html)


def scan_css(address: str, css: str) -> Scan:
    """Scan a style sheet for what it loads."""
    targets: set[str] = set()
    external: set[str] = set()
    for url, imported in _CSS_URL.findall(css):
        _sort_link(address, url or imported, "/", targets, external)
    return Scan(address, frozenset(), frozenset(targets), frozenset(external), False)


def faults(files: Mapping[str, int], scans: Iterable[Scan], expected: Iterable[str]) -> tuple[str, ...]:
    """Everything that forbids publishing ``files`` (address -> bytes), as sentences for the report, sorted."""
    scanned = {scan.address: scan for scan in scans}
    found = [f"{address}：这种文件不允许发布" for address in files if not address.endswith(ALLOWED_ENDINGS)]
    found += [f"{address}：应当生成而没有生成" for address in expected if address not in files]
    found += [f"{address}：文件是空的" for address, size in files.items() if size == 0]
    found += [f"{address}：页面没有填完整" for address, scan in scanned.items() if scan.slots]
    for address, scan in scanned.items():
        found += [f"{address}：页面要向其他网站请求 {url}" for url in scan.external]
        found += [
            f"{address}：链接 {target} 没有去处" for target in scan.targets if not _arrives(target, files, scanned)
        ]
    return tuple(sorted(found))


def _sort_link(address: str, value: str, site_path: str, targets: set[str], external: set[str]) -> None:
    if not value or value.startswith("data:"):
        return
    parts = urlsplit(value)
    if parts.scheme or parts.netloc:
        external.add(value)
        return
    path = unquote(parts.path)
    if path.startswith("/"):
        path = path.removeprefix(site_path) if path.startswith(site_path) else path.lstrip("/")
        resolved = posixpath.normpath(path) if path else ""
    elif path:
        resolved = posixpath.normpath(posixpath.join(posixpath.dirname(address), path))
    else:
        resolved = address
    if path.endswith("/") or (path in ("", ".", "..") and resolved != address):
        resolved = posixpath.join("" if resolved == "." else resolved, "index.html")
    if resolved == ".":
        resolved = "index.html"
    targets.add(f"{resolved}#{unquote(parts.fragment)}" if parts.fragment else resolved)


def _arrives(target: str, files: Mapping[str, int], scanned: Mapping[str, Scan]) -> bool:
    address, _, fragment = target.partition("#")
    if address not in files and f"{address}/index.html" in files:
        address = f"{address}/index.html"
    if address not in files:
        return False
    return not fragment or address not in scanned or fragment in scanned[address].anchors

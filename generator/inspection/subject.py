"""What is inspected: the records of a hall on one day, what was found in them, and its built site."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from generator.content.problems import Problem
from generator.gaps.gap import Gap
from generator.model import Dataset, Place, Service
from generator.publish.verify import Scan, scan_css, scan_html, scan_prose
from generator.site import addresses
from generator.texts.inspection import SAID

READ = (".html", ".css", ".svg")
"""The ends of the names of files that may have links."""

_OWN = (*addresses.LISTS[1:], *addresses.RECORD_PAGES)
"""Pages that our own templates made, which are quick to read; others may hold HTML of any form."""

_META = re.compile(r'<meta name="([A-Za-z]+)" content="[^"]')
_PREVIEW = re.compile(
    r"""\shref=["']?((?:https?:)?//(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/][^"'\s<>]*)?)""", re.IGNORECASE
)
"""Links that open on the computer of whoever wrote them, and nowhere else."""


@dataclass(frozen=True)
class BuiltSite:
    """The files of a built site: address -> size in bytes; its pages and style sheets; the tags that pages have."""

    files: Mapping[str, int]
    scans: tuple[Scan, ...]
    tags: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Subject:
    """Everything that a check may look at; ``built`` is None where there is no built site."""

    dataset: Dataset
    today: date
    problems: tuple[Problem, ...] = ()
    gaps: tuple[Gap, ...] = ()
    site_url: str | None = None
    built: BuiltSite | None = None

    @property
    def offered(self) -> tuple[Service, ...]:
        """The services whose guides residents read."""
        return tuple(one for one in self.dataset.services.values() if not one.status.ended)


@dataclass(frozen=True)
class Fault:
    """One fault: the place of a value, ``path:line`` of a file, or the address of a page; what is wrong; what to do.

    Faults of the same ``group`` cost points once.
    """

    where: Place | str
    what: str
    remedy: str
    group: str = ""


def fault(where: Place | str, key: str, group: str = "", **values: object) -> Fault:
    """The fault worded under ``key`` of ``texts.inspection.SAID``."""
    what, remedy = SAID[key]
    return Fault(where, what.format(**values), remedy.format(**values), group)


def built_site(sizes: Mapping[str, int], pages: Iterable[tuple[str, bytes]], site_url: str | None = None) -> BuiltSite:
    """What there is to know of the built site that is served at ``site_url``.

    ``sizes`` maps the address of each file to its size in bytes, and ``pages`` are those that end in ``READ``.
    A link to the site by its full address, which people paste into prose, is a link inside it.
    """
    served = urlsplit(site_url or "")
    site_path = served.path or "/"
    own = re.compile(f"""(=\\s*["']?\\s*)https?://{re.escape(served.netloc + site_path)}""", re.IGNORECASE)
    scans: list[Scan] = []
    tags: dict[str, frozenset[str]] = {}
    for address, data in pages:
        text = data.decode("utf-8", "replace")  # a page that somebody saved in another encoding is still a page
        if address.endswith(".css"):
            scans.append(scan_css(address, text))
            continue
        linked = own.sub(rf"\1{site_path}", text) if served.netloc else text
        is_own = address.startswith(_OWN) or address == "index.html"
        scan = (scan_html if is_own else scan_prose)(address, linked, site_path)
        previews = frozenset(_PREVIEW.findall(linked))  # told here alone: a build may be one for this computer
        scans.append(replace(scan, targets=scan.targets | previews))
        if address.endswith(".html"):
            tags[address] = frozenset(_META.findall(text))
    return BuiltSite(sizes, tuple(scans), tags)

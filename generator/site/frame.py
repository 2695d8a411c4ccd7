"""The frame of the pages (header, navigation, footer, scripts of the theme), and the interface to what renders it.

A site engine such as MkDocs implements ``Engine``: it takes a ``FrameSource`` and returns a ``Frame``. For each kind of
page it renders one shell, a whole page with slots in place of what differs from record to record (``shells.Shell``).
It also renders the pages of prose that staff write in Markdown. No other module of this room or of ``build`` depends on
which engine it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from generator.site import addresses, government
from generator.site.shells import HALL_SLOTS, slot
from generator.texts.pages import WORDS

if TYPE_CHECKING:  # an engine that renders the frame needs no records
    from generator.model import Site

NAVIGATION = (
    addresses.HOME, addresses.SERVICES, addresses.NOTICES, addresses.RESULTS, addresses.REGULATIONS,
    addresses.MATERIALS, addresses.POSTERS, addresses.SUPERVISION,
)  # fmt: skip
"""Addresses of the main entries of the navigation, in order."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)
"""What a page may load and run (Content-Security-Policy): files of the site, and nothing that stands in the page."""

_SECTIONS = {
    **dict.fromkeys(
        (
            addresses.WINDOWS,
            addresses.BY_AUDIENCE,
            addresses.BY_EVENT,
            addresses.BY_INITIAL,
            addresses.MY_ERRANDS,
        ),
        addresses.SERVICES,
    ),
    addresses.DISCLOSURES: addresses.NOTICES,
    addresses.RATINGS: addresses.SUPERVISION,
}
"""Address of a page that is not in the navigation -> the entry that it belongs to."""


@dataclass(frozen=True)
class FrameSource:
    """What an engine needs to render a frame.

    ``settings`` is mkdocs.yml, ``prose`` the folder of Markdown that staff write, ``theme`` a folder of templates that
    replace those of the theme. ``problems`` are shown on every page, in a preview of content with mistakes.
    """

    settings: Path
    prose: Path
    theme: Path
    problems: tuple[str, ...] = ()

    def variables(self, prose: Sequence[tuple[str, str]]) -> dict[str, object]:
        """What the theme's templates may use as ``gs``; ``prose`` are title and address of the pages of prose."""
        return {
            "w": WORDS,
            "policy": POLICY,
            **{name: slot(name) for name in (*HALL_SLOTS, "metas")},
            "prose": prose,
            "problems": self.problems,
            "problems_title": WORDS["serve_problems"],
        }


@dataclass(frozen=True)
class Frame:
    """The result of an engine. ``shells`` maps an address (search/), or one for each record (services/*), to HTML.

    ``prose`` are title and address of the pages of prose. ``files`` maps the address of every other file to its bytes:
    pages of prose, 404.html, style sheets and scripts of the theme. Facts about the hall are slots in all pages
    (``shells.HALL_SLOTS``), so that an edit of a record does not change the frame.
    """

    shells: Mapping[str, str]
    prose: tuple[tuple[str, str], ...]
    files: Mapping[str, bytes]


class Engine(Protocol):
    """Renders frames."""

    def fingerprint(self, settings: Path) -> str | None:
        """A hash of the engine, its version and its settings: all that the frame depends on besides its source.

        None where that is not possible because ``settings`` name code of others; such a frame is rendered in every
        build.
        """
        ...

    def render(self, source: FrameSource, folder: Path) -> Frame:
        """Render ``source``; the engine may write into ``folder``, which is empty. Raises NotReady."""
        ...


def hall_facts(site: "Site") -> dict[str, str | None]:
    """The facts about the hall in the frame: mapping slot -> text, None where it is not known."""
    supervision = site.supervision
    complaint = (supervision.phone or supervision.hotline) if supervision else None
    return {
        "organisation": site.organisation,
        "address": site.hall.address,
        "complaint": complaint,
        "records": government.records(site),
        "manifest": "manifest" if site.offline else None,
    }


def shell_sources() -> dict[str, str]:
    """Mapping shell (a key of ``Frame.shells``) -> Markdown of the page that an engine has to render."""
    keys = (*addresses.LISTS, *(f"{kind}*" for kind in addresses.RECORD_PAGES))
    return {key: _shell_source(key) for key in keys}


def shell_file(key: str) -> str:
    """Path of the Markdown file of a shell, for engines that derive addresses from paths."""
    return f"{key[:-1]}{slot('id')}.md" if key.endswith("*") else f"{key}index.md"


def _shell_source(key: str) -> str:
    address = key.rstrip("*")
    section = _SECTIONS.get(address, address)
    meta = {"title": slot("title"), "description": slot("description"), "gongshi-shell": key, "section": section}
    return "\n".join(["---", *(f'{name}: "{value}"' for name, value in meta.items()), "---", ""])

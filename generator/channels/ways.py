"""Where the pages of an embedded section stand, and what leads from one to the other."""

from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from generator.model.channels import PATH
from generator.site import addresses

FRAGMENT, PAGE = addresses.FRAGMENT, "index.html"
"""The two files of a page: what is put into a page of another site, and the same as a page for a frame."""

ANCHORS = "gongshi-"
"""What ids begin with, so that they are not those of the page around a fragment."""


@dataclass(frozen=True)
class Ways:
    """What is known of where things stand.

    ``pages`` are the addresses that the section has. ``pattern`` is the address of a page on the site around it, with
    ``{path}``; ``files`` where the folder stands; ``site_url`` our own site, None where there is none.
    """

    pages: frozenset[str]
    pattern: str | None
    files: str | None
    site_url: str | None
    hosts: tuple[str, ...]

    def link(self, here: str, to: str) -> str | None:
        """How the page at ``here`` writes a link to an address of the site; None where it cannot be reached."""
        address, mark, anchor = to.partition("#")
        anchor = f"#{ANCHORS}{anchor}" if mark and "#" not in (self.pattern or "") else ""
        if address in self.pages:
            return self.place(here, address) + anchor
        return f"{self.site_url}{to}" if self.site_url else None

    def place(self, here: str, address: str) -> str:
        """Where a page of the section stands."""
        if self.pattern:
            return self.pattern.replace(PATH, path_of(address))
        return f"{addresses.root_from(here)}{address}{PAGE}"

    @property
    def folder(self) -> str | None:
        """Where the folder stands, with a slash behind it."""
        return f"{self.files.rstrip('/')}/" if self.files else None

    @property
    def pattern_origin(self) -> str:
        """The protocol and host of the pages around, for what a form may lead to; "" for none."""
        parts = urlsplit(self.pattern or "")
        return f"{parts.scheme}://{parts.netloc}" if self.pattern else ""

    def attributes(self, elsewhere: str) -> str:
        """What the script has to know, as attributes; ``elsewhere`` are addresses that the section does not have."""
        known = {
            "link": self.pattern,
            "site": self.site_url,
            "elsewhere": elsewhere,
            "hosts": " ".join(self.hosts),
        }
        return "".join(f' data-gs-{name}="{escape(value)}"' for name, value in known.items() if value)


def path_of(address: str) -> str:
    """The path of a page: its address without the slash behind it, index for the first page."""
    return address.rstrip("/") or "index"

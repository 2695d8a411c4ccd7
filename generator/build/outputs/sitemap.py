"""The list of pages for search engines."""

from collections.abc import Iterator, Sequence

from generator.build.outputs.output import File, Output
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.open_data import sitemap
from generator.site.pages import record_addresses

_FOR_VISITORS = (addresses.SEARCH, addresses.OFFLINE)
"""Pages that say nothing before a visitor has asked or read something."""


class Sitemap(Output):
    """sitemap.xml, if the site has an address; ``prose`` are the addresses of the pages that staff wrote."""

    name = "sitemap"

    def __init__(self, prose: Sequence[str]) -> None:
        self._prose = prose

    def render(self, edition: Edition) -> Iterator[File]:
        """The one file."""
        if edition.site_url:
            yield File("sitemap.xml", lambda: self._xml(edition, edition.site_url or ""))

    def _xml(self, edition: Edition, site_url: str) -> bytes:
        services = edition.dataset.services.values()
        listed = [(address, None) for address in addresses.LISTS if address not in _FOR_VISITORS]
        verified = [(addresses.page(addresses.SERVICES, service.id), service.verified) for service in services]
        rest = [(address, None) for address in (*record_addresses(edition), *self._prose)]
        return sitemap(site_url, (*listed, *verified, *rest))

"""The addresses that a cache in front of the site has to forget: what was changed or removed, as browsers ask."""

from collections.abc import Iterable
from urllib.parse import quote

_INDEX = "index.html"


def purge_list(addresses: Iterable[str], site_url: str | None) -> tuple[str, ...]:
    """Full addresses below ``site_url`` (relative ones without it), sorted; of an index page also its folder's."""
    base = site_url or ""
    found = set()
    for address in addresses:
        found.add(base + quote(address))
        if address == _INDEX or address.endswith(f"/{_INDEX}"):
            found.add((base + quote(address.removesuffix(_INDEX))) or "./")
    return tuple(sorted(found))

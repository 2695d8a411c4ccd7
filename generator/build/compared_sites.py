"""What residents will notice between two sites: what their open data says, and pages that are made of no record.

Those are the pages of prose, and that of supervision. They are compared by their text, where both are folders of sites.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.archive.page_text import main_text, page_title
from generator.content.problems import printable
from generator.history.compare import PAGES, Changed, Comparison, compare
from generator.history.published import read_published
from generator.history.values import Difference
from generator.site.addresses import SUPERVISION, is_taken
from generator.texts.history import DIFFERENCES

_PAGE = "index.html"
_MOST_BYTES = 10_000_000


def compare_sites(old: Path, new: Path) -> Comparison:
    """The differences of two sites that were built, or of archives of their open data. Raises NotPublished."""
    found = compare(read_published(old), read_published(new))
    if not all((site / _PAGE).is_file() for site in (old, new)):
        return found
    return found._replace(changed=(*found.changed, *_pages(_own_pages(old), _own_pages(new))))


def _pages(before: dict[str, str], after: dict[str, str]) -> Iterator[Changed]:
    for address in sorted({*before, *after}):
        old, new = before.get(address), after.get(address)
        title = printable(page_title(new or old or "")).partition(" - ")[0] or printable(address)
        if old is None or new is None:
            yield Changed(PAGES, printable(address), title, "new" if old is None else "gone")
        elif main_text(old) != main_text(new):
            yield Changed(PAGES, printable(address), title, "changed", (Difference(DIFFERENCES["text"], None, None),))


def _own_pages(site: Path) -> dict[str, str]:
    """Mapping address -> HTML of each page that is made of no record."""
    found = {}
    for path in site.rglob(_PAGE):
        address = path.relative_to(site).as_posix().removesuffix(_PAGE)
        if (address == SUPERVISION or not is_taken(address)) and path.stat().st_size <= _MOST_BYTES:
            found[address] = path.read_text("utf-8", "replace")
    return found

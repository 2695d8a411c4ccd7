"""What each kind of page says, as blocks; pages that only our own site needs have none."""

from collections.abc import Callable, Iterator
from typing import Any

from generator.channels.blocks import Block
from generator.channels.change_blocks import changes_blocks
from generator.channels.guide_blocks import bundle_blocks, service_blocks
from generator.channels.list_blocks import (
    home_blocks,
    lookup_blocks,
    material_blocks,
    materials_blocks,
    notices_blocks,
    regulations_blocks,
    results_blocks,
    search_blocks,
    services_page_blocks,
    supervision_blocks,
    window_blocks,
)
from generator.channels.posting_blocks import (
    cases_blocks,
    disclosure_blocks,
    notice_blocks,
    period_blocks,
    regulation_blocks,
)
from generator.site import addresses
from generator.site.contexts import PageContext

_MAKERS: dict[str, Callable[[Any], Iterator[Block]]] = {
    "home.html": home_blocks,
    "services.html": services_page_blocks,
    "service.html": service_blocks,
    "window.html": window_blocks,
    "materials.html": materials_blocks,
    "material.html": material_blocks,
    "regulations.html": regulations_blocks,
    "regulation.html": regulation_blocks,
    "notices.html": notices_blocks,
    "notice.html": notice_blocks,
    "disclosure.html": disclosure_blocks,
    "bundle.html": bundle_blocks,
    "results.html": results_blocks,
    "period.html": period_blocks,
    "cases.html": cases_blocks,
    "lookup.html": lookup_blocks,
    "search.html": search_blocks,
    "supervision.html": supervision_blocks,
    "changes.html": changes_blocks,
}
"""Template of a page -> what it says."""

LEFT_OUT = (
    addresses.POSTERS, addresses.MY_ERRANDS, addresses.OPEN_DATA, addresses.RATINGS, addresses.OFFLINE,
    addresses.SITE_MAP,
)  # fmt: skip
"""Pages that lead to files of our own site, or live in the browsers of its visitors; and the ratings."""


def page_blocks(context: PageContext) -> tuple[Block, ...]:
    """Everything that a page says. KeyError for one of ``LEFT_OUT``."""
    return tuple(_MAKERS[context.template](context))

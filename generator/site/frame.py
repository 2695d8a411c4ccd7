"""What the theme's templates may use around every page, under the name ``gs``."""

import json
from collections.abc import Sequence

from generator.model import Site
from generator.site import addresses
from generator.site.templates import slot
from generator.texts.residents import WORDS
from generator.texts.search import SEARCH_WORDS

_SECTIONS = dict.fromkeys((addresses.WINDOWS, addresses.BY_AUDIENCE, addresses.BY_EVENT), addresses.SERVICES)
"""Addresses that belong to another column of the site."""


def frame(site: Site, prose: Sequence[tuple[str, str]], problems: Sequence[str]) -> dict[str, object]:
    """Words, facts of the hall, the prose pages (title, address), and what is wrong while somebody edits."""
    supervision = site.supervision
    return {
        "w": WORDS,
        "organisation": site.organisation,
        "address": site.hall.address,
        "complaint": supervision and (supervision.phone or supervision.hotline),
        "prose": prose,
        "search_words": _script_json(SEARCH_WORDS),
        "site_words": _script_json({key: WORDS[key] for key in ("elder_on", "elder_off")}),
        "problems": problems,
        "problems_title": WORDS["serve_problems"],
    }


def shell_source(key: str) -> str:
    """Markdown of the page that the theme renders once for ``key``: an address, with * a kind of record."""
    address = key.rstrip("*")
    section = _SECTIONS.get(address, address)
    meta = {"title": slot("title"), "description": slot("description"), "gongshi-shell": key, "section": section}
    return "\n".join(["---", *(f'{name}: "{value}"' for name, value in meta.items()), "---", ""])


def _script_json(value: dict[str, str]) -> str:
    """JSON that is safe within a script element."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")

"""What the theme's templates may use around every page, under the name ``gs``."""

import json
from collections.abc import Sequence

from generator.model import Site
from generator.search import SEARCH_WORDS
from generator.texts.residents import WORDS


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


def _script_json(value: dict[str, str]) -> str:
    """JSON that is safe within a script element."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")

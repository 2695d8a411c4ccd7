"""What scripts say twice, because they run in places that share nothing, is the same in both."""

import re
from pathlib import Path

from generator.texts.opening import HOURS_SPAN

TEMPLATES = Path(__file__).parents[2] / "site_templates"
ASSETS = TEMPLATES / "theme" / "assets" / "gongshi"


def loader(script: Path) -> list[str]:
    """The lines that load a script once, and those that wait for the data which it hands over."""
    found = re.findall(r"^  const (?:script|part) = .*?^  }\)?\)?\)?;$", script.read_text("utf-8"), re.M | re.S)
    return [re.sub(r"\s+", " ", one) for one in found]


def test_sections_of_other_sites_load_data_as_the_site_does() -> None:
    """embed.js stands alone on pages of others; how it loads a script, and tries again, is that of site.js."""
    own = loader(ASSETS / "site.js")
    assert len(own) == 2
    assert loader(TEMPLATES / "embed" / "embed.js") == own


def test_search_keeps_hours_in_one_line_as_pages_do() -> None:
    """The expression for hours in search.js is that of the filter of templates."""
    assert f"/({HOURS_SPAN})/" in (ASSETS / "search.js").read_text("utf-8")

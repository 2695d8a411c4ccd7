"""The page of ratings (好差评): how to rate, and what may be shown of each month."""

from datetime import date
from pathlib import Path

import pytest
from rules.dataset_builder import Changes, content

from generator.model import Dataset
from generator.site.contexts import PageContext
from generator.site.edition import Edition
from generator.site.pages import list_pages, record_pages
from generator.site.templates import Templates
from generator.system.environment import templates_folder

CODE = {"picture": "pages/code.png", "phone": "0300-0000112"}
RATED: Changes = {
    "ratings/2026-09.yml": {
        "id": "2026-09",
        "rows": [
            {"window": "minzheng", "very_satisfied": 120, "satisfied": 30, "fairly_satisfied": 20, "dissatisfied": 3},
            {"window": None, "very_satisfied": 4},
        ],
    }
}


def hall(changes: Changes | None = None, rating: dict[str, str] | None = None) -> Dataset:
    return content({"pages/code.png": ("200", "200"), "site.yml": {"rating": rating}, **(changes or {})})


def html(dataset: Dataset, address: str) -> str:
    edition = Edition(dataset, date(2026, 11, 20))
    found = (*list_pages(edition), *record_pages(edition, {}))
    context: PageContext = next(page.context for page in found if page.url == address)
    return Templates(Path(templates_folder()) / "pages").render(context, "../")


def test_page_shows_what_may_be_shown() -> None:
    """Counts of the hall by grade, of windows in all; small ones nowhere, and the chart beside its table."""
    page = html(hall(RATED), "ratings/")

    assert ">177<" in page and "不足10个的不单独公布" in page
    assert '<td data-label="非常满意">124</td>' in page and '<td data-label="满意">30</td>' in page
    assert '<td data-label="不满意">—</td>' in page and ">3<" not in page and ">4<" not in page
    assert 'src="../ratings/months.svg"' in page and "合并公布" in page


def test_page_says_how_to_rate() -> None:
    """The picture of the official code as it is, and the phone for those who do not scan."""
    page = html(hall(rating=CODE), "ratings/")

    assert 'src="../code.png"' in page and "0300-0000112" in page
    assert "还没有评价的结果。" in page
    assert "<img" not in html(hall(rating={"picture": "pages/missing.png"}), "ratings/")


@pytest.mark.parametrize("address", ["", "supervision/", "windows/minzheng/"])
def test_pages_of_a_hall_that_can_be_rated_lead_there(address: str) -> None:
    """Home, supervision and windows; of a hall without, none does."""
    assert 'href="../ratings/"' in html(hall(rating=CODE), address)
    assert "ratings/" not in html(hall(), address)

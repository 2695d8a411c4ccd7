"""The portable copy in a real browser, opened from a folder: links, look-up and lists of cases work without a server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from content_builder import HEADER, PERIOD
from playwright.sync_api import Browser, Page, expect
from project_builder import DAY, TODAY, make_project, publish_project
from site_server import Complaints

from generator.build.options import BuildOptions
from generator.build.pipeline import read_hall
from generator.build.portable import portable_copy
from generator.content.project import open_project
from generator.engines.mkdocs import MkDocs

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

ROWS = [f"XG-{number:04},linshi-jiuzhu,杨*,2026-07-01,2026-07-15,2026-07-13,办结,," for number in range(120)]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the folder that holds the copy of a small site."""
    changes = {"results/2026-Q3.csv": "\n".join([HEADER, *ROWS, ""]), "results/2026-Q3.yml": PERIOD}
    project = make_project(tmp_path_factory.mktemp("U盘"), changes)
    publish_project(project, MkDocs())
    list(portable_copy(read_hall(open_project(project), BuildOptions(TODAY, "none"))))
    return f"{Path(project / 'site-portable').as_uri()}/"


@pytest.fixture
def page(browser: Browser, copy: str) -> Iterator[Page]:
    """The copy's first page; any complaint fails the test."""
    page = browser.new_page()
    page.set_default_timeout(10_000)
    complaints = Complaints(copy)
    complaints.watch(page)
    page.goto(f"{copy}index.html")
    yield page
    page.close()
    assert complaints.found == []


def test_links_lead_from_page_to_page(page: Page, copy: str) -> None:
    """From home to the list, to a service, and home again; every page says of which day the copy is."""
    page.locator(".gs-nav a[href$='services/index.html']").click()
    assert page.url == f"{copy}services/index.html"
    page.locator(".gs-main a", has_text="临时救助").first.click()
    assert page.url == f"{copy}services/linshi-jiuzhu/index.html"
    expect(page.locator(".gs-copy")).to_contain_text(DAY)
    page.locator("a.gs-brand").click()
    assert page.url == f"{copy}index.html"


def test_links_that_scripts_make_lead_to_pages(page: Page, copy: str) -> None:
    """A link that a script put on the page without naming the index page leads to it all the same."""
    page.evaluate("""() => { const link = document.createElement("a");
        link.href = "services/"; link.textContent = "新的"; document.getElementById("content").prepend(link); }""")
    page.get_by_text("新的").click()
    assert page.url == f"{copy}services/index.html"


def test_look_up_tells_of_a_case(page: Page, copy: str) -> None:
    """The look-up reads its data from the folder."""
    page.goto(f"{copy}results/lookup/index.html")
    page.locator("[data-gs-lookup] input").fill("XG-0012")
    page.locator("[data-gs-lookup] button").click()
    expect(page.locator("[data-answer]:visible")).to_contain_text("已办结")


def test_cases_are_filtered(page: Page, copy: str) -> None:
    """The table of a period reads its rows from the folder."""
    page.goto(f"{copy}results/2026-Q3/index.html")
    page.get_by_label("编号、事项或申请人").fill("XG-0012")
    expect(page.locator(".gs-cases tbody tr")).to_have_count(1)


def test_search_finds_and_opens_a_page(page: Page, copy: str) -> None:
    """The search reads its parts from the folder; a suggestion that is chosen opens its page."""
    page.goto(f"{copy}materials/index.html")
    page.locator("form.gs-search [name=q]").first.click()
    page.keyboard.type("临时救助")
    expect(page.locator(".gs-search-option").first).to_contain_text("临时救助")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{copy}services/linshi-jiuzhu/index.html")


def test_list_is_ticked_and_last_days_are_counted(page: Page, copy: str) -> None:
    """A tick stays when the page is opened again, and the calendar is read without a server."""
    page.goto(f"{copy}services/linshi-jiuzhu/index.html")
    tick = page.locator("[data-gs-materials] input").first
    tick.check()
    page.reload()
    expect(tick).to_be_checked()
    page.get_by_label("受理那天").fill("2026-11-23")
    page.get_by_role("button", name="算一算").click()
    expect(page.locator("[data-gs-answer] p").first).to_contain_text("2026年12月")

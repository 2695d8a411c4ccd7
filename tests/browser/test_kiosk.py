"""A screen in the hall, in a real browser: nothing leads away from the site, and the next visitor finds nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from project_builder import make_project, publish_project
from site_server import PATH, PHONE, MakePage, opening, served

from generator.engines.mkdocs import MkDocs

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

KIOSK = (1080, 1920)
SERVICE = "services/linshi-jiuzhu/"
SETTINGS = """\
site_name: 大厅
site_url: https://hall.example/gongshi/
docs_dir: content/pages
theme: {name: material}
plugins: [gongshi]
"""
PROSE = """# 关于大厅

[省里的网站](https://province.example/a)，[打电话](tel:12345)，[首页](../)
"""
AWAY = "a:is([href^='tel:'], [href^='mailto:'], [href^='https:'], [href$='.pdf'], [href$='.csv'], [href$='.json'])"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the home page of a small site with a page of prose."""
    folder = tmp_path_factory.mktemp("host")
    project = make_project(folder / "project", {"pages/about.md": PROSE})
    (project / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    publish_project(project, MkDocs(), "none", site=folder / PATH)
    with served(folder) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[MakePage]:
    """A function that opens a page in a browser of its own and fails the test on any complaint."""
    with opening(browser, site, f"{SERVICE}?kiosk") as make:
        yield make


def at_kiosk(page: Page) -> Page:
    """``page``, once its kiosk script runs: the number to call has become text."""
    expect(page.locator(AWAY)).to_have_count(0)
    return page


@pytest.mark.parametrize("size", [PHONE, KIOSK], ids=["phone", "kiosk"])
def test_nothing_leads_away(open_page: MakePage, site: str, size: tuple[int, int]) -> None:
    """Numbers and outside addresses are text, the type is large, and the session remembers until ?kiosk=0."""
    page = at_kiosk(open_page(size=size))
    expect(page.locator("[data-gs-contact=ask] .gs-phone, [data-gs-contact=ask]").first).to_contain_text("0300")
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 28
    for address in ("", "results/2026-Q3/", "supervision/", "open-data/"):
        page.goto(site + address)
        at_kiosk(page)
        assert page.evaluate("() => { scrollTo(999, 0); return scrollX; }") == 0, address
    page.goto(f"{site}about/")
    at_kiosk(page)
    expect(page.locator("main")).to_contain_text("省里的网站 https://province.example/a，打电话 12345，首页")
    page.get_by_role("link", name="回首页").click()
    page.wait_for_url(site)
    page.goto(f"{site}supervision/?kiosk=0")
    expect(page.locator("html")).to_have_class("gs-js")
    expect(page.get_by_role("link", name="回首页")).to_be_hidden()
    assert page.locator("a[href^='tel:']").count() > 0


def chosen(page: Page) -> list[str]:
    """Names under which the device keeps something of a visitor."""
    names: list[str] = page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('gongshi.')).sort()")
    return names


@pytest.mark.parametrize("size", [PHONE, KIOSK], ids=["phone", "kiosk"])
def test_it_goes_home_and_forgets(open_page: MakePage, site: str, size: tuple[int, int]) -> None:
    """After 75 s it counts 15 s down; a touch puts it off; at 90 s it is home, with no tick, errand, word or look left."""
    page = open_page("404.html", size=size)
    page.clock.install()
    page.goto(f"{site}{SERVICE}?kiosk")
    at_kiosk(page)
    page.get_by_role("button", name="长辈版").click()
    page.locator(".gs-materials [type=checkbox]").first.check()
    page.get_by_role("button", name="加入我的办事单").click()
    if size == KIOSK:
        page.locator(".gs-search [name=q]").fill("低保")
    assert len(chosen(page)) == 2
    told = page.locator(".gs-kiosk-bar [role=status]")
    page.clock.run_for(70_000)
    expect(told).to_have_text("")
    page.clock.run_for(8_000)
    expect(told).to_contain_text("秒后回到首页")
    page.locator("h1").click()
    expect(told).to_have_text("")
    page.clock.run_for(80_000)
    expect(told).to_contain_text("10 秒后回到首页")
    page.clock.run_for(11_000)
    page.wait_for_url(site)
    assert chosen(page) == []
    expect(page.locator("html")).to_have_class("gs-js gs-kiosk")
    at_kiosk(page)
    page.clock.run_for(200_000)
    expect(page.locator(".gs-kiosk-bar [role=status]")).to_have_text("")


def test_who_is_done_clears_at_once(open_page: MakePage, site: str) -> None:
    """A button for those who are done clears at once."""
    page = at_kiosk(open_page(size=KIOSK))
    page.locator(".gs-materials [type=checkbox]").first.check()
    assert chosen(page)
    page.get_by_role("button", name="用完了，清除").click()
    page.wait_for_url(site)
    assert chosen(page) == []


def test_other_screens_do_not_load_it(open_page: MakePage) -> None:
    """Without ?kiosk there is neither the script nor its bar."""
    page = open_page(SERVICE)
    expect(page.locator(".gs-kiosk-bar")).to_be_hidden()
    assert page.evaluate("[...document.scripts].filter(script => script.src.includes('kiosk')).length") == 0

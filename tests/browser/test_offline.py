"""What a phone keeps of the site, in a real browser: read without a network, never older than the network says."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from content_builder import HEADER, PERIOD, minimal_content
from playwright.sync_api import Browser, Page, expect
from project_builder import make_project, publish_project
from site_server import PATH, PHONE, Host, Server

from generator.engines.mkdocs import MkDocs

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

SERVICE, OTHER, NOTICE = "services/linshi-jiuzhu/", "materials/", "notices/dibao-2026-11/"
ROWS = "XG-0001,linshi-jiuzhu,杨*,2026-07-01,2026-07-15,2026-07-13,办结,,"
OFFICIAL = "https://hall.example"
SETTINGS = f"""\
site_name: 大厅
site_url: {OFFICIAL}/{PATH}
docs_dir: content/pages
theme:
  name: material
plugins:
  - gongshi:
      posters: none
"""
KEPT = """async () => {
    const kept = {};
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) kept[url] = await (await cache.match(url)).text();
    }
    return kept;
}"""
AGE = """async ([url, days]) => {
    const cache = await caches.open((await caches.keys())[0]), copy = await cache.match(url), headers = new Headers(copy.headers);
    headers.set("x-kept", Date.now() - days * 86400000);
    await cache.put(url, new Response(await copy.blob(), { headers }));
}"""
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).map(one => one.scope)"


class Line(Server):
    """A web host at the end of a line that can be cut, or be slow: ``delay`` in seconds for each page."""

    cut = False
    delay = 0.0

    def __init__(self, root: Path) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), partial(OnLine, directory=str(root)))


class OnLine(Host):
    """Answers only while the line is there."""

    server: Line

    def do_GET(self) -> None:
        """Answer, late, or not at all."""
        self.server.asked.append(self.path)
        if self.server.cut:
            self.close_connection = True
            return
        if self.path.endswith("/"):
            time.sleep(self.server.delay)
        super().do_GET()


class Town:
    """The site of a hall at its own address, and the line to it."""

    def __init__(self, built: Path, folder: Path) -> None:
        self.root, self.line = folder, Line(folder)
        self.home = f"http://127.0.0.1:{self.line.server_address[1]}/{PATH}"
        self.publish(built)
        Thread(target=self.line.serve_forever, daemon=True).start()

    def publish(self, built: Path) -> None:
        """Put a site on the host, at the address that its pages name: settings may not name this computer."""
        site = self.root / PATH
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(built, site)
        for page in site.rglob("*.html"):
            page.write_text(page.read_text("utf-8").replace(OFFICIAL, self.home.removesuffix(f"/{PATH}")), "utf-8")

    def file(self, address: str) -> Path:
        """The file behind an address."""
        return self.root / PATH / (address + "index.html" if address.endswith("/") or not address else address)

    def close(self) -> None:
        """Close the host."""
        self.line.shutdown()
        self.line.server_close()


def build(folder: Path, changes: dict[str, str]) -> Path:
    """A small site with every kind of page; where it was built."""
    content = minimal_content()
    more = {"results/2026-Q3.csv": "\n".join([HEADER, ROWS, ""]), "results/2026-Q3.yml": PERIOD}
    project = make_project(folder / "project", {**content, **more, **changes}, SETTINGS)
    publish_project(project, MkDocs())
    return project / "site"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose pages may be kept."""
    return build(tmp_path_factory.mktemp("kept"), {})


@pytest.fixture(scope="module")
def built_without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, where the hall has turned it off."""
    return build(tmp_path_factory.mktemp("off"), {"site.yml": minimal_content()["site.yml"] + "offline: 否\n"})


@pytest.fixture
def town(built: Path, tmp_path: Path) -> Iterator[Town]:
    """The site on its host."""
    made = Town(built, tmp_path / "host")
    yield made
    made.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone on which no script fails."""
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    context.set_default_timeout(20_000)
    page = context.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    yield page
    context.close()
    assert failed == []


def until(page: Page, script: str, is_so: Callable[[Any], bool], argument: object = None) -> Any:
    """Ask the page until the answer is as expected; what it said at last."""
    for _ in range(200):
        answer = page.evaluate(script, argument)
        if is_so(answer):
            return answer
        page.wait_for_timeout(100)
    pytest.fail(f"still {json.dumps(answer, ensure_ascii=False)[:500]}")


def kept(page: Page, town: Town, is_so: Callable[[set[str]], bool]) -> set[str]:
    """The addresses that the phone has kept, once they are as expected."""
    return {url.removeprefix(town.home) for url in until(page, KEPT, lambda found: is_so(short(found, town)))}


def short(found: dict[str, str], town: Town) -> set[str]:
    return {url.removeprefix(town.home) for url in found}


def read_two_pages(page: Page, town: Town) -> None:
    """Visit a service and home; wait until both are kept, and the worker has looked through what it keeps."""
    page.goto(town.home + SERVICE)
    page.goto(town.home)
    kept(page, town, lambda found: {SERVICE, "", "sw.js"} <= found)
    until(page, "navigator.serviceWorker.controller !== null", bool)


def age(page: Page, town: Town, address: str, days: float) -> None:
    """Let a copy be older."""
    page.evaluate(AGE, [town.home + address, days])


def today() -> str:
    """The day by the clock of the browser, which is this computer's."""
    return f"{date.today().month}月{date.today().day}日"


def told(page: Page) -> Any:
    return page.locator("main > .gs-callout--gap[role=status]")


def test_first_page_costs_nothing(page: Page, town: Town) -> None:
    """Who reads one page asks for no worker, and gets none."""
    page.goto(town.home + SERVICE)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(REGISTERED) == []
    assert [path for path in town.line.asked if path.endswith(("sw.js", ".png"))] == []


def test_what_was_read_is_there_without_a_network(page: Page, town: Town) -> None:
    """Both pages of a visit can be read, with the day on which they were kept; their scripts run, and names are found."""
    read_two_pages(page, town)
    town.line.cut = True
    page.goto(town.home + SERVICE)
    expect(told(page)).to_contain_text(f"这是{today()}保存的内容")
    expect(page.locator("h1")).to_have_text("临时救助")
    page.get_by_role("button", name="长辈版").click()
    expect(page.locator("html")).to_have_class("gs-js gs-elder")
    page.locator("[data-gs-materials] input").first.check()
    page.goto(f"{town.home}search/?q=临时")
    expect(page.locator(".gs-results")).to_contain_text("临时救助")


def test_page_that_is_not_kept_leads_to_those_that_are(page: Page, town: Town) -> None:
    """Without a network another page says what can be read, what cannot, and whom to call, and leads back later."""
    read_two_pages(page, town)
    town.line.cut = True
    page.goto(town.home + NOTICE)
    assert page.url == f"{town.home}offline/#{NOTICE}"
    expect(page.locator("h1")).to_have_text("离线阅读")
    expect(page.locator("[data-gs-kept] li")).to_have_count(2)
    expect(page.locator("[data-gs-kept] li", has_text="临时救助")).to_contain_text(f"{today()}保存")
    expect(page.locator("main a[href^='tel:']").first).to_be_visible()
    town.line.cut = False
    page.get_by_role("link", name="再打开一次").click()
    assert page.url == town.home + NOTICE
    expect(told(page)).to_have_count(0)


def test_kept_pages_can_be_cleared(page: Page, town: Town) -> None:
    """A button removes them all."""
    read_two_pages(page, town)
    page.goto(f"{town.home}offline/")
    page.get_by_role("button", name="清除保存的页面").click()
    expect(page.locator("[data-gs-kept] [role=status]")).to_have_text("已经清除。")
    assert page.evaluate(KEPT) == {}


def test_new_edition_is_seen_at_once(page: Page, town: Town) -> None:
    """With a network the page is that of today, and so is the copy from then on."""
    read_two_pages(page, town)
    file = town.file(SERVICE)
    file.write_text(file.read_text("utf-8").replace("临时救助", "新的救助"), "utf-8")
    os.utime(file, (time.time() + 60, time.time() + 60))  # hosts compare whole seconds
    page.goto(town.home + SERVICE)
    expect(page.locator("h1")).to_have_text("新的救助")
    expect(told(page)).to_have_count(0)
    until(page, KEPT, lambda found: "新的救助" in found[town.home + SERVICE])
    town.line.cut = True
    page.reload()
    expect(page.locator("h1")).to_have_text("新的救助")


def test_slow_network_shows_the_copy(page: Page, town: Town) -> None:
    """After three seconds the copy is shown, and says so."""
    read_two_pages(page, town)
    town.line.delay = 25
    began = time.monotonic()
    page.goto(town.home + SERVICE)
    expect(told(page)).to_be_visible()
    assert time.monotonic() - began < 18


def test_what_may_be_taken_down_is_never_kept(page: Page, town: Town) -> None:
    """Of notices, results, the look-up, open data, posters, passages of the search and prose nothing is kept."""
    read_two_pages(page, town)
    every = [path.parent.relative_to(town.root / PATH).as_posix() for path in (town.root / PATH).rglob("index.html")]
    for address in sorted(every):
        page.goto(f"{town.home}{address}/".replace("/./", "/"))
        page.wait_for_load_state("networkidle")
    page.goto(f"{town.home}search/?q=严重困难")
    expect(page.locator(".gs-results")).to_contain_text("正文里提到")
    page.goto(town.home)
    page.wait_for_timeout(500)
    found = kept(page, town, lambda found: OTHER in found and "regulations/" in found)
    assert {address.partition("/")[0] for address in found} == {
        "", "assets", "bundles", "by-audience", "by-event", "by-initial", "materials", "my-errands", "offline", "regulations",
        "search", "services", "supervision", "sw.js", "visits.js", "windows",
    } - ({"bundles"} - {address.partition("/")[0] for address in every})  # fmt: skip
    assert {address for address in found if address.startswith("search/")} == {"search/", "search/names.js"}


def test_page_that_was_taken_down_goes(page: Page, town: Town) -> None:
    """The next visit, to any page, removes copies of pages that the site does not have any more."""
    read_two_pages(page, town)
    shutil.rmtree(town.file(SERVICE).parent)
    age(page, town, SERVICE, 1)
    age(page, town, "sw.js", 1)
    page.goto(town.home + OTHER)
    kept(page, town, lambda found: SERVICE not in found)
    town.line.cut = True
    page.goto(town.home + SERVICE)
    assert page.url == f"{town.home}offline/#{SERVICE}"


def test_old_copy_is_not_shown(page: Page, town: Town) -> None:
    """After thirty days a copy is as good as none."""
    read_two_pages(page, town)
    age(page, town, SERVICE, 30.1)
    town.line.cut = True
    page.goto(town.home + SERVICE)
    assert page.url == f"{town.home}offline/#{SERVICE}"


def test_turned_off_it_leaves(page: Page, town: Town, built_without: Path) -> None:
    """Where the hall turns it off, the worker goes with the next page, takes what was kept along, and none comes back."""
    read_two_pages(page, town)
    town.publish(built_without)
    page.goto(town.home + SERVICE)
    until(page, REGISTERED, lambda found: found == [])
    until(page, KEPT, lambda found: found == {})
    for address in (OTHER, SERVICE):
        page.goto(town.home + address)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        assert page.evaluate(REGISTERED) == []


def test_worker_leaves_a_site_that_has_none(page: Page, town: Town) -> None:
    """Another site at the address, which knows nothing of the worker, is rid of it after a page of the next visit."""
    read_two_pages(page, town)
    town.file("sw.js").unlink()
    age(page, town, "sw.js", 1)
    page.goto(town.home + OTHER)
    until(page, REGISTERED, lambda found: found == [])
    until(page, KEPT, lambda found: found == {})


def test_screen_in_the_hall_keeps_nothing(page: Page, town: Town) -> None:
    """A screen that everybody uses gets no worker, and loses the one it had before."""
    read_two_pages(page, town)
    page.goto(f"{town.home}?kiosk")
    until(page, REGISTERED, lambda found: found == [])
    until(page, KEPT, lambda found: found == {})
    for address in (OTHER, SERVICE):
        page.goto(town.home + address)
        page.wait_for_load_state("networkidle")
    assert page.evaluate(REGISTERED) == []


def test_only_the_official_address_is_kept(page: Page, town: Town) -> None:
    """A preview, or a copy of the site on another host, gets no worker."""
    elsewhere = town.home.replace("127.0.0.1", "localhost")
    for address in (SERVICE, "", OTHER):
        page.goto(elsewhere + address)
        page.wait_for_load_state("networkidle")
    assert page.evaluate(REGISTERED) == []


def test_site_can_be_put_on_a_home_screen(page: Page, town: Town) -> None:
    """The browser finds nothing wrong with the manifest, and its icons are there."""
    page.goto(town.home)
    client = page.context.new_cdp_session(page)
    found = client.send("Page.getAppManifest")
    assert (found["url"], found["errors"]) == (f"{town.home}manifest.json", [])
    said = json.loads(found["data"])
    assert [page.request.get(town.home + icon["src"]).status for icon in said["icons"]] == [200, 200]
    errors = client.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in errors] == ["in-incognito"], "contexts of tests are private windows"

"""The frame of every page in a real browser: how little it loads, what it refuses to run, how it looks from the start."""

import gzip
import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from content_builder import HEADER, minimal_content
from playwright.sync_api import Browser, Page, Request, Route, expect
from project_builder import make_project, publish_project
from site_server import DESKTOP, PATH, PHONE, MakePage, addresses, opening, served

from generator.engines.mkdocs import MkDocs

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

SERVICE = "services/linshi-jiuzhu/"
PERIOD = "results/2026-Q3/"
ROWS = [f"XG-{number:04},linshi-jiuzhu,杨*,2026-07-01,2026-07-15,2026-07-13,办结,," for number in range(120)]
PROSE = """# 关于大厅

大厅由镇政府主办，<b>“周一”</b>到周五开门。

| 项目 | 金额 |
| :--- | ---: |
| 工本费 | 10 |

!!! warning "注意"
    节假日不开门。

- [ ] 身份证

条文[^1]

[^1]: 出处。
"""
SETTINGS = """\
site_name: 大厅
site_url: https://hall.example/gongshi/
docs_dir: content/pages
theme: {name: material}
plugins: [gongshi]
markdown_extensions: [admonition, tables, footnotes, pymdownx.tasklist]
"""
SHIFTS = """window.moved = [];
new PerformanceObserver(list => list.getEntries().filter(each => !each.hadRecentInput).forEach(each => {
    moved.push(...each.sources.map(source => source.node && (source.node.outerHTML || source.node.data).slice(0, 60)
        + JSON.stringify([source.previousRect, source.currentRect])));
})).observe({type: "layout-shift", buffered: true});"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a web host that holds a small site with every kind of page and one of prose."""
    folder = tmp_path_factory.mktemp("host")
    changes = {
        "results/2026-Q3.csv": "\n".join([HEADER, *ROWS, ""]),
        "results/2026-Q3.yml": minimal_content()["results/2026-Q3.yml"],
        "pages/about.md": PROSE,
    }
    project = make_project(folder / "project", changes)
    (project / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    publish_project(project, MkDocs(), "changed", site=folder / PATH)
    return folder


@pytest.fixture(scope="module")
def site(root: Path) -> Iterator[str]:
    """Address of the home page."""
    with served(root) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[MakePage]:
    """A function that opens a page in a browser of its own and fails the test on any complaint."""
    with opening(browser, site, SERVICE) as make:
        yield make


def test_first_visit_is_light(open_page: MakePage, site: str, root: Path) -> None:
    """A service page and all that it loads are at most 35 KB, packed, in at most six requests, with its picture."""
    asked = [urljoin(site, SERVICE)]
    page = open_page("404.html")
    page.on("request", lambda request: asked.append(request.url))
    page.context.clear_cookies()
    page.goto(site + SERVICE)
    page.wait_for_load_state("networkidle")
    icon = page.locator("link[rel=icon]").get_attribute("href") or ""
    files = {url.removeprefix(site) for url in (*asked, urljoin(page.url, icon))}
    data = [(root / PATH / (name + "index.html" if name.endswith("/") else name)).read_bytes() for name in files]
    assert len(files) <= 6
    assert sum(len(gzip.compress(each, 6)) for each in data) <= 35_000


def test_nothing_of_the_theme_is_published(root: Path) -> None:
    """Of the theme no file is published, and no page names one."""
    site = root / PATH
    assert {path.parent.name for path in (site / "assets").rglob("*.*")} == {"gongshi"}
    assert [path for path in site.rglob("*.html") if "md-" in path.read_text("utf-8")] == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "address",
    ["", SERVICE, PERIOD, f"{PERIOD}#cases", "results/lookup/", f"search/?q={quote('救助')}", "about/", "posters/"],
)
def test_nothing_moves_while_a_page_comes(browser: Browser, site: str, address: str, size: tuple[int, int]) -> None:
    """Nothing on the screen moves when scripts arrive late."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.add_init_script(SHIFTS)

    def late(route: Route, request: Request) -> None:
        if not request.url.endswith("/site.js"):
            time.sleep(0.3)
        route.continue_()

    page.route("**/*.js*", late)
    page.goto(site + address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert page.evaluate("moved") == []
    context.close()


# ---- what is refused ----


def test_every_kind_of_page_keeps_its_own_rules(open_page: MakePage, site: str, root: Path) -> None:
    """Every page states what it may load, and nothing on it is refused, not in dark and 长辈版 either."""
    page = open_page("", first="localStorage.setItem('gongshi.elder', '1'); localStorage.setItem('gongshi.dark', '1')")
    for address in addresses(root / PATH):
        page.goto(site + address)
        page.wait_for_load_state("networkidle")
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';"), address
        assert "unsafe" not in policy


def test_what_slips_into_a_page_does_not_run(browser: Browser, site: str) -> None:
    """A script, a handler and a style that stand in the page itself, and a script of another host, do nothing."""
    page = browser.new_page()
    evil = (
        "<script>window.ran = 1</script><script src='https://evil.example/x.js'></script>"
        "<img src='data:,' onerror='window.ran = 2'><p id='styled' style='position: fixed'>x</p><base href='//evil.example/'>"
    )

    def slip(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(body=body.replace("</main>", f"{evil}</main>"), content_type="text/html; charset=utf-8")

    refused: list[str] = []
    page.on("console", lambda line: "Content Security Policy" in line.text and refused.append(line.text))
    page.route(f"**/{SERVICE}", slip)
    page.goto(site + SERVICE)
    expect(page.locator("#styled")).to_have_css("position", "static")
    assert page.evaluate("window.ran") is None
    assert len(refused) >= 5
    page.close()


def test_pages_work_from_a_folder(browser: Browser, root: Path) -> None:
    """Opened from a folder, a page has its styles and its scripts: the rules let in what lies beside it."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.goto((root / PATH / SERVICE / "index.html").as_uri())
    page.get_by_role("button", name="长辈版").click()
    expect(page.locator("html")).to_have_class("gs-js gs-elder")
    expect(page.locator(".gs-header")).to_have_css("background-color", "rgb(157, 33, 33)")
    page.evaluate("gongshi.script(gongshi.asset('matcher.js'))")
    assert page.evaluate("typeof gongshi.matcher.find") == "function"
    assert said == []
    page.close()


# ---- how it looks from the start ----


@pytest.mark.parametrize(
    ("kept", "dark", "classes"),
    [
        ({}, False, "gs-js"),
        ({}, True, "gs-js gs-dark"),
        ({"dark": "1", "elder": "1"}, False, "gs-js gs-dark gs-elder"),
        ({"dark": "0"}, True, "gs-js"),
    ],
)
def test_look_is_there_before_the_page(open_page: MakePage, kept: dict[str, str], dark: bool, classes: str) -> None:
    """What was chosen, or what the device prefers, is set when the body begins: nothing flashes."""
    script = "".join(f"localStorage.setItem('gongshi.{name}', '{value}');" for name, value in kept.items())
    script += """new MutationObserver((_, observer) => { if (document.body) {
        window.early = document.documentElement.className; observer.disconnect(); } })
        .observe(document, {childList: true, subtree: true});"""
    page = open_page(first=script, color_scheme="dark" if dark else "light")
    assert page.evaluate("early") == classes


def test_look_follows_the_device_at_once(open_page: MakePage) -> None:
    """When the device turns dark, an open page does too; a choice that was made here stays."""
    page = open_page()
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_class("gs-js gs-dark")
    page.get_by_title("切换到浅色").click()
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_class("gs-js")


def test_prose_has_its_styles(open_page: MakePage) -> None:
    """What Markdown makes has a look of its own without a style in the page: tables, hints, lists to tick, footnotes."""
    page = open_page("about/")
    expect(page.locator("td").last).to_have_css("text-align", re.compile("right"))
    expect(page.locator(".admonition")).to_have_css("border-left-width", "4px")
    expect(page.locator(".task-list-item")).to_have_css("list-style-type", "none")
    expect(page.locator(".footnote")).to_be_visible()


# ---- sharing ----


def test_every_page_says_what_it_is_to_others(open_page: MakePage, site: str, root: Path) -> None:
    """Each page has language, title, description and, where it has an address, a card for those who get its link."""
    page = open_page("")
    for address in addresses(root / PATH):
        page.goto(site + address)
        said = page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll("meta[name], meta[property]")]
                .map(meta => [meta.getAttribute("property") || meta.name, meta.content]))"""
        )
        assert page.locator("html").get_attribute("lang") == "zh-Hans"
        assert said["og:title"] and page.title() in (said["og:title"], f"{said['og:title']} - {said['og:site_name']}")
        assert said["description"] and said["description"] == said["og:description"], address
        if address != "404.html":
            assert said["og:url"] == f"https://hall.example/{PATH}{address}"
            assert (root / said["og:image"].removeprefix("https://hall.example/")).is_file()
    page.goto(f"{site}about/")
    assert page.locator("meta[name=description]").get_attribute("content") == "大厅由镇政府主办，“周一”到周五开门。"


def copied(page: Page) -> str:
    page.get_by_role("button", name="分享本页").click()
    expect(page.locator(".gs-page-tools [role=status]")).to_have_text("链接已复制，可以粘贴给别人")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_link_is_copied(browser: Browser, site: str) -> None:
    """Without a way to share, the official address of the page lies in the clipboard, and the page says so."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(f"{site}{SERVICE}?v=0000-0000")
    assert copied(page) == f"https://hall.example/{PATH}{SERVICE}"
    context.close()


def test_link_is_shared_where_the_device_can(open_page: MakePage) -> None:
    """A phone that can share is asked to, with title and address."""
    page = open_page(first="Navigator.prototype.share = async what => { window.shared = what; }")
    page.get_by_role("button", name="分享本页").click()
    assert page.evaluate("shared.url") == f"https://hall.example/{PATH}{SERVICE}"


# ---- paper ----


@pytest.mark.parametrize("address", ["", SERVICE, PERIOD, "regulations/xianshi-banjie/", "supervision/", "about/"])
def test_printed_page_says_once_when_and_from_where(open_page: MakePage, site: str, address: str) -> None:
    """On paper stands once the day and the address, without what the browser was asked; on the screen it does not."""
    page = open_page(f"{address}?v=0000-0000")
    expect(page.locator(".gs-paper")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    text = page.locator("body").inner_text()
    assert len(re.findall(r"\d{4}-\d\d-\d\d 打印，以网页为准：", text)) == 1
    assert f"打印，以网页为准：{site}{address}\n" in f"{text}\n"
    for hidden in (".gs-nav", ".gs-tools", ".gs-search", ".gs-read", ".gs-kiosk-bar", ".gs-page-tools"):
        for node in page.locator(hidden).all():
            expect(node).to_be_hidden()


def test_no_heading_is_left_alone_on_paper(open_page: MakePage) -> None:
    """Headings, terms and titles of figures stay with what follows them."""
    page = open_page()
    page.emulate_media(media="print")
    script = """() => [...document.querySelectorAll('main :is(h2, h3, h4, dt, summary)')]
        .filter(node => node.getClientRects().length && getComputedStyle(node).breakAfter !== 'avoid').length"""
    assert page.evaluate(script) == 0

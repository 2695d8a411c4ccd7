"""The built demo site in a real browser, below a sub-path: what residents see, type, press and print."""

import io
import re
import unicodedata
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from content_builder import minimal_content
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from project_builder import make_project, publish_project
from pypdf import PdfReader
from search_data import demo
from site_server import PATH, Complaints, addresses, served

from generator.engines.mkdocs import MkDocs

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

PHONE, DESKTOP = (360, 740), (1280, 900)
ELDER = "localStorage.setItem('gongshi.elder', '1')"
"""What the button 长辈版 leaves in the browser, set before a page loads."""
HOSTILE = "<script>alert(1)</script>"
HALL = "<b>虚谷镇</b>大厅"
SUMMARY = "{{ 7*7 }} **b** <img src=x onerror=alert(2)>"
SLOGAN = "<i onclick=alert(3)>请</i>进 {% raise %}"

MakeContext = Callable[..., BrowserContext]


class Visit(NamedTuple):
    """What one page showed. Overflows are the elements that stick out of the page or of its column."""

    status: int
    complaints: tuple[str, ...]
    on_phone: dict[str, Any]
    for_elders: dict[str, Any]
    on_desktop: dict[str, Any]


MEASURE = """() => {
    const width = document.documentElement.clientWidth, content = document.getElementById("content");
    const style = getComputedStyle(content), box = content.getBoundingClientRect();
    const edge = box.right - parseFloat(style.paddingRight);
    window.scrollTo(9999, 0);
    const sideways = window.scrollX;
    window.scrollTo(0, 0);
    const frame = document.querySelector(".gs-header__inner"), inner = frame.getBoundingClientRect();
    const limit = inner.right - parseFloat(getComputedStyle(frame).paddingRight);
    const out = (nodes, most) => [...nodes].filter(node =>
        !node.closest(".gs-scroll > *, .gs-hero, .gs-callbar, .gs-search-status, svg") &&
        node.getClientRects().length && node.getBoundingClientRect().right > most + 1
    ).map(node => node.outerHTML.slice(0, 60));
    const facts = document.querySelector(".gs-facts"), rows = facts ? facts.querySelectorAll("div") : [];
    return {
        sideways, sticking: [...out(content.querySelectorAll("*"), edge), ...out(frame.querySelectorAll("*"), limit),
            ...out(document.querySelectorAll(".gs-nav *, .gs-footer *"), width)],
        facts: facts && facts.getBoundingClientRect().bottom,
        first: facts && rows[1].getBoundingClientRect().bottom,
    };
}"""


@pytest.fixture(scope="module")
def site(root: Path) -> Iterator[str]:
    """Address of the demo site's home page, ending in a slash."""
    with served(root) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[MakeContext]:
    """A function that opens a browser of its own: size, colour scheme, script to run before each page, JavaScript."""
    opened: list[BrowserContext] = []

    def make(size: tuple[int, int] = DESKTOP, dark: bool = False, first: str = "", **more: Any) -> BrowserContext:
        viewport = {"width": size[0], "height": size[1]}
        new = browser.new_context(viewport=viewport, color_scheme="dark" if dark else "light", **more)
        new.set_default_timeout(5_000)
        if first:
            new.add_init_script(first)
        opened.append(new)
        return new

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def page(context: MakeContext, site: str) -> Iterator[Page]:
    """A desktop page that fails its test when anything goes wrong behind the scenes."""
    page = context().new_page()
    complaints = Complaints(site)
    complaints.watch(page)
    yield page
    assert complaints.found == []


@pytest.fixture(scope="module")
def visits(browser: Browser, site: str, root: Path) -> dict[str, Visit]:
    """Address -> what happened there, for all services and up to three pages of each other folder."""
    context = browser.new_context(viewport={"width": DESKTOP[0], "height": DESKTOP[1]})
    page, seen = context.new_page(), {}
    complaints = Complaints(site)
    complaints.watch(page)
    folders = [address.split("/")[0] for address in addresses(root / PATH)]
    for number, address in enumerate(addresses(root / PATH)):
        if folders[number] != "services" and folders[:number].count(folders[number]) > 2:
            continue
        answer = page.goto(site + address)
        assert answer is not None
        on_desktop = page.evaluate(MEASURE)
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        on_phone = page.evaluate(MEASURE)
        page.evaluate("document.documentElement.classList.add('gs-elder')")
        for_elders = page.evaluate(MEASURE)
        page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
        seen[address] = Visit(answer.status, tuple(complaints.found), on_phone, for_elders, on_desktop)
        complaints.found.clear()
    context.close()
    return seen


def pairs() -> list[tuple[str, str]]:
    """(two neighbouring characters of a name or an alias, name of the service), for every service of the demo."""
    return [
        (name[at : at + 2], service.name)
        for service in demo().services.values()
        for name in (service.name, *service.aliases)
        for at in range(len(name) - 1)
        if name[at : at + 2].isalnum()
    ]


def offered() -> list[str]:
    """Ids of the services that can be applied for."""
    return [service.id for service in demo().services.values() if service.status.state == "在办"]


def box(page: Page) -> Locator:
    return page.locator(".gs-search [name=q]").first


def options(page: Page) -> Locator:
    return page.locator(".gs-search-option")


def write(page: Page, text: str) -> None:
    """Type into the page's first search box, as a hand does, and wait until the list shows the answer."""
    box(page).click()  # which loads the search, unless a button of the header has put the focus there already
    page.keyboard.type(text)
    expect(page.locator(".gs-search-status")).to_have_text(re.compile("建议"))
    settle(page)


def settle(page: Page) -> None:
    """Wait for the two frames after which the list answers the last key."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def background(page: Page, selector: str) -> tuple[int, ...]:
    """Red, green and blue of an element's background."""
    colour: str = page.locator(selector).evaluate("node => getComputedStyle(node).backgroundColor")
    return tuple(int(number) for number in re.findall(r"\d+", colour)[:3])


# ---- every page ----


def test_every_page_loads_without_any_error(visits: dict[str, Visit]) -> None:
    """No page logs an error, throws, lacks a file or asks another host for anything; only 404.html may be missed."""
    assert len([address for address in visits if address.startswith("services/")]) == len(demo().services) + 1
    assert {address: visit.complaints for address, visit in visits.items() if visit.complaints} == {}
    assert {address: visit.status for address, visit in visits.items() if visit.status != 200} == {}


@pytest.mark.parametrize("measured", ["on_phone", "for_elders", "on_desktop"])
def test_no_page_scrolls_sideways(visits: dict[str, Visit], measured: str) -> None:
    """No page can be moved sideways, and nothing sticks out of its column: on a phone, in 长辈版, on a desktop."""
    found = {address: getattr(visit, measured) for address, visit in visits.items()}
    assert {address: seen["sideways"] for address, seen in found.items() if seen["sideways"]} == {}
    assert {address: seen["sticking"] for address, seen in found.items() if seen["sticking"]} == {}


def test_every_service_answers_in_the_first_screen(visits: dict[str, Visit]) -> None:
    """All facts of every service lie above the fold of a desktop, their first row above the fold of a phone."""
    found = {name: visits[f"services/{name}/"] for name in offered()}
    below = {name: visit.on_desktop["facts"] for name, visit in found.items() if visit.on_desktop["facts"] > DESKTOP[1]}
    assert below == {}
    assert {name: visit.on_phone["first"] for name, visit in found.items() if visit.on_phone["first"] > PHONE[1]} == {}


# ---- home ----


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_home_has_everything_and_search_first(context: MakeContext, site: str, size: tuple[int, int]) -> None:
    """Home opens with the search box, then windows, most used services, notices in force, slogans, complaint phone."""
    page, data = context(size).new_page(), demo()
    page.goto(site)
    first = page.locator("#content").locator("a, button, input, select").first
    assert first.get_attribute("name") == "q"
    assert (box(page).bounding_box() or {})["y"] < size[1] / 2
    assert page.locator(".gs-tiles__name").all_inner_texts() == [window.name for window in data.windows]
    most_used = [data.services[name].name for name in data.site.most_used]
    assert page.locator(".gs-cards strong").all_inner_texts() == most_used
    notices = page.get_by_role("region", name="正在公示").get_by_role("link")
    expect(notices).to_contain_text(["2026年11月新批准最低生活保障家庭公示", "第三季度", "第二季度"])
    assert data.site.slogans is not None
    for slogan in (*data.site.slogans.indoor, data.site.slogans.outdoor or ""):
        expect(page.get_by_text(slogan, exact=True)).to_be_visible()
    complaint = page.get_by_role("region", name="办事不满意？").get_by_role("link", name="0300-0000112")
    assert complaint.get_attribute("href") == "tel:0300-0000112"


def test_home_tiles_lead_to_windows(page: Page, site: str) -> None:
    """Each tile opens the page of its window, which lists the services that the tile counts."""
    page.goto(site)
    tiles = [
        (tile.get_attribute("href") or "", tile.locator(".gs-tiles__name").inner_text(), tile.inner_text())
        for tile in page.locator(".gs-tiles a").all()
    ]
    assert len(tiles) == 9
    for href, name, text in tiles:
        page.goto(site + href)
        assert heading(page).endswith(name)
        count = page.locator(".gs-list li").count()
        assert (f"{count} 项" if count else "待补充") in text


# ---- search ----


def test_any_two_neighbouring_characters_find_a_service(page: Page, site: str) -> None:
    """Every service is found by any two adjacent characters of its name and of each alias, in the index of the site."""
    wanted = pairs()
    page.goto(site)
    found = page.evaluate(
        """async queries => {
            await gongshi.script(gongshi.asset("matcher.js"));
            await gongshi.script("search/names.js");
            const index = gongshi.matcher.prepare(gongshi.parts.names);
            const ask = query => gongshi.matcher.find(index, query).answers.map(item => item.entry.title);
            return Object.fromEntries(queries.map(query => [query, ask(query)]));
        }""",
        sorted({pair for pair, _ in wanted}),
    )
    assert len(demo().services) >= 40
    assert len(wanted) > 500
    assert [(pair, name) for pair, name in wanted if name not in found[pair]] == []


def test_typed_pairs_find_their_service(page: Page, site: str) -> None:
    """Typed by hand, two characters bring up the service among the suggestions or among all results."""
    wanted = pairs()
    sample = wanted[:: len(wanted) // 30]
    assert len(sample) >= 30
    page.goto(f"{site}about/")
    write(page, "低保")
    missed = []
    for pair, name in sample:
        box(page).fill("")
        page.keyboard.type(pair)
        settle(page)
        if name not in page.locator(".gs-search-option .gs-search-title").all_inner_texts():
            missed.append((pair, name))
    for pair, name in missed:
        page.goto(f"{site}search/")
        box(page).click()
        page.keyboard.type(pair)
        expect(page.locator(".gs-results-link .gs-search-title").get_by_text(name, exact=True)).to_be_visible()
    assert len(missed) < len(sample) / 3


@pytest.mark.parametrize("start", ["", "services/linshi-jiuzhu/", "supervision/", "results/2026-Q3/"])
def test_arrow_and_enter_open_a_suggestion(page: Page, site: str, start: str) -> None:
    """From any depth, typing, the arrow key and Enter lead to the page of the service."""
    page.goto(site + start)
    write(page, "宅基地")
    expect(options(page).first).to_contain_text("农村宅基地和建房审批")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}services/nongcun-jianfang/")
    assert heading(page) == "农村宅基地和建房审批"


@pytest.mark.parametrize("start", ["", "regulations/shouwen-fuze/"])
def test_click_opens_a_suggestion(page: Page, site: str, start: str) -> None:
    """A click on a suggestion opens its page, from the box of the home page and from the box in the header."""
    page.goto(site + start)
    write(page, "shiye")
    options(page).filter(has_text="失业登记").first.click()
    page.wait_for_url(f"{site}services/shiye-dengji/")


def test_suggestions_lie_above_the_page(context: MakeContext, site: str) -> None:
    """On a phone the open list of suggestions is as wide as the box, inside the screen and on top of all else."""
    page = context(PHONE).new_page()
    for start in ("", "services/"):
        page.goto(site + start)
        if start:
            page.get_by_role("banner").get_by_role("button", name="搜索").click()
        write(page, "补贴")
        for option in options(page).all()[:3]:
            area = option.bounding_box() or {}
            assert area["x"] >= 0
            assert area["x"] + area["width"] <= PHONE[0]
            middle = [area["x"] + area["width"] / 2, area["y"] + area["height"] / 2]
            covered = "([x, y]) => document.elementFromPoint(x, y).closest('.gs-search-option') === null"
            assert not page.evaluate(covered, middle)


def test_enter_without_a_match_explains_itself(page: Page, site: str) -> None:
    """Enter on words that nothing answers leads to the search page: nothing found, the windows, the hall's phone."""
    page.goto(site)
    write(page, "xyzzy")
    expect(options(page)).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}search/?q=xyzzy")
    expect(page.get_by_role("status")).to_have_text("没有找到“xyzzy”")
    assert page.locator(".gs-results a[href^='tel:']").get_attribute("href") == "tel:0300-0000100"
    page.get_by_role("link", name="按窗口查看全部事项").click()
    page.wait_for_url(f"{site}services/")


def test_wrong_address_offers_search(context: MakeContext, site: str) -> None:
    """A wrong address at any depth gets a page of the site that says so and finds things from there."""
    page = context().new_page()
    answer = page.goto(f"{site}services/mei-you/zhe-ge/")
    assert answer is not None
    assert answer.status == 404
    assert heading(page) == "没有找到这个页面"
    write(page, "补贴")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}search/?q={quote('补贴')}")
    expect(page.locator(".gs-results-link").first).to_be_visible()


def test_wrong_address_shows_the_search_box_on_a_phone(context: MakeContext, site: str) -> None:
    """The page names the box above it, which is there without a tap, and which its button folds."""
    page = context(PHONE).new_page()
    page.goto(f"{site}mei-you/")
    box, button = page.locator("header [name=q]"), page.get_by_role("banner").get_by_role("button", name="搜索").last
    expect(box).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    button.click()
    expect(box).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "node", "words"),
    [
        ("services/", ".gs-brand__name", ("虚谷镇", "便民", "服务", "大厅")),
        ("notices/dibao-gongshi-2026-11/", "h1", ("2026年", "批准", "最低", "生活", "保障")),
        (
            f"search/?q={quote('周六上班吗')}",
            ".gs-results-card dd:first-of-type",
            ("上午8:30—12:00", "下午13:30—17:00"),
        ),
    ],
)
def test_lines_end_between_words(
    context: MakeContext, site: str, address: str, node: str, words: tuple[str, ...]
) -> None:
    """On a phone the hall's name, a title and hours take several lines, and none ends within a word."""
    page = context(PHONE).new_page()
    page.goto(site + address)
    text, rows = page.locator(node).evaluate(
        """node => {
            const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), rows = [], range = document.createRange();
            while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at++) {
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + 1);
                rows.push(range.getClientRects()[0]?.top);
            }
            return [node.textContent, rows];
        }"""
    )
    assert len(set(rows)) > 1
    parted = [word for word in words if len(set(rows[text.index(word) : text.index(word) + len(word)])) > 1]
    assert parted == []


def test_name_is_not_cut_in_the_elder_look(context: MakeContext, site: str) -> None:
    """Where it is larger, the hall's name may break within a word, but is there to its end."""
    page = context(PHONE, first="localStorage.setItem('gongshi.elder', '1')").new_page()
    page.goto(f"{site}services/")
    cut = page.locator(".gs-brand__name").evaluate("node => node.scrollHeight - node.clientHeight")
    assert cut <= 2  # a line would be more


# ---- one service ----


def test_service_page_answers_the_six_questions(page: Page, site: str) -> None:
    """A service says who may apply, what to bring, how long, how much, how often, whom to ask, where and when."""
    page.goto(f"{site}services/linshi-jiuzhu/")
    data = demo()
    service, hall = data.services["linshi-jiuzhu"], data.site.hall
    assert service.time_limits is not None
    assert service.time_limits.promised is not None
    facts = page.locator(".gs-facts > div").all()
    said = """node => {
        const parts = [...node.querySelector("dd").childNodes], spans = parts.filter(part => part.className === "gs-unbroken");
        const last = spans.length ? parts.indexOf(spans[spans.length - 1]) : 0;
        return parts.slice(0, last + 1).map(part => part.textContent).join("").trim();
    }"""
    answers = {fact.locator("dt").text_content(): fact.evaluate(said) for fact in facts}
    assert answers == {
        "谁能办": f"{'、'.join(service.audience)}：{'；'.join(service.conditions)}",
        "带什么": "2 至 3 种材料，看您的情况",
        "要多久": f"{service.time_limits.promised.days}个工作日",
        "多少钱": "不收费",
        "要跑几趟": f"{service.visits} 次",
        "预约": "不用预约，直接来",
        "去哪办": f"{hall.name}4号窗口（民政救济）",
        "什么时候去": hall.hours,
    }
    expect(page.locator(".gs-contact").get_by_role("link", name="0300-0000104")).to_be_visible()
    assert heading(page) == service.name
    expect(page.locator(".gs-lead")).to_have_text(service.summary or "")
    assert page.locator(".gs-materials > li").count() == len(service.materials)
    assert page.locator(".gs-steps > li").count() == len(service.steps)


def test_former_services_lead_to_their_successors(page: Page, site: str) -> None:
    """The page of an abolished or renamed service says so at once, shows no facts, and leads to its successor."""
    data = demo()
    former = [service for service in data.services.values() if service.status.state in ("取消", "更名")]
    assert {service.status.state for service in former} == {"取消", "更名"}
    for service in former:
        page.goto(f"{site}services/{service.id}/")
        expect(page.locator("h1 .gs-tag")).to_have_text(f"已{service.status.state}")
        expect(page.locator(".gs-callout--off")).to_contain_text(service.status.reason or "待补充")
        expect(page.locator(".gs-facts")).to_have_count(0)
        if successor := data.services.get(service.status.successor or ""):
            page.locator(".gs-callout--off a").click()
            page.wait_for_url(f"{site}services/{successor.id}/")
            assert heading(page) == successor.name


def test_gaps_are_shown(page: Page, site: str) -> None:
    """What is still to be collected reads 待补充, under a warning, on services, windows and regulations."""
    assert demo().services["jiti-tudi-suoyouquan"].fee is None
    page.goto(f"{site}services/jiti-tudi-suoyouquan/")
    expect(page.locator(".gs-facts div").filter(has_text="多少钱").locator("dd")).to_have_text("待补充")
    expect(page.locator(".gs-callout--gap").first).to_contain_text("还不完整，请以窗口答复为准")
    page.goto(f"{site}windows/shicai/")
    expect(page.locator("#duties + .gs-callout--gap")).to_have_text("待补充")
    page.goto(f"{site}regulations/")
    expect(page.locator(".gs-wall li").filter(has_text="待补充")).not_to_have_count(0)
    expect(page.locator(".gs-wall li")).to_have_count(9)


# ---- dark, 长辈版 ----


def test_dark_is_remembered(page: Page, site: str) -> None:
    """The toggle turns the pages dark and light again, and every later page stays as chosen."""
    page.goto(site)
    light = background(page, "body")
    page.get_by_title("切换到深色").click()
    expect(page.locator("html")).to_have_class(re.compile("gs-dark"))
    dark = background(page, "body")
    assert sum(light) > 600
    assert sum(dark) < 150
    page.goto(f"{site}services/linshi-jiuzhu/")
    assert background(page, "body") == dark
    page.get_by_title("切换到浅色").click()
    page.reload()
    assert background(page, "body") == light


def test_dark_follows_the_device(context: MakeContext, site: str) -> None:
    """A device that prefers dark gets dark pages without a press, and its visitor may still choose light ones."""
    page = context(dark=True).new_page()
    page.goto(site)
    expect(page.locator("html")).to_have_class(re.compile("gs-dark"))
    page.get_by_title("切换到浅色").click()
    page.goto(f"{site}posters/")
    expect(page.locator("html")).not_to_have_class(re.compile("gs-dark"))


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_elder_version_enlarges_and_is_remembered(context: MakeContext, site: str, size: tuple[int, int]) -> None:
    """长辈版 sets all text at least a quarter larger, holds over navigation, and one more press ends it."""
    page = context(size).new_page()
    page.goto(f"{site}services/linshi-jiuzhu/")
    kinds = ["h1", ".gs-lead", ".gs-facts dt", ".gs-facts dd", ".gs-materials__detail", ".gs-nav a", ".gs-footer p"]
    script = "(node) => parseFloat(getComputedStyle(node).fontSize)"

    def sizes() -> list[float]:
        return [page.locator(kind).first.evaluate(script) for kind in kinds]

    button = page.locator("[data-gs-elder]")
    normal = sizes()
    expect(button).to_have_text("长辈版")
    button.click()
    expect(button).to_have_text("标准版")
    expect(button).to_have_attribute("aria-pressed", "true")
    large = sizes()
    assert [kind for kind, was, now in zip(kinds, normal, large, strict=True) if now < 1.25 * was] == []
    if size == PHONE:
        page.get_by_role("button", name="栏目").click()
    page.get_by_role("navigation", name="栏目").get_by_role("link", name="公示公告").click()
    page.wait_for_url(f"{site}notices/")
    expect(page.locator("html")).to_have_class(re.compile("gs-elder"))
    page.goto(f"{site}services/linshi-jiuzhu/")
    assert sizes() == large
    button.click()
    page.reload()
    assert sizes() == normal
    expect(button).to_have_attribute("aria-pressed", "false")


# ---- paper ----


@pytest.mark.parametrize("name", ["linshi-jiuzhu", "zuidi-shenghuo-baozhang", "nongcun-jianfang"])
def test_service_prints_on_a_few_sheets(page: Page, site: str, name: str) -> None:
    """A service prints on one to three sheets of A4 with all its text and without menu, search or buttons."""
    page.goto(f"{site}services/{name}/")
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert 1 <= len(reader.pages) <= 3
    width, height = (float(number) for number in reader.pages[0].mediabox.upper_right)
    assert (round(width), round(height)) == (595, 842)
    raw = "".join(sheet.extract_text() for sheet in reader.pages)
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", raw))  # some characters come out as radicals
    for part in (demo().services[name].name, "需要带的材料", "办理流程", "投诉电话", "0300-0000112", "核对日期"):
        assert part in text
    for part in ("搜索", "长辈版", "海报打印", "打印本页", "跳到正文"):
        assert part not in text


UNFIT_FOR_PAPER = """() => [...document.querySelectorAll("body, #content *, header *, footer *")].filter(node => {
    const style = getComputedStyle(node), clear = /, 0\\)$/.test(style.backgroundColor);
    const light = colour => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + +part, 0);
    const inked = !clear && light(style.backgroundColor) < 690 && !node.matches(".gs-facts, .gs-keys"); // they draw lines so
    const written = [...node.childNodes].some(each => each.nodeType === 3 && each.data.trim());
    return node.getClientRects().length && (inked || written && light(style.color) > 400);
}).map(node => node.outerHTML.slice(0, 80))"""
"""Elements that would print as a dark area or as pale text."""


@pytest.mark.parametrize("first", ["", ELDER], ids=["standard", "elder"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_print_is_black_on_white(context: MakeContext, site: str, dark: bool, first: str) -> None:
    """On paper every page is white with black text and without menu, search and buttons, however the screen looks."""
    page = context(dark=dark, first=first).new_page()
    page.emulate_media(media="print", color_scheme="dark" if dark else "light")
    for address in ("services/linshi-jiuzhu/", "regulations/xianshi-banjie/", "results/2026-Q3/", "supervision/"):
        page.goto(site + address)
        for selector in (".gs-nav", ".gs-search", ".gs-tools", ".gs-skip", ".gs-poster-links"):
            for part in page.locator(selector).all():
                expect(part).to_be_hidden()
        assert page.evaluate(UNFIT_FOR_PAPER) == [], address
        assert background(page, "body") == (255, 255, 255)


def test_poster_page_shows_every_poster(page: Page, site: str) -> None:
    """Each thumbnail of the print centre loads, and each link beside it gives a PDF."""
    page.goto(f"{site}posters/")
    images = page.locator(".gs-gallery img")
    assert images.count() >= 20
    page.evaluate("() => document.querySelectorAll('.gs-gallery img').forEach(image => { image.loading = 'eager'; })")
    page.wait_for_function("() => [...document.querySelectorAll('.gs-gallery img')].every(image => image.complete)")
    widths = images.evaluate_all("images => images.map(image => image.naturalWidth)")
    assert min(widths) > 100
    items = page.locator(".gs-gallery > li").all()
    own = [item.locator("a.gs-button").evaluate_all("links => links.map(link => link.href)") for item in items]
    links = [link for found in own for link in found]
    assert len(own) == images.count() and min(map(len, own)) >= 1 and len(links) == len(set(links))
    for link in links:
        with urllib.request.urlopen(link) as answer:
            assert answer.status == 200
            assert answer.read(5) == (b"\x89PNG\r" if link.endswith(".png") else b"%PDF-")


def test_chosen_sheets_are_saved_as_one_file(page: Page, site: str, tmp_path: Path) -> None:
    """Two of one kind, all of another, and a picture, in the variant that there is; the bar goes when nothing is chosen."""
    page.goto(f"{site}posters/")
    bar = page.locator("#gs-chosen")
    expect(bar).to_be_hidden()
    for box in page.locator("#guide-list input").all()[:2]:
        box.check()
    page.locator("[data-gs-all=bulletin-list]").click()
    page.locator("#screen-list input").first.check()
    count = 3 + page.locator("#bulletin-list > li").count()
    expect(bar).to_contain_text(f"已选 {count} 份")
    with page.expect_download() as download:
        bar.get_by_text("下载省墨的").click()
    download.value.save_as(tmp_path / "chosen.zip")
    with zipfile.ZipFile(tmp_path / "chosen.zip") as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == count and all(
            name.endswith(("-ink.pdf", "px.png")) for name in archive.namelist()
        )
    bar.get_by_text("不选了").click()
    expect(bar).to_be_hidden()


# ---- without JavaScript, without a mouse ----


def test_service_is_complete_without_javascript(context: MakeContext, site: str) -> None:
    """Without JavaScript a service page shows everything and no button that would do nothing."""
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{site}services/linshi-jiuzhu/")
    assert heading(page) == "临时救助"
    expect(page.locator(".gs-facts")).to_be_visible()
    for title in ("需要带的材料", "受理条件", "办理流程", "办理时限", "依据哪些规定", "常见问题"):
        expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.get_by_text("申请没有通过，不服怎么办？")).to_be_visible()
    for button in page.locator("button:not([type=submit]), .gs-chip").all():
        expect(button).to_be_hidden()


@pytest.mark.parametrize("start", ["", "services/linshi-jiuzhu/"])
def test_search_without_javascript_leads_to_the_list(context: MakeContext, site: str, start: str) -> None:
    """Without JavaScript the search box submits to the search page, which offers the list of all services."""
    page = context(java_script_enabled=False).new_page()
    page.goto(site + start)
    box(page).fill("低保")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}search/?q={quote('低保')}")
    page.locator("#content").get_by_role("link", name="办事指南").click()
    page.wait_for_url(f"{site}services/")
    expect(page.locator(".gs-list__name").get_by_text("临时救助", exact=True)).to_be_visible()


FOCUSED = """() => { // a ring counts when it stands out from its ground by 3:1 (WCAG 1.4.11)
    const node = document.activeElement;
    const area = node.getBoundingClientRect(), style = getComputedStyle(node), edge = parseFloat(style.outlineWidth);
    const light = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
        .map(part => part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92)
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0.05);
    let ground = node.parentElement;
    while (/, 0\\)$/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
    const contrast = [style.outlineColor, getComputedStyle(ground).backgroundColor].map(light).sort((a, b) => b - a);
    return {
        what: node.classList[0] || node.name || node.textContent.trim(),
        visible: area.width > 1 && area.left >= 0 && area.left < innerWidth && area.top >= 0 && area.top < innerHeight,
        ringed: node.matches(".gs-skip") ||
            style.outlineStyle !== "none" && edge >= 1 && contrast[0] / contrast[1] >= 3,
    };
}"""


def test_keyboard_reaches_everything_in_order(page: Page, site: str) -> None:
    """Tab reaches the skip link, home, search, the tools and the menu in this order, each visibly marked."""
    page.goto(f"{site}services/linshi-jiuzhu/")
    stops = []
    for _ in range(8):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert [stop["what"] for stop in stops] == [
        "gs-skip", "gs-brand", "q", "搜索", "gs-elder-button", "gs-dark-button", "首页", "办事指南",
    ]  # fmt: skip
    assert [stop["what"] for stop in stops if not stop["visible"]] == []
    assert [stop["what"] for stop in stops if not stop["ringed"]] == []


def test_skip_link_skips(page: Page, site: str) -> None:
    """The skip link appears on the first Tab, and Enter moves the next Tab into the text."""
    page.goto(f"{site}services/linshi-jiuzhu/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#content') !== null")


def test_open_suggestions_are_accessible(context: MakeContext, site: str) -> None:
    """axe finds nothing while the list of suggestions is open and an option is selected."""
    page = context(PHONE).new_page()
    page.goto(site)
    write(page, "补贴")
    page.keyboard.press("ArrowDown")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


# ---- hostile content ----


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Address and folder of a site whose texts try to be markup, script and template."""
    texts = minimal_content()
    service = texts["services/linshi-jiuzhu.yml"].replace("name: 临时救助\n", f"name: '{HOSTILE}'\n", 1)
    service = re.sub(r"(?m)^summary: .*$", f"summary: '{SUMMARY}'", service)
    place = texts["site.yml"].replace("name: 虚谷镇便民服务大厅", f"name: '{HALL}'")
    place += f"slogans:\n  indoor: ['{SLOGAN}']\n  outdoor: '{SLOGAN}'\n"
    folder = tmp_path_factory.mktemp("hostile")
    project = make_project(folder / "project", {"services/linshi-jiuzhu.yml": service, "site.yml": place})
    publish_project(project, MkDocs(), site=folder / PATH)
    with served(folder) as address:
        yield address, folder / PATH


def test_hostile_texts_stay_texts(context: MakeContext, hostile: tuple[str, Path]) -> None:
    """No text of the content ever runs, on any page: no dialog, no error, no request, no element of its own."""
    address, folder = hostile
    page, complaints = context().new_page(), Complaints(address)
    complaints.watch(page)
    for name in addresses(folder):
        page.goto(address + name)
        assert page.locator("img[src='x'], i[onclick], b:has-text('虚谷')").count() == 0, name
    page.mouse.click(640, 300)
    assert complaints.found == []


def test_hostile_texts_are_shown_as_written(context: MakeContext, hostile: tuple[str, Path]) -> None:
    """Title, heading, summary, slogan and hall name show every character as it was written."""
    address, _ = hostile
    page = context().new_page()
    page.goto(f"{address}services/linshi-jiuzhu/")
    assert page.title() == f"{HOSTILE} - {HALL}"
    assert heading(page) == HOSTILE
    expect(page.locator(".gs-lead")).to_have_text(SUMMARY)
    expect(page.locator(".gs-brand__name")).to_have_text(HALL)
    page.goto(address)
    assert page.title() == HALL
    expect(page.locator(".gs-hero__slogans span")).to_have_text(SLOGAN)
    expect(page.locator(".gs-banner")).to_have_text(SLOGAN)
    expect(page.locator(".gs-cards strong")).to_have_text(HOSTILE)
    expect(page.locator(".gs-cards__text")).to_have_text(SUMMARY)


def test_hostile_texts_are_shown_as_found(context: MakeContext, hostile: tuple[str, Path]) -> None:
    """Suggestions and results show a hostile name and summary as written, and run nothing of them or of the query."""
    address, _ = hostile
    page, complaints = context().new_page(), Complaints(address)
    complaints.watch(page)
    page.goto(address)
    write(page, "alert(1)")
    expect(options(page).first.locator(".gs-search-title")).to_have_text(HOSTILE)
    expect(options(page).first.locator(".gs-search-summary")).to_contain_text("{{ 7*7 }} **b** <img")
    query = "<img src=x onerror=alert(9)>"
    page.goto(f"{address}search/?q={quote(query)}")
    expect(page.get_by_role("status")).to_contain_text(f"“{query}”")
    assert box(page).input_value() == query
    page.goto(f"{address}search/?q=alert")
    expect(page.locator(".gs-results-link .gs-search-title").first).to_have_text(HOSTILE)
    assert page.locator("img[src='x']").count() == 0
    assert complaints.found == []

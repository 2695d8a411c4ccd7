"""Every kind of page for everybody: what axe finds in each look, magnified pages, forced colours, keyboard, no scripts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect
from site_server import DESKTOP, PATH, MakePage, addresses, opening, served

from generator.site.addresses import LISTS, RECORD_PAGES

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

PHONE = (375, 740)
CARE = "services/zuidi-shenghuo-baozhang/"
FOUND, LOST = f"search/?q={quote('低保')}", f"search/?q={quote('xqzzk')}"
CONTRAST = {"runOnly": ["color-contrast", "link-in-text-block"]}
STRICT = {"color-contrast-enhanced": {"enabled": True}}
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
LOOKS: dict[str, dict[str, Any]] = {
    "": {"rules": {"target-size": {"enabled": True}}},
    "gs-dark": CONTRAST,  # which differs from light in nothing but colours
    "gs-elder": {"rules": STRICT},
    "gs-elder gs-dark": {"runOnly": ["color-contrast-enhanced", "link-in-text-block"], "rules": STRICT},
    "gs-kiosk": {"rules": {"color-contrast": {"enabled": False}}},  # its colours are those of light
}
"""Classes of a look -> what axe is told. It cannot judge forced colours: it reads them before the system forces them."""
WEAR = """([look]) => {
    const root = document.documentElement.classList;
    ["gs-dark", "gs-elder", "gs-kiosk"].forEach(name => root.toggle(name, look.split(" ").includes(name)));
    return look === "gs-kiosk" && gongshi.script(gongshi.asset("kiosk.js"));
}"""
RUN = """options => axe.run(document, {resultTypes: ["violations"], preload: false, ...options}).then(found =>
    found.violations.flatMap(one => one.nodes.map(node => [one.id, node.target.join(" "), node.failureSummary])))"""
CUT_OFF = """() => {
    const width = document.documentElement.clientWidth, found = [];
    const inner = node => (range => (range.selectNodeContents(node), range.getBoundingClientRect()))(document.createRange());
    const tell = (what, node) => found.push(`${what} ${node.outerHTML.slice(0, 80)}`);
    scrollTo(9999, 0);
    if (scrollX) found.push(`sideways ${scrollX}`);
    scrollTo(0, 0);
    document.querySelectorAll("body *").forEach(node => {
        if (!node.getClientRects().length || node.closest(".gs-scroll *, .gs-skip, .gs-sr, .gs-search-status, svg")) return;
        const box = node.getBoundingClientRect(), style = getComputedStyle(node);
        if ((box.right > width + 1 || box.left < -1) && !node.closest(".gs-hero")) tell("sticks out", node);
        if (node.matches(".gs-scroll")) {
            if (node.scrollWidth > node.clientWidth + 1 && node.tabIndex < 0) tell("not reached by keyboard", node);
        } else if (node.clientWidth && !node.matches("input, select")) {
            if (style.overflowX !== "visible" && node.scrollWidth > node.clientWidth + 1) tell("cut at its side", node);
            if (node.matches(".gs-button") && inner(node).width > box.width) tell("too narrow", node);
            if (/hidden|clip/.test(style.overflowY) && node.scrollHeight > node.clientHeight + 2) tell("cut below", node);
        }
    });
    return found;
}"""
COVERED = """() => {
    const node = document.activeElement, box = node.getBoundingClientRect();
    const top = document.elementFromPoint((box.left + box.right) / 2, Math.min((box.top + box.bottom) / 2, innerHeight - 1));
    return top && (node.contains(top) || top.contains(node)) ? null : node.outerHTML.slice(0, 80);
}"""


@pytest.fixture(scope="module")
def site(root: Path) -> Iterator[str]:
    """Address of the home page."""
    with served(root) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[MakePage]:
    """A function that opens a page in a browser of its own and fails the test on any complaint."""
    with opening(browser, site, CARE) as make:
        yield make


@pytest.fixture(scope="module")
def kinds(root: Path) -> tuple[str, ...]:
    """One address of each kind of page: all lists, a record of each kind, prose, a search that finds and one that does not."""
    known = addresses(root / PATH)
    records = [next(one for one in known if one.startswith(kind) and one not in LISTS) for kind in RECORD_PAGES]
    records[RECORD_PAGES.index("services/")] = CARE
    return (*(one for one in LISTS if one != "search/"), *records, FOUND, LOST, "about/", "404.html")


def visit(page: Page, address: str) -> None:
    """Open ``address`` and wait for what scripts add to it; on a guide a situation is chosen and a material ticked."""
    page.goto(address)
    if "search/?" in address:
        expect(page.locator(".gs-results [role=status]")).to_contain_text(re.compile("找到|没有"))
    if address.endswith(CARE):
        page.get_by_label("一般家庭").check()
        page.get_by_role("checkbox", name="居民身份证").check()


# ---- axe ----


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing(open_page: MakePage, site: str, kinds: tuple[str, ...], size: tuple[int, int]) -> None:
    """axe, with its advice on good practice, finds nothing on any kind of page in any look."""
    page = open_page("404.html", size=size, first=AXE)
    found = []
    for address in kinds:
        visit(page, site + address)
        for look, options in LOOKS.items():
            page.evaluate(WEAR, [look])
            found += [(address, look, *each) for each in page.evaluate(RUN, options)]
    assert found == []


# ---- magnified, coloured by the system, without motion ----


@pytest.mark.parametrize("size", [(320, 568), (320, 225)], ids=["small phone", "1280 pixels at 400 %"])
def test_nothing_is_lost_when_it_is_narrow(
    open_page: MakePage, site: str, kinds: tuple[str, ...], size: tuple[int, int]
) -> None:
    """At 320 px no page moves sideways and nothing is cut off; wide tables scroll by themselves, by keyboard too."""
    page = open_page("404.html", size=size)
    found = []
    for address in kinds:
        visit(page, site + address)
        for look in ("", "gs-elder", "gs-kiosk"):
            page.evaluate(WEAR, [look])
            found += [(address, look, each) for each in page.evaluate(CUT_OFF)]
    assert found == []


@pytest.mark.parametrize("size", [(360, 740), (320, 225)], ids=["phone", "1280 pixels at 400 %"])
@pytest.mark.parametrize("address", [CARE, f"{CARE}?kiosk", "posters/"])
def test_bars_cover_no_focus(open_page: MakePage, address: str, size: tuple[int, int]) -> None:
    """Whatever Tab reaches stands clear of the bars that stay at the foot of the screen."""
    page = open_page(address, size=size)
    if address == "posters/":
        page.locator(".gs-gallery input").first.check()
    covered = []
    for _ in range(60):
        page.keyboard.press("Tab")
        covered.append(page.evaluate(COVERED))
    assert [each for each in covered if each] == []


def line(page: Page, selector: str) -> tuple[str, str, str]:
    """Style and width of the outline of an element, and the colour of its lower edge."""
    script = (
        "node => (style => [style.outlineStyle, style.outlineWidth, style.borderBottomColor])(getComputedStyle(node))"
    )
    told: list[str] = page.locator(selector).first.evaluate(script)
    return told[0], told[1], told[2]


def test_forced_colours_tell_what_is_chosen(open_page: MakePage, site: str) -> None:
    """Where the system paints, chosen, current and focused things and buttons have lines of their own, ticks are seen."""
    page = open_page(size=DESKTOP, forced_colors="active")
    box = page.get_by_label("一般家庭")
    bare = box.screenshot()
    page.locator(".gs-nav a").first.focus()
    page.keyboard.press("Tab")
    assert line(page, ".gs-nav a:focus-visible")[0] == "solid"
    current, other = line(page, ".gs-nav a[aria-current]")[2], line(page, ".gs-nav a:not([aria-current])")[2]
    assert current != other
    assert line(page, ".gs-chip:has(:not(:checked))")[0] == "none"
    box.check()
    page.locator("h1").click()
    assert line(page, ".gs-chip:has(:checked)")[0] == "solid"
    assert box.screenshot() != bare
    for edged in (".gs-search button[type=submit]", ".gs-elder-button", ".gs-dark-button", ".gs-open", ".gs-button"):
        assert page.locator(edged).first.evaluate("node => parseFloat(getComputedStyle(node).borderTopWidth)") > 0, (
            edged
        )
    page.goto(f"{site}by-event/")
    assert line(page, ".gs-views a[aria-current]")[0] == "solid"
    page.goto(site)
    page.locator(".gs-search [name=q]").fill("低保")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert line(page, "[role=option][aria-selected=true]")[0] == "solid"


def test_nothing_moves(open_page: MakePage, site: str) -> None:
    """No page moves by itself or fades, so that who asks for less motion needs nothing else."""
    page = open_page(size=DESKTOP)
    for address in ("", CARE, "results/2026-Q3/", "posters/"):
        page.goto(site + address)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter(node => (style => style.transitionDuration !== "0s" ||
                style.animationName !== "none" || style.scrollBehavior !== "auto")(getComputedStyle(node)))
                .map(node => node.tagName)"""
        )
        assert moving == []


# ---- lines ----


PARTED = """() => {
    const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        for (const hours of node.data.matchAll(/[0-9]{1,2}:[0-9]{2}—[0-9]{1,2}:[0-9]{2}/g)) {
            const range = document.createRange();
            range.setStart(node, hours.index);
            range.setEnd(node, hours.index + hours[0].length);
            if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(hours[0]);
        }
    }
    return found;
}"""


def test_hours_stay_in_one_line(open_page: MakePage, site: str) -> None:
    """8:30—12:00 never ends a line in its middle, however wide the page is."""
    page = open_page(size=PHONE)
    for address in ("", CARE, "windows/minzheng/", "my-errands/"):
        page.goto(site + address)
        for width in range(320, 420, 6):
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate(PARTED) == [], (address, width)


def test_links_of_the_footer_stay_in_one_line(open_page: MakePage) -> None:
    """A short name in the footer is not parted, in any look."""
    page = open_page(size=PHONE)
    script = """() => [...document.querySelectorAll(".gs-footer a")].filter(link => link.textContent.length < 8)
        .filter(link => { const range = document.createRange(); range.selectNodeContents(link);
            return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1; })
        .map(link => link.textContent)"""
    for width in range(320, 420, 6):
        page.set_viewport_size({"width": width, "height": 740})
        for look in ("", "gs-elder"):
            page.evaluate(WEAR, [look])
            assert page.evaluate(script) == [], (width, look)


# ---- by keyboard alone, and without scripts ----


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on what ``wanted`` says: a text, or the label of a box."""
    script = """() => { const node = document.activeElement, label = node.closest("label");
        return (label || node).textContent.trim() + (node.matches(":focus-visible") ? "" : " (not seen)"); }"""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(script) == wanted:
            return
    raise AssertionError(f"Tab does not reach {wanted}")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_keyboard_leads_from_home_to_the_printed_list(open_page: MakePage, site: str, size: tuple[int, int]) -> None:
    """With keys alone: home, search, guide, situation, every material ticked, list printed; the focus is always seen."""
    page = open_page("", size=size, first="window.print = () => { window.printed = true; };")
    page.keyboard.press("/")
    page.keyboard.type("低保")
    expect(page.locator("[role=option]").first).to_contain_text("最低生活保障")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(site + CARE)
    expect(page.locator("[data-gs-told]")).not_to_be_empty()
    tab_to(page, "一般家庭")
    page.keyboard.press("Space")
    for name in page.locator("[data-gs-materials] > li:visible .gs-materials__name").all_inner_texts():
        tab_to(page, name)
        page.keyboard.press("Space")
    expect(page.locator("[data-gs-told]")).to_have_text("4 样都备好了，可以出门了。")
    tab_to(page, "打印清单")
    page.keyboard.press("Enter")
    page.wait_for_function("window.printed")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_list_of_all_leads_to_the_guide_without_scripts(open_page: MakePage, site: str, size: tuple[int, int]) -> None:
    """Without JavaScript: home, the list of all services, the guide with all that it says, and a form to tick on paper."""
    page = open_page("", size=size, java_script_enabled=False)
    page.get_by_role("navigation", name="栏目").get_by_role("link", name="办事指南").click()
    page.wait_for_url(f"{site}services/")
    page.get_by_role("link", name="最低生活保障", exact=False).first.click()
    page.wait_for_url(site + CARE)
    assert page.locator("[data-gs-materials] > li").count() == 8
    for title in ("需要带的材料", "受理条件", "办理流程", "办理时限", "不批准怎么办"):
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
    expect(page.locator(".gs-callbar").get_by_role("link", name="打电话") if size == PHONE
           else page.locator(".gs-contact .gs-phone").first).to_be_visible()  # fmt: skip
    for button in page.locator("button:not([type=submit])").all():
        expect(button).to_be_hidden()


def test_windows_are_found_as_windows(open_page: MakePage) -> None:
    """What the search finds says that a window is one, and not that it is a page."""
    page = open_page(f"search/?q={quote('民政救济窗口')}")
    first = page.locator(".gs-results-link", has_text="民政救济").filter(has=page.locator("[class=gs-search-kind]"))
    expect(first.filter(has_text="窗口").first).to_be_visible()
    kinds = page.locator(".gs-results-link[href*='windows/'] .gs-search-kind").all_inner_texts()
    assert kinds and set(kinds) == {"窗口"}

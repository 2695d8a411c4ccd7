"""The page of a service and the list of several errands in a real browser: what a resident chooses, ticks and takes."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from site_server import DESKTOP, PATH, PHONE, MakePage, opening, publish_when_free, served

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

PROJECT = Path(__file__).parents[2]
DAY = date(2026, 11, 21)
CARE, AID, HOUSE = "zuidi-shenghuo-baozhang", "linshi-jiuzhu", "nongcun-jianfang"
GENERAL = {"居民身份证", "最低生活保障申请书", "家庭经济状况申报材料", "本人银行账户信息"}
"""What an ordinary household brings for 最低生活保障."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the demo site, without sheets."""
    folder = tmp_path_factory.mktemp("host")
    publish_when_free(PROJECT, "none", DAY, folder / PATH)
    with served(folder) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[MakePage]:
    """A function that opens an address in a browser of its own and fails the test on any complaint."""
    with opening(browser, site, f"services/{CARE}/") as make:
        yield make


def materials(page: Page) -> list[str]:
    """The names of the materials that are shown."""
    return page.locator("[data-gs-materials] > li:visible .gs-materials__name").all_inner_texts()


def told(page: Page) -> Locator:
    """The line that says how many are ready."""
    return page.locator("[data-gs-told]")


def tick(page: Page, name: str) -> None:
    page.get_by_role("checkbox", name=name, exact=True).check()


def add(page: Page) -> None:
    """Put the service into the list of errands."""
    page.get_by_role("button", name="加入我的办事单").click()
    expect(page.get_by_role("button", name="移出我的办事单")).to_have_attribute("aria-pressed", "true")


def test_home_leads_to_a_ticked_list_in_three_screens(open_page: MakePage, site: str) -> None:
    """A first visit on a phone: home, the page of the service, one choice, and the list is exact and can be ticked."""
    page = open_page(size=PHONE)
    page.goto(site)
    page.get_by_role("link", name="最低生活保障").first.click()
    page.locator(".gs-callbar").get_by_role("link", name="带什么").click()
    page.get_by_label("一般家庭").check()
    assert set(materials(page)) == GENERAL
    for name in GENERAL:
        tick(page, name)
    expect(told(page)).to_have_text("4 样都备好了，可以出门了。")


def test_several_situations_need_what_each_needs(open_page: MakePage) -> None:
    """All that apply can be chosen; taken back, everything is listed again."""
    page = open_page(size=PHONE)
    page.get_by_label("家里有残疾人").check()
    page.get_by_label("请人代为申请").check()
    assert set(materials(page)) == GENERAL | {"残疾人证", "授权委托书"}
    page.get_by_label("家里有残疾人").uncheck()
    page.get_by_label("请人代为申请").uncheck()
    assert len(materials(page)) == 8
    expect(told(page)).to_have_text("先选上面的情况，只留您要带的。")


def test_choices_and_ticks_are_kept_until_they_are_cleared(open_page: MakePage, site: str) -> None:
    """What was chosen and ticked is there after a reload, on this page only, and gone when it is cleared."""
    page = open_page(size=PHONE)
    page.get_by_label("一般家庭").check()
    tick(page, "居民身份证")
    page.reload()
    expect(page.get_by_label("一般家庭")).to_be_checked()
    expect(page.get_by_role("checkbox", name="居民身份证")).to_be_checked()
    expect(told(page)).to_have_text("备好 1 样，还差 3 样。")
    page.goto(f"{site}services/{AID}/")
    expect(page.get_by_role("checkbox", name="居民身份证")).not_to_be_checked()
    page.go_back()
    page.get_by_role("button", name="清空").click()
    page.reload()
    expect(page.get_by_label("一般家庭")).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="居民身份证")).not_to_be_checked()


def test_ticks_of_an_earlier_list_are_taken_back(open_page: MakePage) -> None:
    """Where the guide has changed since, the page says so and nothing is ticked; the situation stays."""
    page = open_page(size=PHONE)
    page.get_by_label("一般家庭").check()
    tick(page, "居民身份证")
    page.evaluate(
        """id => {
            const [place] = Object.keys(localStorage).filter(key => key.startsWith("gongshi.errands"));
            const all = JSON.parse(localStorage.getItem(place));
            all.ticks[id].of = "older";
            localStorage.setItem(place, JSON.stringify(all));
        }""",
        CARE,
    )
    page.reload()
    expect(told(page)).to_contain_text("有变化，请重新核对")
    expect(page.get_by_label("一般家庭")).to_be_checked()
    expect(page.get_by_role("checkbox", name="居民身份证")).not_to_be_checked()


def test_nothing_leaves_the_device(open_page: MakePage) -> None:
    """Choosing, ticking, saving and adding ask nobody for anything."""
    page = open_page(size=PHONE)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("一般家庭").check()
    tick(page, "居民身份证")
    add(page)
    assert asked == []


def test_list_becomes_a_picture(open_page: MakePage) -> None:
    """The list is saved as a PNG of its own name, shown to be kept by a long press, and read out by its text."""
    page = open_page(size=PHONE)
    page.get_by_label("一般家庭").check()
    tick(page, "居民身份证")
    with page.expect_download() as download:
        page.get_by_role("button", name="存成图片").click()
    assert download.value.suggested_filename == "最低生活保障：要带的材料.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    picture = page.locator(".gs-picture img")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 750
    assert "☑ 1. 居民身份证\n☐ 2. 最低生活保障申请书" in (picture.get_attribute("alt") or "")


SHARED = "navigator.share = what => { window.shared = what; return Promise.resolve(); }"
COPIED = "navigator.share = undefined; navigator.clipboard.writeText = async text => { window.copied = text; }"


@pytest.mark.parametrize(("first", "told_as"), [(SHARED, "window.shared.text"), (COPIED, "window.copied")])
def test_list_becomes_a_message(open_page: MakePage, site: str, first: str, told_as: str) -> None:
    """The list is handed to the phone, or copied: its situation, its materials, where, when and the address."""
    page = open_page(size=PHONE)
    page.evaluate(first)
    page.get_by_label("一般家庭").check()
    page.get_by_role("button", name="发给家人").click()
    lines = page.evaluate(told_as).split("\n")
    assert lines[:3] == ["最低生活保障：要带的材料", "情况：一般家庭", "☐ 1. 居民身份证"]
    assert lines[-2:] == ["咨询电话：0300-0000104", f"{site}services/{CARE}/"]
    assert any(line.startswith("去哪办：虚谷镇便民服务大厅4号窗口") for line in lines)


def test_printed_list_is_the_chosen_one(open_page: MakePage, site: str) -> None:
    """On paper stand the chosen materials, the situation, the day, the address and where to go, and little else."""
    page = open_page(size=DESKTOP)
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.get_by_label("一般家庭").check()
    page.get_by_role("button", name="打印清单").click()
    page.emulate_media(media="print")
    expect(page.locator("[data-gs-printed]")).to_have_text(
        re.compile(rf"^情况：一般家庭　\d{{4}}-\d\d-\d\d 打印，以网页为准：{re.escape(site)}services/{CARE}/$")
    )
    assert set(materials(page)) == GENERAL
    expect(page.get_by_role("heading", name="去哪办、怎么去")).to_be_visible()
    for hidden in ("受理条件", "办理流程", "依据哪些规定", "本页目录"):
        expect(page.get_by_role("heading", name=hidden)).to_be_hidden()


def test_several_errands_make_one_list(open_page: MakePage, site: str) -> None:
    """Services put together: windows in order, each material once, a tick counts for all; removed, they are gone."""
    page = open_page(size=PHONE)
    page.get_by_label("一般家庭").check()
    tick(page, "居民身份证")
    add(page)
    for name in (HOUSE, AID):
        page.goto(f"{site}services/{name}/")
        add(page)
    page.goto(f"{site}my-errands/")
    stops = page.locator("[data-gs-windows] > li")
    expect(stops).to_have_count(2)
    expect(stops.nth(0)).to_contain_text(re.compile("4号窗口 民政救济.*最低生活保障.*一般家庭.*临时救助"))
    expect(stops.nth(1)).to_contain_text("8号窗口")
    names = materials(page)
    assert len(names) == len(set(names)) and set(names) > GENERAL
    card = page.get_by_role("checkbox", name="居民身份证", exact=True)
    expect(card).not_to_be_checked()
    card.check()
    expect(told(page)).to_have_text(f"备好 1 样，还差 {len(names) - 1} 样。")
    page.goto(f"{site}services/{AID}/")
    expect(page.get_by_role("checkbox", name="居民身份证", exact=True)).to_be_checked()
    page.goto(f"{site}my-errands/")
    page.get_by_role("button", name="移出 农村宅基地和建房审批").click()
    expect(stops).to_have_count(1)
    page.get_by_role("button", name="清空").click()
    expect(page.locator("[data-gs-empty]")).to_be_visible()
    expect(page.locator("[data-gs-visit]")).to_be_hidden()


def test_errands_are_those_of_the_guides_today(open_page: MakePage, site: str) -> None:
    """A list that was put together earlier is read anew; of a guide that is gone it says so."""
    page = open_page(size=PHONE)
    add(page)
    place = page.evaluate("Object.keys(localStorage).find(key => key.startsWith('gongshi.errands'))")
    kept = json.loads(page.evaluate("place => localStorage.getItem(place)", place))
    old = {**kept["visit"][0], "items": [{"key": "old", "name": "旧材料", "detail": ""}]}
    kept["visit"] = [old, {**old, "id": "nongcun-dibao", "name": "农村低保申报"}]
    page.evaluate("([place, all]) => localStorage.setItem(place, JSON.stringify(all))", [place, kept])
    page.goto(f"{site}my-errands/")
    expect(page.locator("[data-gs-windows]")).to_contain_text("农村低保申报这份指南现在打不开")
    assert "居民身份证" in materials(page)


def test_lists_work_where_nothing_may_be_kept(open_page: MakePage) -> None:
    """Where the browser keeps nothing, a list can be chosen and ticked as long as the page is open."""
    page = open_page(size=PHONE)
    forbid = "Storage.prototype.setItem = Storage.prototype.getItem = () => { throw new Error('forbidden'); }"
    page.evaluate(f"() => {{ {forbid} }}")
    page.get_by_label("一般家庭").check()
    tick(page, "居民身份证")
    expect(told(page)).to_have_text("备好 1 样，还差 3 样。")


def test_without_javascript_all_situations_are_listed(browser: Browser, site: str) -> None:
    """Without JavaScript each situation stands with its materials, the boxes can be ticked, no button does nothing."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site}services/{CARE}/")
    expect(page.get_by_text("按您的情况准备")).to_be_visible()
    tick(page, "居民身份证")
    assert len(materials(page)) == 8
    expect(page.locator(".gs-choose")).to_be_hidden()
    expect(page.locator(".gs-listbar")).to_be_hidden()
    page.goto(f"{site}my-errands/")
    expect(page.get_by_text("要用脚本功能")).to_be_visible()
    context.close()


def test_list_is_made_by_keyboard_alone(open_page: MakePage) -> None:
    """Tab and the space bar choose a situation and tick a material; the focus is always seen."""
    page = open_page(size=DESKTOP)
    page.get_by_label("一般家庭").focus()
    page.keyboard.press("Space")
    for _ in range(5):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="居民身份证")).to_be_checked()
    expect(told(page)).to_have_text("备好 1 样，还差 3 样。")


@pytest.mark.parametrize("size", [(320, 640), PHONE, DESKTOP])
def test_chosen_list_is_accessible(open_page: MakePage, site: str, size: tuple[int, int]) -> None:
    """axe finds nothing on the page with a choice made, nor on the list of errands, and nothing moves sideways."""
    page = open_page(size=size)
    page.get_by_label("家里有残疾人").check()
    tick(page, "居民身份证")
    add(page)
    for address in (f"services/{CARE}/", "my-errands/", "by-initial/", "bundles/shenhou/"):
        page.goto(site + address)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


TARGETS = """() => [...document.querySelectorAll(
    ".gs-service__main :is(button, label, summary, .gs-button, .gs-materials__more, .gs-index a), .gs-callbar a")]
    .filter(node => node.getClientRects().length)
    .map(node => [node.textContent.trim(), node.getBoundingClientRect()])
    .filter(([, box]) => box.height < 43.9 || box.width < 43.9).map(([text]) => text)"""


def test_targets_are_large(open_page: MakePage) -> None:
    """What is pressed on a phone is at least 44 pixels wide and high."""
    page = open_page(size=PHONE)
    page.get_by_text("本页目录").first.click()
    assert page.evaluate(TARGETS) == []


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-24T02:00:00Z", "现在开门，到12:00"),
        ("2026-11-24T04:30:00Z", "现在休息，今天13:30再开"),
        ("2026-11-24T16:30:00Z", "现在没开门，今天8:30开"),
        ("2026-11-27T12:00:00Z", "现在没开门，周一8:30开"),
    ],
)
def test_page_says_whether_it_is_open(open_page: MakePage, moment: str, said: str) -> None:
    """Beside the hours stands whether the window is open now by China's clock, and when it opens next."""
    page = open_page(size=PHONE, timezone_id="America/New_York")
    page.clock.set_fixed_time(moment)
    page.reload()
    expect(page.locator(".gs-facts [data-gs-open]")).to_have_text(said)


def test_last_day_is_counted(open_page: MakePage, site: str) -> None:
    """From the day on which the papers were complete follow the last days by promise and by law."""
    page = open_page()
    page.route("**/visits.js", lambda route: route.fulfill(status=200, body="0"))
    page.get_by_label("受理那天").fill("2026-11-23")
    page.get_by_role("button", name="算一算").click()
    lines = page.locator("[data-gs-answer] p")
    expect(lines).to_have_text(["日历没有读到，请检查网络再试，或者问窗口。"])
    page.unroute("**/visits.js")
    page.get_by_role("button", name="算一算").click()
    expect(lines).to_have_text(
        [re.compile(r"^承诺时限：2026年12月28日（周一）$"), re.compile(r"^法定时限：2027年1月5日（周二）")]
    )
    expect(page.get_by_label("受理那天")).to_have_value("2026-11-23")


def test_header_of_a_phone_is_one_row(open_page: MakePage) -> None:
    """On a phone the header is at most 64 pixels high; its buttons show the search box, ready to write in, and the menu."""
    page = open_page(size=PHONE)
    assert (page.locator("header.gs-header").bounding_box() or {})["height"] <= 64
    menu = page.get_by_role("button", name="栏目")
    expect(page.get_by_role("navigation", name="栏目")).to_be_hidden()
    menu.click()
    expect(page.get_by_role("navigation", name="栏目")).to_be_visible()
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.locator(".gs-tools").get_by_role("button", name="搜索").click()
    expect(page.locator(".gs-search--header [name=q]")).to_be_focused()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_page_does_not_shift(open_page: MakePage, size: tuple[int, int]) -> None:
    """Nothing moves while the page and its script arrive."""
    page = open_page(size=size)
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(one => { window.shift += one.value; }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shift") == 0

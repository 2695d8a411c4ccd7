"""The site of a county in a browser: from a word to the halls of a place, by keyboard, on a phone, and without scripts."""

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from county.fleet import DAY, hall
from playwright.sync_api import Browser, Page, expect
from site_server import DESKTOP, PATH, PHONE, MakePage, opening, served

from generator.county.places import MOST_HALLS
from generator.county.site import county_files
from generator.county.summary import HallService

pytestmark = [pytest.mark.slow]

PLACES = [f"{first}{second}镇" for first in "青白云石" for second in "山水川岗"]
PAGES = [
    "",
    "services/",
    "letters/z/",
    "services/dibao/",
    "places/qingshanzhen/",
    "results/",
    "status/",
    "search/",
    "404.html",
]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RUN = """options => axe.run(document, {resultTypes: ["violations"], preload: false, ...options}).then(found =>
    found.violations.flatMap(one => one.nodes.map(node => [one.id, node.target.join(" "), node.failureSummary])))"""
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
LOOKS = {"": {"rules": {"target-size": {"enabled": True}}}, "gs-dark": {"runOnly": ["color-contrast"]},
         "gs-elder": {"rules": {"color-contrast-enhanced": {"enabled": True}}}}  # fmt: skip
ODD = "<script>alert(1)</script>“很长的名称”" + "长" * 60


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the site of 640 halls in 16 places, 40 each; one hall is called oddly."""
    root = tmp_path_factory.mktemp("county")
    care = HallService("dibao", "最低生活保障审核确认", ("低保",))
    own = HallService("own", "果园补办证书", ("果园证",))
    halls = [
        hall(number, name=f"{PLACES[number % 16]}第{number // 16 + 1}便民服务中心", place=PLACES[number % 16],
             services=(care, HallService("zhunsheng", "生育登记", ("准生证",)), *((own,) if number == 16 else ())))
        for number in range(16 * 40)
    ]  # fmt: skip
    halls[32] = hall(32, name=ODD, place=PLACES[0], where=ODD, services=(HallService("zuidi", care.title),))
    assert MOST_HALLS >= 40
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.county.places.MOST_SERVICES", 2)
        for address, data in county_files("乌有县政务服务", "https://county.example/gongshi/", halls, DAY):
            path = root / PATH / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    with served(root) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[MakePage]:
    """A function that opens a page of the site; what goes wrong on it, and what it asks of others, fails the test."""
    with opening(browser, site, "") as make:
        yield make


def test_from_a_word_to_the_halls_of_a_place_by_keyboard(visit: MakePage) -> None:
    """低保, the suggestion, the place; the hall's link leads to its own page of the service."""
    page = visit("", PHONE)
    page.locator("[name=q]").first.focus()
    page.keyboard.type("低保")
    expect(page.locator(".gs-search-option").first).to_contain_text("最低生活保障审核确认")
    expect(page.locator(".gs-search-option").first).to_contain_text("640个大厅")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/dibao/")
    page.locator("#at-baichuanzhen summary").focus()
    page.keyboard.press("Enter")

    halls = page.locator("#at-baichuanzhen li a")
    expect(halls).to_have_count(40)
    expect(halls.first).to_contain_text("白川镇第10便民服务中心")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href").endswith(".example/gongshi/services/dibao/")


@pytest.mark.parametrize("query", ["dibao", "低保怎么申请", "最底生活保障"])
def test_service_is_found_however_it_is_written(visit: MakePage, query: str) -> None:
    """Letters, a question, and a wrong character: the search is that of the halls' own sites."""
    page = visit()
    page.locator("[name=q]").first.fill(query)

    expect(page.locator(".gs-search-option").first).to_contain_text("最低生活保障审核确认")


def test_what_one_hall_does_and_what_halls_are_called_is_found(visit: MakePage) -> None:
    """It leads to the hall, on the page of its place."""
    page = visit("search/?q=果园证")
    link = page.locator(".gs-results-link").first
    expect(link).to_contain_text("青山镇第2便民服务中心：果园补办证书")
    link.click()

    page.wait_for_url("**/places/qingshanzhen/#hall-hall-16")
    expect(page.locator(":target")).to_contain_text("青山镇第2便民服务中心")


def test_list_of_places_gets_shorter(visit: MakePage) -> None:
    """By characters, by letters; and a place that there is not."""
    page = visit()
    box, shown = page.locator("[data-gs-narrow]"), page.locator(".gs-places li:visible")
    expect(shown).to_have_count(16)
    box.fill("青")
    expect(shown).to_have_count(4)
    box.fill("yunshui")
    expect(shown).to_have_text(["云水镇40个大厅"])
    box.fill("没有")
    expect(shown).to_have_count(0)
    expect(page.locator("[data-gs-narrow-none]")).to_contain_text("没有这个地方")


def test_place_that_was_opened_is_first_the_next_time(visit: MakePage) -> None:
    """On this device; an address that names another comes before it."""
    page = visit("services/zhunsheng/")
    page.locator("#at-yunshuizhen summary").click()
    expect(page.locator("#at-yunshuizhen li")).to_have_count(40)
    page.goto(page.url.replace("zhunsheng", "dibao"))
    expect(page.locator(".gs-offers > :first-child li").first).to_contain_text("云水镇")
    page.goto(page.url + "#at-shishuizhen")
    page.reload()
    expect(page.locator("#at-shishuizhen li")).to_have_count(40)
    expect(page.locator("#at-yunshuizhen")).not_to_have_attribute("open", "")


def test_hall_of_an_odd_name_is_text_and_has_its_own_id_of_the_service(visit: MakePage) -> None:
    """In what scripts make, too."""
    page = visit("services/dibao/#at-qingshanzhen")
    odd = page.locator("#at-qingshanzhen li a", has_text="很长的名称")

    expect(odd).to_contain_text("<script>alert(1)</script>")
    expect(odd).to_have_attribute("href", "https://hall-32.example/gongshi/services/zuidi/")


def test_failing_part_says_so_and_can_be_tried_again(browser: Browser, site: str) -> None:
    """The line of a village goes; the page of the place is still a link."""
    page = browser.new_page()
    page.route("**/halls.js", lambda route: route.abort())
    page.goto(f"{site}services/dibao/")
    place = page.locator("#at-qingshanzhen")
    place.locator("summary").click()
    expect(place).to_contain_text("没有取到")
    page.unroute("**/halls.js")
    place.locator("summary").click()
    place.locator("summary").click()
    expect(place.locator("li")).to_have_count(40)
    expect(place.locator("[role=status]")).to_have_count(0)
    page.close()


def test_without_scripts_every_hall_is_reached(visit: MakePage) -> None:
    """Place by place; a service leads to the places that offer it."""
    page = visit("services/dibao/", java_script_enabled=False)
    page.locator("#at-qingshanzhen summary").click()
    page.locator("#at-qingshanzhen p a").click()

    page.wait_for_url("**/places/qingshanzhen/")
    expect(page.locator(".gs-hall-cards > li")).to_have_count(40)
    expect(page.locator("[data-gs-narrow]")).to_have_count(0)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("address", PAGES)
def test_page_is_for_everybody(visit: MakePage, address: str, look: str) -> None:
    """axe finds nothing, and nothing has to be scrolled sideways at 360 px and at 320."""
    page = visit(address, PHONE)
    wear(page, look)
    page.evaluate(AXE)
    assert page.evaluate(RUN, LOOKS[look]) == []
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        assert not page.evaluate(SIDEWAYS), width


@pytest.mark.parametrize("address", PAGES)
def test_page_is_for_everybody_on_a_desktop(visit: MakePage, address: str) -> None:
    """The same at 1,280 px."""
    page = visit(address, DESKTOP)
    page.evaluate(AXE)
    assert page.evaluate(RUN, LOOKS[""]) == []


def wear(page: Page, look: str) -> None:
    """Put a look on."""
    page.evaluate("look => look && document.documentElement.classList.add(look)", look)

"""The page of a long period in a real browser: 10,000 cases that a slow phone filters, sorts and pages."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from content_builder import HEADER, minimal_content
from playwright.sync_api import Browser, Locator, Page, expect
from project_builder import make_project, publish_project
from site_server import DESKTOP, PATH, PHONE, MakePage, opening, served

from generator.engines.mkdocs import MkDocs

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

CASES = 10_000
PERIOD = "results/2026-Q3/"
OUTCOMES = ("办结", "不予批准", "撤回", "在办")

COUNTED_STEPS = """
let clock = 0;
performance.now = () => clock += 100;
window.steps = 0;
const post = MessagePort.prototype.postMessage;
MessagePort.prototype.postMessage = function (...more) { window.steps++; return post.apply(this, more); };
"""
"""A clock by which every look costs more than a step may take, so that each piece of work becomes a step; counts them."""


def case(number: int) -> str:
    """A row; number, service, outcome and dates follow different cycles, so that every order is another one."""
    day = f"2026-0{7 + number % 3}-{1 + number % 28:02}"
    due = "" if number % 50 == 5 else "2026-10-20"  # the service of these promises days without saying which
    outcome = OUTCOMES[number % 4]
    completed = "" if outcome == "在办" else f"2026-10-{1 + number % 19:02}"
    extension = "5,等待鉴定" if number == 3 else ","
    service = ("linshi-jiuzhu", "teshu-jiuzhu")[number % 5 == 0]
    return f"XG-{number * 7919 % CASES:05},{service},杨*,{day},{due},{completed},{outcome},{extension}"


ROWS = [case(number) for number in range(CASES)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site with one long period."""
    folder = tmp_path_factory.mktemp("host")
    service = minimal_content()["services/linshi-jiuzhu.yml"]
    other = service.replace("id: linshi-jiuzhu", "id: teshu-jiuzhu").replace("name: 临时救助\n", "name: 特殊救助\n")
    other = other.replace("    days: 10\n    unit: 工作日\n", "    days: 130\n")
    changes = {"results/2026-Q3.csv": "\n".join([HEADER, *ROWS, ""]), "services/teshu-jiuzhu.yml": other}
    project = make_project(tmp_path_factory.mktemp("project"), changes)
    publish_project(project, MkDocs(), site=folder / PATH)
    with served(folder) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[MakePage]:
    """A function that opens an address in a browser of its own and fails the test on any complaint."""
    with opening(browser, site, PERIOD) as make:
        yield make


def cells(page: Page, column: int) -> list[str]:
    """The texts of one column, from 0."""
    script = "([rows, n]) => [...document.querySelectorAll(rows)].map(row => row.cells[n].textContent)"
    found: list[str] = page.evaluate(script, [".gs-cases tbody tr", column])
    return found


def status(page: Page) -> Locator:
    """Where the table says what it shows; the search box has a status of its own."""
    return page.locator("p.gs-filter__status[role=status]")


def choice(page: Page, name: str) -> Locator:
    """A list to choose from."""
    return page.get_by_role("combobox", name=name, exact=True)


def says(page: Page, count: int, number: int) -> None:
    """The status tells how many cases there are, on which page of how many."""
    pages = max(1, -(-count // 50))
    expect(status(page)).to_have_text(f"共 {count} 件，第 {number} 页，共 {pages} 页")


def receipts(*wanted: int) -> list[str]:
    return [ROWS[number].split(",")[0] for number in wanted]


# --- without a script ------------------------------------------------------------------------------------------------


def test_plain_rows_without_javascript(open_page: MakePage) -> None:
    """Without JavaScript 200 cases stand on the page, a link leads to the next 200, and nothing shows that cannot work."""
    page = open_page(java_script_enabled=False)
    rows = page.locator(".gs-cases tbody tr")
    expect(rows).to_have_count(200)
    expect(rows.first.get_by_role("rowheader")).to_have_text(receipts(0)[0])
    expect(page.locator(".gs-filter")).to_be_hidden()
    page.get_by_role("link", name="下一页").click()
    expect(rows).to_have_count(200)
    expect(rows.first.get_by_role("rowheader")).to_have_text(receipts(200)[0])
    expect(page.get_by_role("link", name="上一页").first).to_be_visible()


def test_rows_that_do_not_arrive_leave_the_plain_page(open_page: MakePage) -> None:
    """When the rows cannot be loaded, the page says so and is as it is without a script."""
    page = open_page()
    page.route("**/rows.js", lambda route: route.fulfill(status=200, body=""))
    choice(page, "结果").select_option("在办")
    expect(status(page)).to_contain_text("数据没有读到")
    expect(page.locator(".gs-cases tbody tr")).to_have_count(200)
    expect(page.get_by_role("link", name="下一页")).to_be_visible()


# --- filter, sort, page ----------------------------------------------------------------------------------------------


def test_rows_are_loaded_when_they_are_asked_for(open_page: MakePage) -> None:
    """A reader who only looks loads no rows; the first fifty are there."""
    page = open_page()
    loaded: list[str] = []
    page.on("request", lambda request: "/rows." in request.url and loaded.append(request.url.rpartition("/")[2]))
    says(page, CASES, 1)
    assert cells(page, 0) == receipts(*range(50))
    assert loaded == []
    page.get_by_label("编号、事项或申请人").focus()
    page.get_by_label("编号、事项或申请人").fill("XG-00000")
    says(page, 1, 1)
    assert loaded == ["rows.js"]


def test_text_filters(open_page: MakePage) -> None:
    """Every word has to be in number, service or applicant, in any width and case."""
    page = open_page()
    box = page.get_by_label("编号、事项或申请人")
    box.fill("ｘｇ-0123")
    says(page, 10, 1)
    assert sorted(cells(page, 0)) == [f"XG-0123{n}" for n in range(10)]
    box.fill("0123 特殊")
    says(page, 2, 1)
    assert set(cells(page, 1)) == {"特殊救助"}
    box.fill("没有这样的")
    expect(status(page)).to_contain_text("没有符合条件的件")
    expect(page.locator(".gs-cases")).to_be_hidden()
    page.get_by_role("button", name="清除条件").click()
    says(page, CASES, 1)
    expect(box).to_have_value("")


def test_service_and_outcome_filter_together(open_page: MakePage) -> None:
    """Both choices hold at once."""
    page = open_page()
    choice(page, "事项").select_option(label="特殊救助")
    says(page, CASES // 5, 1)
    choice(page, "结果").select_option("在办")
    says(page, CASES // 20, 1)
    assert set(cells(page, 1)) == {"特殊救助"} and set(cells(page, 6)) == {"在办"}
    assert cells(page, 0) == receipts(*[n for n in range(CASES) if n % 5 == 0 and n % 4 == 3][:50])


def test_heads_sort(open_page: MakePage) -> None:
    """A head sorts upwards, then downwards, then not at all; equal rows keep their order."""
    page = open_page()
    head = page.get_by_role("columnheader", name="收件编号")
    button = head.get_by_role("button")
    button.click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(page.locator(".gs-cases tbody th").nth(1)).to_have_text("XG-00001")
    assert cells(page, 0) == [f"XG-{n:05}" for n in range(50)]
    button.click()
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page.locator(".gs-cases tbody th").first).to_have_text("XG-09999")
    button.click()
    expect(head).not_to_have_attribute("aria-sort", "descending")
    expect(page.locator(".gs-cases tbody th").first).to_have_text(receipts(0)[0])
    page.get_by_role("columnheader", name="办理结果").get_by_role("button").click()
    expect(page.locator(".gs-cases tbody td:last-child").first).to_have_text("不予批准")
    assert cells(page, 0) == receipts(*range(1, 200, 4))


@pytest.mark.parametrize("down", ["", "&down=1"])
def test_empty_cells_come_last(open_page: MakePage, down: str) -> None:
    """Cases without a date stand at the end in either direction."""
    page = open_page(f"{PERIOD}#cases?sort=completed{down}&page=200")
    says(page, CASES, 200)
    assert set(cells(page, 5)) == {""}
    page = open_page(f"{PERIOD}#cases?sort=completed{down}&page=1")
    says(page, CASES, 1)
    assert "" not in cells(page, 5)


def test_expected_due_days_sort_as_days(open_page: MakePage) -> None:
    """A due day that no row states stands in words, in both units, among the others by its first day."""
    page = open_page(f"{PERIOD}#cases?sort=due&page=200")
    says(page, CASES, 200)
    last = cells(page, 4)
    assert all(
        re.fullmatch(r"2027-\S+（按工作日，以官方通知为准）或 \S+（按自然日(，以官方通知为准)?）", text)
        for text in last
    )
    assert last == sorted(last)
    page = open_page(f"{PERIOD}#cases?sort=due&down=1&page=1")
    says(page, CASES, 1)
    assert cells(page, 4)[0] == last[-1]


@pytest.mark.parametrize(("number", "words"), [(3, "延期 5 天：等待鉴定"), (5, "以官方通知为准")])
def test_rows_look_alike_however_they_were_made(open_page: MakePage, number: int, words: str) -> None:
    """A row that the script draws is the row of the page, with its extension or expected due day."""
    page = open_page()
    row = page.locator(".gs-cases tbody tr").filter(has_text=receipts(number)[0])
    plain = row.inner_html()
    assert words in plain
    page.get_by_label("编号、事项或申请人").fill(receipts(number)[0])
    says(page, 1, 1)
    assert row.inner_html() == plain


def test_pages_turn_by_keyboard(open_page: MakePage) -> None:
    """The buttons turn pages by keyboard and keep the focus, also at the ends."""
    page = open_page()
    forward, back = page.get_by_role("button", name="下一页"), page.get_by_role("button", name="上一页")
    forward.focus()
    page.keyboard.press("Enter")
    says(page, CASES, 2)
    assert cells(page, 0) == receipts(*range(50, 100))
    expect(forward).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(back).to_be_focused()
    page.keyboard.press("Space")
    says(page, CASES, 1)
    expect(back).to_be_focused()
    expect(back).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Space")
    says(page, CASES, 1)


def test_state_stands_in_the_address(open_page: MakePage) -> None:
    """What is set survives a reload and can be sent to somebody else."""
    page = open_page()
    choice(page, "结果").select_option("撤回")
    says(page, CASES // 4, 1)
    page.get_by_role("columnheader", name="收件编号").get_by_role("button").click()
    page.get_by_role("button", name="下一页").click()
    says(page, CASES // 4, 2)
    seen = cells(page, 0)
    page.reload()
    says(page, CASES // 4, 2)
    assert cells(page, 0) == seen
    expect(choice(page, "结果")).to_have_value("撤回")
    expect(page.get_by_role("columnheader", name="收件编号")).to_have_attribute("aria-sort", "ascending")


@pytest.mark.parametrize("state", ["page=99999", "page=-1", "page=x", "sort=__proto__", "service=nowhere", "x=y"])
def test_senseless_addresses_do_no_harm(open_page: MakePage, state: str) -> None:
    """An address that was typed wrong shows what can be shown."""
    page = open_page(f"{PERIOD}#cases?{state}")
    expect(status(page)).to_contain_text("共 10000 件" if "service" not in state else "没有符合条件的件")


# --- a slow phone ----------------------------------------------------------------------------------------------------


def test_work_is_cut_into_small_steps(open_page: MakePage) -> None:
    """A device that is slow beyond measure pauses after every hundred rows or so, and draws fifty rows at most."""
    page = open_page(size=PHONE, first=COUNTED_STEPS)
    box = page.get_by_label("编号、事项或申请人")
    box.fill("XG-00")
    says(page, 1_000, 1)
    box.fill("杨")
    says(page, CASES, 1)
    read_and_filtered = page.evaluate("window.steps")
    assert read_and_filtered >= CASES / 100
    head = page.locator(".gs-cases").get_by_role("columnheader", name="事项")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(page.locator(".gs-cases tbody th").first).to_have_text(receipts(1)[0])
    assert page.evaluate("window.steps") - read_and_filtered >= CASES / 100
    page.get_by_role("button", name="下一页").click()
    says(page, CASES, 2)
    expect(page.locator(".gs-cases tbody tr")).to_have_count(50)


def test_newer_question_ends_the_older(open_page: MakePage) -> None:
    """Whoever types on while rows are being read gets the answer to what stands in the box."""
    page = open_page(size=PHONE, first=COUNTED_STEPS)
    box = page.get_by_label("编号、事项或申请人")
    for text in ("X", "XG-0", "XG-01", "XG-012", "XG-0123"):
        box.fill(text)
        box.dispatch_event("input")
    says(page, 10, 1)


# --- for everyone ----------------------------------------------------------------------------------------------------

ELDER = "localStorage.setItem('gongshi.elder', '1')"


@pytest.mark.parametrize("first", ["", ELDER], ids=["standard", "elder"])
@pytest.mark.parametrize("address", [PERIOD, "results/2026-Q3-page-2/", "results/", "results/lookup/"])
def test_fingers_find_room(open_page: MakePage, address: str, first: str) -> None:
    """On a phone whatever is pressed or filled in is at least 44 pixels high."""
    page = open_page(address, PHONE, first)
    small = """[...document.querySelectorAll(".gs-main :is(a.gs-button, .gs-list a, button, input, select, summary)")]
        .map(node => [node.textContent, Math.round(node.getBoundingClientRect().height)])
        .filter(([, height]) => height && height < 44)"""
    assert page.evaluate(small) == []


@pytest.mark.parametrize("first", ["", ELDER], ids=["standard", "elder"])
def test_figures_are_read_on_a_phone_without_pushing(open_page: MakePage, first: str) -> None:
    """On a phone each number of the tables of figures stands after its label, and no table is wider than the screen."""
    page = open_page(PERIOD, PHONE, first)
    wide = """[...document.querySelectorAll(".gs-scroll")].filter(node => node.scrollWidth > node.clientWidth).length"""
    assert page.evaluate(wide) == 0
    unnamed = """[...document.querySelectorAll(".gs-grid--figures td")].filter(node => node.textContent && !node.dataset.label)
        .map(node => node.outerHTML)"""
    assert page.evaluate(unnamed) == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    ("scheme", "first"), [("light", ""), ("dark", ""), ("light", ELDER)], ids=["light", "dark", "elder"]
)
@pytest.mark.parametrize("address", [f"{PERIOD}#cases?sort=due&outcome=办结", "results/2026-Q3-page-2/"])
def test_result_pages_are_accessible(
    open_page: MakePage, address: str, size: tuple[int, int], scheme: str, first: str
) -> None:
    """axe finds nothing serious or critical on the pages of results, and nothing sticks out at the side."""
    page = open_page(address, size, first, color_scheme=scheme)
    if "sort" in address:
        says(page, CASES // 4, 1)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    serious = [item for item in found if item["impact"] in ("serious", "critical")]
    assert [(item["id"], [node["html"][:120] for node in item["nodes"][:3]]) for item in serious] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]

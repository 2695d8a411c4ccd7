"""Looking up one's own case in a real browser: what is typed, what is told, and what leaves the computer."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from content_builder import HEADER, PERIOD, minimal_content
from playwright.sync_api import Browser, Page, expect
from project_builder import make_project, publish_project
from site_server import DESKTOP, PATH, PHONE, MakePage, opening, served

from generator.engines.mkdocs import MkDocs
from generator.facts.receipt_forms import loose, strict
from generator.site.lookup import shard_of

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

LOOKUP = "results/lookup/"
ROWS = [f"XG-{number:04},linshi-jiuzhu,杨*,2026-07-01,2026-07-15,2026-07-13,办结,," for number in range(300)]
SPECIAL = [
    "民政〔2026〕7号,linshi-jiuzhu,,2026-07-02,2026-07-16,,在办,5,等待鉴定",
    "A-1-23,linshi-jiuzhu,,2026-07-03,,,在办,,",
    "A-12-3,linshi-jiuzhu,,2026-07-04,,2026-07-05,撤回,,",
    "DD-1,teshu-jiuzhu,,2026-07-03,,,在办,,",
    "SY-1,shehui-jiuzhu,,2026-07-03,2026-07-17,2026-07-06,不予批准,,",
    "NO-9,linshi-jiuzhu,,2026-07-03,2026-07-17,2026-07-06,不予批准,,",
]
CODE = "K7M2-9QXW-4TPH"
WITHDRAWN = """\
withdrawn_rows:
  - receipt: XG-0007
    on: 2026-11-01
    reason: 申请人要求撤下
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site with 306 cases, one of them withdrawn and one found by a code alone."""
    folder = tmp_path_factory.mktemp("host")
    service = minimal_content()["services/linshi-jiuzhu.yml"]
    other = service.replace("id: linshi-jiuzhu", "id: teshu-jiuzhu").replace("name: 临时救助\n", "name: 特殊救助\n")
    changes = {
        "results/2026-Q3.csv": "\n".join([HEADER, *ROWS, *SPECIAL, ""]),
        "results/2026-Q3.yml": PERIOD + WITHDRAWN,
        "query-codes.csv": f"收件编号,查询码\nSY-1,{CODE}\n",
        "services/shehui-jiuzhu.yml": "id: shehui-jiuzhu\nname: 社会救助\nstatus:\n  state: 在办\n",
        "services/teshu-jiuzhu.yml": other.replace("    days: 10\n    unit: 工作日\n", "    days: 130\n"),
    }
    publish_project(make_project(tmp_path_factory.mktemp("project"), changes), MkDocs(), site=folder / PATH)
    with served(folder) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[MakePage]:
    """A function that opens the look-up in a browser of its own and fails the test on any complaint."""
    with opening(browser, site, LOOKUP) as make:
        yield make


def ask(page: Page, typed: str) -> None:
    page.get_by_role("textbox", name="收件编号或查询码").fill(typed)
    page.get_by_role("button", name="查询").click()


def told(page: Page) -> str:
    """The answer, as soon as there is one."""
    answer = page.locator("[data-answer]:visible")
    expect(answer).to_have_count(1)
    return " ".join(answer.inner_text().split())


@pytest.mark.parametrize("typed", ["XG-0012", "xg0012", "ＸＧ－００１２", " xg — 00 12 ", "XG_0012"])
def test_right_number_tells_status_and_dates(open_page: MakePage, typed: str) -> None:
    """However the number is typed, status and dates appear and nothing else."""
    page = open_page()
    ask(page, typed)
    assert told(page) == "办理状态 已办结 受理日期 2026-07-01 应办结日期 2026-07-15 办结日期 2026-07-13"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("民政[2026]7号", "正在办理 受理日期 2026-07-02 应办结日期 2026-07-23 含延期 5 天 办结日期 还没有办结"),
        ("a-1-23", "正在办理 受理日期 2026-07-03 应办结日期 2026-07-17 办结日期 还没有办结"),
        (
            "dd1",
            "正在办理 受理日期 2026-07-03 应办结日期 2027-01-08（按工作日，以官方通知为准）或 2026-11-10（按自然日）"
            " 办结日期 还没有办结",
        ),
        ("a-12-3", "申请人已撤回 受理日期 2026-07-04 应办结日期 以窗口答复为准 办结日期 2026-07-05"),
        ("no9", "不予批准 受理日期 2026-07-03 应办结日期 2026-07-17 办结日期 2026-07-06"),
        ("k7m2 9qxw4tph", "已有结果，请问窗口 受理日期 2026-07-03 应办结日期 以窗口答复为准 办结日期 2026-07-06"),
        ("xg 0007", "已撤下 撤下日期 2026-11-01 原因 申请人要求撤下"),
    ],
)
def test_every_state_is_told(open_page: MakePage, typed: str, answer: str) -> None:
    """Open, extended, taken back, refused and withdrawn cases are told in words."""
    page = open_page()
    ask(page, typed)
    assert told(page) == f"办理状态 {answer}"


@pytest.mark.parametrize("typed", ["XG-9999", "SY-1", "A123", "constructor", "__proto__", "甲"])
def test_wrong_number_says_what_to_do(open_page: MakePage, typed: str) -> None:
    """A number that is not there is answered kindly, with the phone of the hall."""
    page = open_page()
    ask(page, typed)
    answer = told(page)
    assert answer.startswith("没有查到这个编号") and "输错" in answer and "公布以后" in answer
    assert page.locator("[data-answer]:visible a[href^='tel:']").count() == 1


def test_next_answer_takes_the_place_of_the_last(open_page: MakePage) -> None:
    """Only the newest answer is shown; without a number nothing is asked."""
    page = open_page()
    ask(page, "XG-0012")
    told(page)
    ask(page, "XG-9999")
    expect(page.get_by_text("没有查到这个编号")).to_be_visible()
    expect(page.get_by_text("已办结", exact=True)).to_be_hidden()
    ask(page, " - ")
    expect(page.get_by_text("请先输入收件编号。")).to_be_visible()
    expect(page.get_by_role("textbox", name="收件编号或查询码")).to_be_focused()


def test_number_stays_in_the_browser(open_page: MakePage) -> None:
    """The host is asked for one small file; the number is in no address, neither asked for nor shown."""
    page = open_page()
    asked: list[str] = []
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.get_by_role("textbox", name="收件编号或查询码").fill("XG-0012")
    page.keyboard.press("Enter")
    told(page)
    assert len(asked) == 1 and asked[0].endswith(".js")
    assert "0012" not in asked[0] and quote("0012") not in page.url
    assert page.url.endswith(f"/{LOOKUP}")


def test_answer_is_announced(open_page: MakePage) -> None:
    """What was found is read out by screen readers, politely."""
    page = open_page()
    ask(page, "XG-0012")
    told(page)
    assert page.locator("[aria-live=polite] [data-answer]:visible").count() == 1


def test_failure_is_explained(open_page: MakePage) -> None:
    """A file that cannot be read, as after a new edition, leads to the advice to load the page again."""
    page = open_page()
    page.route(f"**/{LOOKUP}*/*.js", lambda route: route.fulfill(status=200, body=""))
    ask(page, "XG-0012")
    expect(page.get_by_text("请刷新页面再试")).to_be_visible()


def test_without_javascript_the_phone_is_named(open_page: MakePage) -> None:
    """Without JavaScript there is no form that does nothing, but the phone of the hall."""
    page = open_page(java_script_enabled=False)
    expect(page.locator(".gs-lookup")).to_be_hidden()
    expect(page.locator("noscript a[href^='tel:']")).to_be_visible()


def test_forms_and_shard_are_the_same_in_the_browser(open_page: MakePage) -> None:
    """Script and program agree on forms and shards of numbers in every script and shape."""
    numbers = [
        "", "XG-0001", "ｘｇ＿０００１", "民政〔2026〕7号", "①②Ⅷ", "ß-ﬁ", "a—b–c−d", "\u200bx\u3000y\t", "𠮷🀄", "é", "e\u0301",
        *(f"R{number}" for number in range(50)),
    ]  # fmt: skip
    page = open_page()
    script = "numbers => numbers.map(n => { const { strict, loose, shard } = window.gongshiLookup;"
    script += " return [strict(n), loose(n), shard(n, 'salt', 16)]; })"
    expected = [[strict(n), loose(n), f"{shard_of(loose(n), 'salt', 16):02x}"] for n in numbers]
    assert page.evaluate(script, numbers) == expected


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("dress", ["light", "dark", "elder"])
@pytest.mark.parametrize("typed", ["XG-0012", "XG-9999", "DD-1"])
def test_look_up_is_accessible(open_page: MakePage, typed: str, dress: str, size: tuple[int, int]) -> None:
    """axe finds nothing serious or critical in an answer, and nothing sticks out at the side."""
    elder = "localStorage.setItem('gongshi.elder', '1')" if dress == "elder" else ""
    page = open_page(size=size, first=elder, color_scheme="dark" if dress == "dark" else "light")
    ask(page, typed)
    told(page)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [item["id"] for item in found if item["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]

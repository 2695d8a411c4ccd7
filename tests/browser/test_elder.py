"""长辈版 in a real browser: large type, strong contrast, wide targets, little on a page, and the page read aloud."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from project_builder import make_project, publish_project
from site_server import PATH, PHONE, MakePage, opening, served, wait_for_scripts

from generator.engines.mkdocs import MkDocs

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

KIOSK = (1080, 1920)
SERVICE = "services/linshi-jiuzhu/"
ONE_OF_EACH = (
    "", "services/", SERVICE, "regulations/", "regulations/xianshi-banjie/", "notices/", "results/", "results/2026-Q3/",
    "results/lookup/", f"search/?q={quote('救助')}", "materials/", "my-errands/", "offline/", "posters/", "supervision/",
)  # fmt: skip
ELDER = "localStorage.setItem('gongshi.elder', '1');"
SPEECH = """window.said = []; window.ends = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", {value: {
    getVoices: () => [{lang: "en-US"}, {lang: "zh-CN", name: "zh"}],
    speak: piece => { said.push([piece.text, piece.lang, piece.voice.name]); ends.push(() => piece.onend()); },
    cancel: () => { ends.length = 0; },
}});"""
SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
    .filter(node => node.getClientRects().length && !node.closest(".gs-skip"))
    .map(node => [(node.matches("[type=checkbox]") && node.closest("label") || node).getBoundingClientRect(), node])
    .filter(([box]) => Math.min(box.width, box.height) < 43.9).map(([box, node]) => [box.height, node.outerHTML])"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a web host that holds a small site with every kind of page."""
    folder = tmp_path_factory.mktemp("host")
    publish_project(make_project(folder / "project"), MkDocs(), "none", site=folder / PATH)
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


@pytest.mark.parametrize("size", [PHONE, KIOSK], ids=["phone", "kiosk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_suits_old_eyes_and_hands(
    open_page: MakePage, site: str, size: tuple[int, int], scheme: str
) -> None:
    """All text has a contrast of 7 to 1, targets are at least 44 px, and no page moves sideways."""
    page = open_page("404.html", size=size, first=ELDER, color_scheme=scheme)
    options: dict[str, Any] = {"runOnly": ["color-contrast", "color-contrast-enhanced"], "resultTypes": ["violations"]}
    options["rules"] = {"color-contrast-enhanced": {"enabled": True}}
    for address in ONE_OF_EACH:
        page.goto(site + address)
        wait_for_scripts(page)
        if address.startswith("search/?"):
            expect(page.locator(".gs-results [role=status]")).to_contain_text("找到")
        found = Axe().run(page, options=options).response["violations"]
        assert [(node["target"], node["any"][0]["message"]) for each in found for node in each["nodes"]] == [], address
        assert page.evaluate(SMALL) == [], address
        assert page.evaluate("() => { scrollTo(999, 0); return scrollX; }") == 0, address


@pytest.mark.parametrize("size", [PHONE, KIOSK], ids=["phone", "kiosk"])
def test_type_is_half_as_large_again_and_there_is_less(open_page: MakePage, size: tuple[int, int]) -> None:
    """Type is 1.5 times the ordinary; other names, index and codes are gone, hours and place stay."""
    page = open_page(size=size)
    lead = page.locator(".gs-lead")
    script = "node => parseFloat(getComputedStyle(node).fontSize)"
    ordinary = lead.evaluate(script)
    page.get_by_role("button", name="长辈版").click()
    assert lead.evaluate(script) == pytest.approx(1.5 * ordinary)
    for gone in (".gs-aliases", ".gs-index", "#more", "#basis", "[data-gs-share]", ".gs-deadline"):
        for node in page.locator(gone).all():
            expect(node).to_be_hidden()
    for kept in (".gs-facts__where", ".gs-facts__when", "#materials", "#steps", "#visit"):
        expect(page.locator(kept)).to_be_visible()


def test_page_is_read_aloud(open_page: MakePage) -> None:
    """读给我听 says the text of the page piece by piece in Chinese, without what is hidden or a button, until 停."""
    page = open_page(first=SPEECH)
    scripts: list[str] = []
    page.on("request", lambda request: scripts.append(request.url.rsplit("/", 1)[1]))
    expect(page.get_by_role("button", name="读给我听")).to_be_hidden()
    page.get_by_role("button", name="长辈版").click()
    page.wait_for_function("() => Boolean(gongshi.silence)")
    assert "reading.js" in scripts
    button = page.locator("[data-gs-read]")
    button.click()
    expect(button).to_have_text("停")
    assert page.evaluate("said") == [[page.locator("h1").inner_text(), "zh-CN", "zh"]]
    page.evaluate("() => { for (let i = 0; i < 12; i++) ends.shift()(); }")
    assert len(page.evaluate("said")) == 13
    button.click()
    expect(button).to_have_text("读给我听")
    assert page.evaluate("ends.length") == 0
    button.click()
    page.evaluate("() => { said.length = 0; while (ends.length) ends.shift()(); }")
    expect(button).to_have_text("读给我听")
    said = [text for text, _, _ in page.evaluate("said")]
    assert any("办事" in text or "材料" in text for text in said)
    assert {"读给我听", "停", "打印清单", "打印本页", "法律依据"} & set(said) == set()
    assert max(len(text) for text in said) <= 80


def test_nothing_is_loaded_to_read_where_nothing_can_speak(open_page: MakePage) -> None:
    """Without speech there is no button and no script for it."""
    page = open_page(first=f"{ELDER} delete window.speechSynthesis; delete window.SpeechSynthesisUtterance;")
    expect(page.locator("html")).to_have_class("gs-js gs-mute gs-elder")
    expect(page.locator(".gs-read")).to_be_hidden()
    assert page.evaluate("typeof gongshi.silence") == "undefined"

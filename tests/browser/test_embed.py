"""Fragments in pages of other sites, and pages of ours in frames, in a real browser: looks, links, search and look-up.

``hosts/`` holds three pages of other sites whose style sheets spare nothing: ``resets`` with rules for everything, ids equal
to ours and a rem of 10 px, ``quirks`` without a doctype and with a layout of tables, and ``dark``. ``plain`` has no style.
Two more are pages of others as they are: the themes of MkDocs, one with Bootstrap and one with the style of Read the Docs.
"""

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, FloatRect, Page, expect
from project_builder import publish_project
from site_server import served

from generator.build.embedded import embedded_section
from generator.build.options import BuildOptions
from generator.build.pipeline import read_hall
from generator.content.project import open_project
from generator.engines.mkdocs import MkDocs

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

ROOT = Path(__file__).parents[2]
HOSTS = Path(__file__).parent / "hosts"
DAY = date(2026, 11, 21)
THEMES = ("mkdocs", "readthedocs")
NAMES = ("resets", "quirks", "dark", *THEMES)
PAGES = ("services/linshi-jiuzhu/", "", "results/2026-Q3/", "results/lookup/", "search/")
NOISE = 12
"""Steps of 255 by which a browser draws a slanted line, a drawing or the dot of a list differently at another place."""

CHANNELS = '\nchannels:\n  embed: {link: "HOST{path}.html", files: FILES, hosts: ["ORIGIN"]}\n'


@dataclass(frozen=True)
class County:
    """A county's site and the folder that was uploaded: addresses, each with a slash behind it, and their folders."""

    host: str
    files: str
    host_folder: Path
    files_folder: Path

    def show(self, name: str, path: str, inside: str | None = None) -> str:
        """Put a fragment, or ``inside``, into the host page ``name``; returns its address."""
        fragment = (self.files_folder / path / "fragment.html").read_text("utf-8") if inside is None else inside
        page = self._page(name).replace("<!--FRAGMENT-->", fragment)
        target = self.host_folder / f"{path.rstrip('/') or 'index'}.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page, "utf-8")
        return f"{self.host}{path.rstrip('/') or 'index'}.html"

    def _page(self, name: str) -> str:
        """The host page; that of a theme finds its styles and scripts from any address."""
        if name not in THEMES:
            return (HOSTS / f"{name}.html").read_text("utf-8")
        made = self.host_folder / name
        if not made.is_dir():
            make_theme(name, made)
        page = re.sub(
            r"<script.*?</script>", "", (made / "index.html").read_text("utf-8"), flags=re.S
        )  # search for more
        page = re.sub(r'(href|src)="(?=(?:css|img)/)', rf'\1="{self.host}{name}/', page)
        whole_pixels = "position: absolute; inset: 120px auto auto 360px; width: 800px"
        return page.replace(f"<p>{PLACE}</p>", f'<div style="{whole_pixels}"><!--FRAGMENT--></div>')


PLACE = "place-of-the-fragment"


def make_theme(name: str, folder: Path) -> None:
    """A site of one page with a theme of MkDocs."""
    source = folder.with_name(f"{name}-source")
    (source / "docs").mkdir(parents=True)
    (source / "docs" / "index.md").write_text(PLACE, "utf-8")
    settings = f"site_name: 别家网站\nplugins: []\ntheme: {{name: {name}, highlightjs: false}}\n"
    (source / "mkdocs.yml").write_text(settings, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=source, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, published."""
    made = tmp_path_factory.mktemp("demo") / "hall"
    shutil.copytree(ROOT / "content", made / "content")
    shutil.copy(ROOT / "mkdocs.yml", made)
    publish_project(made, MkDocs(), today=DAY)
    return made


@pytest.fixture(scope="module")
def county(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[County]:
    """The section of the demo as a county has it: the folder on one host, its pages with addresses on another."""
    files, host = (tmp_path_factory.mktemp(name) for name in ("files", "host"))
    with served(files) as files_at, served(host) as host_at:
        settings = CHANNELS.replace("HOST", host_at).replace("FILES", files_at)
        site = project / "content" / "site.yml"
        before = site.read_text("utf-8")
        site.write_text(before + settings.replace("ORIGIN", host_at.removesuffix("/gongshi/")), "utf-8")
        list(embedded_section(read_hall(open_project(project), BuildOptions(DAY, "none"))))
        site.write_text(before, "utf-8")
        shutil.copytree(project / "site-embed", files / "gongshi")
        (host / "gongshi").mkdir()
        yield County(host_at, files_at, host / "gongshi", files / "gongshi")


@pytest.fixture
def opened(browser: Browser, county: County) -> Iterator[Callable[[str], Page]]:
    """Opens pages; an error of a script, or a request to any third host, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    troubles: list[str] = []

    def make(url: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda one: one.url.startswith((county.host, county.files)) or troubles.append(one.url))
        page.goto(url, wait_until="networkidle")
        return page

    yield make
    context.close()
    assert [one for one in troubles if not one.endswith("/favicon.ico")] == []


def picture(data: bytes) -> Image.Image:
    """A screenshot without its last row, which may be half of what lies below."""
    shot = Image.open(io.BytesIO(data)).convert("RGB")
    return shot.crop((0, 0, shot.width, shot.height - 1))


def around(data: bytes, box: FloatRect) -> Image.Image:
    """A screenshot of a page with nothing but white in the box."""
    shot = picture(data)
    left, top = round(box["x"]), round(box["y"])
    shot.paste("white", (left, top, left + round(box["width"]), top + ceil(box["height"])))
    return shot


def largest_difference(one: Image.Image, other: Image.Image) -> int:
    """By how much the two differ where they differ most, of 255; pictures of different sizes differ wholly."""
    if one.size != other.size:
        return 255
    return max(high for _, high in ImageChops.difference(one, other).getextrema())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_a_fragment_looks_the_same_everywhere(path: str, county: County, opened: Callable[[str], Page]) -> None:
    """No rule of the page around reaches into a fragment: it is what it is in a page without any style."""
    shots = {}
    for name in ("plain", *NAMES):
        page = opened(county.show(name, path))
        shots[name] = picture(page.locator(".gs-embed").screenshot(animations="disabled"))
        page.close()
    assert {name: largest_difference(shots["plain"], shots[name]) <= NOISE for name in NAMES} == dict.fromkeys(
        NAMES, True
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_page_looks_the_same_with_a_fragment_and_without(
    name: str, county: County, opened: Callable[[str], Page]
) -> None:
    """No rule of ours reaches out of a fragment: around it everything is as it is around an empty box of its size."""
    page = opened(county.show(name, "search/"))
    box = page.locator(".gs-embed").bounding_box()
    assert box is not None
    with_ours = around(page.screenshot(full_page=True, animations="disabled"), box)
    empty = f'<div style="all: initial; display: block; background: #fff; height: {box["height"]}px"></div>'
    page = opened(county.show(name, "search/", empty))
    without = around(page.screenshot(full_page=True, animations="disabled"), box)
    assert largest_difference(with_ours, without) <= NOISE


def test_links_lead_to_pages_of_the_county(county: County, opened: Callable[[str], Page]) -> None:
    """Each link has the address that the county gives; an anchor leads within the fragment though the page has its id."""
    county.show("dark", "windows/minzheng/")
    page = opened(county.show("resets", "services/linshi-jiuzhu/"))
    page.locator(".gs-embed a", has_text="种材料").first.click()
    own = page.locator(".gs-embed #gongshi-materials")
    expect(own).to_be_in_viewport()
    page.locator(".gs-embed a[href$='windows/minzheng.html']").first.click()
    page.wait_for_url(f"{county.host}windows/minzheng.html")
    expect(page.locator(".gs-embed h1")).to_contain_text("民政")


@pytest.mark.parametrize("name", NAMES)
def test_search_holds_in_other_pages(name: str, county: County, opened: Callable[[str], Page]) -> None:
    """The box suggests and opens pages of the county; the page of results keeps what else stands in its address."""
    county.show(name, "services/linshi-jiuzhu/")
    page = opened(county.show(name, ""))
    page.locator(".gs-embed [name=q]").focus()
    page.keyboard.type("linshijiuzhu")
    expect(page.locator(".gs-search-option").first).to_contain_text("临时救助")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{county.host}services/linshi-jiuzhu.html")
    page = opened(f"{county.show(name, 'search/')}?id=7&q=低保")
    expect(page.locator(".gs-results-link").first).to_contain_text("最低生活保障")
    page.locator(".gs-embed [name=q]").fill("医保")
    expect(page.locator(".gs-results-link").first).to_have_attribute(
        "href", re.compile(re.escape(county.host) + r"[\w/-]+\.html")
    )
    assert "id=7" in page.url


def test_page_that_is_a_form_takes_a_fragment(county: County, opened: Callable[[str], Page]) -> None:
    """As those of ASP.NET: its own fields stay in it, and what is searched for here does not go to it."""
    county.show("plain", "search/")
    fragment = (county.files_folder / "fragment.html").read_text("utf-8")
    around = '<form id="page" action="posted.html" onsubmit="window.posted = true">{}<input name="state"></form>'
    page = opened(county.show("plain", "form/", around.format(fragment)))
    assert page.evaluate("[...document.forms.page.elements].map(field => field.name)") == ["state"]
    page.locator(".gs-embed [name=q]").fill("低保")
    page.locator(".gs-embed [role=search] button").click()
    page.wait_for_url(re.compile(re.escape(county.host) + r"search\.html\?q="))
    expect(page.locator(".gs-results-link").first).to_contain_text("最低生活保障")


@pytest.mark.parametrize("name", NAMES)
def test_look_up_holds_and_tells_nobody(name: str, county: County, opened: Callable[[str], Page]) -> None:
    """A number is compared in the browser: no request carries it, and the answer has neither name nor service."""
    listed = (county.files_folder / "results/2026-Q3/fragment.html").read_text("utf-8")
    number = re.findall(r"<th>(XG2026-[0-9]+)</th>", listed)[0]
    asked: list[str] = []
    page = opened(county.show(name, "results/lookup/"))
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.locator("[data-gs-lookup] input").fill(number)
    page.locator("[data-gs-lookup] button").click()
    answer = page.locator("[data-answer=case]")
    expect(answer).to_be_visible()
    expect(page.locator("[data-answer=missing]")).to_be_hidden()
    assert asked
    assert [url for url in asked if number.lower() in url.lower()] == []


def frame_page(county: County, script: bool = True) -> str:
    """A page of the county with our first page in a frame of 400 px."""
    code = f'<iframe data-gongshi src="{county.files}index.html" height="400" width="100%"></iframe>'
    code += f'<script src="{county.files}frame.js"></script>' if script else ""
    return county.show("resets", "frame/", code)


def test_a_frame_is_as_high_as_its_page(county: County, opened: Callable[[str], Page]) -> None:
    """The frame grows to its page, which does not scroll; a link in it leads the whole window to the county's page."""
    county.show("resets", "services/linshi-jiuzhu/")
    page = opened(frame_page(county))
    inner = page.frames[1]
    page.wait_for_function("document.querySelector('iframe').offsetHeight > 1000")
    assert inner.evaluate("document.scrollingElement.scrollHeight <= innerHeight + 1")
    inner.locator("a", has_text="临时救助").first.click()
    page.wait_for_url(f"{county.host}services/linshi-jiuzhu.html")


@pytest.mark.parametrize("width", [360, 1280])
def test_page_for_the_administrator_opens_from_a_disk(width: int, browser: Browser, county: County) -> None:
    """include.html fits a phone and shows the whole first page in its frame, by double click as well."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_default_timeout(10_000)
    page.goto((county.files_folder / "include.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.wait_for_function("document.querySelector('iframe').style.height > ''")
    assert page.frames[1].evaluate("document.scrollingElement.scrollHeight <= innerHeight + 1")
    page.close()


@pytest.mark.parametrize("path", ["results/2026-Q3/", "disclosures/caiwu-2026-q3/", "services/linshi-jiuzhu/"])
def test_tables_scroll_in_themselves_on_a_phone(path: str, browser: Browser, county: County) -> None:
    """Where a phone has no room for a table the page keeps its width, a day its line, and a name more than two characters."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto((county.files_folder / path / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    narrow = "[...document.querySelectorAll('.gs-grid th, .gs-grid td')].filter(cell => cell.offsetWidth < 100).length"
    assert page.locator(".gs-grid").count() > 0
    assert page.evaluate(narrow) == 0
    page.close()


def test_without_its_script_a_frame_keeps_its_height(county: County, opened: Callable[[str], Page]) -> None:
    """Where a site lets no script in, the frame has a fixed height and scrolls."""
    page = opened(frame_page(county, script=False))
    expect(page.frames[1].locator("h1")).to_be_visible()
    assert page.evaluate("document.querySelector('iframe').offsetHeight") == 400


def test_nobody_else_sets_the_height(county: County, opened: Callable[[str], Page]) -> None:
    """A message counts only from the window of the frame and its host, and only with a sound number."""
    page = opened(frame_page(county))
    page.wait_for_function("document.querySelector('iframe').offsetHeight > 1000")
    before = page.evaluate("document.querySelector('iframe').offsetHeight")
    page.evaluate("window.postMessage({gongshi: 1, height: 7}, '*')")
    page.evaluate("document.body.appendChild(document.createElement('iframe'))")
    page.frames[-1].evaluate("parent.postMessage({gongshi: 1, height: 8}, '*')")
    for height in ("-5", "'9px'", "1e9", "NaN", "0"):
        page.frames[1].evaluate(f"parent.postMessage({{gongshi: 1, height: {height}}}, '*')")
    page.evaluate("new Promise(done => setTimeout(done, 100))")
    assert page.evaluate("document.querySelector('iframe').offsetHeight") == before


def test_our_pages_tell_their_height_to_named_sites_only(county: County, opened: Callable[[str], Page]) -> None:
    """A page tells its height to the hosts of site.yml; a frame on another site hears nothing."""
    stranger = county.files_folder / "stranger.html"
    stranger.write_text(
        "<!doctype html><script>addEventListener('message', () => { window.heard = true; })</script>"
        f'<iframe data-gongshi src="{county.files}index.html"></iframe>',
        "utf-8",
    )
    page = opened(f"{county.files}stranger.html")
    expect(page.frames[1].locator("h1")).to_be_visible()
    page.evaluate("new Promise(done => setTimeout(done, 100))")
    assert page.evaluate("window.heard") is None

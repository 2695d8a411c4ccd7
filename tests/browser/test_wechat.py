"""An article is copied by its button and pasted into an editor that drops what the editor of WeChat drops.

Opened from a folder, as a clerk does. What is pasted keeps its styles, and no style needs what was dropped.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from content_builder import TODAY
from playwright.sync_api import Browser, Page, expect
from project_builder import make_project

from generator.build.options import BuildOptions
from generator.build.pipeline import read_hall
from generator.build.wechat import wechat_folder
from generator.content.project import open_project

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

EDITOR = """
<!doctype html><meta charset="utf-8"><div id="editor" contenteditable="true" style="width:375px"></div>
<script>
  const editor = document.getElementById("editor");
  editor.addEventListener("paste", (event) => {
    event.preventDefault();
    const html = event.clipboardData.getData("text/html");
    const pasted = new DOMParser().parseFromString(html, "text/html");
    window.plain = event.clipboardData.getData("text/plain");
    for (const node of pasted.querySelectorAll("script, style, link, iframe, form, input, button")) node.remove();
    for (const link of pasted.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    for (const picture of pasted.querySelectorAll("img:not([src^='https://mmbiz.qpic.cn/'])")) picture.remove();
    for (const node of pasted.body.querySelectorAll("*")) {
      for (const { name } of [...node.attributes]) if (name !== "style") node.removeAttribute(name);
      for (const name of ["position", "float", "transform", "top", "left", "z-index"]) node.style.removeProperty(name);
    }
    editor.replaceChildren(...pasted.body.childNodes);
  });
</script>
"""
"""Takes a paste as developers.weixin.qq.com and users of doocs/md describe it: inline styles stay, all else goes."""

STYLES = """(root) => [...document.querySelector(root).querySelectorAll("h2, p, strong, span, section section")].map((node) => {
  const style = getComputedStyle(node);
  const own = [style.backgroundColor, style.borderLeftWidth, style.marginBottom, style.paddingLeft];
  const type = [style.fontSize, style.color, style.fontWeight, style.textAlign, style.lineHeight, style.textIndent];
  return [node.tagName, node.textContent.trim().slice(0, 20), ...own, ...(node.tagName === "SECTION" ? [] : type)];
})"""
"""How each piece looks; a frame has no text of its own."""

CONTRAST = """() => {
  const channel = (value) => value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const numbers = (text) => text.match(/[0-9.]+/g).map(Number);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const found = numbers(getComputedStyle(at).backgroundColor);
      if (found.length === 3 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll("#editor p, #editor strong, #editor h2, #editor span")].map((node) => {
    const [one, other] = [light(numbers(getComputedStyle(node).color)), light(ground(node))].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  });
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles of the minimal content."""
    project = make_project(tmp_path_factory.mktemp("公众号"))
    options = BuildOptions(TODAY, "none", pictured=("dangan-guanli",))
    list(wechat_folder(read_hall(open_project(project), options)))
    (project / "editor.html").write_text(EDITOR, "utf-8")
    return project


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window in which scripts may write the clipboard."""
    context = browser.new_context(viewport={"width": 1250, "height": 900})
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def pasted(page: Page, folder: Path, record: str) -> list[list[str]]:
    """Copy an article by its button, paste it into the editor; the styles of what was shown."""
    page.goto((folder / "site-wechat" / record / "index.html").as_uri())
    shown: list[list[str]] = page.evaluate(STYLES, "[data-article]")
    page.get_by_role("button", name="复制正文").click()
    expect(page.locator("[data-status]")).to_have_text("已复制，到公众号后台粘贴")
    page.goto((folder / "editor.html").as_uri())
    page.locator("#editor").click()
    page.keyboard.press("Control+V")
    expect(page.locator("#editor p").first).to_be_visible()
    return shown


@pytest.mark.parametrize(
    "record", ["services/linshi-jiuzhu", "notices/dibao-2026-11", "results/2026-Q3", "regulations/dangan-guanli"]
)
@pytest.mark.parametrize("refused", [False, True])
def test_styles_survive_the_editor(page: Page, folder: Path, record: str, refused: bool) -> None:
    """Every piece looks after pasting as before, also where the browser refuses the clipboard to scripts."""
    if refused:
        page.add_init_script("navigator.clipboard.write = () => Promise.reject(new Error('refused'))")
    shown = pasted(page, folder, record)
    found = page.evaluate(STYLES, "#editor")
    inserted = [one for one in found if one[1].startswith("【在这里插入图片")]
    told = [one for one in found if one not in inserted and one[1]]
    assert told == [one for one in shown if one[1]]
    lines = [one for one in inserted if one[0] == "P"]
    assert len(lines) == page.evaluate("document.body.innerText.split('【在这里插入图片').length - 1") > 0
    assert min(page.evaluate(CONTRAST)) >= 4.5
    assert page.evaluate("window.plain").strip()


def test_articles_fit_a_telephone(page: Page, folder: Path) -> None:
    """At 375 pixels nothing is wider than the screen."""
    page.set_viewport_size({"width": 375, "height": 800})
    for index in sorted((folder / "site-wechat").rglob("index.html")):
        page.goto(index.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 375, index.parent.name


def test_title_and_summary_are_copied(page: Page, folder: Path) -> None:
    """Each field has a button of its own."""
    page.goto((folder / "site-wechat/services/linshi-jiuzhu/index.html").as_uri())
    page.get_by_role("button", name="复制摘要").click()
    expect(page.locator("[data-status]")).to_have_text("已复制，到公众号后台粘贴")
    page.goto((folder / "editor.html").as_uri())
    page.locator("#editor").click()
    page.keyboard.press("Control+V")
    assert page.evaluate("window.plain").startswith("家里突然遇到难处")


def test_list_is_filtered(page: Page, folder: Path) -> None:
    """What is typed leaves the articles that have it in their row."""
    page.goto((folder / "site-wechat/index.html").as_uri())
    page.get_by_label("找文章").fill("救助")
    expect(page.locator("[data-filtered] tr:visible")).to_have_count(2)
    page.get_by_role("link", name="临时救助").click()
    expect(page.locator("h1")).to_have_text("临时救助")

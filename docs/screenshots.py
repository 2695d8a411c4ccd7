"""Take the pictures of README.md, the guide and docs/design.md, of the demo: ``make screenshots``."""

import functools
import http.server
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from pathlib import Path

from command_pictures import take_commands
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
RECEIPT = "XG2026-00441"
"""A case of the demo, looked up for the picture."""
GUIDE = "services/zuidi-shenghuo-baozhang/"
PHONE, DESKTOP = (390, 780), (1200, 900)
COMPONENTS = (
    ("header", "services/", DESKTOP, ".gs-header"),
    ("header-phone", "services/", PHONE, ".gs-header"),
    ("search", "", (800, 700), ".gs-search-list"),
    ("cards", "", DESKTOP, "section[aria-labelledby=most-used]"),
    ("tiles", "", DESKTOP, "section[aria-labelledby=windows]"),
    ("facts", GUIDE, DESKTOP, ".gs-facts"),
    ("list", GUIDE, PHONE, ".gs-prepare"),
    ("steps", GUIDE, PHONE, "section[aria-labelledby=steps]"),
    ("aside", GUIDE, (1200, 1200), ".gs-aside"),
    ("callbar", GUIDE, PHONE, ".gs-callbar"),
    ("questions", GUIDE, PHONE, "section[aria-labelledby=faq]"),
    ("figures", "results/2026-Q3/", DESKTOP, ".gs-keys"),
    ("lookup", "results/lookup/", PHONE, ".gs-lookup"),
    ("footer", "", DESKTOP, ".gs-footer"),
)
"""Name of the picture, address, size of the screen, and what of the page it shows."""
ARTICLE = "results/2026-Q3"
"""An article of the demo for WeChat."""
PASTED = "services-linshi-jiuzhu.zip"
"""The package of an article to paste."""
BROWSER_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main() -> None:
    """Pages at the width where they are mostly read, poster and bulletin, an article, and what only the staff has."""
    IMAGES.mkdir(exist_ok=True)
    handler = functools.partial(Quiet, directory=str(ROOT / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=BROWSER_FLAGS)
        for name, address, width, height in (
            ("home", "", 1200, 900),
            ("phone", "services/zuidi-shenghuo-baozhang/", 390, 780),
            ("results", "results/2026-Q3/", 1200, 1500),
            ("lookup", "results/lookup/", 390, 780),
            ("ratings", "ratings/", 1000, 900),
            ("changes", "changes/", 1000, 560),
            ("open-data", "open-data/", 1000, 900),
        ):
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(base + address)
            if name == "lookup":
                page.fill("#receipt", RECEIPT)
                page.press("#receipt", "Enter")
                page.wait_for_selector("[data-answer=case]:visible")
            page.screenshot(path=IMAGES / f"{name}.png")
        take_components(browser, base)
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.goto((ROOT / "site-wechat" / ARTICLE / "index.html").as_uri())
        page.screenshot(path=IMAGES / "wechat.png")
        take_article(browser)
        take_staff(browser, "duties", "公开台账.html")
        take_staff(browser, "assessment", "考核表.html", "assess", "--period", "2026-Q3")
        take_county(browser)
        take_commands(browser)
        browser.close()
    server.shutdown()
    for name, printed in (("poster", "regulations/shouwen-fuze-60x90.pdf"), ("bulletin", "results/2026-Q3-a3.pdf")):
        command = ["pdftoppm", "-png", "-r", "60", "-singlefile", str(ROOT / "site" / "posters" / printed)]
        subprocess.run([*command, str(IMAGES / name)], check=True)


def take_article(browser: Browser) -> None:
    """An article to paste, as it opens when its package is unpacked."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(ROOT / "site-articles" / PASTED) as package:
        package.extractall(folder)
        page = browser.new_page(viewport={"width": 1000, "height": 760})
        page.goto((Path(folder) / "正文.html").as_uri())
        page.screenshot(path=IMAGES / "article.png")
        page.close()


def take_staff(browser: Browser, name: str, file: str, *command: str) -> None:
    """A page for the staff, which no site holds; ``command`` makes it, by default that of the name."""
    with tempfile.TemporaryDirectory() as folder:
        run = [sys.executable, "-m", "generator", *(command or (name,)), "--staff", folder]
        subprocess.run(run, cwd=ROOT, check=False, stdout=subprocess.DEVNULL)
        page = browser.new_page(viewport={"width": 1000, "height": 900})
        page.goto((Path(folder) / file).as_uri())
        page.screenshot(path=IMAGES / f"{name}.png")
        page.close()


def take_county(browser: Browser) -> None:
    """The page over all halls of the invented county."""
    with tempfile.TemporaryDirectory() as folder:
        fleet = Path(folder) / "fleet"
        shutil.copytree(ROOT / "examples" / "fleet", fleet, ignore=shutil.ignore_patterns("sites*", ".cache"))
        subprocess.run(
            [sys.executable, "-m", "generator", "fleet", "build"], cwd=fleet, check=True, stdout=subprocess.DEVNULL
        )
        page = browser.new_page(viewport={"width": 1000, "height": 900})
        page.goto((fleet / "sites-all" / "index.html").as_uri())
        page.screenshot(path=IMAGES / "county.png")
        page.close()


def take_components(browser: Browser, base: str) -> None:
    """A picture of each component for the page of the design, as it looks in use."""
    folder = IMAGES / "design"
    folder.mkdir(exist_ok=True)
    for name, address, (width, height), selector in COMPONENTS:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(base + address)
        use(page, name)
        page.locator(selector).first.screenshot(path=folder / f"{name}.png")
        page.close()


def use(page: Page, name: str) -> None:
    """Do with the component ``name`` what a resident does."""
    if name == "search":
        page.fill("[name=q]", "低保")
        page.wait_for_selector("[role=option]:has-text('最低生活保障')")
    if name != "callbar":
        page.evaluate("document.querySelectorAll('.gs-callbar').forEach(bar => bar.remove())")
    if name == "list":
        page.check("text=一般家庭")
        page.check("text=居民身份证")


main()

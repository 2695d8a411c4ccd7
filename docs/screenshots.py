"""Take the README's pictures of the demo: ``make screenshots``."""

import functools
import http.server
import shutil
import subprocess
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
BROWSER_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main() -> None:
    """Home page at desktop width, a service on a phone, and a wall poster."""
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
        ):
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(base + address)
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()
    server.shutdown()
    poster = ROOT / "site" / "posters" / "regulations" / "shouwen-fuze-a3.pdf"
    command = ["pdftoppm", "-png", "-r", "60", "-singlefile", str(poster), str(IMAGES / "poster")]
    subprocess.run(command, check=True)


main()

"""What a first visit to each kind of page costs a phone: requests, bytes, blocked time, shifts of the layout.

    python bench/weight.py SITE [--rounds 3]

SITE is a built site (`make site`), served below /gongshi/ as servers do it, text packed with gzip. Each page is opened
with an empty cache in Chromium, on a screen of 360 × 740, over a line of 1.6 Mbit/s with 150 ms a round trip and with
the processor slowed four times; figures are those of the middle round. Requests and bytes count what the page fetches
until it is quiet, and the picture of its tab, which a browser without a window does not fetch. *Blocked* is what long
tasks take beyond 50 ms each, *shift* the cumulative layout shift, *shown* the first text on the screen.
"""

import argparse
import gzip
import shutil
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, sync_playwright

MOUNT = "/gongshi/"
PAGES = {
    "home": "",
    "service": "services/linshi-jiuzhu/",
    "regulation": "regulations/xianshi-banjie/",
    "period": "results/2026-Q3/",
    "look-up": "results/lookup/",
    "search": "search/?q=%E4%BD%8E%E4%BF%9D",
    "prose": "about/",
    "print centre": "posters/",
    "not found": "nowhere/",
}
PACKED = (".html", ".css", ".js", ".json", ".svg", ".csv", ".xml")
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
WATCH = """
window.seen = {blocked: 0, shift: 0};
new PerformanceObserver(list => list.getEntries().forEach(each => { seen.blocked += Math.max(0, each.duration - 50); }))
    .observe({type: "longtask", buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(each => { seen.shift += each.hadRecentInput ? 0 : each.value; }))
    .observe({type: "layout-shift", buffered: true});
"""
SHOWN = "performance.getEntriesByName('first-contentful-paint').map(each => each.startTime)[0] || 0"


class Visit(NamedTuple):
    """One page, opened once."""

    requests: int
    kilobytes: float
    blocked: float
    shift: float
    shown: float


class Packing(SimpleHTTPRequestHandler):
    """Serves the site below ``MOUNT``, text in gzip, and its own page for wrong addresses."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = urlsplit(self.path).path.removeprefix(MOUNT)
        file = Path(self.directory, path, "index.html" if path.endswith("/") or not path else "")
        found = file.is_file()
        data = (file if found else Path(self.directory, "404.html")).read_bytes()
        packed = file.suffix in PACKED or not found
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(file)) if found else "text/html")
        if packed:
            data = gzip.compress(data, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address of the home page of ``site``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}{MOUNT}"
    server.shutdown()


def visit(browser: Browser, url: str) -> Visit:
    """Open one page from an empty cache."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(WATCH)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.setdefault(answer.url, int(answer.headers.get("content-length", 0))))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    icon = urljoin(url, page.locator("link[rel=icon]").first.get_attribute("href") or "")
    if icon not in sizes and not icon.startswith("data:"):
        sizes[icon] = int(context.request.get(icon).headers["content-length"])
    seen, shown = page.evaluate("seen"), page.evaluate(SHOWN)
    context.close()
    return Visit(len(sizes), sum(sizes.values()) / 1000, seen["blocked"], seen["shift"], shown)


def main() -> None:
    """Print a row for each kind of page."""
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    print("| page | requests | KB, gzip | blocked, ms | shift | shown, s |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    with serving(given.site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, address in PAGES.items():
            visits = [visit(browser, base + address) for _ in range(given.rounds)]
            middle = Visit(*(statistics.median(figures) for figures in zip(*visits, strict=True)))
            print(
                f"| {name} | {middle.requests:.0f} | {middle.kilobytes:.1f} | {middle.blocked:.0f} "
                f"| {middle.shift:.3f} | {middle.shown / 1000:.2f} |"
            )
        browser.close()


if __name__ == "__main__":
    main()

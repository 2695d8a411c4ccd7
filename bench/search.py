"""What the search of a built site costs a phone: ``python bench/search.py SITE QUERY [QUERY ...]``.

Serves the folder packed (gzip), opens the home page in Chromium with an empty cache, goes to the box, types each query
key by key with the processor slowed four times, and prints how much was loaded until the first result and how long the
script worked after a key press.
"""

import gzip
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

SLOWED = 4
TASKS = """() => {
    window.works = [];
    const find = gongshi.matcher.find;
    gongshi.matcher.find = (...given) => {
        const start = performance.now();
        try { return find(...given); } finally { window.works.push(performance.now() - start); }
    };
}"""


class Packed(SimpleHTTPRequestHandler):
    """Serves files packed, and counts the bytes of each."""

    sent: dict[str, int]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes(), 9)
        self.sent[self.path] = len(data)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


def measure(page: Page, queries: list[str], sent: dict[str, int]) -> None:
    """Print bytes and times."""
    box = page.locator("form.gs-search [name=q]").first
    box.click()
    page.wait_for_function("window.gongshi && gongshi.matcher")
    page.keyboard.insert_text(queries[0][0])
    page.locator(".gs-search-option").first.wait_for()
    print(f"{sum(sent.values()) / 1000:.1f} kB in {len(sent)} requests until the first result")
    for path, size in sent.items():
        print(f"  {size / 1000:8.1f}  {path}")
    page.evaluate(TASKS)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    for query in queries * 3:
        box.fill("")
        box.press_sequentially(query, delay=60)
        page.wait_for_timeout(300)
    times = sorted(page.evaluate("works"))
    print(
        f"{len(times)} answers, slowed {SLOWED} times: median {times[len(times) // 2]:.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms"
    )


def main(site: Path, queries: list[str]) -> None:
    """Serve and measure."""
    sent: dict[str, int] = {}
    handler = type("Counting", (Packed,), {"sent": sent})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        page.wait_for_load_state("networkidle")
        measure(page, queries, sent)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or ["低保怎么申请", "linshijiuzhu", "孩子上户口要什么材料", "补贴", "cjrbt"])

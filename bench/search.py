"""What the search of a site costs a phone, in a real browser:

    python bench/search.py SITE [QUERY ...]       a built site
    python bench/search.py --services 10000       a made-up county, built for the purpose; --guides long: services have 13
                                                  names each (title, 3 aliases, 9 search words), short: title and alias

Serves the site packed (gzip), opens the home page in Chromium with an empty cache on a screen of 360 × 740, with the
processor slowed four times, goes to the box and types the first query: what has been loaded when its first result stands
there, home page included, and how long the longest piece of work took until then. Then types each query, key by key, and
tells how long the processor worked for each key press, everything that the page did included, and how long for a key that
asks for nothing. The first time that letters or sounds are asked for costs more than later, so the first round is told
apart. At last it tells what has been loaded for all queries together. Times are of the processor, not of the clock.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import corpus
from measure import GONGSHI, output
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from weight import serving

SLOWED = 4
PAUSE = 300
DEMO_QUERIES = ("低保怎么申请", "linshijiuzhu", "孩子上户口要什么材料", "补贴", "cjrbt", "身分证", "按手印")
COUNTY_QUERIES = (
    "果园补办证书",
    "教育企业备案怎么办",
    "yaodianyanxu",
    "syxkcx",
    "老人捕贴申领",
    "不会写字的按手印",
    "幼儿园",
)

WATCH = """
window.longest = 0;
new PerformanceObserver(list => list.getEntries().forEach(each => { longest = Math.max(longest, each.duration); }))
    .observe({type: "longtask", buffered: true});
"""


@contextmanager
def county(services: int, guides: str) -> Iterator[Path]:
    """The site of so many made-up services."""
    with tempfile.TemporaryDirectory(prefix="gongshi-search-") as folder:
        corpus.write_content(Path(folder, "project"), services, guides)
        output((*GONGSHI, "build", "--posters", "none"), Path(folder, "project"))
        yield Path(folder, "project", "site")


def processor(line: CDPSession) -> float:
    """Milliseconds of the processor that the page has taken since it was opened."""
    metrics = {each["name"]: each["value"] for each in line.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"]) * 1000


def key_presses(page: Page, line: CDPSession, query: str) -> Iterator[float]:
    """Type a query; of each key the milliseconds that the page worked for it."""
    page.locator("form.gs-search [name=q]").first.select_text()
    page.wait_for_timeout(PAUSE)
    for key in query:
        before = processor(line)
        page.keyboard.insert_text(key)
        page.wait_for_timeout(PAUSE)
        yield processor(line) - before


def share(figures: Sequence[float], percent: int) -> float:
    """The figure below which so many percent are."""
    return sorted(figures)[min(len(figures) - 1, len(figures) * percent // 100)]


def loaded(sizes: dict[str, int]) -> str:
    """How much that is."""
    return f"{sum(sizes.values()) / 1000:.1f} kB in {len(sizes)} requests"


def measure(browser: Browser, base: str, queries: Sequence[str]) -> None:
    """Print bytes and times."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(WATCH)
    line = context.new_cdp_session(page)
    line.send("Performance.enable", {"timeDomain": "threadTicks"})
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.setdefault(answer.url, int(answer.headers.get("content-length", 0))))
    page.goto(base)
    page.wait_for_load_state("networkidle")
    page.locator("form.gs-search [name=q]").first.click()
    page.keyboard.insert_text(queries[0])
    page.locator(".gs-search-option").first.wait_for()
    print(f"to the first result of “{queries[0]}”: {loaded(sizes)}; longest task {page.evaluate('longest'):.0f} ms")
    for url, size in sizes.items():
        print(f"    {size / 1000:8.1f}  {url.removeprefix(base)}")
    for told, asked in (("first round", queries), ("then", [*queries] * 2), ("nothing asked", ["。" * 20])):
        worked = [each for query in asked for each in key_presses(page, line, query)]
        print(f"a key press, {told}: median {share(worked, 50):.1f} ms, p95 {share(worked, 95):.1f} ms")
    print(f"after all queries: {loaded(sizes)}")
    context.close()


def main() -> None:
    """Serve and measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("queries", nargs="*")
    parser.add_argument("--services", type=int)
    parser.add_argument("--guides", choices=("long", "short"), default="long")
    given = parser.parse_args()
    if (given.site is None) == (given.services is None):
        sys.exit(__doc__)
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        if given.services:
            with county(given.services, given.guides) as site, serving(site) as base:
                measure(browser, base, COUNTY_QUERIES)
        else:
            with serving(given.site) as base:
                measure(browser, base, given.queries or DEMO_QUERIES)
        browser.close()


if __name__ == "__main__":
    main()

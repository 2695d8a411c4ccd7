"""What the search over all halls of a county costs a phone, in a real browser:

    python bench/county_search.py [--halls 3000] [--guides 45] [--places 120]

Makes the site of a county whose halls ``county_fleet`` makes up, serves it packed (gzip), and asks each query of a browser
with an empty cache, on a screen of 360 × 740 with the processor slowed four times, as a resident would: opens the home page,
goes to the box, types, takes the first suggestion, opens a place of the page of that service. Told are all bytes that were
loaded until the suggestions stood there, and until the halls of the place did, the home page with its styles included, and the
milliseconds from the last key to the first suggestion, and from the tap on the place to its halls.
"""

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from county_fleet import DAY, summaries
from playwright.sync_api import Browser, Page, sync_playwright
from weight import serving

from generator.county.site import county_files

SLOWED = 4
REST = 2000
"""Milliseconds after which nothing more is loaded for a query."""


def make_site(folder: Path, halls: int, guides: int, places: int) -> str:
    """Write the site of so many halls; gives the name of one of them."""
    made = list(summaries(halls, guides, places))
    started, count, size = time.monotonic(), 0, 0
    for address, data in county_files("乌有省政务服务", "https://county.example/", made, DAY):
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        count, size = count + 1, size + len(data)
    print(f"{count} files, {size / 1e6:.1f} MB, made in {time.monotonic() - started:.1f} s")
    return made[halls // 4].name


def ask(browser: Browser, base: str, query: str) -> str:
    """One query in a browser of its own; bytes and times."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.setdefault(answer.url, int(answer.headers.get("content-length", 0))))
    page.goto(base)
    page.wait_for_load_state("networkidle")
    page.locator("form.gs-search [name=q]").first.click()
    page.wait_for_load_state("networkidle")
    page.keyboard.insert_text(query)
    started = time.monotonic()
    page.locator(".gs-search-option").first.wait_for()
    typed = (time.monotonic() - started) * 1000
    page.wait_for_timeout(REST)
    suggested, index = sum(sizes.values()), sum(size for url, size in sizes.items() if "/search/" in url)
    page.locator(".gs-search-option").first.click()
    opened = open_place(page)
    page.wait_for_load_state("networkidle")
    total = sum(sizes.values())
    context.close()
    return f"{suggested / 1000:7.1f} {index / 1000:7.1f} {total / 1000:7.1f} {typed:7.0f} {opened or 0:7.0f}"


def open_place(page: Page) -> float | None:
    """Milliseconds from the tap on the tenth place to its halls; None on a page that is not that of a service."""
    page.wait_for_load_state("networkidle")
    places = page.locator(".gs-offers summary")
    if not places.count():
        return None
    started = time.monotonic()
    places.nth(9).click()
    page.locator(".gs-offers details[open] li").first.wait_for()
    return (time.monotonic() - started) * 1000


def main() -> None:
    """Make, serve, ask."""
    parser = argparse.ArgumentParser()
    for name, default in (("halls", 3000), ("guides", 45), ("places", 120)):
        parser.add_argument(f"--{name}", type=int, default=default)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gongshi-county-") as folder, sync_playwright() as tool:
        own = make_site(Path(folder), given.halls, given.guides, given.places)
        browser = tool.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        asked = {"低保": "an alias", "dibao": "letters", "最低生活保障审核确认": "a name", "最底升活宝障": "wrong characters",
                 "揭不开锅": "everyday words", own: "a hall"}  # fmt: skip
        print("kB until suggested, of it the index, kB in all, ms to the suggestions, ms to the halls of a place")
        with serving(Path(folder)) as base:
            for query, kind in asked.items():
                print(f"{ask(browser, base, query)}  {query} ({kind})")
        browser.close()


if __name__ == "__main__":
    main()

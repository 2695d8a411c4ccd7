"""Our search beside others on the demo, in one run: ``bench/search_peers.py TOOLS``.

TOOLS is a folder that holds them, and nothing of the product; set it up once::

    npm install --prefix TOOLS minisearch@7.2.0 @orama/orama@3.1.18 pagefind@1.6.0
    python -m venv TOOLS/venv && TOOLS/venv/bin/pip install mkdocs-material==9.8.1 jieba==0.42.1

Builds the demo; lets Pagefind (extended, Chinese) and Material's search plugin (``lang: zh``, with jieba) read what stands
in <main> of each of its pages; and asks all of them the queries of tests/search_quality in one page of a real browser.
Material answers through its own worker. Answers are judged by ``search_quality.figures``, and so are queries for which
there is no answer: they are right where nothing is shown. Needs ``tests`` and the checkout on the path.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import lxml.html
from measure import GONGSHI, ROOT, output
from playwright.sync_api import Page, sync_playwright
from search_quality import figures
from weight import serving

PEERS = {
    "ours": "ours",
    "minisearch": "MiniSearch {minisearch}, pairs of characters as words, names weighted",
    "orama": "Orama {@orama/orama}, the same",
    "pagefind": "Pagefind {pagefind} extended, on the built pages",
    "material": "Material {material} with jieba {jieba}, on the same pages",
}
THEME = {
    "site_name": "demo",
    "theme": {"name": "material", "language": "zh", "font": False},
    "plugins": [{"search": {"lang": "zh"}}],
    "use_directory_urls": True,
}


def build_demo(folder: Path) -> Path:
    """The demo's site."""
    shutil.copytree(ROOT / "content", folder / "demo" / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder / "demo")
    output((*GONGSHI, "build", "--posters", "none"), folder / "demo")
    return folder / "demo" / "site"


def write_parts(folder: Path) -> list[str]:
    """Scripts that a page loads to ask our search: the matcher, the parts of the demo's index, the list of answers."""
    parts = figures.demo_parts()
    (folder / "parts").mkdir()
    for name, data in parts.items():
        (folder / "parts" / name).write_bytes(data)
    for script in (figures.ASSETS / "matcher.js", figures.HERE / "listing.js", ROOT / "bench" / "search_peers.mjs"):
        shutil.copy(script, folder)
    return ["matcher.js", *(f"parts/{name}" for name in parts), "listing.js"]


def read_by_pagefind(site: Path, tools: Path, folder: Path) -> None:
    """Pagefind's index of the pages."""
    command = [str(tools / "node_modules" / ".bin" / "pagefind"), "--site", str(site), "--root-selector", "main"]
    output([*command, "--force-language", "zh", "--output-path", str(folder / "pagefind")], folder)


def read_by_material(site: Path, tools: Path, folder: Path) -> str:
    """A site of Material with the same pages; the address of its worker."""
    docs = folder / "same" / "docs"
    for path in sorted(site.rglob("index.html")):
        page = lxml.html.parse(str(path), lxml.html.HTMLParser(encoding="utf-8")).getroot()
        main, title = page.find(".//main"), page.findtext(".//h1")
        if main is None:
            continue
        address = docs / path.relative_to(site).with_suffix(".md")
        address.parent.mkdir(parents=True, exist_ok=True)
        body = " ".join(lxml.html.tostring(main, encoding="unicode").split())
        heading = json.dumps(title or page.findtext(".//title") or "", ensure_ascii=False)
        address.write_text(f"---\ntitle: {heading}\n---\n\n{body}\n", "utf-8")
    (folder / "same" / "mkdocs.yml").write_text(json.dumps(THEME | {"site_dir": str(folder / "material")}), "utf-8")
    output([str(tools / "venv" / "bin" / "mkdocs"), "build", "-q"], folder / "same")
    worker = next((folder / "material" / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
    return worker.relative_to(folder / "material").as_posix()


def versions(tools: Path) -> dict[str, str]:
    """What is compared."""
    names = ("minisearch", "@orama/orama", "pagefind")
    found = {
        name: json.loads((tools / "node_modules" / name / "package.json").read_text("utf-8"))["version"]
        for name in names
    }
    asked = "import importlib.metadata as m; print(m.version('mkdocs-material'), m.version('jieba'))"
    done = subprocess.run([tools / "venv/bin/python", "-c", asked], capture_output=True, text=True, check=True)
    found["material"], found["jieba"] = done.stdout.split()
    return found


def row(page: Page, name: str, title: str) -> str:
    """Ask one of them, and judge."""
    asked = figures.rows("queries.csv")
    answers = page.evaluate("([name, queries]) => answersOf(name, queries)", [name, [each["query"] for each in asked]])
    every = figures.total(figures.of_the_demo(answers).values())
    return f"| {title} | {every.share(every.first):.1f} | {every.share(every.five):.1f} | {every.nothing} |"


def main(tools: Path) -> None:
    """Build, ask, print the table."""
    with tempfile.TemporaryDirectory(prefix="gongshi-peers-") as place, sync_playwright() as playwright:
        folder = Path(place)
        site = build_demo(folder)
        scripts = write_parts(folder)
        read_by_pagefind(site, tools, folder)
        worker = read_by_material(site, tools, folder)
        (folder / "tools").symlink_to(tools / "node_modules")
        tags = "".join(f'<script src="{script}"></script>' for script in scripts)
        (folder / "index.html").write_text(
            f'<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title>{tags}'
            f'<script>materialWorker = "{worker}"</script><script type="module" src="search_peers.mjs"></script>',
            "utf-8",
        )
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with serving(folder) as base:
            page = browser.new_page()
            page.set_default_timeout(0)
            page.goto(base)
            print("| | first | first five | nothing found |\n| --- | ---: | ---: | ---: |")
            for name, title in PEERS.items():
                print(row(page, name, title.format_map(versions(tools))), flush=True)
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve())

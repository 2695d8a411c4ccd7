"""How long 300 regulations take on paper: all of them cold, one changed warm, and the same ones in a browser.

    python bench/kit.py [--count 300] [--browser 20]

A project of so many rules, each with a text of its own on A3. ``cold`` prints them all with ``gongshi posters`` on every
core, ``again`` does so after one rule was edited; ``first`` and ``warm`` are builds of the whole site with its sheets, the second after one rule was edited.
``browser`` is headless Chromium, which prints the page of a rule, one process for each; it looks for no type size and
fills no sheet; so does WeasyPrint, where its command is found. Seconds are of whole processes in one run, so that the ratios count.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from guides import names
from measure import GONGSHI, seconds

SITE = """organisation: 测速县政府
town: 测速县
hall: {name: 测速县便民服务大厅, address: 测速县不远路1号}
supervision: {hotline: 12345}
posters:
  regulation: {paper: a3}
wall_topics: []
"""
WINDOWS = "windows:\n  - {id: zonghe, name: 综合, number: 1}\n"
MKDOCS = (
    "site_name: 测速\nsite_url: https://bench.example/\ndocs_dir: content/pages\n"
    "theme: {name: material}\nplugins: [gongshi]\n"
)


def main() -> None:
    """Make the project, measure, and print a row for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--browser", type=int, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = make(Path(folder) / "hall", given.count)
        cold = seconds((*GONGSHI, "posters", "--kind", "regulation", "--out", f"{folder}/out"), project)
        write(project, 3, "改过的一句。")
        again = seconds((*GONGSHI, "posters", "--kind", "regulation", "--out", f"{folder}/out"), project)
        first = seconds((*GONGSHI, "build"), project)
        write(project, 7, "改过的一句。")
        warm = seconds((*GONGSHI, "build"), project)
        print(
            f"cold: {given.count} sheets in {cold:.1f} s, {given.count / cold:.1f} a second; one edited: {again:.2f} s"
        )
        print(f"first build with {2 * given.count} PDFs and their pictures: {first:.1f} s; one edited: {warm:.2f} s")
        if browser := shutil.which("chromium"):
            pages = [project / "site" / "regulations" / f"r{number}" / "index.html" for number in range(given.browser)]
            each = sum(printed(browser, page, Path(folder)) for page in pages) / len(pages)
            print(f"browser: {each:.2f} s a sheet, {each * given.count / cold:.0f} times as long")
        if weasyprint := shutil.which("weasyprint"):
            pages = [project / "site" / "regulations" / f"r{number}" / "index.html" for number in range(given.browser)]
            each = sum(seconds((weasyprint, str(page), f"{folder}/page.pdf"), project) for page in pages) / len(pages)
            print(f"WeasyPrint: {each:.2f} s a sheet, {each * given.count / cold:.0f} times as long")


def make(project: Path, count: int) -> Path:
    """The project, with ``count`` rules."""
    for folder in ("content/regulations", "content/services", "content/pages"):
        (project / folder).mkdir(parents=True)
    (project / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    (project / "content" / "site.yml").write_text(SITE, "utf-8")
    (project / "content" / "windows.yml").write_text(WINDOWS, "utf-8")
    (project / "content" / "materials.yml").write_text("materials: []\n", "utf-8")
    for number in range(count):
        write(project, number)
    return project


def write(project: Path, number: int, more: str = "") -> None:
    """One rule of twelve articles."""
    articles = "".join(
        f"  - text: 第{number}号制度的第{n}条要求：{name}应当按时办结，当场答复。{more}\n"
        for n, name in enumerate(names(12))
    )
    (project / "content" / "regulations" / f"r{number}.yml").write_text(
        f"id: r{number}\ntitle: 测速制度{number}\nissuer: 测速县政府\nstatus: 现行\neffective: 2026-01-01\narticles:\n{articles}",
        "utf-8",
    )


def printed(browser: str, page: Path, folder: Path) -> float:
    """Seconds in which a browser prints a page."""
    flags = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser")
    return seconds((browser, *flags, f"--print-to-pdf={folder}/page.pdf", page.as_uri()), folder)


if __name__ == "__main__":
    main()

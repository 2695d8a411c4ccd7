"""Measure gongshi, against stock mkdocs-material and zensical on the same content and against its goals: ``make bench``.

    python bench/run.py [cold] [edit] [large] [demo] [serve] [start] [press] [--sizes N ...] [--many N] [--rounds N]

``cold``   first builds of growing size, without posters, beside the other generators
``edit``   many services with all their posters: nothing changed, one edited
``large``  very many services without posters: one edited
``demo``   the demo with its posters: nothing changed, one edit, a window's phone
``serve``  the preview of the demo and of many services: from saving to the new page, and to the words about a mistake
``start``  ``gongshi --help``, and ``gongshi check`` of the demo
``press``  regulations, guides and bulletins that one core prints in a second

Times are of whole processes; the best of ``--rounds`` counts, and ratios matter more than seconds, because machines
differ. Prints Markdown: a line for each figure as it is found, and the tables of docs/benchmarks.md.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import corpus
import edits
from measure import GONGSHI, ROOT, STOCK, ZENSICAL, Goals, forget, output, rounds, seconds, seconds_and_mebibytes
from preview import preview, seconds_until

GUIDES = "long"
"""The guides of every row but those that say otherwise."""

TIMES_FASTER = {100: 1.2, 1_000: 3.0, 10_000: 5.0}
"""How many times as fast as stock Material a first build is to be, by the number of services."""

MOST_MEBIBYTES = 700
"""What a first build of 10,000 services may hold, all its processes together."""

SHORT_UP_TO, ZENSICAL_UP_TO = 1_000, 1_000
"""The largest sizes at which short guides, and Zensical, are measured too."""

BUILD = (*GONGSHI, "build")
WITHOUT_POSTERS = (*BUILD, "--posters", "none")


@dataclass
class Bench:
    """Where projects are made, how often each thing is measured, and what came of it."""

    folder: Path
    rounds: int
    sizes: list[int]
    many: int
    large: int
    goals: Goals = field(default_factory=Goals)
    tables: list[str] = field(default_factory=list)

    def project(self, count: int, guides: str = GUIDES) -> Path:
        """A gongshi project of so many services, made once."""
        return self._made(f"gongshi-{guides}-{count}", lambda path: corpus.write_content(path, count, guides))

    def markdown(self, count: int, guides: str = GUIDES) -> Path:
        """The same services as Markdown, made once."""
        return self._made(f"markdown-{guides}-{count}", lambda path: corpus.write_markdown(path, count, guides))

    def demo(self) -> Path:
        """A copy of the demo."""

        def copy(path: Path) -> None:
            shutil.copytree(ROOT / "content", path / "content")
            shutil.copy(ROOT / "mkdocs.yml", path)

        return self._made("demo", copy)

    def _made(self, name: str, make: Callable[[Path], None]) -> Path:
        path = self.folder / name
        if not path.exists():
            make(path)
        return path


def cold(bench: Bench) -> None:
    """First builds beside the other generators, and what each of them made."""
    times = ["| services | guides | gongshi | stock Material | Zensical | stock/gongshi | Zensical/gongshi |"]
    sizes = ["| services | guides | generator | source, KB a guide | pages | KB a guide's page | site, MB |"]
    times.append("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    sizes.append("| ---: | --- | --- | ---: | ---: | ---: | ---: |")
    taken: dict[tuple[int, str], float] = {}
    for count in bench.sizes:
        for guides in ("short", "long") if count <= SHORT_UP_TO else (GUIDES,):
            best, rows = _cold(bench, count, guides)
            told = [f"{one:.2f} s" for one in best] + ["–"] * (3 - len(best))
            ratios = [f"{one / best[0]:.2f}" for one in best[1:]] + ["–"] * (3 - len(best))
            times.append(f"| {count:,} | {guides} | {' | '.join(told)} | {' | '.join(ratios)} |")
            sizes += rows
            print(times[-1], flush=True)
            work = f"cold, {count:,} {guides} guides: stock/gongshi"
            bench.goals.at_least(work, TIMES_FASTER.get(count), best[1] / best[0])
            taken[count, guides] = best[0]
            ours = bench.project(count, guides)
            forget(ours)
            peak = seconds_and_mebibytes(WITHOUT_POSTERS, ours)[1]
            limit = MOST_MEBIBYTES if count >= 10_000 else None
            bench.goals.at_most(f"cold, {count:,} {guides} guides: peak memory of all processes", limit, [peak], "MiB")
    if (1_000, GUIDES) in taken and (10_000, GUIDES) in taken:
        growth = taken[10_000, GUIDES] / taken[1_000, GUIDES]
        bench.goals.at_most(f"cold: 10,000 {GUIDES} guides to 1,000", 10.5, [growth], "times")
    bench.tables += ["\n".join(times), "\n".join(sizes)]


def _cold(bench: Bench, count: int, guides: str) -> tuple[list[float], list[str]]:
    """Best seconds of gongshi, stock Material and, where it is measured, Zensical; a row of sizes for each."""
    ours, theirs = bench.project(count, guides), bench.markdown(count, guides)
    figures = rounds(bench.rounds, lambda: first_build(WITHOUT_POSTERS, ours), lambda: first_build(STOCK, theirs))
    rows = [
        f"| {count:,} | {guides} | gongshi | {sizes_of(ours, 'content/services/*.yml')} |",
        f"| {count:,} | {guides} | stock Material | {sizes_of(theirs, 'docs/services/*.md')} |",
    ]
    if count <= ZENSICAL_UP_TO:
        figures += rounds(bench.rounds, lambda: first_build(ZENSICAL, theirs))
        rows.append(f"| {count:,} | {guides} | Zensical | {sizes_of(theirs, 'docs/services/*.md')} |")
    return [min(each) for each in figures], rows


def first_build(command: tuple[str, ...], folder: Path) -> float:
    """Seconds of a build that finds nothing of an earlier one."""
    forget(folder)
    return seconds(command, folder)


def sizes_of(folder: Path, sources: str) -> str:
    """Cells: KB of source a guide, pages, KB of HTML a guide, MB of the whole site."""
    written = [path.stat().st_size for path in folder.glob(sources)]
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    guides = [path.stat().st_size for path in (folder / "site/services").glob("*/index.html")]
    whole = sum(path.stat().st_size for path in files) / 1e6
    cells = (sum(written) / len(written) / 1e3, pages, sum(guides) / len(guides) / 1e3, whole)
    return "{:.1f} | {:,} | {:.1f} | {:.1f}".format(*cells)


def edit(bench: Bench) -> None:
    """Many services with all their posters."""
    folder, count = bench.project(bench.many), f"{bench.many:,} {GUIDES} guides with posters"
    guide = folder / "content" / "services" / f"s{bench.many // 2}.yml"
    poster = folder / "site" / "posters"
    bench.goals.at_most(f"{count}: first build, or what is left of it", None, [seconds(BUILD, folder)])
    bench.goals.at_most(f"{count}: nothing changed", 0.8, rounds(bench.rounds, lambda: seconds(BUILD, folder))[0])

    def one() -> float:
        printed = {path: path.read_bytes() for path in poster.rglob(f"*{guide.stem}*")}
        words = edits.new_summary(guide)
        taken = seconds(BUILD, folder)
        _demand(words in (folder / "site/services" / guide.stem / "index.html").read_text("utf-8"), "the page")
        _demand(bool(printed) and all(path.read_bytes() != data for path, data in printed.items()), "the poster")
        return taken

    bench.goals.at_most(f"{count}: one edited, its poster included", 1.2, rounds(bench.rounds, one)[0])


def large(bench: Bench) -> None:
    """Very many services; their posters would take hours the first time, so there are none."""
    folder = bench.project(bench.large)
    seconds(WITHOUT_POSTERS, folder)
    guide = folder / "content" / "services" / f"s{bench.large // 2}.yml"
    figures = rounds(bench.rounds, lambda: _edited(guide, folder, WITHOUT_POSTERS))[0]
    bench.goals.at_most(f"{bench.large:,} {GUIDES} guides without posters: one edited", 5.0, figures)


def demo(bench: Bench) -> None:
    """The demo with its posters."""
    folder = bench.demo()
    guide, windows = folder / "content/services/linshi-jiuzhu.yml", folder / "content/windows.yml"
    seconds(BUILD, folder)

    def phone() -> float:
        number = edits.new_phone(windows)
        taken = seconds(BUILD, folder)
        _demand(any(number in page.read_text("utf-8") for page in (folder / "site").rglob("*.html")), "a page")
        return taken

    bench.goals.at_most("demo: nothing changed", 0.6, rounds(bench.rounds, lambda: seconds(BUILD, folder))[0])
    bench.goals.at_most("demo: one edit", 0.9, rounds(bench.rounds, lambda: _edited(guide, folder, BUILD))[0])
    bench.goals.at_most("demo: the phone of one window", 2.0, rounds(bench.rounds, phone)[0])


def _edited(guide: Path, folder: Path, command: tuple[str, ...]) -> float:
    """Seconds of a build after an edit of one guide."""
    words = edits.new_summary(guide)
    taken = seconds(command, folder)
    _demand(words in (folder / "site/services" / guide.stem / "index.html").read_text("utf-8"), "the page")
    return taken


def _demand(found: bool, where: str) -> None:
    """End the bench if a build did not do what is being measured."""
    if not found:
        raise SystemExit(f"The edit is not in {where}.")


def serve(bench: Bench) -> None:
    """The preview, with posters, of the demo and of many services."""
    places = (
        ("demo", bench.demo(), "/gongshi/", "linshi-jiuzhu", 0.5),
        (f"{bench.many:,} {GUIDES} guides", bench.project(bench.many), "/", f"s{bench.many // 2}", 1.2),
    )
    for name, folder, path, service, goal in places:
        guide = folder / "content" / "services" / f"{service}.yml"
        with preview(folder, path) as address:
            page = f"{address}services/{service}/"

            def saved(guide: Path = guide, page: str = page) -> float:
                words = edits.new_summary(guide)
                return seconds_until(page, lambda html: words in html and "gs-problems" not in html)

            def wrong(guide: Path = guide, page: str = page) -> float:
                words, take_back = edits.mistake(guide)
                taken = seconds_until(page, lambda html: "gs-problems" in html and words in html)
                take_back()
                seconds_until(page, lambda html: "gs-problems" not in html)
                return taken

            figures = rounds(bench.rounds, saved, wrong)
        bench.goals.at_most(f"serve, {name}: from saving to the new page", goal, figures[0])
        bench.goals.at_most(f"serve, {name}: from saving a mistake to the words about it", goal, figures[1])


def start(bench: Bench) -> None:
    """Commands that are to answer at once."""
    folder = bench.demo()
    helped, checked = rounds(
        bench.rounds, lambda: seconds((*GONGSHI, "--help"), folder), lambda: seconds((*GONGSHI, "check"), folder)
    )
    bench.goals.at_most("gongshi --help", 0.25, helped)
    bench.goals.at_most("gongshi check of the demo", 0.7, checked)


def press(bench: Bench) -> None:
    """Sheets that are printed in a second."""
    for kind, words, goal in (
        ("regulation", "A3 regulations", 20),
        ("guide", "A4 guides", 20),
        ("bulletin", "A3 bulletins of 30 cases", 6),
    ):
        printed = float(output([sys.executable, str(ROOT / "bench" / "press.py"), kind], bench.folder))
        bench.goals.at_least(f"{words} as PDF/A-2a and PDF/UA-1, printed by one core", goal, printed, "a second")


ROWS: dict[str, Callable[[Bench], None]] = {row.__name__: row for row in (cold, edit, large, demo, serve, start, press)}


def main() -> None:
    """Run all rows, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of {', '.join(ROWS)}; all if none is named")
    parser.add_argument("--sizes", nargs="+", type=int, default=[*TIMES_FASTER], help="services of the row cold")
    parser.add_argument("--many", type=int, default=1_000, help="services of the rows edit and serve")
    parser.add_argument("--large", type=int, default=10_000, help="services of the row large")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="make the projects in this folder and leave them there")
    options = parser.parse_args()
    if unknown := set(options.rows) - ROWS.keys():
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    started = time.perf_counter()
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}"
    )
    libraries = ("mkdocs", "mkdocs-material", "zensical", "typst")
    print(f"{', '.join(f'{name} {version(name)}' for name in libraries)}; best of {options.rounds}.\n")
    with tempfile.TemporaryDirectory() as folder:
        place = options.keep or Path(folder)
        bench = Bench(place, options.rounds, options.sizes, options.many, options.large)
        for name, row in ROWS.items():
            if name in (options.rows or ROWS):
                row(bench)
    print(*("", *bench.tables, bench.goals.table()), sep="\n\n")
    print(f"\nMeasured in {(time.perf_counter() - started) / 60:.0f} minutes.")


if __name__ == "__main__":
    main()

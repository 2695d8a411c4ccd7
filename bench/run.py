"""Measure gongshi against stock mkdocs-material and zensical on the same records, in one run: ``make bench``.

Times are of whole processes, from an empty output folder and without any cache of gongshi's; the best of
``ROUNDS`` counts. Prints the table of docs/benchmarks.md. Ratios matter, not seconds: machines differ.
"""

import argparse
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import corpus

BIN = Path(sys.executable).parent
ROUNDS = {100: 3, 1_000: 3, 10_000: 1}


def timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds and peak MiB of one process."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    started = time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)
    seconds = time.perf_counter() - started
    return seconds, max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def best(command: list[str], folder: Path, rounds: int) -> float:
    """Seconds of the fastest round."""
    return min(timed(command, folder)[0] for _ in range(rounds))


def peak(command: list[str], folder: Path) -> float:
    """Peak MiB of one process, measured in a process of its own."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    code = (
        "import resource,subprocess,sys;subprocess.run(sys.argv[1:],check=True,capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss/1024)"
    )
    made = subprocess.run(
        [sys.executable, "-c", code, *command], cwd=folder, check=True, capture_output=True, text=True
    )
    return float(made.stdout)


def sites(counts: list[int], work: Path) -> None:
    """Builds without posters, of growing size."""
    print(
        "\n| services | gongshi | stock material | zensical, cold | stock/gongshi | zensical/gongshi | MiB | KB a page |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in counts:
        ours, theirs = work / f"gongshi-{count}", work / f"markdown-{count}"
        corpus.write_content(ours, count)
        corpus.write_markdown(theirs, count)
        build = [str(BIN / "gongshi"), "build", "--posters", "none"]
        gongshi = best(build, ours, ROUNDS[count])
        memory = peak(build, ours)
        stock = best([str(BIN / "mkdocs"), "build", "-q"], theirs, ROUNDS[count])
        zensical = best([str(BIN / "zensical"), "build", "--clean"], theirs, 1) if count <= 1_000 else None
        size = sum(path.stat().st_size for path in (ours / "site").rglob("*") if path.is_file()) / 1024
        pages = sum(1 for _ in (ours / "site").rglob("index.html"))
        times = f"{gongshi:.2f} s | {stock:.2f} s | {f'{zensical:.2f} s' if zensical else '–'}"
        ratios = f"{stock / gongshi:.1f} | {f'{zensical / gongshi:.1f}' if zensical else '–'}"
        print(f"| {count} | {times} | {ratios} | {memory:.0f} | {size / pages:.1f} |", flush=True)


def one_edit(work: Path) -> None:
    """One service edited on a site of 1,000 that has all its posters."""
    folder = work / "edit"
    corpus.write_content(folder, 1_000)
    build = [str(BIN / "gongshi"), "build"]
    first, _ = timed(build, folder)
    path = folder / "content" / "services" / "s500.yml"
    rounds = []
    for number in range(3):
        path.write_text(path.read_text("utf-8").replace("visits: 1", f"visits: {number + 2}"), "utf-8")
        started = time.perf_counter()
        subprocess.run(build, cwd=folder, check=True, capture_output=True)
        rounds.append(time.perf_counter() - started)
        path.write_text(path.read_text("utf-8").replace(f"visits: {number + 2}", "visits: 1"), "utf-8")
    started = time.perf_counter()
    subprocess.run([*build, "--posters", "none"], cwd=folder, check=True, capture_output=True)
    print(f"\n- First build of 1,000 services with 3,000 poster files: {first:.0f} s.")
    print(f"- One service edited, its poster included: {min(rounds):.2f} s.")


def posters() -> None:
    """A3 regulations a second in this one process; every text differs, so that nothing is remembered."""
    from generator.engines.mkdocs import templates_folder
    from generator.model import Regulation, Site
    from generator.posters.fonts import find_fonts
    from generator.posters.press import Press, Printing
    from generator.posters.sheets import regulation_sheet

    site = Site.model_validate({"organisation": "测速县政府", "town": "测速县", "hall": {"name": "测速县便民服务大厅"}})
    press = Press(find_fonts(), templates_folder() / "posters")
    sheets = []
    for number in range(60):
        articles = [
            {"text": f"第{number}号制度的第{n}条要求：{name}应当按时办结，当场答复。" * 2}
            for n, name in enumerate(corpus.names(12))
        ]
        record = {
            "id": f"r{number}",
            "title": f"测速制度{number}",
            "status": "现行",
            "effective": date(2026, 1, 1),
            "articles": articles,
        }
        sheets.append(
            regulation_sheet(Regulation.model_validate(record), site, f"{number:04}-0000", "https://bench.example/")
        )
    started = time.process_time()
    for sheet in sheets:
        press.print(sheet, Printing("a3"))
    print(
        f"- A3 regulations as PDF/A-2a and PDF/UA-1: {len(sheets) / (time.process_time() - started):.1f} a second of one core."
    )


def main() -> None:
    """Run all or the sizes given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1_000, 10_000])
    counts: list[int] = parser.parse_args().counts
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}"
    )
    with tempfile.TemporaryDirectory() as folder:
        steps: list[Callable[[], None]] = [lambda: sites(counts, Path(folder)), lambda: one_edit(Path(folder)), posters]
        for step in steps:
            step()


main()

"""Measure registers and results of growing size: ``python bench/rows.py [ROWS ...]``.

Makes a project of 40 services and a register of so many cases of people who do not exist, as CSV and as Excel; imports
it with the real command, then builds the site without and with the bulletin. Prints the table of docs/benchmarks.md:
seconds of whole processes and their peak memory, child processes included.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date, timedelta
from pathlib import Path

import corpus
from openpyxl import Workbook

BIN = Path(sys.executable).parent
SERVICES = 40
HEADERS = (
    "收件编号",
    "事项",
    "申请人",
    "身份证号码",
    "联系电话",
    "住址",
    "申请日期",
    "受理日期",
    "应办结日期",
    "办结日期",
    "办理结果",
    "延期天数",
    "延期原因",
    "经办人",
)
FIRST = date(2026, 7, 1)
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈", ("子虚", "乌有", "亡是", "无名", "莫须")


def cases(count: int) -> list[tuple[str, ...]]:
    """``count`` rows of a register; ID numbers have no region and no month, phones no area."""
    names = corpus.names(SERVICES)
    return [
        (
            f"CS2026-{number:07}",
            names[number * 7 % SERVICES],
            SURNAMES[number % 10] + GIVEN[number // 10 % 5],
            f"0000001980{13 + number % 80:02}{number * 7919 % 1_000_000:06}",
            f"0300-{number * 104_729 % 10_000_000:07}",
            f"测速县子虚村第{number % 99 + 1}组{number % 999 + 1}号",
            str(FIRST + timedelta(number % 70)),
            str(FIRST + timedelta(number % 70)),
            "",
            str(FIRST + timedelta(number % 70 + number % 19)),
            ("办结", "办结", "办结", "不予批准", "撤回")[number % 5],
            "5" if number % 31 == 0 else "",
            "等待实地勘验" if number % 31 == 0 else "",
            "窗口甲",
        )
        for number in range(count)
    ]


def write_registers(folder: Path, count: int) -> dict[str, Path]:
    """The same register as CSV and as Excel: kind -> file."""
    rows = cases(count)
    paths = {"csv": folder / "register.csv", "xlsx": folder / "register.xlsx"}
    paths["csv"].write_text("\n".join(map(",".join, (HEADERS, *rows))) + "\n", "utf-8")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    for row in (HEADERS, *rows):
        sheet.append([cell or None for cell in row])
    book.save(paths["xlsx"])
    return paths


def measured(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds and peak MiB (proportional set size of all its processes, sampled) of one command."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peaks = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peaks))
    watcher.start()
    _, complaint = process.communicate()
    seconds = time.perf_counter() - started
    watcher.join()
    if process.returncode:
        sys.exit(f"{command}: {complaint.decode()}")
    return seconds, max(peaks)


def _watch(process: "subprocess.Popen[bytes]", peaks: list[float]) -> None:
    while process.poll() is None:
        peaks.append(sum(map(_memory, _family(process.pid))) / 1024)
        time.sleep(0.1)


def _family(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        try:
            children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
        except OSError:
            continue
        found += map(int, children.split())
    return found


def _memory(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0.0)


def main() -> None:
    """Measure each size and print a line of the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", type=int, default=[10_000, 100_000])
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}\n"
    )
    print("| rows | import CSV | again | import Excel | build | build with bulletin | pages | MB |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in parser.parse_args().rows:
        with tempfile.TemporaryDirectory() as name:
            project = Path(name) / "project"
            corpus.write_content(project, SERVICES)
            services = project / "content" / "services"
            for number in range(0, SERVICES, 2):
                path = services / f"s{number}.yml"
                path.write_text(path.read_text("utf-8").replace("policy: masked", "policy: counts"), "utf-8")
            registers = write_registers(Path(name), count)
            bring = [str(BIN / "gongshi"), "results", "import", "--period", "2026-Q3", "--yes"]
            build = [str(BIN / "gongshi"), "build"]
            steps = [
                measured([*bring, str(registers["csv"])], project),
                measured([*bring, str(registers["csv"])], project),
                measured([*bring, "--dry-run", str(registers["xlsx"])], project),
                measured([*build, "--posters", "none"], project),
                measured(build, project),
            ]
            files = [path for path in (project / "site").rglob("*") if path.is_file()]
            pages = sum(path.suffix == ".html" for path in files)
            size = sum(path.stat().st_size for path in files) / 1e6
            times = " | ".join(f"{seconds:.1f} s, {memory:.0f} MiB" for seconds, memory in steps)
            print(f"| {count:,} | {times} | {pages} | {size:.0f} |", flush=True)


if __name__ == "__main__":
    main()

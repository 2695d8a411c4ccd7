"""Measure registers and results of growing size: ``python bench/rows.py [ROWS ...]``.

Makes a project of 40 services and a register of so many cases of people who do not exist, as CSV and as Excel; imports
it with the real command, then builds the site without and with the bulletin. Prints the tables of docs/benchmarks.md:
seconds of whole processes and the peak of the memory of all of them (proportional set size, sampled), and the goals.
"""

import argparse
import os
import platform
import tempfile
from datetime import date, timedelta
from pathlib import Path

import corpus
from guides import names
from measure import GONGSHI, Goals, seconds_and_mebibytes
from openpyxl import Workbook

SERVICES = 40
JUDGED = 100_000
"""The number of rows that goals are set for."""
MOST_MEBIBYTES = 476
"""What an import may hold: 500 MB."""

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
    services = names(SERVICES)
    return [
        (
            f"CS2026-{number:07}",
            services[number * 7 % SERVICES],
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


def main() -> None:
    """Measure each size and print a line of the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", type=int, default=[10_000, 100_000])
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}\n"
    )
    goals = Goals()
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
            bring = [*GONGSHI, "results", "import", "--period", "2026-Q3", "--yes"]
            build = [*GONGSHI, "build"]
            steps = [
                seconds_and_mebibytes([*bring, str(registers["csv"])], project),
                seconds_and_mebibytes([*bring, str(registers["csv"])], project),
                seconds_and_mebibytes([*bring, "--dry-run", str(registers["xlsx"])], project),
                seconds_and_mebibytes([*build, "--posters", "none"], project),
                seconds_and_mebibytes(build, project),
            ]
            files = [path for path in (project / "site").rglob("*") if path.is_file()]
            pages = sum(path.suffix == ".html" for path in files)
            size = sum(path.stat().st_size for path in files) / 1e6
            times = " | ".join(f"{seconds:.1f} s, {memory:.0f} MiB" for seconds, memory in steps)
            print(f"| {count:,} | {times} | {pages} | {size:.0f} |", flush=True)
        if count == JUDGED:
            goals.at_most(f"{count:,} rows imported from Excel", 30, [steps[2][0]])
            goals.at_most(f"{count:,} rows imported from Excel: peak memory", MOST_MEBIBYTES, [steps[2][1]], "MiB")
            goals.at_most(f"{count:,} rows, build with bulletin: peak memory", 600, [steps[4][1]], "MiB")
    if goals.lines:
        print("", goals.table(), sep="\n")


if __name__ == "__main__":
    main()

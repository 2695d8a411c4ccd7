"""Canaries: every private cell of a register is unique, and none of them comes out anywhere.

Not in the published site, the content, the cache, the project, the temporary folder or what commands print; not after an
import, not after one that was refused, and not after one that was killed.
"""

import csv
import io
import json
import multiprocessing
import os
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import monotonic

import pypdfium2
import pytest
from content_builder import SERVICE
from openpyxl import Workbook
from project_builder import DAY, make_project, run, tree

from generator.cli import main
from generator.content.load import load
from generator.results.rows_csv import rows_digest

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

MOMENTS = 50
HEADER = (
    "序号", "收件编号", "事项", "申请人", "身份证号码", "联系电话", "住址", "受理日期", "办结日期", "办理结果", "延期天数",
    "延期原因", "经办人", "家庭成员", "备注", "特别栏", None,
)  # fmt: skip
COUNTS = SERVICE.replace("linshi-jiuzhu", "yiliao-jiuzhu").replace("临时救助", "医疗救助").replace("急难救助", "看病")
CHANGES = {
    "services/yiliao-jiuzhu.yml": COUNTS.replace("policy: masked", "policy: counts"),
    "../register-columns.yml": "特别栏: 保密\n",
}

Cell = str | float | date | None


def identity(number: int) -> str:
    """A valid resident ID, made here and kept nowhere."""
    body = f"110101{1950 + number % 50}0101{number % 1000:03}"
    weighted = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(body))
    return body + "10X98765432"[weighted % 11]


def private(number: int) -> tuple[str, ...]:
    """The private cells of case ``number``: all different from those of every other case."""
    han = [chr(0x6C00 + 7 * number + step) for step in range(6)]
    return (
        f"赵{han[0]}{han[1]}",
        identity(number),
        f"1390000{number:04}",
        f"虚谷镇{han[2]}{han[3]}村{number + 1}组{number + 11}号",
        f"钱{han[2]}{han[3]}",
        f"孙{han[4]}{han[5]}、周{han[5]}{han[4]}",
        f"本人手机1380000{number:04}",
        f"canary{number:04}@mail.example",
        f"李{han[1]}{han[0]}",
    )


def case(number: int) -> tuple[Cell, ...]:
    """A case; every third is one of a service of which only counts are published."""
    name, paper, phone, address, officer, family, note, mail, unnamed = private(number)
    done = None if number % 4 == 0 else date(2026, 8, 1 + number % 20)
    return (
        number, f"XG2026-{number:04}", "临时救助" if number % 3 else "医疗救助", name, paper, phone, address,
        date(2026, 7, 1 + number % 28), done, "已办结" if done else "办理中", 5 if number == 5 else None,
        "材料需要补充" if number == 5 else None, officer, family, note, mail, unnamed,
    )  # fmt: skip


CASES = [case(number) for number in range(1, 13)]
CANARIES = frozenset(
    part for number in range(1, 16) for cell in private(number) for part in cell.removeprefix("本人手机").split("、")
)


def as_xlsx(header: tuple[Cell, ...], rows: list[tuple[Cell, ...]]) -> bytes:
    """A workbook with a title, a hidden row, a hidden sheet with a table, and a comment below the table."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "台账"
    for row in ((f"台账（{private(15)[0]}）",), header, *rows, case(13), (f"制表：{private(15)[4]}",)):
        sheet.append(row)
    sheet.row_dimensions[len(rows) + 3].hidden = True
    other = book.create_sheet("旧")
    other.sheet_state = "hidden"
    for row in (header, case(14)):
        other.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_csv(header: tuple[Cell, ...], rows: list[tuple[Cell, ...]]) -> bytes:
    """The same as text, as Excel in China saves it."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([(f"台账（{private(15)[0]}）",), header, *rows])
    return stream.getvalue().encode("gb18030")


WRITERS: dict[str, Callable[[tuple[Cell, ...], list[tuple[Cell, ...]]], bytes]] = {"xlsx": as_xlsx, "csv": as_csv}


def found_in(*folders: Path) -> list[str]:
    """Files whose name, bytes or PDF text hold a canary, and how many."""
    return [
        f"{path}: {len(seen)}"
        for folder in folders
        for path, data in tree(folder).items()
        if (seen := canaries_of(path.encode() + b"\n" + data + _pdf_text(data)))
    ]


def canaries_of(data: bytes) -> set[str]:
    """The canaries in ``data``: as UTF-8, GB18030, UTF-16 or escaped, plain or without separators."""
    return {
        canary
        for canary in CANARIES
        if any(
            form in data
            for form in (*map(canary.encode, ("utf-8", "gb18030", "utf-16-le", "utf-16-be")), _escaped(canary))
        )
    }


def _escaped(text: str) -> bytes:
    return json.dumps(text).strip('"').encode()


def _pdf_text(data: bytes) -> bytes:
    if not data.startswith(b"%PDF"):
        return b""
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)).encode()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one service whose applicants are masked, and one of which only counts are published."""
    return make_project(tmp_path / "project", CHANGES)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of its own, for this process and every other."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def arguments(register: Path, project: Path) -> list[str]:
    """The command line of an import."""
    return ["results", "import", str(register), "--period", "2026-Q3", "-C", str(project), "--today", DAY, "--yes"]


@pytest.mark.parametrize("ending", WRITERS)
def test_no_private_cell_leaves_the_register(tmp_path: Path, project: Path, temporary: Path, ending: str) -> None:
    """Import and build publish the cases; nowhere is a private value of any row, sheet, title or note."""
    register = tmp_path / f"台账.{ending}"
    register.write_bytes(WRITERS[ending](HEADER, CASES))

    imported = run("generator", *arguments(register, project), cwd=tmp_path)
    built = run("generator", "build", "--posters", "changed", "--today", DAY, cwd=project)

    assert (imported.returncode, built.returncode) == (0, 0), (
        imported.stdout + imported.stderr + built.stdout + built.stderr
    )
    assert "XG2026-0001" in (project / "content/results/2026-Q3.csv").read_text("utf-8")
    assert any(b"XG2026-0001" in data for path, data in tree(project / "site").items() if path.endswith(".html"))
    assert canaries_of((imported.stdout + imported.stderr + built.stdout + built.stderr).encode()) == set()
    assert found_in(project, temporary) == []


def test_canaries_would_be_seen(tmp_path: Path) -> None:
    """The search finds what it looks for: in text, in a name, escaped, and in a register itself."""
    name = private(1)[0]
    (tmp_path / "a.txt").write_text(f"x{name}x", "utf-8")
    (tmp_path / "b.json").write_text(json.dumps(name), "ascii")
    (tmp_path / f"{identity(2)}.txt").touch()
    (tmp_path / "c.csv").write_bytes(as_csv(HEADER, CASES))

    assert [line.partition(":")[0] for line in sorted(found_in(tmp_path))] == [
        f"{identity(2)}.txt", "a.txt", "b.json", "c.csv",
    ]  # fmt: skip


def _changed(place: int, value: Cell) -> list[tuple[Cell, ...]]:
    return [*CASES[:-1], (*CASES[-1][:place], value, *CASES[-1][place + 1 :])]


def _of_the_day() -> list[tuple[Cell, ...]]:
    """The last case with an ID, in its own column and as its number, of one who was born on its day."""
    accepted = CASES[-1][7]
    assert isinstance(accepted, date)
    number = f"330000{accepted:%Y%m%d}0012"
    return [*CASES[:-1], (CASES[-1][0], number, *CASES[-1][2:4], number, *CASES[-1][5:])]


FAILING = {
    **{f"shifted by {n}": (HEADER[n:] + HEADER[:n], CASES) for n in (1, 2, 3, 5, 8, 12)},
    "swapped": ((*HEADER[:2], HEADER[3], HEADER[2], *HEADER[4:]), CASES),
    "a name as item": (HEADER, _changed(2, private(3)[0])),
    "a name as outcome": (HEADER, _changed(9, private(3)[0])),
    "a phone as number": (HEADER, _changed(1, private(3)[2])),
    "an ID as heading": ((*HEADER[:-1], private(3)[1]), CASES),
    "a name in a reason": (HEADER, _changed(11, f"等{private(3)[0]}补材料")),
    "an ID as receipt": (HEADER, _changed(1, private(3)[1])),
    "an ID of the day as receipt": (HEADER, _of_the_day()),
    "an ID in a number": (HEADER, _changed(1, f"XG-{private(3)[1]}")),
    "an address as day": (HEADER, _changed(7, private(3)[3])),
    "an ID as number": (HEADER, _changed(4, float(private(3)[1][:17] + "0"))),
    "no column of days": ((*HEADER[:7], "备注二", *HEADER[8:]), CASES),
}


@pytest.mark.parametrize("failure", FAILING)
@pytest.mark.parametrize("ending", WRITERS)
def test_refused_import_leaves_and_prints_nothing_private(
    tmp_path: Path, project: Path, temporary: Path, capfd: pytest.CaptureFixture[str], ending: str, failure: str
) -> None:
    """Places and rules are printed, no value; the project stays as it was, and the temporary folder empty."""
    register = tmp_path / f"台账.{ending}"
    register.write_bytes(WRITERS[ending](*FAILING[failure]))
    before = tree(project)

    with pytest.raises(SystemExit) as ended:
        main(arguments(register, project))
    printed = "".join(capfd.readouterr())

    assert ended.value.code == 1, printed
    assert "台账." in printed
    assert canaries_of(printed.encode()) == set()
    assert tree(project) == before
    assert tree(temporary) == {}


def _import_silently(log: Path, register: Path, project: Path) -> None:
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    sys.stdout = sys.__stdout__ = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.__stderr__ = os.fdopen(2, "w", encoding="utf-8", closefd=False)
    main(arguments(register, project))


def test_killed_import_leaves_nothing_private(tmp_path: Path, project: Path, temporary: Path) -> None:
    """At each of 50 moments the content is old or new, or is known to be torn; the next import puts it right."""
    register = tmp_path / "台账.xlsx"
    register.write_bytes(as_xlsx(HEADER, CASES))
    files = [project / f"content/results/2026-Q3.{ending}" for ending in ("yml", "csv")]
    old = [path.read_bytes() for path in files]
    logs = tmp_path / "logs"
    logs.mkdir()

    def attempt(number: int) -> "multiprocessing.process.BaseProcess":
        for path, data in zip(files, old, strict=True):
            path.write_bytes(data)
        context = multiprocessing.get_context("fork")
        process = context.Process(target=_import_silently, args=(logs / f"{number}.txt", register, project))
        process.start()
        return process

    begun = monotonic()
    whole = attempt(0)
    whole.join()
    duration = monotonic() - begun
    new = [path.read_bytes() for path in files]
    assert whole.exitcode == 0
    assert new != old

    killed = 0
    for number, moment in enumerate(_moments(duration), 1):
        process = attempt(number)
        process.join(moment)
        process.kill()
        process.join()
        killed += process.exitcode != 0
        now = [path.read_bytes() for path in files]
        assert now in (old, new) or (now == [new[0], old[1]] and _is_known_to_be_torn(project))

    assert killed > MOMENTS // 4
    assert found_in(project, temporary, logs) == []
    last = attempt(0)
    last.join()
    assert [path.read_bytes() for path in files] == new
    assert [path.name for path in (project / "content/results").iterdir() if path.name.endswith(".part")] == []


def _moments(duration: float) -> Iterator[float]:
    """Seconds after the start, spread over the whole duration, not evenly."""
    chance = random.Random(20261120)
    return (duration * (number + chance.random()) / MOMENTS for number in range(MOMENTS))


def _is_known_to_be_torn(project: Path) -> bool:
    dataset = load(project / "content").dataset
    assert dataset is not None
    results = dataset.results["2026-Q3"]
    return results.period.rows_sha256 != rows_digest(entry.row for entry in results.entries)

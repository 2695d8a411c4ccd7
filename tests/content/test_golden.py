"""Golden cases: what ``gongshi check`` says about typical mistakes, word for word.

A case is a folder ``tests/golden/NAME`` with ``content/`` and ``expected.txt``; a new case needs no code. ``content/``
holds only the files that differ from ``content_builder.minimal_content``: they are laid over it, so that every line of
``expected.txt`` comes from the case. The checks run as of ``content_builder.TODAY``.
"""

import os
import re
import shutil
from pathlib import Path

import pytest
from content_builder import TODAY, minimal_content, write_content

from generator.build.examine import examine

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())
_LINE = re.compile(r"(?P<path>content/[^:]*):(?P<line>\d+):(?P<column>\d+) \[(?P<rule>[a-z/-]+)\] \S.*")


def report(case: str, folder: Path) -> list[str]:
    """The problems of ``case`` as lines, its content laid over the minimal content in ``folder``."""
    content = write_content(folder / "content", minimal_content())
    shutil.copytree(GOLDEN / case / "content", content, dirs_exist_ok=True)
    problems = examine(content, TODAY).problems
    return [str(problem) for problem in problems]


def expected(case: str) -> list[str]:
    """The lines of ``expected.txt``; none when the case is new."""
    file = GOLDEN / case / "expected.txt"
    return file.read_text("utf-8").splitlines() if file.is_file() else []


@pytest.mark.parametrize("case", CASES)
def test_report_of_a_golden_case_has_not_changed(case: str, tmp_path: Path) -> None:
    """Every problem of the case is reported at its place in these very words, in this order, and nothing else."""
    lines = report(case, tmp_path)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        (GOLDEN / case / "expected.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
    assert lines == expected(case), (
        f"The report of golden case {case} differs. If it is right, update it and read the difference:\n"
        f"UPDATE_GOLDEN=1 python -m pytest tests/content/test_golden.py -k {case}"
    )


@pytest.mark.parametrize("case", CASES)
def test_report_of_a_golden_case_is_one_line_a_problem(case: str) -> None:
    """Each line names file, line, column and rule; the lines are sorted by place and none stands twice."""
    found = [_LINE.fullmatch(line) for line in expected(case)]
    assert found
    assert all(found)
    places = [(match["path"], int(match["line"]), int(match["column"]), match["rule"]) for match in found if match]
    assert places == sorted(places)
    assert len(set(expected(case))) == len(places)


def test_hundred_problems_are_a_hundred_lines() -> None:
    """Nothing is cut off, merged or repeated, however much is wrong."""
    assert len(expected("hundred-problems")) == 100
    assert len({line.split(":")[0] for line in expected("hundred-problems")}) >= 20


def test_golden_mistakes_are_found_in_the_files_of_the_case() -> None:
    """The minimal content under a case adds no line of its own."""
    for case in CASES:
        content = GOLDEN / case / "content"
        for line in expected(case):
            path = line.split(":")[0].removeprefix("content/")
            assert (content / path).exists(), line

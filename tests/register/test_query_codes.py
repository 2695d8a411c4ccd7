"""query_codes: the codes of a register reach query-codes.csv and no public file, and only those that nobody can guess."""

from pathlib import Path

import pytest
from project_builder import make_project
from register.test_importing import run, write_register
from register_tables import HEADER, case

from generator.content.load import load
from generator.facts.query_codes import is_weak
from generator.register.blank import write
from generator.register.columns import find_table
from generator.register.sheets import read_register

CODE, OTHER = "K7M2-9QXW-4TPH", "A3F9-TR6W-HD5K"
COLUMNS = (*HEADER, "查询码")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project with two rows of the third quarter: XG-0001 and XG-0002."""
    return make_project(tmp_path / "project")


def register(tmp_path: Path, *codes: str) -> Path:
    """A register of cases XG-0001 and following, each with its code."""
    rows = [(*case(收件编号=f"XG-{number:04}"), code) for number, code in enumerate(codes, 1)]
    return write_register(tmp_path / "台账.csv", *rows, header=COLUMNS)


def kept(project: Path) -> dict[str, str]:
    """Receipt number -> code, as the look-up will have them."""
    loaded = load(project / "content")
    assert loaded.dataset is not None and loaded.problems == ()
    return {given.receipt: given.code for given in loaded.dataset.query_codes}


def test_codes_are_kept_for_the_look_up_alone(project: Path, tmp_path: Path) -> None:
    """The codes stand in query-codes.csv and neither in the rows nor on the screen."""
    done = run(register(tmp_path, CODE, ""), project, "--yes")

    assert done.exit_code == 0, done.output
    assert kept(project) == {"XG-0001": CODE}
    assert "query-codes.csv" in done.output and CODE not in done.output
    assert CODE not in (project / "content/results/2026-Q3.csv").read_text("utf-8")


def test_codes_of_earlier_imports_stay(project: Path, tmp_path: Path) -> None:
    """A later register adds codes and corrects them; importing it once more changes nothing."""
    run(register(tmp_path, CODE, OTHER), project, "--yes")
    run(register(tmp_path, "", "H4XT-29PB-Q6RV", "W8YC-5KMD-7N3S"), project, "--yes")

    assert kept(project) == {"XG-0001": CODE, "XG-0002": "H4XT-29PB-Q6RV", "XG-0003": "W8YC-5KMD-7N3S"}
    again = run(register(tmp_path, "", "H4XT-29PB-Q6RV", "W8YC-5KMD-7N3S"), project, "--yes")
    assert "query-codes.csv" not in again.output


def test_register_without_codes_makes_no_file(project: Path, tmp_path: Path) -> None:
    """A hall that gives no codes has no file for them."""
    run(register(tmp_path, "", ""), project, "--yes")

    assert not (project / "content/query-codes.csv").exists()


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (("12345678",), "容易被猜中"),
        (("202607130001",), "容易被猜中"),
        (("K7M2-9QXW-4001", "K7M2-9QXW-4002"), "容易被猜中"),
        ((CODE, CODE.lower()), "与另一件的相同"),
    ],
)
def test_codes_that_can_be_guessed_are_refused(
    project: Path, tmp_path: Path, codes: tuple[str, ...], told: str
) -> None:
    """What the build would refuse is refused at once, with its place and without the code."""
    done = run(register(tmp_path, *codes), project, "--yes")

    assert done.exit_code == 1
    assert told in done.output
    assert not [code for code in codes if code in done.output]
    assert not (project / "content/query-codes.csv").exists()


def test_template_has_a_code_for_each_row_and_no_case(project: Path, tmp_path: Path) -> None:
    """The codes of the template are drawn, and a row that has nothing else is empty."""
    (sheet, *_) = read_register(write(tmp_path / "台账.xlsx", project / "content")).sheets
    table = find_table(sheet, {})
    assert table is not None
    codes = [code for row in sheet.rows[3:] if isinstance(code := table.cell(row, "query_code"), str)]

    assert len(set(codes)) == len(codes) > 1900
    assert not [code for code in codes if is_weak(code, "")]
    assert table.rows == ()

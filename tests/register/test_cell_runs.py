"""cell_runs: every cell has its own text, however few runs are kept."""

from hypothesis import given
from hypothesis import strategies as st

from generator.register.cell_runs import CellRuns


@given(st.dictionaries(st.tuples(st.integers(1, 30), st.integers(0, 2)), st.sampled_from("ab")))
def test_each_cell_keeps_its_text(noted: dict[tuple[int, int], str]) -> None:
    """And a cell that was not noted has none."""
    runs = CellRuns()
    for (row, column), text in sorted(noted.items()):
        runs.add(row, column, text)

    assert {(row, column): runs.get(row, column) for row in range(32) for column in range(4)} == {
        (row, column): noted.get((row, column)) for row in range(32) for column in range(4)
    }
    assert bool(runs) == bool(noted)


def test_row_that_stands_twice_counts_once() -> None:
    """A file may name a row twice; the first counts, and nothing is out of order."""
    runs = CellRuns()
    for row, text in ((3, "a"), (2, "b"), (3, "c")):
        runs.add(row, 0, text)

    assert [runs.get(row, 0) for row in (2, 3)] == [None, "a"]

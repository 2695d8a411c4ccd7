"""scans: what is known of the files of the last build."""

from pathlib import Path

from generator.build.scans import KeptScan, read_scans, write_scans
from generator.publish.verify import Scan

SCAN = Scan(
    "a/index.html", frozenset({"top", "甲"}), frozenset({"b/index.html#c"}), frozenset({"//cdn.example/x"}), True
)
EMPTY = Scan("b/index.html", frozenset(), frozenset(), frozenset(), False)


def test_what_is_known_is_read_back(tmp_path: Path) -> None:
    """Inputs, hashes and scans; a file without a scan, and one whose scan is empty."""
    files = {
        "a/index.html": KeptScan("1", "2", SCAN),
        "b/index.html": KeptScan("3", "4", EMPTY),
        "c.json": KeptScan("5", "6"),
        "d.pdf": KeptScan("7", "8", pages=2),
    }
    write_scans(tmp_path / "files", files)

    assert read_scans(tmp_path / "files") == files


def test_files_that_are_made_in_every_build_are_left_out(tmp_path: Path) -> None:
    """Nobody will ask for them."""
    write_scans(tmp_path / "files", {"a/index.html": KeptScan("", "2", SCAN), "c.json": KeptScan("5", "6")})

    assert read_scans(tmp_path / "files") == {"c.json": KeptScan("5", "6")}


def test_nothing_is_known_at_first(tmp_path: Path) -> None:
    """Nor after the table was damaged."""
    assert read_scans(tmp_path / "files") == {}
    write_scans(tmp_path / "files", {"c.json": KeptScan("5", "6")})
    (tmp_path / "files").write_bytes((tmp_path / "files").read_bytes()[:-1])
    assert read_scans(tmp_path / "files") == {}

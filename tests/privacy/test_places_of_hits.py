"""Positions of many private values in one file."""

from time import process_time

from generator.privacy import find
from generator.privacy.gate import ScanPolicy, inspect
from generator.privacy.passages import passages


def _dense(lines: int) -> bytes:
    return "\n".join(
        f"<p>第&#50;批 <b>139{n:04d}</b>{n % 10_000:04d}</p>" for n in range(1_000, 1_000 + lines)
    ).encode()


def _seconds(lines: int) -> float:
    """Processor time for all hits and their places; in this process, where it can be measured."""
    begin = process_time()
    for passage in passages("a.html", _dense(lines)):
        passage.places([hit.start for hit in find(passage.text)])
    return process_time() - begin


def test_many_places_are_those_asked_for_one_by_one() -> None:
    """Asking for all positions at once gives what asking for each alone gives, through every rewriting."""
    for passage in passages("a.html", _dense(20)):
        offsets = range(len(passage.text))
        assert passage.places(offsets) == [passage.place(offset) for offset in offsets]


def test_each_leak_stands_on_its_line() -> None:
    """A file with a phone on every line is reported line by line."""
    leaks = inspect([("a.html", _dense(300))], ScanPolicy()).leaks
    assert {leak.line for leak in leaks} == set(range(1, 301))


def test_time_grows_with_the_length_of_a_file_full_of_hits() -> None:
    """Eight times the lines with a hit cost about eight times the processor time, not sixty-four times."""
    assert _seconds(8_000) < 24 * _seconds(1_000)

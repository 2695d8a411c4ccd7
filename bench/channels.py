"""What the folders beside the site cost: a first build and one edit, alone and with all of them.

    python bench/channels.py [--count 1000] [--rounds 3]

A project of so many long guides, without posters; the best of ``--rounds``. Processor time is of the whole command and
all processes that it starts: on a machine that others use, too, the ratio is still right.
"""

import argparse
import resource
import tempfile
from pathlib import Path
from typing import NamedTuple

import corpus
import edits
from measure import GONGSHI, forget, seconds

BUILD = (*GONGSHI, "build", "--posters", "none")
CHANNELS = ("--embed", "--articles", "--wechat")
MOST, MOST_EDIT = 2.0, 2.0
"""Times as long as the site alone, and seconds of one edit, at most."""


class Taken(NamedTuple):
    """Seconds of processor time, of all processes, and seconds that passed."""

    processor: float
    passed: float

    def __str__(self) -> str:
        return f"{self.processor:.2f} s of processor time in {self.passed:.2f} s"

    def times(self, other: "Taken") -> str:
        """How many times as long as the other."""
        return f"{self.processor / other.processor:.2f} and {self.passed / other.passed:.2f} times"


def main() -> None:
    """Make the project, measure, and print a row for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "hall"
        corpus.write_content(project, given.count, "long")
        alone = min(first_build(BUILD, project) for _ in range(given.rounds))
        print(f"site alone: {alone}")
        for asked in (*((one,) for one in CHANNELS), CHANNELS):
            taken = min(first_build((*BUILD, *asked), project) for _ in range(given.rounds))
            print(f"{' '.join(asked)}: {taken}, {taken.times(alone)}")
        print(f"goal: {MOST} times")
        for asked in ((), CHANNELS):
            taken = min(one_edit((*BUILD, *asked), project) for _ in range(given.rounds))
            print(f"one edit, {' '.join(asked) or 'site alone'}: {taken}")
        print(f"goal: {MOST_EDIT} s")


def first_build(command: tuple[str, ...], project: Path) -> Taken:
    """A build of which nothing was there before."""
    forget(project)
    return _taken(command, project)


def one_edit(command: tuple[str, ...], project: Path) -> Taken:
    """A build after one guide was edited, where all was made before."""
    seconds(command, project)
    edits.new_summary(project / "content" / "services" / "s7.yml")
    return _taken(command, project)


def _taken(command: tuple[str, ...], project: Path) -> Taken:
    before = _children()
    passed = seconds(command, project)
    return Taken(_children() - before, passed)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()

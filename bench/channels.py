"""What the folders beside the site cost: a first build and one edit, alone and with all of them.

    python bench/channels.py [--count 1000] [--rounds 3]

A project of so many long guides, without posters. Seconds of processor time are of the whole command and all processes
that it starts, the best of ``--rounds``: on a machine that others use, too, the ratio is still right.
"""

import argparse
import resource
import tempfile
from pathlib import Path

import corpus
import edits
from measure import GONGSHI, forget, seconds

BUILD = (*GONGSHI, "build", "--posters", "none")
CHANNELS = ("--embed", "--articles", "--wechat")
MOST, MOST_EDIT = 2.0, 2.0
"""Times as long as the site alone, and seconds of one edit, at most."""


def main() -> None:
    """Make the project, measure, and print a row for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "hall"
        corpus.write_content(project, given.count, "long")
        alone = min(processor_seconds(BUILD, project) for _ in range(given.rounds))
        print(f"site alone: {alone:.1f} s")
        for asked in (*((one,) for one in CHANNELS), CHANNELS):
            taken = min(processor_seconds((*BUILD, *asked), project) for _ in range(given.rounds))
            print(f"{' '.join(asked)}: {taken:.1f} s, {taken / alone:.2f} times")
        print(f"goal: {MOST} times")
        for asked in ((), CHANNELS):
            taken = min(edit_seconds((*BUILD, *asked), project) for _ in range(given.rounds))
            print(f"one edit, {' '.join(asked) or 'site alone'}: {taken:.2f} s")
        print(f"goal: {MOST_EDIT} s")


def processor_seconds(command: tuple[str, ...], project: Path) -> float:
    """Seconds of processor time of a first build."""
    forget(project)
    return _used(command, project)


def edit_seconds(command: tuple[str, ...], project: Path) -> float:
    """Seconds of processor time after one guide was edited, where all was made before."""
    seconds(command, project)
    edits.new_summary(project / "content" / "services" / "s7.yml")
    return _used(command, project)


def _used(command: tuple[str, ...], project: Path) -> float:
    before = _children()
    seconds(command, project)
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()

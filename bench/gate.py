"""Measure the gate on its corpus: ``PYTHONPATH=tests .venv/bin/python bench/gate.py [SEED]``.

Prints the tables of docs/gate-corpus.md: of every kind, how many lines, how many misses or false alarms, and MB of
UTF-8 a second. With ``--examples N`` also the first N wrong lines of every kind; their numbers are made up.
"""

import argparse
import time
from itertools import groupby

from privacy.corpus import HALL_TEXTS, Line, corpus

from generator.privacy import PublicContacts, find

HEADS = {
    "shaped": "Numbers with a shape or check digit | missed",
    "labelled": "Labelled numbers without one | missed",
    "clean": "Nothing private | false alarms",
}


def measure(lines: list[Line], known: PublicContacts) -> tuple[list[Line], float]:
    """The lines the gate is wrong about, and MB a second."""
    wrong, started = [], time.perf_counter()
    for line in lines:
        if line.judged_wrong((hit.start, hit.end) for hit in find(line.text, known)):
            wrong.append(line)
    seconds = time.perf_counter() - started
    return wrong, sum(len(line.text.encode()) for line in lines) / 1e6 / seconds


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int, nargs="?", default=2026)
    parser.add_argument("--examples", type=int, default=0)
    options = parser.parse_args()
    known, examples = PublicContacts.of(HALL_TEXTS), []
    lines = corpus(options.seed)
    print(f"{len(lines):,} lines of seed {options.seed}.")
    for group, members in groupby(lines, lambda line: line.group):
        print(f"\n| {HEADS[group].replace(' | ', ' | lines | ')} | MB/s |\n| --- | ---: | ---: | ---: |")
        count, errors, started = 0, 0, time.perf_counter()
        for kind, of_kind in groupby(members, lambda line: line.kind):
            batch = list(of_kind)
            wrong, speed = measure(batch, known)
            print(f"| {kind}{' (named)' if batch[0].named else ''} | {len(batch):,} | {len(wrong)} | {speed:.1f} |")
            count, errors, examples = count + len(batch), errors + len(wrong), examples + wrong[: options.examples]
        rate = f"{errors} ({errors / count:.2%})"
        print(f"| **together** | {count:,} | {rate} | {count / (time.perf_counter() - started) / 1000:.0f} lines/ms |")
    print(*examples, sep="\n")


if __name__ == "__main__":
    main()

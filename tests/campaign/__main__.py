"""``make campaign``: everything that is tried in docs/reliability.md, with a table of how often and what came of it.

    python -m campaign [PART ...] [--seed N] [--size SHARE]

A seed makes the choices of one run, but not the moments at which a computer is interrupted: a kill has to be tried
again until it shows. Exit 1 if a promise was broken.
"""

import argparse
import os
import random
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from campaign.parts import PARTS, run_part


def main() -> int:
    """Run the parts, two at a time; print a table, then every fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--size", type=float, default=1.0, help="share of the rounds of a full campaign")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])  # for programs that are started
    print(f"seed {given.seed}, size {given.size}", flush=True)
    print("| what was tried | times | faults |\n| --- | ---: | --- |", flush=True)
    faults: list[str] = []
    with ProcessPoolExecutor(2, get_context("spawn"), max_tasks_per_child=1) as pool:
        runs = {pool.submit(run_part, part, given.seed, given.size): part for part in given.parts or PARTS}
        for run in as_completed(runs):
            outcome, seconds = run.result()
            part = runs[run]
            print("\n".join(outcome.rows()), flush=True)
            print(f"{part}: {seconds:.0f} s", file=sys.stderr, flush=True)
            faults += outcome.faults
    print("\n".join(["", *faults]) if faults else "\nno faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Pages and mkdocs.yml changed, then built by MkDocs itself, which reads both: a sentence, or a site, never a traceback."""

import random
import shutil
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from campaign.mutations import Trial, change
from campaign.outcome import Outcome
from content_builder import TODAY

from generator.build import incremental
from generator.build.options import BuildOptions
from generator.content.project import open_project
from generator.engines.mkdocs import MkDocs
from generator.system.failures import Failure

SECONDS = 60.0
PATHS = ("mkdocs.yml", "content/pages/about.md")


def frames(folder: Path, rounds: int, chance: random.Random, outcome: Outcome) -> None:
    """Change one of the two files at a time and build; a site outside ``folder`` is not made."""
    trial = Trial(folder, chance)
    for number in range(rounds):
        path = PATHS[number % len(PATHS)]
        data = change(trial.sound[path], chance, trial.others)
        (folder / path).write_bytes(data)
        began = time.monotonic()
        faults = list(_faults(folder))
        if (took := time.monotonic() - began) > SECONDS:
            faults.append(f"took {took:.1f} s")
        outcome.add(f"{path.rpartition('/')[2]} read by MkDocs", *(f"{fault} (round {number})" for fault in faults))
        if faults:
            trial.keep(number, path, data)
        (folder / path).write_bytes(trial.sound[path].encode())


def _faults(folder: Path) -> Iterator[str]:
    try:
        project = open_project(folder)
        if project.site.is_relative_to(folder) and project.content.is_relative_to(folder):
            incremental.build(project, BuildOptions(TODAY, "none"), MkDocs())
            shutil.rmtree(project.site, ignore_errors=True)
    except Failure as error:
        said = "\n".join(line.text for line in error.report())
        if not said.strip() or "Traceback" in said:
            yield f"no message: {said!r}"
    except Exception as error:
        yield f"{type(error).__name__} {error} at {traceback.format_tb(error.__traceback__)[-1].strip()}"


def run(folder: Path, seed: int, size: float = 1.0) -> Outcome:
    """200 rounds, or the share ``size`` of them."""
    outcome = Outcome()
    frames(folder / "project", max(2, round(200 * size)), random.Random(seed), outcome)
    return outcome

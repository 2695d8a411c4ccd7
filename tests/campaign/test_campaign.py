"""A short form of each part of the campaign; ``make campaign`` runs the long one."""

import random
from pathlib import Path

import pytest
from campaign import kills, mutations
from campaign.outcome import Outcome

pytestmark = pytest.mark.slow

SEED = 2026


def test_killed_builds_leave_a_whole_site_and_no_litter(tmp_path: Path) -> None:
    """Wherever it is killed: old or new, nothing to clean, nothing that piles up."""
    outcome, chance = Outcome(), random.Random(SEED)
    kills.kill_often(kills.build_target(tmp_path, "none"), 6, chance, outcome)
    assert outcome.faults == []
    assert outcome.tried.total() == 6


def test_killed_imports_leave_whole_files(tmp_path: Path) -> None:
    """The description may be new where the rows are old; the next import puts it right."""
    outcome = Outcome()
    kills.kill_often(kills.import_target(tmp_path), 4, random.Random(SEED), outcome)
    assert outcome.faults == []


def test_killed_worker_is_no_end_of_a_site(tmp_path: Path) -> None:
    """A build that loses a process of its own publishes everything or nothing."""
    outcome = Outcome()
    target = kills.build_target(tmp_path, "none", services=40)
    kills.kill_often(target, 3, random.Random(SEED), outcome, child=True)
    assert outcome.faults == []


def test_changed_files_are_told_with_a_place(tmp_path: Path) -> None:
    """A few hundred of the changes that people and programs make by mistake."""
    outcome = Outcome()
    for _ in mutations.Trial(tmp_path / "project", random.Random(SEED)).rounds(300, outcome):
        pass
    assert outcome.faults == []
    assert outcome.tried.total() == 300

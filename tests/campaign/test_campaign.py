"""A short form of each part of the campaign; ``make campaign`` runs the long one."""

import os
import random
import resource
from pathlib import Path

import pytest
from campaign import bombs, frames, kills, mutations, serving, surroundings
from campaign.outcome import Outcome
from project_builder import make_project

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

SEED = 2026


@pytest.fixture(autouse=True)
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs that are started here are not measured, which takes as long again; other tests run the same lines."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


def test_killed_builds_leave_a_whole_site_and_no_litter(tmp_path: Path) -> None:
    """Wherever it is killed: old or new, nothing to clean, nothing that piles up."""
    outcome, chance = Outcome(), random.Random(SEED)
    kills.kill_often(kills.build_target(tmp_path, "none"), 4, chance, outcome)
    assert outcome.faults == []
    assert outcome.tried.total() == 4


def test_killed_imports_leave_whole_files(tmp_path: Path) -> None:
    """The description may be new where the rows are old; the next import puts it right."""
    outcome = Outcome()
    kills.kill_often(kills.import_target(tmp_path), 4, random.Random(SEED), outcome)
    assert outcome.faults == []


def test_killed_worker_is_no_end_of_a_site(tmp_path: Path) -> None:
    """A build that loses a process of its own publishes everything or nothing."""
    outcome = Outcome()
    target = kills.build_target(tmp_path, "none", services=20, anew=True)
    target.name = "worker of a build killed"
    kills.kill_often(target, 1, random.Random(SEED), outcome, child=True)
    assert outcome.faults == []
    assert outcome.tried["worker of a build killed"] > 0


def test_changed_files_are_told_with_a_place(tmp_path: Path) -> None:
    """A few hundred of the changes that people and programs make by mistake."""
    outcome = Outcome()
    for _ in mutations.Trial(tmp_path / "project", random.Random(SEED)).rounds(300, outcome):
        pass
    assert outcome.faults == []
    assert outcome.tried.total() == 300


def test_changed_settings_and_pages_end_in_a_message_or_a_site(tmp_path: Path) -> None:
    """MkDocs reads both itself, and complains in ways of its own."""
    outcome = Outcome()
    frames.frames(tmp_path / "project", 4, random.Random(SEED), outcome)
    assert outcome.faults == []
    assert outcome.tried.total() == 4


def test_poor_computer_gets_a_message_or_a_whole_site(tmp_path: Path) -> None:
    """Closed streams, a language without Chinese, no home, little memory: no traceback, and the next build works."""
    outcome, place = Outcome(), surroundings.Place(tmp_path)
    poor = {"PYTHONPATH": os.environ["PYTHONPATH"], "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    place.trial("closed standard streams, ASCII, no home", outcome, env=poor, before=surroundings.without_streams)
    place.trial("little memory", outcome, before=surroundings.limited(resource.RLIMIT_AS, 100 * surroundings.MIB))
    assert outcome.faults == []


def test_harmed_cache_costs_time_only(tmp_path: Path) -> None:
    """The site is that of a computer that has never built it."""
    outcome = Outcome()
    surroundings.old_caches(tmp_path, 5, random.Random(SEED), outcome)
    assert outcome.faults == []


def test_edit_in_the_site_does_not_last(kept_sets: None, tmp_path: Path) -> None:
    """Not even of a poster, whose file the cache shares."""
    outcome = Outcome()
    surroundings.edited_sites(tmp_path, 6, outcome)
    assert outcome.faults == []


def test_preview_gives_nothing_away(tmp_path: Path) -> None:
    """It listens here only, and leads neither out of the site nor to the page of somebody else."""
    outcome, project = Outcome(), make_project(tmp_path / "project")
    with serving.preview(project) as (_, port):
        assert serving.listens_elsewhere(port) == []
        serving.requests(project, port, 60, random.Random(SEED), outcome)
    assert outcome.faults == []


def test_bombs_are_put_aside(tmp_path: Path) -> None:
    """One of each kind of file, read within bounds."""
    outcome = Outcome()
    names = ("png: text of 256 MiB", "svg: deep", "pdf: pages in a circle", "xlsx: last cell of the sheet")
    bombs.light(tmp_path, names, outcome)
    assert outcome.faults == []
    assert outcome.tried.total() == len(names)

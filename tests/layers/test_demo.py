"""The demo fleet: a province, a county, three halls and a village, all invented, can be published as it stands."""

from datetime import date
from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.fleet.settings import FleetHallSite, read_fleet
from generator.layers.compose import Composed, compose
from generator.layers.layer import Layer

ROOT = Path(__file__).parents[2] / "examples" / "fleet"
DAY = date(2026, 11, 21)
FLEET = read_fleet(ROOT)


def composed(hall: FleetHallSite, into: Path) -> Composed:
    """The content of one hall of the demo."""
    return compose([Layer(one.id, one.name, ROOT / one.folder, one.folder) for one in hall.layers], into)


@pytest.mark.parametrize("hall", FLEET.halls, ids=lambda hall: hall.id)
def test_every_hall_passes_the_ordinary_checks(tmp_path: Path, hall: FleetHallSite) -> None:
    """No error, neither of composing nor of the content; what is told has its place in a layer that is there."""
    made = composed(hall, tmp_path / "content")
    problems = [made.at_home(one) for one in examine(tmp_path / "content", DAY).problems]

    assert made.problems == ()
    assert [str(one) for one in problems if one.severity == "error"] == []
    assert all((ROOT / one.path).is_file() for one in problems)


def test_the_demo_shows_what_layers_can_do(tmp_path: Path) -> None:
    """Its halls add, override and leave out; and what one changes the others do not have."""
    made = {hall.id: composed(hall, tmp_path / hall.id) for hall in FLEET.halls}

    guides = {name: {path for path in one.histories if path.startswith("services/")} for name, one in made.items()}
    assert {name: len(paths) for name, paths in guides.items()} == {
        "hall-a": 12,
        "hall-b": 12,
        "hall-c": 12,
        "village": 9,
    }
    assert len(set.intersection(*guides.values())) == 8
    assert [*made["village"].left_out] == [
        "services/gengdi-dili-butie.yml", "services/linmu-caifa.yml", "services/nongcun-jianfang.yml"
    ]  # fmt: skip
    promised = {
        name: one.histories["services/laonian-youdai.yml"].values["time_limits"]["promised"]
        for name, one in made.items()
    }
    assert promised["hall-a"] == {"immediate": "是"}
    assert promised["hall-b"] == promised["hall-c"] == promised["village"] != promised["hall-a"]


def test_small_counts_have_to_be_withheld(tmp_path: Path) -> None:
    """Each hall has a service with fewer cases in the quarter than may be told by themselves."""
    for hall in FLEET.halls:
        composed(hall, tmp_path / hall.id)
        dataset = examine(tmp_path / hall.id, DAY).dataset
        assert dataset is not None
        counts = [row.row.service for row in dataset.results["2026-Q3"].entries]
        assert min(map(counts.count, counts)) < dataset.site.results.small_count

"""overview: the page over all halls is made when something of it has changed, and left alone where it stands as made."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from county.fleet import hall
from project_builder import stamps, tree

from generator.build.checkpoints import UnfitSite
from generator.county.summary import HallSummary
from generator.fleet import overview
from generator.fleet.overview import publish_overview
from generator.fleet.settings import FleetSettings

DAY = date(2026, 11, 28)
HALLS = (hall(1), hall(2))
Published = Callable[..., Path]


@pytest.fixture
def fleet(tmp_path: Path) -> FleetSettings:
    """A county whose page was published over two halls."""
    settings = FleetSettings(tmp_path, "子虚县", (), "sites", "https://county.example/all/")
    publish_overview(settings, HALLS, DAY)
    return settings


@pytest.fixture
def made(fleet: FleetSettings, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Over how many halls the page is made from now on, each time."""
    counts: list[int] = []

    def noted(name: str, address: str, halls: tuple[HallSummary, ...], day: date) -> dict[str, bytes]:
        counts.append(len(halls))
        return make(name, address, halls, day)

    make = overview._files
    monkeypatch.setattr(overview, "_files", noted)
    return counts


def test_page_of_the_same_halls_is_not_made_again(fleet: FleetSettings, made: list[int]) -> None:
    """Not a file is touched."""
    site = fleet.root / "sites-all"
    before = stamps(site)

    assert publish_overview(fleet, iter(HALLS), DAY) == site
    assert (stamps(site), made) == (before, [])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda site: (site / "index.html").unlink(),
        lambda site: (site / "index.html").write_bytes(b"x"),
        lambda site: (site / "more.html").write_bytes(b"x"),
        lambda site: (site / "gongshi-manifest.json").write_bytes(b"{}"),
        lambda site: site.rename(site.with_name("elsewhere")),
    ],
    ids=["a file is gone", "a file was written to", "a file too many", "the manifest", "nothing there"],
)
def test_page_that_was_damaged_is_made_again(
    fleet: FleetSettings, made: list[int], spoil: Callable[[Path], object]
) -> None:
    """It is what it was, then."""
    site = fleet.root / "sites-all"
    before = tree(site)
    spoil(site)

    publish_overview(fleet, HALLS, DAY)

    assert (tree(site), made) == (before, [2])


def test_whatever_is_said_otherwise_makes_it_again(fleet: FleetSettings, made: list[int]) -> None:
    """A summary that was withdrawn, another one, another day, name or address, and back to the first."""
    site = fleet.root / "sites-all"
    before = tree(site)
    changed: tuple[tuple[FleetSettings, tuple[HallSummary, ...], date], ...] = (
        (fleet, HALLS[:1], DAY),
        (fleet, (HALLS[0], replace(HALLS[1], phone="0300-0000111")), DAY),
        (fleet, HALLS, DAY + timedelta(days=1)),
        (replace(fleet, name="乌有县"), HALLS, DAY),
        (replace(fleet, address="https://county.example/"), HALLS, DAY),
    )
    for number, (settings, halls, day) in enumerate(changed, 1):
        publish_overview(settings, halls, day)
        assert len(made) == number
        assert tree(site) != before
    publish_overview(fleet, HALLS, DAY)

    assert tree(site) == before
    assert hall(2).name in "".join(path.read_text("utf-8") for path in site.rglob("*.js"))


def test_another_program_makes_it_again(fleet: FleetSettings, made: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Its templates and the rules of its gate may be others."""
    monkeypatch.setattr("generator.build.kept.program_digest", lambda: "another")

    publish_overview(fleet, HALLS, DAY)

    assert made == [2]


def test_page_that_may_not_be_published_is_tried_again(fleet: FleetSettings, made: list[int]) -> None:
    """Until it may, the site stays as it was; what was refused is not remembered as done."""
    site = fleet.root / "sites-all"
    before = tree(site)
    private = (HALLS[0], replace(HALLS[1], name="证号110101" + "199001019999"))
    for _ in range(2):
        with pytest.raises(UnfitSite):
            publish_overview(fleet, private, DAY)

    assert (tree(site), made) == (before, [2, 2])
    publish_overview(fleet, HALLS, DAY)
    assert made == [2, 2]

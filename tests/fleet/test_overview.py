"""overview: the page over all halls is made when something of it has changed, and left alone where it stands as made."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from content_builder import TODAY
from county.fleet import hall
from fleet_builder import gongshi, make_fleet
from project_builder import stamps, tree

from generator.build.checkpoints import UnfitSite
from generator.county.summary import HallSummary
from generator.fleet import overview
from generator.fleet.overview import publish_overview
from generator.fleet.settings import FleetSettings, read_fleet

DAY = date(2026, 11, 28)
COUNTY = "https://county.example/all/"
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


def test_page_is_published_by_the_command_for_sites(tmp_path: Path) -> None:
    """Beside the sites of halls, with the address of the county for caches; of which day it is, is known."""
    root = make_fleet(tmp_path / "fleet", ("a",))
    without = gongshi(root, "publish", str(tmp_path / "www"), "--overview")
    assert (without.exit_code, "address" in without.output) == (2, True)
    (root / "fleet.yml").write_text(f"address: {COUNTY}\n{(root / 'fleet.yml').read_text('utf-8')}", "utf-8")
    unbuilt = gongshi(root, "publish", str(tmp_path / "www"), "--overview")
    assert (unbuilt.exit_code, "sites-all" in unbuilt.output) == (2, True)
    publish_overview(read_fleet(root), HALLS, TODAY)
    assert gongshi(root, "publish", str(tmp_path / "www"), "--overview").exit_code == 0
    publish_overview(read_fleet(root), HALLS[:1], TODAY)

    done = gongshi(root, "publish", str(tmp_path / "www"), "--overview", "--purge-list", str(tmp_path / "purge.txt"))

    assert done.exit_code == 0, done.output
    site = tree(root / "sites-all")
    assert site.pop("gongshi-manifest.json")
    assert site.items() <= tree(tmp_path / "www").items()
    assert f"{COUNTY}\n" in (tmp_path / "purge.txt").read_text("utf-8")
    later = gongshi(root, "publish", str(tmp_path / "www"), "--overview", today="2026-12-24")
    assert (later.exit_code, TODAY.isoformat() in later.output) == (0, True)
    compared = gongshi(root, "publish", "--verify", str(tmp_path / "www"), "--overview")
    assert compared.exit_code == 0, compared.output


def test_page_or_hall(tmp_path: Path) -> None:
    """One of both is published; and only where there are several halls."""
    root = make_fleet(tmp_path / "fleet", ("a",))
    both = gongshi(root, "publish", str(tmp_path / "www"), "--overview", "--hall", "a")
    alone = gongshi(tmp_path, "publish", str(tmp_path / "www"), "--overview")

    assert (both.exit_code, "只能写一个" in both.output) == (2, True)
    assert (alone.exit_code, "fleet.yml" in alone.output) == (2, True)
    assert not (tmp_path / "www").exists()

"""kept: what came of a hall is remembered with the pack that it came in, as long as nothing of it is spoiled."""

from pathlib import Path

from generator.build.options import HungSheet
from generator.content.problems import make_problem
from generator.fleet.kept import last_done, last_stored, remember
from generator.fleet.settings import FleetHallSite, FleetSettings
from generator.fleet.task import HallDone

HALL = FleetHallSite("a", (), "sites/a", "https://fleet.example/a/", None, ())
PROBLEM = make_problem("file/register", "halls/a/x.xlsx", 1, 1, {})
DONE = HallDone(
    "a", "published", (PROBLEM,), ("一句话",), 61, (HungSheet("guide-x", "事项", "0520-8AA3", ("窗口",), True),),
    summary='{"id": "a"}', pack="0a1b", layers=("1c", "2d"),
)  # fmt: skip


def test_hall_is_remembered_with_its_pack(tmp_path: Path) -> None:
    """As it was told, to the last problem and sheet; only for the inputs that it was built of, and the site as it is."""
    fleet = FleetSettings(tmp_path, "虚谷县", (HALL,), "sites", None)
    assert (last_done(fleet, HALL), last_stored(fleet, HALL)) == (None, ("", ()))

    remember(fleet, HALL, "inputs", DONE)

    assert (last_done(fleet, HALL), last_stored(fleet, HALL)) == (DONE, ("0a1b", ("1c", "2d")))
    assert (last_done(fleet, HALL, "inputs"), last_done(fleet, HALL, "others")) == (DONE, None)
    (tmp_path / "sites" / "a").mkdir(parents=True)
    (tmp_path / "sites" / "a" / "index.html").write_bytes(b"x")
    assert last_done(fleet, HALL, "inputs") is None


def test_what_was_cut_off_is_not_believed(tmp_path: Path) -> None:
    """The hall is built anew then, from nothing."""
    fleet = FleetSettings(tmp_path, "虚谷县", (HALL,), "sites", None)
    remember(fleet, HALL, "inputs", DONE)
    kept = fleet.cache("a") / "done"
    kept.write_bytes(kept.read_bytes()[:-9])

    assert (last_done(fleet, HALL), last_stored(fleet, HALL)) == (None, ("", ()))

"""deliver: what is new first, then what refers to it, then removal; cut off, refused, or run twice, it ends whole."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from delivery_sites import FIRST, SECOND, WITHDRAWN, Pauses, Spoiled, cut_after, make_site, online, way

from generator.delivery.deliver import deliver
from generator.delivery.folder import FolderTarget
from generator.delivery.site import Site, SiteChanged, open_site
from generator.delivery.target import ForeignFiles, NotVerified, Overtaken, StillOnline, TargetFailed
from generator.system.environment import NotReady

STATE = ".gongshi/delivered.json"
SENDING = ".gongshi/sending.json"


@pytest.fixture
def first(tmp_path: Path) -> Site:
    """A site."""
    return make_site(tmp_path / "site", FIRST)


@pytest.fixture
def second(tmp_path: Path) -> Site:
    """The next version of it."""
    return make_site(tmp_path / "site-2", SECOND)


@pytest.fixture
def www(tmp_path: Path) -> Path:
    """Where it goes; not there yet."""
    return tmp_path / "www"


def remembered(www: Path) -> dict[str, object]:
    """What the target remembers."""
    return json.loads((www / STATE).read_bytes())


def test_a_first_publish_brings_the_files_of_the_manifest_and_no_other(first: Site, www: Path) -> None:
    """Drafts and caches in the folder of the site are not in its manifest; neither is the manifest."""
    (first.folder / ".cache").mkdir()
    (first.folder / ".cache/draft.html").write_bytes(b"private")
    (first.folder / "staff.html").write_bytes(b"private")

    plan = deliver(first, FolderTarget(www), way())

    assert online(www) == FIRST
    assert (len(plan.new), plan.changed, plan.removed) == (len(FIRST), (), ())
    assert remembered(www) == {"files": dict(first.files), "to_remove": []}
    assert [path.name for path in (www / ".gongshi").iterdir()] == ["delivered.json"]


def test_what_is_new_goes_before_what_refers_to_it(first: Site, second: Site, www: Path) -> None:
    """The new style sheet and guide, the changed page, the search, the site map, the home page; then the removal."""
    deliver(first, FolderTarget(www), way())
    seen = Spoiled(FolderTarget(www))

    deliver(second, seen, way())

    assert online(www) == SECOND
    sent = [address for address in seen.written() if not address.startswith(".gongshi/")]
    assert sent == [
        "assets/new.css",
        "services/linshi/index.html",
        "services/index.html",
        "search/names.js",
        "sitemap.xml",
        "index.html",
    ]
    steps = [(name, one) for name, addresses in seen.done if name in ("write", "remove") for one in addresses]
    assert steps[0] == ("write", SENDING)
    assert steps[-4:] == [("write", STATE), ("remove", WITHDRAWN), ("write", STATE), ("remove", SENDING)]


def test_the_target_is_listed_once_and_nothing_is_sent_again(first: Site, www: Path) -> None:
    """Of a site that is there already only the list is read, and what was remembered."""
    deliver(first, FolderTarget(www), way())
    seen = Spoiled(FolderTarget(www))

    plan = deliver(first, seen, way())

    assert plan.is_empty
    assert seen.done == [("list", ()), ("read", (STATE,))]


@pytest.mark.parametrize("steps", range(1, 27))
def test_a_publish_that_was_cut_off_is_completed_by_the_next(first: Site, second: Site, www: Path, steps: int) -> None:
    """Wherever the connection is lost, no page is half-written, and a new run leaves exactly the new site."""
    deliver(first, FolderTarget(www), way())
    spoiled = Spoiled(FolderTarget(www), cut_after(steps))
    try:
        deliver(second, spoiled, way())
        assert steps > 22, "the connection was cut before the end"
    except TargetFailed as failure:
        assert str(failure) == "cut"
    assert all(data in (FIRST.get(name), SECOND.get(name)) for name, data in online(www).items())

    deliver(second, FolderTarget(www), way(token="two"))

    assert online(www) == SECOND
    assert remembered(www) == {"files": dict(second.files), "to_remove": []}
    assert [path.name for path in (www / ".gongshi").iterdir()] == ["delivered.json"]


@pytest.mark.parametrize("steps", range(3, 14))
def test_a_site_that_was_cut_off_and_then_withdrawn_leaves_nothing(first: Site, www: Path, steps: int) -> None:
    """What a first publish had sent before it was cut off is known to the next, which has another site."""
    with pytest.raises(TargetFailed):
        deliver(first, Spoiled(FolderTarget(www), cut_after(steps)), way())
    other = make_site(first.folder, {"index.html": b"closed"})

    deliver(other, FolderTarget(www), way(token="two"))

    assert online(www) == {"index.html": b"closed"}


def test_what_was_sent_before_the_cut_is_not_sent_again(first: Site, www: Path) -> None:
    """It is read, found right, and left."""
    with pytest.raises(TargetFailed):
        deliver(first, Spoiled(FolderTarget(www), cut_after(9)), way())
    there = set(online(www))
    seen = Spoiled(FolderTarget(www))

    deliver(first, seen, way(token="two"))

    assert there
    assert not there & set(seen.written())
    assert online(www) == FIRST


def test_half_a_file_of_the_run_before_is_sent_again(first: Site, www: Path) -> None:
    """A target that keeps no promise left other bytes of the same length."""
    with pytest.raises(TargetFailed):
        deliver(first, Spoiled(FolderTarget(www), cut_after(9)), way())
    (www / "assets/site.css").write_bytes(b"broken")

    deliver(first, FolderTarget(www), way(token="two"))

    assert online(www) == FIRST


# --- removal ---------------------------------------------------------------------------------------------------------


class Held(FolderTarget):
    """A folder in which one file cannot be removed, for so many tries."""

    def __init__(self, folder: Path, tries: int) -> None:
        super().__init__(folder)
        self.tries = tries

    def remove(self, addresses: Sequence[str]) -> dict[str, str]:
        """Refuse what was withdrawn."""
        refused = [WITHDRAWN] if WITHDRAWN in addresses and self.tries > 0 else []
        self.tries -= len(refused)
        return {**super().remove([one for one in addresses if one not in refused]), **dict.fromkeys(refused, "拒绝")}


def test_a_failed_removal_is_tried_again_with_growing_pauses(first: Site, second: Site, www: Path) -> None:
    """At the fourth try it works, and nothing is told."""
    deliver(first, FolderTarget(www), way())
    pauses = Pauses()

    deliver(second, Held(www, 3), way(sleep=pauses))

    assert pauses.noted == [1, 4, 16]
    assert online(www) == SECOND


def test_what_cannot_be_removed_is_an_error_and_remembered(first: Site, second: Site, www: Path) -> None:
    """The new site is there; the next publish removes it first, though nothing else has changed."""
    deliver(first, FolderTarget(www), way())

    with pytest.raises(StillOnline) as caught:
        deliver(second, Held(www, 4), way())
    assert caught.value.left == {WITHDRAWN: "拒绝"}
    assert online(www) == {**SECOND, WITHDRAWN: FIRST[WITHDRAWN]}
    assert remembered(www)["to_remove"] == [WITHDRAWN]

    with pytest.raises(StillOnline):  # and again, though nothing was sent
        deliver(second, Held(www, 9), way())

    seen = Spoiled(FolderTarget(www))
    deliver(second, seen, way())
    assert next(addresses for name, addresses in seen.done if name == "remove") == (WITHDRAWN,)
    assert online(www) == SECOND
    assert remembered(www)["to_remove"] == []
    assert deliver(second, FolderTarget(www), way()).is_empty


def test_what_comes_back_is_not_removed(first: Site, second: Site, www: Path) -> None:
    """An address that had to be removed, and is in the site again."""
    deliver(first, FolderTarget(www), way())
    with pytest.raises(StillOnline):
        deliver(second, Held(www, 9), way())

    deliver(first, FolderTarget(www), way())

    assert online(www) == FIRST
    assert remembered(www)["to_remove"] == []


# --- what others put there -------------------------------------------------------------------------------------------


def test_a_folder_with_other_files_is_refused(first: Site, www: Path) -> None:
    """Unless it is taken over; then its files stay."""
    www.mkdir()
    (www / "web.config").write_bytes(b"theirs")
    (www / "index.html").write_bytes(b"theirs")

    with pytest.raises(ForeignFiles):
        deliver(first, FolderTarget(www), way())
    assert online(www) == {"web.config": b"theirs", "index.html": b"theirs"}

    plan = deliver(first, FolderTarget(www), way(take_over=True))

    assert online(www) == {**FIRST, "web.config": b"theirs"}
    assert plan.strange == ("web.config",)
    assert deliver(first, FolderTarget(www), way()).strange == ("web.config",)


def test_a_copied_site_is_known_by_its_manifest(first: Site, second: Site, www: Path) -> None:
    """Who has used rsync until now needs no option, and what was withdrawn since goes."""
    shutil.copytree(first.folder, www)

    deliver(second, FolderTarget(www), way())

    assert online(www) == SECOND


def test_a_file_that_is_gone_or_has_another_size_is_sent_again(first: Site, www: Path) -> None:
    """Somebody has cleaned up at the server."""
    deliver(first, FolderTarget(www), way())
    (www / "assets/site.css").unlink()
    (www / "index.html").write_bytes(b"")

    deliver(first, FolderTarget(www), way())

    assert online(www) == FIRST


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"\xff", b'{"files": {"../../etc/passwd": "", "/x": ""}, "to_remove": ["../x", 1]}']
)
def test_a_damaged_list_at_the_target_removes_nothing_else(first: Site, www: Path, data: bytes) -> None:
    """Everything is sent again, and only addresses below the site are ever removed."""
    deliver(first, FolderTarget(www), way())
    (www / STATE).write_bytes(data)
    (www.parent / "x").write_bytes(b"not ours")

    deliver(first, FolderTarget(www), way())

    assert online(www) == FIRST
    assert (www.parent / "x").read_bytes() == b"not ours"


# --- the site --------------------------------------------------------------------------------------------------------


def test_a_site_that_was_changed_by_hand_is_refused(first: Site) -> None:
    """Nobody knows whether the gate has read it."""
    (first.folder / "index.html").write_bytes(b"changed")

    with pytest.raises(SiteChanged, match=r"index\.html"):
        open_site(first.folder)


def test_a_site_that_changes_meanwhile_is_refused(first: Site, www: Path) -> None:
    """Nothing of the other bytes goes out."""
    (first.folder / "sw.js").write_bytes(b"x")

    with pytest.raises(SiteChanged, match=r"sw\.js"):
        deliver(first, FolderTarget(www), way())
    assert "sw.js" not in online(www)


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    """It says what to do."""
    with pytest.raises(NotReady, match="gongshi build"):
        open_site(tmp_path)


# --- reading back ----------------------------------------------------------------------------------------------------


def test_what_reads_back_otherwise_is_an_error(first: Site, www: Path) -> None:
    """A server that alters files (an editor, a virus scanner) is found out before anything refers to them."""
    target = FolderTarget(www)

    def spoil(step: str, addresses: Sequence[str]) -> None:
        if step == "read" and "assets/site.css" in addresses:
            (www / "assets/site.css").write_bytes(b"else")

    with pytest.raises(NotVerified, match=r"assets/site\.css"):
        deliver(first, Spoiled(target, spoil), way())
    assert "index.html" not in online(www)


# --- two at once -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("steps", range(2, 20))
def test_of_two_at_once_the_later_goes_on(first: Site, second: Site, www: Path, steps: int) -> None:
    """Wherever the second begins, the first ends with an error or was done, and the site is whole."""
    left = [steps]

    def begin(step: str, addresses: Sequence[str]) -> None:
        left[0] -= 1
        if left[0] == 0:
            deliver(second, FolderTarget(www), way(token="two"))

    try:
        deliver(first, Spoiled(FolderTarget(www), begin), way(token="one"))
    except (Overtaken, NotVerified):
        assert left[0] <= 0
        deliver(second, FolderTarget(www), way(token="three"))
        assert online(www) == SECOND
    else:
        assert online(www) in (FIRST, SECOND)


def test_what_the_earlier_wrote_while_the_later_began_is_put_right(first: Site, second: Site, www: Path) -> None:
    """The earlier is writing a batch when the later looks; it notices after it, and the later looks again."""
    with pytest.raises(TargetFailed):
        deliver(first, Spoiled(FolderTarget(www), cut_after(6)), way(token="one"))

    def straggle(step: str, addresses: Sequence[str]) -> None:
        if step == "write" and "index.html" in addresses:
            FolderTarget(www).write({"assets/site.css": FIRST["assets/site.css"], "services/dibao/index.html": b"late"})

    deliver(second, Spoiled(FolderTarget(www), straggle), way(token="two"))

    assert online(www) == SECOND

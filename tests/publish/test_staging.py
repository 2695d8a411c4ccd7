"""publish: the site changes whole or not at all, whatever happens to the process."""

import hashlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from project_builder import leftovers, stamps, tree

from generator.publish import swap as swap_module
from generator.publish.cache import Cache
from generator.publish.files import save
from generator.publish.manifest import write_manifest
from generator.publish.staging import NotASite, SiteBusy, Stage, lock, open_stage, read_regular, stage_folder
from generator.publish.swap import swap

HOLD_LOCK = """
import sys
from pathlib import Path
from generator.publish.staging import lock
with lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def publish_files(site: Path, files: dict[str, bytes]) -> bool:
    """Stage, seal and swap ``files``; returns what swap says."""
    stage = open_stage(site)
    for address, data in files.items():
        stage.write(address, data)
    write_manifest(stage)
    return swap(stage, site)


# --- seal and swap ---------------------------------------------------------------------------------------------------


def test_first_edition_becomes_the_site(tmp_path: Path) -> None:
    """Without a site the stage takes its place, and swap says that something changed."""
    site = tmp_path / "site"

    assert publish_files(site, {"index.html": b"one", "a/b/c.css": b"x"})

    assert set(tree(site)) == {"index.html", "a/b/c.css", "gongshi-manifest.json"}
    assert leftovers(tmp_path) == []


def test_manifest_lists_every_file_sorted_with_hash_and_size(tmp_path: Path) -> None:
    """The manifest names each file but itself with its SHA-256 and size, in the order of addresses."""
    site = tmp_path / "site"

    publish_files(site, {"b.html": b"b", "a/文.html": b""})

    assert (site / "gongshi-manifest.json").read_text("utf-8") == (
        '{\n"a/文.html": {\n"bytes": 0,\n'
        '"sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"\n},\n'
        '"b.html": {\n"bytes": 1,\n'
        '"sha256": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"\n}\n}\n'
    )


def test_identical_edition_touches_nothing(tmp_path: Path) -> None:
    """Publishing the same files again leaves every file and folder with its inode and time, and says so."""
    site = tmp_path / "site"
    publish_files(site, {"index.html": b"one", "a/b.html": b"two"})
    before = stamps(site)

    assert not publish_files(site, {"index.html": b"one", "a/b.html": b"two"})

    assert stamps(site) == before
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize(
    "files",
    [
        {"index.html": b"ONE", "a.html": b"two"},
        {"index.html": b"one"},
        {"index.html": b"one", "a.html": b"two", "b.html": b"three"},
        {"index.html": b"one", "A.html": b"two"},
    ],
    ids=["other bytes", "a file less", "a file more", "another name"],
)
def test_changed_edition_replaces_the_whole_site(tmp_path: Path, files: dict[str, bytes]) -> None:
    """After a change the site holds the new files and none of the old ones."""
    site = tmp_path / "site"
    publish_files(site, {"index.html": b"one", "a.html": b"two"})

    assert publish_files(site, files)

    assert {path: data for path, data in tree(site).items() if path != "gongshi-manifest.json"} == files
    assert leftovers(tmp_path) == []


def test_file_added_to_the_site_by_hand_disappears(tmp_path: Path) -> None:
    """A ledger dropped into the published folder is gone after the next build, though no content changed."""
    site = tmp_path / "site"
    publish_files(site, {"index.html": b"one"})
    (site / "ledger.xlsx").write_bytes(b"secret")

    assert publish_files(site, {"index.html": b"one"})

    assert set(tree(site)) == {"index.html", "gongshi-manifest.json"}


def test_file_cut_short_in_the_site_is_restored(tmp_path: Path) -> None:
    """A published file of another size is replaced, though its manifest still claims the old hash."""
    site = tmp_path / "site"
    publish_files(site, {"index.html": b"one"})
    (site / "index.html").write_bytes(b"")

    assert publish_files(site, {"index.html": b"one"})

    assert (site / "index.html").read_bytes() == b"one"


def test_file_of_the_same_size_is_restored(tmp_path: Path) -> None:
    """A character that somebody changed in a published file is gone after the next build."""
    site = tmp_path / "site"
    publish_files(site, {"index.html": b"one"})
    (site / "index.html").write_bytes(b"owe")

    assert publish_files(site, {"index.html": b"one"})

    assert (site / "index.html").read_bytes() == b"one"


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["a", "b/a", "b/c", "文/件", "d d"]), st.binary(max_size=3), min_size=1),
    st.dictionaries(st.sampled_from(["a", "b/a", "b/c", "文/件", "d d"]), st.binary(max_size=3), min_size=1),
)
def test_site_is_always_the_last_edition(
    tmp_path_factory: pytest.TempPathFactory, first: dict[str, bytes], second: dict[str, bytes]
) -> None:
    """Whatever two editions hold, the site equals the second, and swap says whether they differ."""
    site = tmp_path_factory.mktemp("publish") / "site"
    publish_files(site, first)

    changed = publish_files(site, second)

    assert changed == (first != second)
    assert {path: data for path, data in tree(site).items() if path != "gongshi-manifest.json"} == second


# --- what is not a site ----------------------------------------------------------------------------------------------


def test_folder_that_no_build_made_is_never_replaced(tmp_path: Path) -> None:
    """A folder with files and no manifest stays as it is."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "台账.xlsx").write_bytes(b"ledger")

    with pytest.raises(NotASite, match="site"):
        publish_files(site, {"index.html": b"one"})

    assert tree(site) == {"台账.xlsx": b"ledger"}


def test_empty_folder_may_become_the_site(tmp_path: Path) -> None:
    """A folder with nothing in it is no obstacle."""
    site = tmp_path / "site"
    site.mkdir()

    assert publish_files(site, {"index.html": b"one"})

    assert (site / "index.html").read_bytes() == b"one"


# --- the lock --------------------------------------------------------------------------------------------------------


def test_second_process_is_refused_while_the_first_holds_the_lock(tmp_path: Path) -> None:
    """One build at a time works on a site, and the lock ends with the process, even when it is killed."""
    site = tmp_path / "site"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD_LOCK, str(site)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"

        with pytest.raises(SiteBusy, match="site"), lock(site):
            pass
        with lock(tmp_path / "other"):
            pass

        holder.send_signal(signal.SIGKILL)
        holder.wait(timeout=30)
    with lock(site):
        pass


def live_on(sender: Connection) -> None:
    """Say that this process runs, and stay."""
    sender.send(True)
    time.sleep(600)


@pytest.mark.skipif(sys.platform == "win32", reason="no process starts as a copy there")
def test_lock_ends_with_the_process_that_took_it(tmp_path: Path) -> None:
    """A copy of the process that lives on does not keep the site busy, and does not give the lock back by ending."""
    context = multiprocessing.get_context("fork")
    site = tmp_path / "site"
    with lock(site):
        receiver, sender = context.Pipe(duplex=False)
        copy = context.Process(target=live_on, args=(sender,))
        copy.start()
        receiver.recv()
    try:
        with lock(site):
            pass
    finally:
        copy.kill()
        copy.join()

    with lock(site):
        ended = context.Process(target=int)
        ended.start()
        ended.join()
        with pytest.raises(SiteBusy), lock(site):
            pass


def test_folder_in_place_of_a_lock_gives_way(tmp_path: Path) -> None:
    """A copying program that makes folders of empty files does not stop builds for good."""
    (tmp_path / ".site.lock" / "inner").mkdir(parents=True)

    with lock(tmp_path / "site"):
        assert (tmp_path / ".site.lock").is_file()


def test_lock_can_be_taken_again_after_an_error(tmp_path: Path) -> None:
    """A build that fails inside the lock gives it back."""
    site = tmp_path / "site"
    with pytest.raises(ValueError, match="boom"), lock(site):
        raise ValueError("boom")

    with lock(site):
        pass


# --- after a crash ---------------------------------------------------------------------------------------------------


def test_staging_of_a_killed_build_is_cleared(tmp_path: Path) -> None:
    """Nothing that a killed build wrote reaches the next edition."""
    site = tmp_path / "site"
    stage_folder(site).mkdir()
    (stage_folder(site) / "half.html").write_bytes(b"<ht")

    publish_files(site, {"index.html": b"one"})

    assert set(tree(site)) == {"index.html", "gongshi-manifest.json"}


def test_exchange_cut_off_between_its_two_steps_is_finished(tmp_path: Path) -> None:
    """When only the set-aside edition is left, it becomes the site again before anything else happens."""
    site = tmp_path / "site"
    publish_files(site, {"index.html": b"one"})
    before = tree(site)
    site.rename(tmp_path / ".site.previous")

    open_stage(site)

    assert tree(site) == before
    assert leftovers(tmp_path) == [".site.staging"]


def test_set_aside_edition_never_replaces_a_site(tmp_path: Path) -> None:
    """When the exchange was finished and only tidying up was cut off, the new site stays."""
    site = tmp_path / "site"
    publish_files(site, {"index.html": b"new"})
    (tmp_path / ".site.previous").mkdir()
    (tmp_path / ".site.previous" / "index.html").write_bytes(b"old")

    open_stage(site)

    assert (site / "index.html").read_bytes() == b"new"
    assert leftovers(tmp_path) == [".site.staging"]


def test_exchange_without_renameat2_replaces_the_whole_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange two folders at once, two renames do the same."""
    monkeypatch.setattr(swap_module, "_exchange", lambda *_: False)
    site = tmp_path / "site"
    publish_files(site, {"index.html": b"one", "old.html": b"old"})

    assert publish_files(site, {"index.html": b"two"})

    assert set(tree(site)) == {"index.html", "gongshi-manifest.json"}
    assert (site / "index.html").read_bytes() == b"two"
    assert leftovers(tmp_path) == []


def test_exchange_swaps_two_folders_in_one_step(tmp_path: Path) -> None:
    """On Linux both folders exist before and after, with their contents exchanged."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name)

    done = swap_module._exchange(tmp_path / "one", tmp_path / "two")

    swapped = ("two", "one") if sys.platform.startswith("linux") else ("one", "two")
    assert done == sys.platform.startswith("linux")
    assert ((tmp_path / "one/name").read_text(), (tmp_path / "two/name").read_text()) == swapped


# --- the stage, the cache, single files ------------------------------------------------------------------------------


def test_stage_lists_its_files_sorted_with_sizes(tmp_path: Path) -> None:
    """``sweep`` names every file of the edition at its site-relative address, in order; all else is removed."""
    stage = Stage(tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "left.html").write_bytes(b"of an earlier edition")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    for address in ("b.html", "a/z.html", "a/文.html"):
        stage.write(address, b"xy")

    assert list(stage.sweep().items()) == [("a/z.html", 2), ("a/文.html", 2), ("b.html", 2)]
    assert set(tree(tmp_path)) == set(stage.files)
    assert not (tmp_path / "b").is_symlink()


def placed(cache: Cache, key: str, stage: Stage) -> bytes | None:
    """What ``cache`` puts into ``stage`` for ``key``."""
    (stage.folder / "poster.pdf").unlink(missing_ok=True)
    return (stage.folder / "poster.pdf").read_bytes() if cache.place(key, stage, "poster.pdf") else None


def test_cache_gives_back_what_was_kept(tmp_path: Path) -> None:
    """A fingerprint leads to its bytes and their digest, in a later build too, and an unknown one to nothing."""
    stage = Stage(tmp_path / "stage")
    Cache(tmp_path / "cache").put("abcd", b"poster")
    later = Cache(tmp_path / "cache")

    assert (placed(later, "abcd", stage), placed(later, "abce", stage)) == (b"poster", None)
    assert stage.files == {"poster.pdf": (hashlib.sha256(b"poster").hexdigest(), 6)}


def test_cache_gives_back_what_was_kept_last(tmp_path: Path) -> None:
    """A poster that was printed anew replaces the one of before, for every later build."""
    Cache(tmp_path / "cache").put("abcd", b"poster")
    Cache(tmp_path / "cache").put("abcd", b"printed anew")

    assert placed(Cache(tmp_path / "cache"), "abcd", Stage(tmp_path / "stage")) == b"printed anew"
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_cache_forgets_a_file_that_somebody_changed_through_the_site(tmp_path: Path) -> None:
    """Site and cache share a file; written into, it is no longer what the fingerprint says."""
    stage, cache = Stage(tmp_path / "stage"), Cache(tmp_path / "cache")
    cache.put("abcd", b"poster")
    assert placed(cache, "abcd", stage) == b"poster"
    (stage.folder / "poster.pdf").write_bytes(b"scribble")
    os.utime(stage.folder / "poster.pdf", ns=(1, 1))

    assert placed(cache, "abcd", stage) is None
    assert not list((tmp_path / "cache").iterdir())


def test_cache_knows_its_files_on_another_computer(tmp_path: Path) -> None:
    """There they have other times; their bytes are what counts."""
    stage, cache = Stage(tmp_path / "stage"), Cache(tmp_path / "cache")
    cache.put("abcd", b"poster")
    (kept,) = (tmp_path / "cache").iterdir()
    os.utime(kept, ns=(1, 1))

    assert placed(Cache(tmp_path / "cache"), "abcd", stage) == b"poster"


def test_cache_copies_where_links_are_impossible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On another disk the site gets a copy."""

    def refuse(source: str, target: str) -> None:
        raise OSError(18, "another disk")

    monkeypatch.setattr(os, "link", refuse)
    cache = Cache(tmp_path / "cache")
    cache.put("abcd", b"poster")

    assert placed(cache, "abcd", Stage(tmp_path / "stage")) == b"poster"


def test_cache_keeps_only_what_is_still_of_use(tmp_path: Path) -> None:
    """Posters that no record leads to any more are removed."""
    cache = Cache(tmp_path / "cache")
    for key in ("old", "new"):
        cache.put(key, key.encode())
    cache.forget_all_but(["new", "newer"])

    assert [path.name.partition(".")[0] for path in (tmp_path / "cache").iterdir()] == ["new"]


def test_save_writes_the_file_and_makes_its_folder(tmp_path: Path) -> None:
    """save() replaces a file whole and leaves nothing beside it."""
    path = tmp_path / "new" / "file.yml"
    save(path, b"one")
    save(path, b"two")

    assert tree(tmp_path) == {"new/file.yml": b"two"}


def test_save_clears_what_a_killed_run_left(tmp_path: Path) -> None:
    """Half-written files do not pile up beside the file; those of other names, and of a run that goes on, stay."""
    killed = subprocess.Popen([sys.executable, "-c", ""])
    killed.wait()
    stay = {f".b.yml.{killed.pid}.part": b"ha", f".a[1].yml.{os.getppid()}.part": b"ha", ".a[1].yml.mine.part": b"ha"}
    for name in (f".a[1].yml.{killed.pid}.part", *stay):
        (tmp_path / name).write_bytes(b"ha")

    save(tmp_path / "a[1].yml", b"whole")

    assert tree(tmp_path) == {"a[1].yml": b"whole", **stay}


@pytest.mark.parametrize("call", ["save(path, data)", "save_together([(path, data)])"], ids=["one", "several"])
def test_two_runs_may_save_the_same_file(tmp_path: Path, call: str) -> None:
    """Neither takes from the other what it is about to put in place."""
    script = (
        "import sys; from pathlib import Path; from generator.publish.files import save, save_together\n"
        f"path, data = Path('file.yml'), sys.argv[1].encode() * 9000\nfor _ in range(400): {call}"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", script, word], cwd=tmp_path, stderr=subprocess.PIPE) for word in "ab"
    ]

    assert [run.communicate()[1].decode() for run in runs] == ["", ""]
    assert tree(tmp_path) in ({"file.yml": b"a" * 9000}, {"file.yml": b"b" * 9000})


def test_save_leaves_the_old_file_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that breaks off half-way leaves the old bytes and no part file."""
    path = tmp_path / "file.yml"
    save(path, b"whole")

    def half(self: Path, data: bytes) -> int:
        with self.open("wb") as stream:
            stream.write(data[:2])
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="No space left"):
        save(path, b"other")

    assert tree(tmp_path) == {"file.yml": b"whole"}


def test_swap_that_fails_half_way_puts_the_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where folders cannot be exchanged in one step, a second step that fails undoes the first."""
    site = tmp_path / "site"
    for text in (b"old", b"new"):
        stage = open_stage(site)
        stage.write("index.html", text)
        write_manifest(stage)
        if text == b"old":
            swap(stage, site)
    monkeypatch.setattr(swap_module, "_exchange", lambda *_: False)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == stage.folder:
            raise OSError(16, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="in use"):
        swap(stage, site)

    assert (site / "index.html").read_bytes() == b"old"


def test_strange_folder_is_refused_before_any_work(tmp_path: Path) -> None:
    """A folder of somebody's own is not even given a stage."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.docx").write_bytes(b"x")
    with pytest.raises(NotASite):
        open_stage(tmp_path / "papers")

    assert set(tree(tmp_path)) == {"papers/letter.docx"}


def test_all_of_a_file_is_read_whatever_size_it_should_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may grow or be cut short meanwhile, and some shares tell no size before a file is read."""
    data = bytes(range(256)) * 1_000
    (tmp_path / "file").write_bytes(data)
    kind = (tmp_path / "file").stat()[:6]

    for size in (0, 1, len(data) - 1, len(data), len(data) + 1, 10 * len(data)):
        about = os.stat_result((*kind, size, 0, 0, 0))
        monkeypatch.setattr("generator.publish.staging.os.fstat", lambda _, about=about: about)
        assert read_regular(str(tmp_path / "file")) == data, size


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_only_regular_files_are_read(tmp_path: Path) -> None:
    """A pipe keeps nobody waiting, and a link is not followed."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    for name, target in (("link", "file"), ("nowhere", "none"), ("round", "round"), ("folders", "folder")):
        (tmp_path / name).symlink_to(target)

    for name in ("pipe", "folder", "link", "nowhere", "round", "folders", "file/x", "none", "n" * 300):
        assert read_regular(f"{tmp_path}/{name}") is None, name
    assert read_regular(f"{tmp_path}/file") == b"x"

"""assembly: the files of outputs, made or taken over, whole groups of them or none."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from content_builder import TODAY
from rules.dataset_builder import content

from generator.build import assembly
from generator.build.assembly import Assembled, Making, Workshop, assemble
from generator.build.outputs.output import File
from generator.model import RecordKey
from generator.publish.staging import Stage
from generator.site.edition import Edition
from generator.system import worker
from generator.system.failures import Failure

KEY, OTHER = RecordKey("services", "a"), RecordKey("services", "b")


@dataclass
class Things:
    """An output of files that a test names."""

    files: list[File]
    costly: bool = False
    waits: bool = False
    name: str = "things"
    needs: tuple[str, ...] = ()
    inherit: bool = True

    def render(self, edition: Edition) -> Iterator[File]:
        """They are the same in every edition."""
        assert edition.today == TODAY
        return iter(self.files)


@dataclass
class Build:
    """One build after the other in one folder; ``made`` names what was made and not taken over."""

    folder: Path
    made: list[str] = field(default_factory=list)
    last: Assembled = field(default_factory=Assembled)
    number: int = 0

    def file(self, address: str, data: str, inputs: str = "", group: RecordKey | None = None, **more: object) -> File:
        """A file that says when it is made."""

        def make() -> bytes:
            self.made.append(address)
            if data == "fails":
                raise Failure(f"{address}失败")
            return data.encode()

        return File(address, make, inputs, group, **more)

    def __call__(self, *outputs: Things, fresh: bool = False, edition: Edition | None = None) -> dict[str, str]:
        """Build; address -> text of what stands in the stage, which becomes the site of the next build."""
        self.made.clear()
        self.number += 1
        stage = Stage(self.folder / f"site{self.number}")
        stage.folder.mkdir()
        before = self.folder / f"site{self.number - 1}"
        shop = Workshop(stage, before, self.folder / "cache", self.last.files, 1, fresh)
        self.last = assemble(outputs, edition or Edition(content(), TODAY), shop, lambda *_: None)
        found = {address: (stage.folder / address).read_text("utf-8") for address in stage.files}
        assert set(stage.sweep()) == set(found)
        return found


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """The builds of one test."""
    return Build(tmp_path)


def test_file_without_inputs_is_made_in_every_build(build: Build) -> None:
    """Nobody knows what it follows from."""
    for text in ("a", "b"):
        assert build(Things([build.file("x.txt", text)])) == {"x.txt": text}
    assert build.made == ["x.txt"]


def test_file_with_the_same_inputs_is_taken_from_the_site(build: Build) -> None:
    """It is not made again, and what is known of it stays; with other inputs it is."""
    build(Things([build.file("x.html", '<p id="1">', "1")]))
    first = dict(build.last.files)

    assert build(Things([build.file("x.html", "wrong", "1")])) == {"x.html": '<p id="1">'}
    assert (build.made, build.last.files) == ([], first)
    assert first["x.html"].scan is not None and first["x.html"].scan.anchors == {"1"}
    assert build(Things([build.file("x.html", "new", "2")])) == {"x.html": "new"}


@pytest.mark.parametrize(
    "damage", [lambda file: file.write_bytes(b"edited"), lambda file: file.unlink()], ids=["edited", "gone"]
)
def test_file_of_the_site_that_was_changed_is_made_again(build: Build, damage: Callable[[Path], object]) -> None:
    """What somebody wrote into the site does not reach the next one."""
    build(Things([build.file("x.txt", "a", "1")]))
    damage(build.folder / "site1" / "x.txt")

    assert build(Things([build.file("x.txt", "a", "1")])) == {"x.txt": "a"}
    assert build.made == ["x.txt"]


def test_costly_files_come_from_the_cache(build: Build) -> None:
    """Even where they were not published the last time, or under another address."""
    build(Things([build.file("x.pdf", "a", "1", KEY)], costly=True))
    build(Things([], costly=False))

    assert build(Things([build.file("y.pdf", "wrong", "1", KEY)], costly=True)) == {"y.pdf": "a"}
    assert build.made == []


def test_costly_files_are_made_anew_when_asked(build: Build) -> None:
    """``--posters all`` trusts no cache; other files are no affair of it."""
    costly = Things([build.file("x.pdf", "b", "1", KEY)], costly=True)
    build(Things([build.file("x.pdf", "a", "1", KEY)], costly=True))

    assert build(costly, fresh=True) == {"x.pdf": "b"}
    assert build(costly) == {"x.pdf": "b"} and build.made == []
    build(Things([build.file("x.txt", "a", "1")]))
    assert build(Things([build.file("x.txt", "b", "1")]), fresh=True) == {"x.txt": "a"}


def test_cache_forgets_what_no_poster_of_today_follows_from(build: Build) -> None:
    """It does not grow, and what was taken down is gone from it."""
    build(Things([build.file("x.pdf", "a", "1", KEY), build.file("y.pdf", "b", "2", OTHER)], costly=True))
    build(Things([build.file("x.pdf", "a", "1", KEY)], costly=True))

    assert [path.name.partition(".")[0] for path in (build.folder / "cache/things").iterdir()] == ["services-1"]


@pytest.mark.parametrize("costly", [True, False])
def test_files_of_a_group_are_withdrawn_together(build: Build, costly: bool) -> None:
    """Where one cannot be made, none of the record is published, and there is one warning."""
    files = [
        build.file("a.pdf", "a", "1", KEY),
        build.file("a-ink.pdf", "fails", "2", KEY),
        build.file("a.png", "fails", "3", KEY),
        build.file("b.pdf", "b", "4", OTHER),
    ]
    edition = Edition(content(), TODAY)

    assert build(Things(files, costly), edition=edition) == {"b.pdf": "b"}
    assert build.last.warnings == ["services/a：a.png失败"]
    assert set(build.last.files) == set(edition.made) == {"b.pdf"}


def test_group_that_failed_is_tried_again(build: Build) -> None:
    """What was made of it comes from the cache; nothing of a failure is kept."""
    build(Things([build.file("a.pdf", "a", "1", KEY), build.file("a.png", "fails", "2", KEY)], costly=True))

    again = build(Things([build.file("a.pdf", "a", "1", KEY), build.file("a.png", "p", "2", KEY)], costly=True))
    assert again == {"a.pdf": "a", "a.png": "p"}
    assert build.made == ["a.png"]


def test_costly_files_that_are_not_kept_are_done_without_when_asked(build: Build, tmp_path: Path) -> None:
    """A preview shows the page first: a record whose poster says something else now has none, and nothing is printed."""
    kept = build.file("x.pdf", "a", "1", KEY)
    build(Things([kept, build.file("y.pdf", "old", "2", OTHER)], costly=True))
    stage, edition = Stage(tmp_path / "next"), Edition(content(), TODAY)
    stage.folder.mkdir()
    shop = Workshop(stage, tmp_path / "site", build.folder / "cache", {}, only_kept=True)
    build.made.clear()

    files = [kept, build.file("y.pdf", "new", "3", OTHER), build.file("y.png", "new", "4", OTHER)]
    done = assemble([Things(files, costly=True)], edition, shop, lambda *_: None)

    assert (list(stage.sweep()), set(edition.made), done.warnings, build.made) == (["x.pdf"], {"x.pdf"}, [], [])


@pytest.mark.parametrize("workers", [1, 2])
def test_a_few_costly_files_are_made_while_others_are(tmp_path: Path, workers: int) -> None:
    """Each is known to the outputs in between, comes to its own address, and a failure among them is told."""
    stage, edition = Stage(tmp_path / "stage"), Edition(content(), TODAY)
    stage.folder.mkdir()
    shop = Workshop(stage, tmp_path / "site", tmp_path / "cache", {}, workers)
    keys = [RecordKey("services", letter) for letter in "abcde"]
    files = [File(f"{key.id}.pdf", partial(printed, key.id), key.id, key) for key in keys]

    making = Making([Things(files, costly=True)], edition, shop, lambda *_: None)
    assert set(edition.made) == {f"{letter}.pdf" for letter in "abcde"}
    done = making.finish()

    made = {address: (stage.folder / address).read_text("utf-8") for address in stage.sweep()}
    assert made == {f"{letter}.pdf": letter for letter in "abde"}
    assert edition.made == dict.fromkeys(made, 1)
    assert done.warnings == ["services/c：c失败"]


def printed(text: str) -> bytes:
    """What a press makes of ``text``; it cannot print a c."""
    if text == "c":
        raise Failure("c失败")
    return text.encode()


def test_failure_of_a_file_without_a_group_ends_the_build(build: Build) -> None:
    """A site without it would not be whole."""
    with pytest.raises(Failure, match=r"x\.txt失败"):
        build(Things([build.file("x.txt", "fails", "1")]))


def test_what_was_made_is_known_to_the_outputs_after(build: Build) -> None:
    """With the size of each file, made or taken over."""
    edition = Edition(content(), TODAY)
    build(Things([build.file("x.txt", "abc", "1")]))
    build(Things([build.file("x.txt", "abc", "1"), build.file("y.txt", "ab")]), edition=edition)

    assert edition.made == {"x.txt": 3, "y.txt": 2}


def test_pages_of_sheets_are_known_to_the_outputs_after(build: Build) -> None:
    """Those of each PDF: counted when it is made, remembered while it is taken over, counted anew by who remembers nothing."""
    files = [build.file("x.pdf", "/Type/Pages/Count 3", "1", KEY), build.file("x.png", "p", "2", KEY)]
    costly = Things(files, costly=True)
    known = []
    for remembers in (False, True, False):
        edition = Edition(content(), TODAY)
        build.last = build.last if remembers else Assembled()
        build(costly, edition=edition)
        known.append((edition.pages, build.last.files["x.pdf"].pages, build.last.files["x.png"].pages))

    assert known == [({"x.pdf": 3}, 3, None)] * 3 and build.made == []


def test_sheet_that_failed_has_no_pages(build: Build) -> None:
    """What was printed of it is not published."""
    edition = Edition(content(), TODAY)
    build(Things([build.file("x.pdf", "a", "1", KEY), build.file("x.png", "fails", "2", KEY)], True), edition=edition)

    assert edition.pages == {}


def test_outputs_are_made_together(build: Build) -> None:
    """Files of several outputs stand in one stage; html of others is scanned for any way to write a tag."""
    html = "<IMG SRC='//cdn.example/a.png'>"
    one, other = Things([build.file("x.html", html)]), Things([build.file("y.html", html, foreign=True)], name="other")

    assert set(build(one, other)) == {"x.html", "y.html"}
    scans = {address: kept.scan for address, kept in build.last.files.items()}
    assert scans["x.html"] and not scans["x.html"].external
    assert scans["y.html"] and scans["y.html"].external == {"//cdn.example/a.png"}


@dataclass
class Unpicklable:
    """Makes a file in this process or in a copy of it, as many functions within functions do."""

    number: int

    def __call__(self) -> bytes:
        """Its number."""
        return b"%d" % self.number

    def __reduce__(self) -> str:
        """Refuse."""
        raise TypeError("no pickle")


@pytest.mark.parametrize("copies", [True, False], ids=["as on Linux", "as on Windows"])
def test_many_files_are_made_by_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copies: bool
) -> None:
    """The same files stand in the stage, however many work, and whether another process could be told how to make them."""
    for module in (assembly, worker):
        monkeypatch.setattr(module, "can_copy", lambda: copies and sys.platform == "linux")
    files = [File(f"{number}.txt", Unpicklable(number), "1") for number in range(400)]
    stage = Stage(tmp_path / "stage")
    stage.folder.mkdir()
    heard: list[tuple[str, int, int]] = []
    shop = Workshop(stage, tmp_path / "site", tmp_path / "cache", {}, 2)
    done = assemble([Things(files)], Edition(content(), TODAY), shop, lambda *told: heard.append(told))

    assert len(done.files) == len(stage.files) == 400
    assert all((stage.folder / file.address).read_bytes() == file.make() for file in files)
    assert heard[-1] == ("things", 400, 400)

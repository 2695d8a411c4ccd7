"""spotless: files in which nothing looks private are read for one hall only, and every other file for each of them."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from privacy.corpus import HALL_TEXTS, corpus
from privacy.test_gate import MOBILE, RESIDENT, jpeg
from privacy.test_stretches import SEPARATORS
from rules.dataset_builder import SERVICE, content

from generator.build import checkpoints
from generator.build.checkpoints import AppliedWaivers, inspect_site
from generator.build.clean_files import AlikeFiles
from generator.model import Dataset, Waiver
from generator.privacy import PublicContacts, find, gate
from generator.privacy.gate import ScannedFile, ScanPolicy, inspect
from generator.privacy.stretches import LONG_TEXT
from generator.privacy.verdict import Leak, Verdict
from generator.privacy.waivers import waiver_hash
from generator.publish.staging import Stage

TODAY = date(2026, 11, 20)
KNOWN = PublicContacts.of((*HALL_TEXTS, MOBILE))
LINES = corpus(11, 2_000)
PLAIN = "按指南准备材料，到一号窗口办理。"
LONG = f"{PLAIN}\n" * (LONG_TEXT // len(PLAIN) + 1)


@settings(deadline=None)
@given(st.integers(0, 10**9))
def test_contacts_of_a_hall_make_nothing_private(seed: int) -> None:
    """A text in which nothing is found without them has nothing in it with them, whoever's they are."""
    rng = Random(seed)
    text = "".join(rng.choice(LINES).text + rng.choice(SEPARATORS) for _ in range(rng.choice((1, 2, 40))))
    own = PublicContacts.of(rng.choice(LINES).text for _ in range(3))
    if not find(text):
        assert not find(text, KNOWN)
        assert not find(text, own)


def verdict_of(name: str, data: bytes, policy: ScanPolicy | None = None) -> Verdict:
    """What the gate says of a file that it is asked about."""
    return inspect([(name, data)], policy or ScanPolicy(KNOWN), alike=frozenset((name,)))


def spotless(name: str, data: bytes, policy: ScanPolicy | None = None) -> bool:
    """Whether a file is said to be."""
    return name in verdict_of(name, data, policy).spotless


@pytest.mark.parametrize("text", [PLAIN, LONG, f"<p>{PLAIN}</p>"])
def test_file_without_anything_private_is_spotless(text: str) -> None:
    """However long it is, and whichever hall it is read for."""
    assert spotless("a.html", text.encode())
    assert spotless("a.html", text.encode(), ScanPolicy())


def test_what_is_let_pass_is_not_spotless() -> None:
    """A contact of the hall, a waived value, a name that the law asks for, and a name of which a clerk is reminded."""
    entry = {"path": "a.txt", "kind": "mobile", "hash": waiver_hash("a.txt", "mobile", MOBILE)}
    waiver = Waiver.model_validate({**entry, "reason": "合同", "until": "2026-12-31"})
    for name, text, policy in (
        ("a.txt", MOBILE, ScanPolicy(KNOWN)),
        ("a.txt", LONG + MOBILE, ScanPolicy(KNOWN)),
        ("a.txt", MOBILE, ScanPolicy(values={"a.txt": frozenset((MOBILE,))})),
        ("a.txt", MOBILE, ScanPolicy(waivers=(waiver,))),
        ("a.txt", "患者：冉满仓", ScanPolicy(naming=frozenset(("a.txt",)))),
        ("a.txt", "户主：冉满仓", ScanPolicy()),
    ):
        verdict = verdict_of(name, text.encode(), policy)
        assert (verdict.leaks, verdict.spotless) == ((), frozenset())


def placed_photo() -> bytes:
    """A photo that tells where it was taken, and has no words."""
    target, exif = io.BytesIO(), Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 1.0, 2.0)})
    Image.new("RGB", (1, 1)).save(target, "JPEG", exif=exif)
    return target.getvalue()


def test_what_is_private_or_cannot_be_read_is_not_spotless() -> None:
    """In the text, in the name of the file, in a picture; a damaged file; one of two files with the same name."""
    for name, data in (
        ("a.txt", RESIDENT.encode()),
        ("a.txt", (LONG + RESIDENT).encode()),
        (f"{MOBILE}.txt", b"x"),
        ("a.jpg", jpeg()),
        ("b.jpg", placed_photo()),
        ("a.pdf", b"%PDF-1.7 damaged"),
    ):
        assert not spotless(name, data, ScanPolicy())
    both: list[ScannedFile] = [("a.txt", b"x"), ("a.txt", RESIDENT.encode())]
    assert inspect(both, ScanPolicy(), alike=frozenset(("a.txt",))).spotless == frozenset()


def test_asking_changes_no_verdict() -> None:
    """Leaks, reminders, waivers and clean stretches are those of a file that nobody asks about."""
    for name, text in (
        ("a.txt", PLAIN),
        ("a.txt", LONG),
        ("a.txt", LONG + MOBILE),
        ("a.txt", LONG + RESIDENT),
        ("a.txt", f"户主：冉满仓，{RESIDENT}，{MOBILE}"),
        (f"{MOBILE}.txt", PLAIN),
    ):
        for policy in (ScanPolicy(), ScanPolicy(KNOWN)):
            asked = verdict_of(name, text.encode(), policy)
            assert replace(asked, spotless=frozenset()) == inspect([(name, text.encode())], policy)


# --- from hall to hall -----------------------------------------------------------------------------------------------


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that the gate was given to read."""
    names: list[str] = []

    def noted(files: Sequence[ScannedFile], *others: object) -> Verdict:
        names.extend(name for name, _ in files)
        return gate.inspect(files, *others)  # type: ignore[arg-type]  # whatever the caller gave

    monkeypatch.setattr(checkpoints, "inspect", noted)
    return names


def hall(phone: str | None = None) -> Dataset:
    """A hall that gives out this number."""
    return content({SERVICE: {"complaint_phone": phone}} if phone else None)


def leaks(folder: Path, files: dict[str, str], known: AlikeFiles, dataset: Dataset | None = None) -> tuple[Leak, ...]:
    """What the gate says of the site of a hall, in which there are these files."""
    folder.mkdir()
    stage = Stage(folder / "stage")
    for address, text in files.items():
        stage.write(address, text.encode())
    applied = AppliedWaivers((), frozenset())
    about = stage, dataset or hall(), TODAY, applied, folder / "cache", 1, lambda *_: None
    return inspect_site(*about, alike=known)


def test_files_that_halls_have_in_common_are_read_twice_at_most(tmp_path: Path, read: list[str]) -> None:
    """First as any file, then to ask about them, and for no hall after that; the page of each hall is read."""
    known, site = AlikeFiles(), {"site.js": "let a = 1", "site.css": "p{}"}
    for number, page in enumerate("一二三四"):
        assert leaks(tmp_path / page, {**site, "index.html": page}, known) == ()
        assert len(read) == (3, 6, 7, 8)[number]


@pytest.mark.parametrize("text", [MOBILE, RESIDENT, "患者：冉满仓"])
def test_leak_in_a_file_that_halls_have_in_common_is_found(tmp_path: Path, text: str) -> None:
    """In every hall that has it; and where a file differs from what was read in the halls before."""
    known = AlikeFiles()
    for number in range(4):
        assert [leak.path for leak in leaks(tmp_path / f"a{number}", {"a.js": text}, known)] == ["a.js"]
    for number in range(4):
        assert leaks(tmp_path / f"b{number}", {"a.js": "let a"}, known) == ()
    assert [leak.path for leak in leaks(tmp_path / "c", {"a.js": f"let a // {text}"}, known)] == ["a.js"]


def test_contact_of_one_hall_is_a_leak_at_another(tmp_path: Path) -> None:
    """The very bytes that one hall may publish, because the number is its own, are refused to the next."""
    known, site = AlikeFiles(), {"a.js": f"call('{MOBILE}')"}
    for number in range(4):
        assert leaks(tmp_path / f"own{number}", site, known, hall(MOBILE)) == ()
        assert [leak.kind for leak in leaks(tmp_path / f"other{number}", site, known)] == ["mobile"]


def test_bytes_under_another_name_are_read(tmp_path: Path) -> None:
    """A name may be private, too, and says how a file is read: the digits of a page may stand in several elements."""
    known, split = AlikeFiles(), "号" + "".join(f"<b>{digit}</b>" for digit in RESIDENT)
    for number in range(4):
        assert leaks(tmp_path / f"a{number}", {"a.txt": split, "b.txt": "x"}, known) == ()

    assert [leak.path for leak in leaks(tmp_path / "b", {"a.html": split}, known)] == ["a.html"]
    assert len(leaks(tmp_path / "c", {f"{MOBILE}.txt": "x"}, known)) == 1


def test_no_more_is_remembered_than_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not met for longest is read again."""
    monkeypatch.setattr("generator.build.clean_files.MOST_ALIKE", 2)
    known = AlikeFiles()
    for mark in "aabb":
        known.note([(mark, True)])
    assert known.is_spotless("a")
    known.note([("c", False)])

    assert [mark for mark in "abc" if known.is_spotless(mark)] == ["a"]

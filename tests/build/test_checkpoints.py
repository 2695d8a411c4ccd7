"""checkpoints: the gate stands at the prose, at the staged site, and at any file that a clerk asks about.

What it remembers of slow files of a site is tested in test_gate.
"""

import hashlib
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from content_builder import NOTICE, TODAY, minimal_content
from pdf_builder import page, stream
from project_builder import make_project

from generator.build.checkpoints import (
    AppliedWaivers,
    PrivateData,
    admission,
    admit,
    applied_waivers,
    inspect_site,
    naming_records,
    prose_problems,
    refusals,
    scan,
)
from generator.content.load import load
from generator.model import Dataset, RecordKey
from generator.privacy import gate
from generator.privacy.gate import ScannedFile, ScanPolicy
from generator.privacy.passages import Passage
from generator.privacy.verdict import GateFailed, Leak, Verdict
from generator.privacy.waivers import waiver_hash
from generator.publish.staging import Stage

MOBILE = "138" + "0013" + "8001"
PAGE = "pages/about.md"
IMAGE = b"/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8"
NOTES = "services/linshi-jiuzhu.yml"
NAMING = "notices/dibao-2026-11.yml"


def entry(path: str, until: str = "2026-12-31", value: str = MOBILE) -> str:
    """An entry of waivers.yml."""
    return (
        f"  - path: {path}\n    kind: mobile\n    hash: {waiver_hash(path, 'mobile', value)}\n"
        f"    reason: 本人同意\n    until: {until}\n"
    )


def made(folder: Path, files: dict[str, str], *entries: str) -> tuple[Path, Dataset]:
    """The content folder of a project with ``files`` and a waivers.yml of ``entries``, and its dataset."""
    waivers = {"waivers.yml": "waivers:\n" + "".join(entries)} if entries else {}
    content = make_project(folder, {**files, **waivers}) / "content"
    dataset = load(content).dataset
    assert dataset is not None
    return content, dataset


def scanned(
    *paths: Path | str, content: Path | None = None, data: bytes = b"", with_hashes: bool = False
) -> tuple[Leak, ...]:
    """What ``gongshi scan`` finds."""
    return scan(map(str, paths), data, content, TODAY, with_hashes, lambda *_: None)


def scan_page() -> bytes:
    """A PDF whose only page is a picture."""
    return page(b"q 300 0 0 300 0 0 cm /I Do Q", stream(bytes(4), IMAGE), resources=b"/XObject<</I 6 0 R>>")


def test_scanned_page_waits_for_a_person(tmp_path: Path) -> None:
    """It is a reminder with the line to write, until somebody who looked at this very file stands in seen.yml."""
    digest = hashlib.sha256(scan_page()).hexdigest()
    content, _ = made(tmp_path, {PAGE: "无"})
    (content / "pages/a.pdf").write_bytes(scan_page())

    (problem,) = prose_problems(content, reloaded(content), TODAY)
    assert (problem.path, problem.line, problem.severity) == ("content/pages/a.pdf", 1, "reminder")
    assert [leak.kind for leak in scanned(content, content=content)] == ["picture-page"]

    line = problem.hint.replace("by: ", "by: 子虚")
    (content / "seen.yml").write_text(f"seen:\n  {line}\n", "utf-8")
    assert digest in line
    assert prose_problems(content, reloaded(content), TODAY) == ()
    assert scanned(content, content=content) == ()

    (content / "pages/a.pdf").write_bytes(scan_page() + b"\n")
    rules = [problem.rule for problem in prose_problems(content, reloaded(content), TODAY)]
    assert rules == ["privacy/picture-page", "seen/unused"]


def test_line_of_a_scanned_page_needs_a_name(tmp_path: Path) -> None:
    """The line as it is told cannot be pasted unchanged: the name is missing."""
    content, _ = made(tmp_path, {PAGE: "无"})
    (content / "pages/a.pdf").write_bytes(scan_page())
    (problem,) = prose_problems(content, reloaded(content), TODAY)
    (content / "seen.yml").write_text(f"seen:\n  {problem.hint}\n", "utf-8")

    assert [problem.path for problem in load(content).problems] == ["content/seen.yml"]


def reloaded(content: Path) -> Dataset:
    """The dataset of a content folder without errors."""
    loaded = load(content)
    assert (loaded.problems, loaded.dataset is not None) == ((), True)
    return loaded.dataset


# --- prose -----------------------------------------------------------------------------------------------------------


def test_prose_is_read_with_its_files(tmp_path: Path) -> None:
    """Place and kind are told, never the value; a picture beside a page is published and read too, a note is not."""
    files = {PAGE: f"# 关于\n\n找{MOBILE}\n", "pages/a.svg": f"<svg><text>{MOBILE}</text></svg>", "pages/a.txt": MOBILE}
    content, dataset = made(tmp_path, files)
    found = prose_problems(content, dataset, TODAY)

    assert [str(problem).partition("，")[0] for problem in found] == [
        "content/pages/a.svg:1:12 [privacy/number] 这里有手机号码",
        "content/pages/about.md:3:2 [privacy/number] 这里有手机号码",
    ]
    assert MOBILE not in "".join(map(str, found))


def test_waived_value_of_the_prose_passes_and_is_listed(tmp_path: Path) -> None:
    """With reason and last day, for the report of the build; in other files the value does not pass."""
    content, dataset = made(tmp_path, {PAGE: MOBILE, "pages/b.md": MOBILE}, entry(PAGE))

    assert [problem.path for problem in prose_problems(content, dataset, TODAY)] == ["content/pages/b.md"]
    allowed = applied_waivers(content, dataset, TODAY)
    assert allowed.values == {(PAGE, MOBILE)}
    assert allowed.lines() == (f"豁免：{PAGE} 的手机号码，理由：本人同意，有效期至 2026-12-31。",)


def test_waiver_for_prose_that_finds_nothing_is_told(tmp_path: Path) -> None:
    """At its own place in waivers.yml; and it waives nothing else."""
    content, dataset = made(tmp_path, {PAGE: "无"}, entry(PAGE))

    (problem,) = prose_problems(content, dataset, TODAY)
    assert (problem.path, problem.line, problem.rule) == ("content/waivers.yml", 2, "waiver/unused")
    assert applied_waivers(content, dataset, TODAY) == AppliedWaivers((), frozenset())


def test_expired_waiver_allows_nothing(tmp_path: Path) -> None:
    """Its value is a problem again on the day after."""
    content, dataset = made(tmp_path, {PAGE: MOBILE}, entry(PAGE, until="2026-11-19"))

    assert [problem.rule for problem in prose_problems(content, dataset, TODAY)] == ["privacy/number"]
    assert applied_waivers(content, dataset, TODAY) == AppliedWaivers((), frozenset())


def test_waivers_of_records_and_prose_are_pardoned_together(tmp_path: Path) -> None:
    """Only those that are needed, in the order of waivers.yml."""
    service = make_project(tmp_path / "p") / "content" / NOTES
    text = service.read_text("utf-8").replace("summary: ", f"summary: 请打{MOBILE}。", 1)
    entries = (entry(PAGE), entry("notices/dibao-2026-11.yml"), entry(NOTES))
    content, dataset = made(tmp_path / "q", {PAGE: MOBILE, NOTES: text}, *entries)

    assert [waiver.path for waiver in applied_waivers(content, dataset, TODAY).waivers] == [PAGE, NOTES]


def test_gate_that_fails_at_the_prose_lets_nothing_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its failure reaches whoever asked."""
    content, dataset = made(tmp_path, {PAGE: "无"})
    monkeypatch.setattr("generator.privacy.gate.find", lambda *_: 1 / 0)

    with pytest.raises(GateFailed):
        prose_problems(content, dataset, TODAY)


# --- any file --------------------------------------------------------------------------------------------------------


def test_scan_reads_folders_files_and_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hidden files too; each by the path from here, in order."""
    monkeypatch.chdir(tmp_path)
    for name in ("d/b.txt", "d/.hidden", "d/e/a.csv", "single.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"1\n{MOBILE}\n", "utf-8")

    found = scanned("d", tmp_path / "single.md", "-", data=MOBILE.encode())
    assert {(leak.path, leak.line) for leak in found} == {
        ("-", 1), ("d/.hidden", 2), ("d/b.txt", 2), ("d/e/a.csv", 2), ("single.md", 2),
    }  # fmt: skip


def test_scan_does_not_follow_links_out_of_a_folder(tmp_path: Path) -> None:
    """Links, and pipes that would never end, are left alone."""
    (tmp_path / "outside").write_text(MOBILE, "utf-8")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "link").symlink_to(tmp_path / "outside")
    os.mkfifo(tmp_path / "d" / "pipe")

    assert scanned(tmp_path / "d") == ()


def test_scan_refuses_what_is_not_there(tmp_path: Path) -> None:
    """Silence would look like a clean file."""
    with pytest.raises(FileNotFoundError):
        scanned(tmp_path / "none")


def test_scan_knows_contacts_and_waivers_of_the_project(tmp_path: Path) -> None:
    """A waiver names a path within the content, wherever the scan begins."""
    own = MOBILE[:-1] + "2"
    service = minimal_content()[NOTES] + f"complaint_phone: '{own}'\n"
    content, _ = made(tmp_path, {PAGE: f"{MOBILE}\n{own}\n", "pages/b.md": MOBILE, NOTES: service}, entry(PAGE))

    assert [leak.place for leak in scanned(content / "pages", content=content)] == ["pages/b.md"]
    assert len(scanned(content / "pages")) == 3


def test_scan_knows_which_notice_names_people_by_law(tmp_path: Path) -> None:
    """Its own file may hold the name, a copy of it may not."""
    text = NOTICE + "names: {basis: 虚谷条例第三条, until: 2026-11-25}\n"
    content, _ = made(tmp_path / "p", {NAMING: text.replace("名单在大厅", "患者：虞满仓。名单在大厅")})
    copy = tmp_path / "copy.yml"
    copy.write_bytes((content / NAMING).read_bytes())

    leaks = scanned(content / NAMING, copy, content=content)
    assert [(Path(leak.path).name, leak.kind) for leak in leaks] == [("copy.yml", "sensitive-name")]


def test_sheets_of_a_notice_may_name_people_by_law(tmp_path: Path) -> None:
    """The page and the sheets of the notice pass with the name in them, those of another record do not."""
    until = date(2026, 11, 25)
    content, dataset = made(tmp_path / "p", {NAMING: NOTICE + f"names: {{basis: 虚谷条例第三条, until: {until}}}\n"})
    key = RecordKey("notices", "dibao-2026-11")
    sheets = [f"posters/{key}-a3.pdf", f"posters/{key}-a3-ink.pdf", f"posters/official-notice/{key.id}-a4.pdf"]
    others = [f"posters/{key}-b-a3.pdf", "posters/guide/dibao-2026-11-a4.pdf"]
    stage = Stage(tmp_path / "stage")
    stage.begin()
    for address in (f"{key.page}index.html", *sheets, *others):
        stage.note(address, stage.write(address, "患者：虞满仓。".encode()))

    def leaks(day: date) -> list[str]:
        found = inspect_site(stage, dataset, day, AppliedWaivers((), frozenset()), tmp_path, 1, lambda *_: None)
        return sorted(leak.path for leak in found)

    assert leaks(TODAY) == sorted(others)
    assert leaks(until + timedelta(days=1)) == sorted([f"{key.page}index.html", *sheets, *others])
    file = [("notice.txt", "患者：虞满仓。".encode())]
    policy = admission(content, dataset, TODAY)
    assert key in naming_records(dataset, TODAY)
    assert key not in naming_records(dataset, until + timedelta(days=1))
    admit(file, policy, naming=True)
    with pytest.raises(PrivateData):
        admit(file, policy)


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The names of the files that were read by one process each time."""
    read, inspect = list[list[str]](), gate.inspect

    def noted(files: Sequence[ScannedFile], policy: ScanPolicy) -> Verdict:
        read.append([name for name, _ in files])
        return inspect(files, policy)

    monkeypatch.setattr("generator.build.checkpoints.inspect", noted)
    return read


def sets_of(*texts: str, naming: Sequence[int] = ()) -> list[tuple[list[ScannedFile], bool]]:
    """A set of one file for each text, named by its number from 0."""
    return [([(f"{number}.txt", text.encode())], number in naming) for number, text in enumerate(texts)]


def test_sets_of_files_are_read_together(readers: list[list[str]]) -> None:
    """One process reads them, but for those that may name people: what is allowed there is not allowed in others."""
    name = "患者：虞满仓。"
    assert refusals(sets_of("无", name, "无", naming=[1]), ScanPolicy()) == [None, None, None]
    assert readers == [["0.txt", "2.txt"], ["1.txt"]]

    (first, second, third) = refusals(sets_of("无", name, name, naming=[1]), ScanPolicy())
    assert (first, second) == (None, None)
    assert isinstance(third, PrivateData)


def test_set_is_refused_for_what_it_holds_alone() -> None:
    """A private value in one of them stops that one, with its own leaks."""
    found = refusals(sets_of("无", f"找{MOBILE}", "无"), ScanPolicy())

    assert [bool(refused) for refused in found] == [False, True, False]
    assert isinstance(found[1], PrivateData)
    assert [leak.path for leak in found[1].leaks] == ["1.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="a process elsewhere knows nothing of what a test has replaced")
@pytest.mark.parametrize("crashes", [True, False], ids=["crash", "time out"])
def test_set_at_which_its_reader_ends_is_refused_alone(crashes: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash, or a lack of time, stops what was read then, and the others are read again."""

    def passages(name: str, data: bytes) -> Iterator[Passage]:
        if data == b"odd":
            os.kill(os.getpid(), signal.SIGKILL if crashes else signal.SIGSTOP)
        yield Passage(data.decode())

    monkeypatch.setattr(gate, "passages", passages)
    monkeypatch.setattr(gate, "SECONDS", 3.0)
    found = refusals(sets_of("无", "odd", "无"), ScanPolicy())

    assert [bool(refused) for refused in found] == [False, True, False]
    assert not isinstance(found[1], PrivateData)


def test_scan_gives_the_hash_only_when_asked(tmp_path: Path) -> None:
    """It is what a waiver would name, and slow to compute."""
    content, _ = made(tmp_path, {PAGE: MOBILE})

    (plain,) = scanned(content / PAGE, content=content)
    (with_hashes,) = scanned(content / PAGE, content=content, with_hashes=True)
    assert plain.waiver_hash == ""
    assert with_hashes.waiver_hash == waiver_hash(PAGE, "mobile", MOBILE)

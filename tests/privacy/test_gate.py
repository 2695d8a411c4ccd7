"""gate: every canary in every file is found, placed, and never shown; whatever keeps the gate from reading closes it."""

import io
import json
import os
import re
import signal
import time
import zipfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from rules.dataset_builder import NOTICE, ROWS, SERVICE, content

from generator.build.checkpoints import AppliedWaivers, inspect_site
from generator.model import Dataset, Waiver
from generator.privacy import PublicContacts, RulesMissing, canonical, gate, stretches
from generator.privacy.gate import ScanPolicy, inspect
from generator.privacy.verdict import GateFailed, Leak
from generator.privacy.waivers import in_force, public_contacts, waiver_hash
from generator.publish.staging import Stage
from generator.texts.commands import TEXTS
from generator.texts.private import UNREADABLE, WAYS_OUT

TODAY = date(2026, 11, 20)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
BODY = "11010119900307002"
RESIDENT = BODY + "10X98765432"[sum(int(d) * w for d, w in zip(BODY, WEIGHTS, strict=True)) % 11]
"""Built here, with a right check digit, from a region, a day and a serial that stand for nobody."""
MOBILE = "138" + "0013" + "8001"


def found(name: str, data: bytes, policy: ScanPolicy | None = None) -> list[tuple[str, int, int, str]]:
    """Path, line, column and kind of every leak in one file."""
    leaks = inspect([(name, data)], policy or ScanPolicy()).leaks
    return [(leak.path, leak.line, leak.column, leak.kind) for leak in leaks]


def png() -> bytes:
    """A picture with the number in a packed text."""
    target, info = io.BytesIO(), PngImagePlugin.PngInfo()
    info.add_text("Comment", RESIDENT, zip=True)
    Image.new("1", (1, 1)).save(target, "PNG", pnginfo=info)
    return target.getvalue()


def jpeg() -> bytes:
    """A photo with the number in its EXIF."""
    target, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = RESIDENT
    Image.new("RGB", (1, 1)).save(target, "JPEG", exif=exif)
    return target.getvalue()


PLACES = {
    "attribute": ("a.html", f'<p title="{RESIDENT}">x</p>'.encode()),
    "comment": ("a.html", f"<!-- {RESIDENT} -->".encode()),
    "hidden text": ("a.html", f"<p hidden>{RESIDENT}</p>".encode()),
    "split tags": ("a.html", "".join(f"<b>{digit}</b>" for digit in RESIDENT).encode()),
    "entities": ("a.html", "".join(f"&#{ord(digit)};" for digit in RESIDENT).encode()),
    "cells": ("a.html", f"<tr><td>{RESIDENT[:6]}</td><td>{RESIDENT[6:14]}</td><td>{RESIDENT[14:]}</td>".encode()),
    "full-width": ("a.txt", "".join(chr(ord(digit) + 0xFEE0) for digit in RESIDENT).encode()),
    "zero-width": ("a.txt", "\u200b".join(RESIDENT).encode()),
    "JSON key": ("a.json", f'{{"{RESIDENT}": 1}}'.encode()),
    "JSON escapes": ("a.json", ('"' + "".join(f"\\u{ord(digit):04x}" for digit in RESIDENT) + '"').encode()),
    "CSV": ("a.csv", f"甲,{RESIDENT},乙".encode("gb18030")),
    "script": ("a.js", f"var a='{RESIDENT}'".encode()),
    "style": ("a.css", f"p::after{{content:'{RESIDENT}'}}".encode()),
    "sitemap": ("sitemap.xml", f"<urlset><url><loc>https://a.example/{RESIDENT}/</loc></url></urlset>".encode()),
    "picture": ("a.svg", f"<svg><text>{RESIDENT}</text></svg>".encode()),
    "PNG": ("a.png", png()),
    "EXIF": ("a.jpg", jpeg()),
    "file name": (f"{RESIDENT}.txt", b"x"),
}


@pytest.mark.parametrize(("name", "data"), PLACES.values(), ids=PLACES)
def test_no_place_hides_a_number(name: str, data: bytes) -> None:
    """An identity number is found in every format and place, and no report of it holds the number."""
    leaks = inspect([(name, data)], ScanPolicy()).leaks

    assert {leak.kind for leak in leaks} == {"resident-id"}
    assert not [leak for leak in leaks if RESIDENT in canonical(f"{leak}{leak.as_json()}{leak.as_waiver()}")]


def test_leaks_say_where() -> None:
    """Line and column are those of the file, in order, and a file name is shown without what is private in it."""
    assert found("b.txt", f"一\n二三{MOBILE}\n{RESIDENT}".encode()) == [
        ("b.txt", 2, 3, "mobile"),
        ("b.txt", 3, 1, "resident-id"),
    ]
    assert found(f"d/{MOBILE}.txt", b"x") == [("d/〔…〕.txt!name", 1, 3, "mobile")]


def test_leak_reads_as_a_problem_and_as_json() -> None:
    """One line for people, one for programs."""
    leak = Leak("a.html", 2, 3, "mobile")

    assert str(leak) == "a.html:2:3 [privacy/mobile] 手机号码"
    assert leak.as_json() == '{"path": "a.html", "line": 2, "column": 3, "kind": "mobile"}'


def test_what_the_hall_gives_out_is_no_leak() -> None:
    """A number among the hall's own contacts may stand anywhere; another may not."""
    policy = ScanPolicy(PublicContacts.of([MOBILE]))

    assert found("a.html", f"<a href='tel:{MOBILE}'>{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}</a>".encode(), policy) == []
    assert found("a.html", b"138" + b"0013" + b"8002", policy)


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"%PDF-1.7 damaged", "文件损坏，或者有密码"), (b"\x89PNG\r\n\x1a\n\0\0\0\x09tEXtcut", "文件不完整"),
     (b"\0\1\2", "不认识的文件种类")],
)  # fmt: skip
def test_reason_of_an_unreadable_file_is_told(data: bytes, why: str) -> None:
    """In words, also where a library refused it for reasons of its own, and beside what to do about it."""
    (leak,) = inspect([("a", data)], ScanPolicy()).leaks

    assert str(leak) == f"a:1:1 [privacy/unreadable] 无法检查的内容（{why}）"
    assert leak.as_values()["way_out"].startswith("请删去，或换成能检查的")


def test_every_reason_has_its_words() -> None:
    """What the readers of files say when they give up is in the table."""
    sources = [path.read_text("utf-8") for path in Path(gate.__file__).parent.rglob("*.py")]
    reasons = {reason for source in sources for reason in re.findall(r'Unreadable\("([^"]+)"\)', source)}

    assert reasons and reasons <= UNREADABLE.keys()


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_bombs_are_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet that unpacks to far more than its size, and archives within an archive that are small each."""
    sheet = zipped({"xl/sheet1.xml": b"<worksheet>" + b"<c><v>1</v></c>" * 1_500_000})
    inner = zipped({"a.txt": b"a line of words\n" * 40_000})
    nest = zipped({f"{number}.zip": inner for number in range(4)})
    ordinary = zipped({"xl/sheet1.xml": "".join(f"<c><v>甲{number % 97}</v></c>" for number in range(9_000)).encode()})
    monkeypatch.setattr(gate, "ALWAYS_READ", 1_000_000)

    assert {kind for *_, kind in found("a.xlsx", sheet)} == {"unreadable"}
    assert {kind for *_, kind in found("a.zip", nest)} == {"unreadable"}
    assert found("a.xlsx", ordinary) == []


def test_unreadable_file_is_a_leak() -> None:
    """A file that nobody can read is reported, not passed over."""
    assert found("a.pdf", b"%PDF-1.7 damaged") == [("a.pdf", 1, 1, "unreadable")]


# --- contacts and receipts -------------------------------------------------------------------------------------------


def test_contacts_come_from_contact_fields_only() -> None:
    """A mobile number in a field for telephone numbers is the hall's own; in a sentence it is not."""
    stated = content({SERVICE: {"enquiry_phone": MOBILE}, NOTICE: {"objection": {"email": "a@mail.example"}}})
    written = content({SERVICE: {"summary": f"请打{MOBILE}。"}})

    assert found("a", f"{MOBILE} a@mail.example".encode(), ScanPolicy(public_contacts(stated))) == []
    assert found("a", MOBILE.encode(), ScanPolicy(public_contacts(written)))


def test_receipt_number_that_is_a_telephone_number_is_not_known() -> None:
    """Only the day of its own case excuses a number by being a receipt number."""
    row = ",linshi-jiuzhu,,2026-07-10,,,在办,,"
    dataset = content({ROWS: [f"{MOBILE}{row}", f"{RESIDENT}{row}"]})

    assert {
        kind for *_, kind in found("a", f"{MOBILE}\n\n{RESIDENT}".encode(), ScanPolicy(public_contacts(dataset)))
    } == {
        "mobile",
        "resident-id",
    }


def test_receipt_number_with_the_day_of_its_case_passes_in_every_kind_of_file() -> None:
    """Page, CSV and JSON; a number of another day in the same place does not."""
    rows = [f"33000026071000{n},linshi-jiuzhu,,2026-07-10,,,在办,," for n in range(3)]
    numbers, others = ([f"3300002607{day}00{n}" for n in range(3)] for day in (10, 11))
    policy = ScanPolicy(public_contacts(content({ROWS: rows})))

    for texts, expected in ((numbers, 0), (others, 3)):
        files = {
            "a.html": "".join(f"<tr><td>{text}</td><td>2026-07-10</td></tr>" for text in texts),
            "a.csv": "".join(f"{text},2026-07-10\n" for text in texts),
            "a.json": json.dumps([[text, "2026-07-10"] for text in texts]),
        }
        assert {name: len(found(name, text.encode(), policy)) for name, text in files.items()} == dict.fromkeys(
            files, expected
        )


# --- waivers ---------------------------------------------------------------------------------------------------------


def waiver(value: str = MOBILE, path: str = "pages/a.md", kind: str = "mobile", until: date = TODAY) -> Waiver:
    """A waiver for ``value``."""
    text = {
        "path": path,
        "kind": kind,
        "hash": waiver_hash(path, kind, value),
        "reason": "本人同意",
        "until": until.isoformat(),
    }
    return Waiver.model_validate(text)


def test_waiver_lets_one_value_stand_in_one_file() -> None:
    """The waived number passes in its file; another number, the same in another file, or another kind does not."""
    policy = ScanPolicy(waivers=(waiver(),), root="content/")
    verdict = inspect([("content/pages/a.md", MOBILE.encode())], policy)

    assert (verdict.leaks, verdict.waived, verdict.values) == ((), (waiver(),), {("pages/a.md", MOBILE)})
    assert found("content/pages/b.md", MOBILE.encode(), policy)
    assert found("content/pages/a.md", b"138" + b"0013" + b"8002", policy)
    assert found("content/pages/a.md", MOBILE.encode(), ScanPolicy(waivers=(waiver(kind="plate"),), root="content/"))


def test_waiver_ends_after_its_last_day() -> None:
    """A waiver holds on its last day and not on the next."""
    assert in_force([waiver()], TODAY) == (waiver(),)
    assert in_force([waiver(until=date(2026, 11, 19))], TODAY) == ()


def test_leak_can_be_turned_into_a_waiver() -> None:
    """What the scan prints is the entry for waivers.yml, and holds no value."""
    (leak,) = inspect([("content/pages/a.md", MOBILE.encode())], ScanPolicy(root="content/", with_hashes=True)).leaks

    assert leak.as_waiver().splitlines()[:3] == [
        "  - path: pages/a.md",
        "    kind: mobile",
        f"    hash: {waiver().hash}",
    ]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("content/pages/a.pdf", b"%PDF-1.7 damaged", WAYS_OUT["unreadable"]),
        ("content/pages/a.md", RESIDENT.encode(), WAYS_OUT["never"]),
        ("mkdocs.yml", MOBILE.encode(), TEXTS["scan_outside"]),
    ],
)
def test_no_waiver_is_offered_where_there_can_be_none(name: str, data: bytes, why: str) -> None:
    """For what cannot be read, for an identity number, outside the content: a comment says what to do instead."""
    (leak,) = inspect([(name, data)], ScanPolicy(root="content/", with_hashes=True)).leaks

    assert leak.as_waiver() == f"  # {leak}：这一处不能豁免。{why}"


# --- what closes the gate --------------------------------------------------------------------------------------------


def crash(*_: object) -> None:
    """What a bug in a detector does."""
    raise RuntimeError(f"cannot read {RESIDENT}")


def die(*_: object) -> None:
    """What a bug in a library written in C does."""
    os.kill(os.getpid(), signal.SIGKILL)


def hang(*_: object) -> None:
    """What an expression without end does."""
    time.sleep(600)


@pytest.mark.parametrize("failure", [crash, die, hang])
@pytest.mark.parametrize("step", ["find", "passages"])
@pytest.mark.parametrize("workers", [1, 2])
def test_failure_closes_the_gate(
    monkeypatch: pytest.MonkeyPatch, failure: Callable[..., None], step: str, workers: int
) -> None:
    """A crash, a dead process or no end in sight: the gate says that it failed, and repeats nothing it read."""
    monkeypatch.setattr(gate, step, failure)
    monkeypatch.setattr(gate, "SECONDS", 1.0)
    monkeypatch.setattr(gate, "PARALLEL_FROM", 2)

    with pytest.raises(GateFailed) as caught:
        inspect([("a.txt", b"x")] * 3, ScanPolicy(), workers)

    assert RESIDENT not in str(caught.value)
    assert caught.value.__suppress_context__


def test_what_was_found_in_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without end keeps no silence about the others: their leaks are in the failure, before its reason."""
    hanging = partial(hang_at, "b.txt", gate.passages)
    monkeypatch.setattr(gate, "passages", hanging)
    monkeypatch.setattr(gate, "SECONDS", 0.5)

    with pytest.raises(GateFailed) as caught:
        inspect([(f"{at}.txt", MOBILE.encode()) for at in ("a", *"cdefghi", "b")], ScanPolicy())

    assert [leak.path for leak in caught.value.leaks] == [f"{at}.txt" for at in "acdefghi"]
    assert [line.is_finding for line in caught.value.report()] == [True] * 8 + [False]


def hang_at(name: str, passages: Callable[..., object], file: str, data: bytes) -> object:
    """Take the file ``name`` apart for ever, others as always."""
    while file == name:
        pass
    return passages(file, data)


def test_gate_without_its_rules_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A detector that no longer finds its probe is noticed before anything is read."""

    def missing() -> None:
        raise RulesMissing("mobile")

    monkeypatch.setattr(gate, "check_rules", missing)

    with pytest.raises(GateFailed, match="RulesMissing: mobile"):
        inspect([("a.txt", b"x")], ScanPolicy())


def test_file_that_vanished_closes_the_gate(tmp_path: Path) -> None:
    """What is listed and cannot be opened was not read."""
    with pytest.raises(GateFailed):
        inspect([("a.txt", tmp_path / "a.txt")], ScanPolicy())


# --- what is remembered ----------------------------------------------------------------------------------------------


def staged(folder: Path, files: dict[str, bytes]) -> Stage:
    """A stage with ``files``."""
    folder.mkdir(exist_ok=True)
    stage = Stage(folder)
    for address, data in files.items():
        stage.write(address, data)
    return stage


def at_the_gate(stage: Stage, cache: Path, dataset: Dataset | None = None, today: date = TODAY) -> tuple[Leak, ...]:
    """The gate's verdict on ``stage``, with what it remembers in ``cache``."""
    return inspect_site(stage, dataset or content(), today, AppliedWaivers((), frozenset()), cache, 1, lambda *_: None)


def test_waived_value_stands_where_its_file_is_shown_and_nowhere_else(tmp_path: Path) -> None:
    """On the page of its record and in the search; not in what the engine or a plugin adds to every page."""
    files = {
        "services/a/index.html": MOBILE,
        "search/texts.js": f'gongshi.data("texts",["{MOBILE}"])',
        "404.html": MOBILE,
        "a.txt": MOBILE,
    }
    stage = staged(tmp_path / "stage", {address: text.encode() for address, text in files.items()})
    allowed = AppliedWaivers((), frozenset({("services/a.yml", MOBILE)}))

    leaks = inspect_site(stage, content(), TODAY, allowed, tmp_path / "cache", 1, lambda *_: None)
    assert {leak.path for leak in leaks} == {"404.html", "a.txt"}


NAMED = {"names": {"basis": "虚谷条例第三条", "until": "2026-11-25"}}
PATIENT, PETITIONER, MONTH = "患者：冉满仓", "信访人：冉满仓", "出生年月：1975年3月"
OWN_PAGE = "notices/dibao-2026-11/index.html"


@pytest.mark.parametrize(
    ("address", "text", "day", "passes"),
    [
        (OWN_PAGE, PATIENT, 25, True),
        (OWN_PAGE, PATIENT, 26, False),
        (OWN_PAGE, MONTH, 25, True),
        (OWN_PAGE, MONTH, 26, False),
        (OWN_PAGE, "出生日期：1975年3月7日", 25, False),
        (OWN_PAGE, PETITIONER, 25, False),
        (OWN_PAGE, MOBILE, 25, False),
        (OWN_PAGE, RESIDENT, 25, False),
        ("notices/index.html", PATIENT, 25, False),
        ("notices/other/index.html", PATIENT, 25, False),
        ("index.html", PATIENT, 25, False),
        ("search/texts.js", f'gongshi.data("texts",[[0,"说明","{PATIENT}"]])', 25, False),
    ],
)
def test_names_stand_on_the_page_of_their_notice_until_their_last_day(
    tmp_path: Path, address: str, text: str, day: int, passes: bool
) -> None:
    """A notice that has to name people does so on its own page; no number, and nobody whom no law lets it name."""
    stage = staged(tmp_path / "stage", {address: text.encode()})
    leaks = at_the_gate(stage, tmp_path / "cache", content({NOTICE: NAMED}), date(2026, 11, day))
    assert (leaks == ()) is passes


def test_page_with_names_is_read_anew_each_day(tmp_path: Path) -> None:
    """What could stand there yesterday is found today, in the very same bytes."""
    stage, dataset = staged(tmp_path / "stage", {OWN_PAGE: PATIENT.encode()}), content({NOTICE: NAMED})

    assert at_the_gate(stage, tmp_path / "cache", dataset, date(2026, 11, 25)) == ()
    assert at_the_gate(stage, tmp_path / "cache", dataset, date(2026, 11, 26)) != ()


def photo(text: str) -> bytes:
    """A photo with a description."""
    target, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = text
    Image.new("RGB", (1, 1)).save(target, "JPEG", exif=exif)
    return target.getvalue()


def open_data(edited: str = "") -> bytes:
    """A long file of records, the last one with ``edited`` in it."""
    records = [{"id": f"s{number}", "name": "不存在的事项", "note": "按指南准备材料。" * 20} for number in range(600)]
    records[-1]["note"] += edited
    return json.dumps(records, ensure_ascii=False).replace("}, ", "},\n").encode()


@pytest.mark.parametrize("workers", [1, 2])
def test_clean_stretches_of_a_long_file_are_told_and_spared(monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    """A verdict names the clean stretches; given them again, the gate still finds what was added to the file."""
    monkeypatch.setattr(gate, "PARALLEL_FROM", 2)
    files = [("a.json", open_data()), ("b.txt", b"short")]
    first = inspect(files, ScanPolicy(), workers)
    (clean,) = first.clean.values()
    assert (first.leaks, list(first.clean)) == ((), ["a.json"])
    assert len(clean) > 5

    again = inspect(files, ScanPolicy(), workers, clean=clean)
    assert again.clean == first.clean

    edited = inspect([("a.json", open_data("另加一句。")), files[1]], ScanPolicy(), workers, clean=clean)
    assert len(edited.clean["a.json"] - clean) == 1

    leaking = inspect([("a.json", open_data(MOBILE)), files[1]], ScanPolicy(), workers, clean=clean)
    assert [leak.kind for leak in leaking.leaks] == ["mobile"]
    assert leaking.clean == {}


def test_spared_stretches_are_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is named clean is not looked at: the memory is trusted, so its caller keeps it by fingerprint."""
    data = open_data()
    clean = inspect([("a.json", data)], ScanPolicy()).clean["a.json"]
    searched: list[int] = []
    monkeypatch.setattr(stretches, "find", lambda text, _: searched.append(len(text)) or ())
    search = gate._ready(ScanPolicy(), clean)

    assert search(("a.json", data)).leaks == ()
    assert searched == []
    assert gate._ready(ScanPolicy(), frozenset())(("a.json", data)).leaks == ()
    assert searched == [len(data.decode())]


def test_clean_files_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was clean is not read again until it, its ending or what is known changes."""
    stage = staged(tmp_path / "s", {"a.jpg": photo("clean"), "b.html": b"clean"})
    read: list[str] = []
    monkeypatch.setattr(
        "generator.build.checkpoints.inspect",
        lambda items, *_: read.extend(n for n, d in items if d) or inspect(items, ScanPolicy()),
    )

    assert at_the_gate(stage, tmp_path / "c") == ()
    assert at_the_gate(stage, tmp_path / "c") == ()
    assert at_the_gate(stage, tmp_path / "c", content({SERVICE: {"enquiry_phone": MOBILE}})) == ()
    assert read == ["a.jpg", "b.html", "a.jpg", "b.html"]

    read.clear()
    changed = staged(tmp_path / "s2", {"a.jpg": photo("other"), "b.html": b"clean", "c.txt": b"clean"})
    assert at_the_gate(changed, tmp_path / "c", content({SERVICE: {"enquiry_phone": MOBILE}})) == ()
    assert read == ["a.jpg", "c.txt"]


def test_what_was_clean_on_the_site_is_read_once_for_a_folder_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only in the same bytes, under the same name and by the same rules; what leaks there is found there."""
    files = {"search/a.js": b"clean", "b.html": b"clean", "other.html": b"clean"}
    site, folder = staged(tmp_path / "site", files), staged(tmp_path / "folder", {**files, "b.html": b"other"})
    folder.write("c.html", b"clean")
    read: list[str] = []
    monkeypatch.setattr(
        "generator.build.checkpoints.inspect",
        lambda items, *rest: read.extend(n for n, d in items if d) or inspect(items, *rest),
    )

    def beside(dataset: Dataset) -> tuple[Leak, ...]:
        """The gate's verdict on the folder, which is forgotten."""
        nothing = AppliedWaivers((), frozenset())
        caches = tmp_path / f"cache-{len(read)}", tmp_path / "site-cache"
        return inspect_site(folder, dataset, TODAY, nothing, caches[0], 1, lambda *_: None, beside=caches[1])

    assert at_the_gate(site, tmp_path / "site-cache") == ()
    read.clear()
    assert beside(content()) == ()
    assert read == ["b.html", "c.html"]
    assert beside(content({SERVICE: {"enquiry_phone": "0831-1234567"}})) == ()
    assert len(read) == 2 + 4

    folder.write("search/a.js", MOBILE.encode())
    assert [leak.path for leak in beside(content())] == ["search/a.js"]


def test_page_that_names_people_is_read_for_a_folder_though_it_passed_on_the_site(tmp_path: Path) -> None:
    """The day decides, so that nothing of it is remembered for anybody."""
    dataset, files = content({NOTICE: NAMED}), {OWN_PAGE: PATIENT.encode()}
    site, folder = staged(tmp_path / "site", files), staged(tmp_path / "folder", files)
    assert at_the_gate(site, tmp_path / "cache", dataset, date(2026, 11, 25)) == ()

    nothing = AppliedWaivers((), frozenset())
    caches = tmp_path / "own", tmp_path / "cache"
    late = date(2026, 11, 26)
    assert inspect_site(folder, dataset, late, nothing, caches[0], 1, lambda *_: None, beside=caches[1]) != ()


@pytest.mark.parametrize("memory", [b"", b"[]", b'{"rules": 1}', b"\xff"])
def test_damaged_memory_is_forgotten(tmp_path: Path, memory: bytes) -> None:
    """A memory that cannot be read costs time and lets nothing through."""
    (tmp_path / "gate.json").write_bytes(memory)

    assert at_the_gate(staged(tmp_path / "s", {"a.jpg": photo(RESIDENT)}), tmp_path)


def test_leaking_files_are_not_remembered(tmp_path: Path) -> None:
    """What was found once is found again."""
    stage = staged(tmp_path / "s", {"a.jpg": photo(RESIDENT)})

    assert at_the_gate(stage, tmp_path / "c") == at_the_gate(stage, tmp_path / "c") != ()

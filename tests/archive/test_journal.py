"""archive.journal: what was public, from which moment on; and nothing that had to be taken down."""

import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
import zlib
from collections import Counter
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import pytest
from content_builder import DISCLOSED, DISCLOSURE, NOTICE, PERIOD, ROWS, SERVICE, TODAY
from fake_engine import FakeEngine
from kept_hall import NOON, PAGE, change, publish
from project_builder import make_project, publish_project, tree

from generator.archive.current import is_current
from generator.archive.journal import BadJournal, ClockBack, Journal
from generator.archive.limits import LIMITED, days_of, shown_records
from generator.archive.said import file_address, moment, said_at
from generator.build.archiving import begin_journal, keep, open_journal
from generator.build.asked_day import asked
from generator.build.examine import examine
from generator.build.options import BuildOptions
from generator.content.project import open_project
from generator.kit.kinds import KINDS, contents, sheets_in_force
from generator.model import Dataset, RecordKey, SheetKey
from generator.posters.sheet import PosterError
from generator.publish.staging import SiteBusy, lock
from generator.site import addresses
from generator.site.edition import Edition
from generator.system.environment import NotReady, Refused

CONTENT = Path(__file__).parents[2] / "content"
NOTICE_PAGE = "notices/dibao-2026-11/index.html"


def everything(folder: Path) -> bytes:
    """All bytes below ``folder``, those inside packed files included."""
    found = []
    for data in tree(folder).values():
        found.append(data)
        try:
            plain = zlib.decompress(data)
        except zlib.error:
            plain = data
        found.append(plain)
        if zipfile.is_zipfile(io.BytesIO(plain)):
            with zipfile.ZipFile(io.BytesIO(plain)) as packed:
                found += [packed.read(name) for name in packed.namelist()]
    return b"\0".join(found)


def test_build_keeps_nothing_until_it_is_asked_for(tmp_path: Path) -> None:
    """Without the folder there is no journal; beginning it publishes once, and remembers that."""
    made = make_project(tmp_path / "project")
    with pytest.raises(NotReady, match="还没有档案"):
        open_journal(open_project(made))
    told = list(begin_journal(open_project(made), BuildOptions(TODAY, "none"), FakeEngine(), NOON))
    assert told == ["档案：已记下第 1 次发布（2026-11-20 12:00:00）。"]
    (one,) = open_journal(open_project(made)).publications()
    assert (one.number, one.at, one.day, one.previous) == (1, NOON, TODAY, "")


def test_every_byte_of_a_publication_can_be_read_again(project: Path) -> None:
    """Each file of the site is kept by its hash, the list of files too; a site that is the same adds nothing."""
    publish(project)
    journal = Journal(project / "archive")
    (one,) = journal.publications()
    site = tree(project / "site")
    del site["gongshi-manifest.json"]
    assert {address: journal.read(digest) for address, digest in journal.files(one).items()} == site
    before = tree(project / "archive")
    assert publish(project, now=NOON + timedelta(hours=1)) == []
    assert tree(project / "archive") == before


def test_nothing_is_loaded_where_nothing_has_changed(project: Path) -> None:
    """The same site on the same day is known at once; another day, another site, a lost mark: it is looked at."""
    folder, site = project / "archive", project / "site"
    assert not is_current(folder, site, TODAY)
    publish(project)
    assert is_current(folder, site, TODAY)
    assert not is_current(folder, site, TODAY + timedelta(days=1))
    (folder / "current").write_bytes(b"\xff")
    assert not is_current(folder, site, TODAY)
    publish(project)
    (site / "gongshi-manifest.json").write_bytes(b"{}")
    assert not is_current(folder, site, TODAY)


def test_only_new_bytes_are_stored(project: Path) -> None:
    """After an edit of one guide, what is not changed is not stored again."""
    publish(project)
    before = tree(project / "archive" / "objects")
    change(project, "services/linshi-jiuzhu.yml", "当场查看材料", "当天查看材料")
    publish(project, now=NOON + timedelta(hours=1))
    after = tree(project / "archive" / "objects")
    assert before.items() <= after.items()
    assert len(after.keys() - before.keys()) < 20 < len(before)


def test_journal_says_what_stood_on_a_page_and_since_when(project: Path) -> None:
    """The day is meant at its end; before the first publication nothing is said."""
    publish(project)
    change(project, "services/linshi-jiuzhu.yml", "当场查看材料", "当天查看材料")
    publish(project, 3)
    (project / "content" / "pages" / "more.md").write_text("# 更多\n\n没有。\n", "utf-8")
    publish(project, 5)
    journal = Journal(project / "archive")

    assert said_at(journal, moment("2026-11-19"), PAGE) is None
    assert said_at(journal, moment("2026-11-20 11:59"), PAGE) is None
    first = said_at(journal, moment("2026-11-20"), PAGE)
    assert "当场查看材料" in first.data.decode()
    assert (first.since, first.until) == (NOON, NOON + timedelta(days=3))
    assert list(first.lines())[1] == "从 2026-11-20 12:00:00 起是这样；那是档案的开头，之前怎样没有记录。"
    last = said_at(journal, moment("2027-01-31"), PAGE)
    assert "当天查看材料" in last.data.decode()
    assert last.since >= NOON + timedelta(days=3)
    assert last.until is None
    nothing = said_at(journal, moment("2026-11-20"), "more/index.html")
    assert (nothing.digest, nothing.data, nothing.until) == (None, None, NOON + timedelta(days=5))


def test_command_prints_the_text_or_writes_the_file(project: Path, tmp_path: Path) -> None:
    """No tags are printed; --out writes every byte, and over nothing."""
    publish(project)
    answer = asked(project, "2026-11-20", "https://demo.example/gongshi/services/linshi-jiuzhu/", None)
    text = "\n".join(line.text for line in answer.lines)
    assert answer.found
    assert "临时救助" in text and "<" not in text
    out = tmp_path / "page.html"
    assert asked(project, "2026-11-20", PAGE, out).found
    assert out.read_bytes() == (project / "site" / PAGE).read_bytes()
    with pytest.raises(Refused, match="已经有了"):
        asked(project, "2026-11-20", PAGE, out)
    assert not asked(project, "2026-11-19", PAGE, None).found
    assert not asked(project, "2026-11-20", "nowhere/", None).found
    with pytest.raises(NotReady, match="不是日期"):
        asked(project, "去年", PAGE, None)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("", "index.html"),
        ("/", "index.html"),
        ("services/x", "services/x/index.html"),
        ("/services/x/", "services/x/index.html"),
        ("https://demo.example/gongshi", "index.html"),
        ("https://demo.example/gongshi/services/x/?a=1#b", "services/x/index.html"),
        ("open-data/services.json", "open-data/services.json"),
    ],
)
def test_addresses_are_typed_as_people_have_them(typed: str, address: str) -> None:
    """A page goes by its address, with that of the site or without."""
    assert file_address(typed, "https://demo.example/gongshi/") == address


# --- what has to go --------------------------------------------------------------------------------------------------

MARKS = ("正文记号", "XG-7391", "欧阳", "鱼塘记号")


def marked(folder: Path, *, take_down: bool = True, service: str = SERVICE) -> Path:
    """A project in which each part that is taken down bears a mark."""
    down = "take_down: 2026-11-30\n" if take_down else ""
    made = make_project(
        folder,
        {
            "notices/dibao-2026-11.yml": NOTICE.replace("名单在", "正文记号在").replace(
                "take_down: 2026-11-30\n", down
            ),
            "results/2026-Q3.yml": f"{PERIOD}posted_from: 2026-11-18\n{down}",
            "results/2026-Q3.csv": ROWS.replace("XG-0001", "XG-7391").replace("杨*", "欧阳*"),
            "disclosures/caiwu-2026-q3.yml": DISCLOSURE_ENDING.format(down=down),
            "disclosures/caiwu-2026-q3.csv": DISCLOSED.replace("集体鱼塘租金", "集体鱼塘记号"),
            "disclosures/caiwu-2026-q2.yml": DISCLOSURE.replace("2026-q3", "2026-q2"),
            "disclosures/caiwu-2026-q2.csv": DISCLOSED,
            "services/linshi-jiuzhu.yml": service,
        },
    )
    (made / "archive").mkdir()
    return made


DISCLOSURE_ENDING = (
    "id: caiwu-2026-q3\ntitle: 收支公开表\nkind: 财务收支\nperiod: 2026-Q3\nposted_from: 2026-10-15\n"
    "posted_until: 2026-11-25\n{down}"
)


def test_files_that_show_what_is_taken_down_are_known_by_their_addresses(tmp_path: Path) -> None:
    """In each file of a site that shows a mark of such a record, that record is known to be shown."""
    made = marked(tmp_path / "project")
    publish_project(made)
    dataset = examine(made / "content", TODAY).dataset
    records = days_of(dataset, TODAY).records
    owner = {
        "正文记号": "notices/dibao-2026-11",
        "XG-7391": "results/2026-Q3",
        "欧阳": "results/2026-Q3",
        "鱼塘记号": "disclosures/caiwu-2026-q3",
    }
    seen = set()
    for address, data in tree(made / "site").items():
        for mark in MARKS:
            if mark.encode() in data or mark.encode("unicode_escape") in data:
                seen.add(mark)
                assert owner[mark] in shown_records(address, records), address
    assert seen == {*MARKS}
    assert shown_records("index.html", records) == ()
    assert shown_records(PAGE, records) == ()
    assert shown_records("posters/screen/screen-a3.pdf", records) == tuple(records)


@pytest.fixture(scope="module")
def demo() -> Edition:
    """The town that is shown, which has a sheet of every kind."""
    dataset = examine(CONTENT, TODAY).dataset
    assert dataset is not None
    return Edition(dataset, TODAY, "https://demo.example/")


def said_of(dataset: Dataset) -> dict[str, list[str]]:
    """Record -> texts of it that have to be gone one day, and that stand nowhere else."""
    notices = {f"notices/{key}": [*one.body, str(one.objection)] for key, one in dataset.notices.items()}
    disclosures = {
        f"disclosures/{key}": [cell for row in one.table.rows for cell in row.cells if not cell.isascii()]
        for key, one in dataset.disclosures.items()
    }
    results = {f"results/{key}": [entry.row.receipt for entry in one.entries] for key, one in dataset.results.items()}
    texts = {**notices, **disclosures, **results}
    lasting = repr((dataset.services, dataset.regulations, dataset.windows, dataset.materials, dataset.site))
    counts = Counter(text for found in texts.values() for text in {*found})  # a case may stand in two periods
    return {
        record: [one for one in found if len(one) > 5 and counts[one] == 1 and one not in lasting]
        for record, found in texts.items()
    }


def addresses_of(sheet: SheetKey, paper: str) -> list[str]:
    """Where files of a sheet may stand."""
    files = (addresses.poster(sheet, paper, *more) for more in ((), ("ink",), ("colour", "png")))
    return [addresses.thumbnail(sheet), *files]


def test_sheets_are_known_by_their_addresses_to_show_what_is_taken_down(demo: Edition) -> None:
    """Each that says a word of a record goes with it; guides, signs and forms stay, and so does what the hall says."""
    records = sorted(days_of(demo.dataset, TODAY).records)
    texts = said_of(demo.dataset)
    lasting, seen, looked_at = set[str](), set[str](), Counter[str]()
    for one in sheets_in_force(demo):
        looked_at[one.kind.name] += 1
        if looked_at[one.kind.name] > 4 and not (one.key.record and one.key.record.kind in LIMITED):
            continue
        try:
            said = json.dumps(asdict(contents(one.key, demo)), ensure_ascii=False, default=str)
        except PosterError:
            continue
        shown = {record for record, found in texts.items() if any(text in said for text in found)}
        seen |= {record.partition("/")[0] for record in shown}
        for address in addresses_of(one.key, one.paper):
            known = shown_records(address, records)
            assert shown <= {*known}, (address, shown)
            if one.key.record and one.key.record.kind in LIMITED:
                assert str(one.key.record) in known and len(known) < len(records), address
            elif one.kind.name == "walk-round":
                assert known == tuple(records)
            else:
                assert known == (), address
                lasting.add(one.kind.name)
    assert seen == {*LIMITED}
    assert lasting == {*KINDS} - {
        "bulletin", "notice", "official-notice", "disclosure", "posting-record", "walk-round"
    }  # fmt: skip


def test_sheets_of_a_kind_that_nobody_has_looked_at_may_show_everything() -> None:
    """So does a notice that is called like a picture for displays, and one whose name begins like that of another."""
    records = ("notices/a", "notices/a-b", "notices/wide", "results/2026-Q3")
    assert shown_records(addresses.thumbnail(SheetKey("new-kind")), records) == records
    assert shown_records(addresses.thumbnail(SheetKey("new-kind", RecordKey("services", "x"))), records) == records
    for part in ("wide", "tall"):
        for key in ("a", "a-b", "wide"):
            sheet = SheetKey("screen", RecordKey("notices", key), part)
            for address in addresses_of(sheet, "1920x1080px"):
                assert f"notices/{key}" in shown_records(address, records), address
        hall = addresses.poster(SheetKey("screen", None, part), "1920x1080px", format="png")
        assert shown_records(hall, ("notices/a",)) == ()


def test_nothing_is_readable_after_its_last_day(tmp_path: Path) -> None:
    """On the day after, not one byte of what was taken down is in the archive; on the day itself it still is."""
    made = marked(tmp_path / "project")
    publish(made)
    publish(made, 10)  # 30 November
    kept = everything(made / "archive")
    assert [mark for mark in MARKS if mark.encode() not in kept] == []
    told = publish(made, 11)
    kept = everything(made / "archive")
    assert [mark for mark in MARKS if mark.encode() in kept or mark.encode("unicode_escape") in kept] == []
    assert any("到期撤下" in line for line in told)
    said = said_at(Journal(made / "archive"), moment("2026-11-20"), NOTICE_PAGE)
    assert said.data is None
    assert list(said.lines())[-1] == "到期已按规定撤下，2026-12-01 起不再保存内容。"
    assert said_at(Journal(made / "archive"), moment("2026-11-20"), PAGE).data is not None


def test_full_names_go_when_their_days_are_over(tmp_path: Path) -> None:
    """The page with masked names, which came after, stays."""
    policy = "  policy: full\n  names_days: 5\n  basis: 虚谷条例第三条\n"
    made = marked(tmp_path / "project", take_down=False, service=SERVICE.replace("  policy: masked\n", policy))
    (made / "content" / "results" / "2026-Q3.csv").write_text(ROWS.replace("杨*", "欧阳不虚"), "utf-8", newline="\n")
    publish(made)
    assert "欧阳不虚".encode() in everything(made / "archive")
    publish(made, 2)  # 22 November, the last of five days
    assert "欧阳不虚".encode() in everything(made / "archive")
    publish(made, 3)
    kept = everything(made / "archive")
    assert "欧阳不虚".encode() not in kept
    assert "欧阳不".encode() not in kept
    page = said_at(Journal(made / "archive"), moment("2026-11-24"), "results/2026-Q3/index.html")
    assert "XG-0001" in page.data.decode()


@pytest.mark.parametrize(
    ("path", "line", "mark"),
    [
        ("notices/dibao-2026-11.yml", "withdrawn: {on: 2026-11-21, reason: 有误}\n", "正文记号"),
        ("results/2026-Q3.yml", "withdrawn: {on: 2026-11-21, reason: 有误}\n", "欧阳"),
        ("results/2026-Q3.yml", "withdrawn_rows:\n  - {receipt: XG-7391, on: 2026-11-21, reason: 有误}\n", "欧阳"),
        ("disclosures/caiwu-2026-q3.yml", "withdrawn: {on: 2026-11-21, reason: 有误}\n", "鱼塘记号"),
        ("notices/dibao-2026-11.yml", "take_down: 2026-11-22\n", "正文记号"),
    ],
)
def test_what_is_withdrawn_early_goes_with_the_next_build(tmp_path: Path, path: str, line: str, mark: str) -> None:
    """A withdrawal that nobody could foresee reaches what was kept before it; the others are kept."""
    made = marked(tmp_path / "project", take_down=False)
    publish(made)
    assert mark.encode() in everything(made / "archive")
    with (made / "content" / path).open("a", encoding="utf-8", newline="\n") as file:
        file.write(line)
    publish(made, 3)
    kept = everything(made / "archive")
    assert mark.encode() not in kept
    assert [other for other in ("正文记号", "欧阳", "鱼塘记号") if other.encode() not in kept] == [mark]


def test_withdrawal_on_the_day_of_publication_counts(tmp_path: Path) -> None:
    """Published in the morning, withdrawn in the afternoon: what is online stays, what was is gone."""
    made = marked(tmp_path / "project", take_down=False)
    publish(made)
    change(
        made, "results/2026-Q3.yml", "id:", "withdrawn_rows: [{receipt: XG-7391, on: 2026-11-20, reason: 有误}]\nid:"
    )
    publish(made, now=NOON + timedelta(hours=3))
    kept = everything(made / "archive")
    assert "欧阳".encode() not in kept
    page = said_at(Journal(made / "archive"), moment("2026-11-20"), "results/2026-Q3/index.html")
    assert "XG-0002" in page.data.decode()


def test_results_that_were_deleted_from_the_content_go(tmp_path: Path) -> None:
    """Whoever deletes a period means it."""
    made = marked(tmp_path / "project", take_down=False)
    publish(made)
    for ending in ("yml", "csv"):
        (made / "content" / f"results/2026-Q3.{ending}").unlink()
    publish(made, 1)
    assert "欧阳".encode() not in everything(made / "archive")


# --- damage, clocks, others ------------------------------------------------------------------------------------------


def test_clock_that_goes_back_is_refused(project: Path) -> None:
    """A publication is never written down as earlier than the one before; the journal stays as it is."""
    publish(project)
    before = tree(project / "archive")
    change(project, "services/linshi-jiuzhu.yml", "当场查看材料", "当天查看材料")
    with pytest.raises(ClockBack, match="比上一次记下的（2026-11-20 12:00:00）还早"):
        publish(project, now=NOON)
    assert tree(project / "archive") == before
    assert len(publish(project, now=NOON + timedelta(seconds=1))) == 1


def test_odd_bytes_in_the_journal_are_named(project: Path) -> None:
    """The file is named, and nothing is written over it."""
    publish(project)
    record, gone = project / "archive" / "publications" / "000001.json", project / "archive" / "gone.json"
    sound, journal = record.read_bytes(), project / "archive"
    for data in (b"", b"{}", b"[1]", b"\xff\xfe", b"null", b'{"number": 1}', b"[" * 100_000):
        record.write_bytes(data)
        with pytest.raises(BadJournal, match=r"000001\.json 读不懂"):
            Journal(journal).publications()
    with pytest.raises(BadJournal):
        publish(project, 1)
    assert record.read_bytes() == data
    record.write_bytes(sound)
    for data in (b"", b"[1]", b'{"a": 1}', b"[" * 100_000, b'{"a": ["x", "y"]}'):
        gone.write_bytes(data)
        with pytest.raises(BadJournal, match=r"gone\.json 读不懂"), Journal(journal).locked():
            raise AssertionError


def test_history_cannot_be_changed_afterwards(project: Path) -> None:
    """A record that was changed or left out breaks the chain; a file that was changed is not shown."""
    publish(project)
    change(project, "services/linshi-jiuzhu.yml", "当场查看材料", "当天查看材料")
    publish(project, 1)
    first = project / "archive" / "publications" / "000001.json"
    text = first.read_text("utf-8")
    first.write_text(text.replace("T12:00:00", "T11:00:00"), "utf-8")
    with pytest.raises(BadJournal, match=r"000002\.json 和前一次接不上"):
        Journal(project / "archive").publications()
    first.write_text(text, "utf-8", newline="\n")
    journal = Journal(project / "archive")
    digest = journal.files(journal.publications()[0])[PAGE]
    (project / "archive" / "objects" / digest[:2] / f"{digest[2:]}.z").write_bytes(zlib.compress("别的".encode()))
    said = said_at(journal, moment("2026-11-20"), PAGE)
    assert said.data is None
    assert list(said.lines())[-1].startswith("内容在档案里找不到，或者损坏了。")


def test_run_that_was_killed_leaves_nothing_behind(project: Path) -> None:
    """Bytes without a record are removed by the next run; what was to be removed is removed then."""
    publish(project)
    folder = project / "archive"
    objects = Journal(folder).objects
    stray = objects.put("不该留下的".encode())
    (folder / "pending").write_bytes(b"")
    gone = objects.put(b"gone")
    (folder / "gone.json").write_text(json.dumps({gone: ["2026-11-01", "until"]}), "utf-8")
    publish(project, 1)
    assert stray not in objects
    assert gone not in objects
    assert not (folder / "pending").exists()


def test_run_that_is_killed_while_it_stores_is_done_again(project: Path) -> None:
    """SIGKILL in the middle: no publication is there, and the next run leaves none of its bytes without one."""
    publish_project(project)
    script = "import pathlib, sys; from kept_hall import publish; publish(pathlib.Path(sys.argv[1]))"
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    running = subprocess.Popen([sys.executable, "-c", script, project], env=paths)
    objects, deadline = project / "archive" / "objects", time.monotonic() + 60
    while len(list(objects.glob("*/*.z"))) < 5 and time.monotonic() < deadline:
        time.sleep(0.0005)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert Journal(project / "archive").publications() == []
    assert (project / "archive" / "pending").exists()
    change(project, "services/linshi-jiuzhu.yml", "当场查看材料", "当天查看材料")
    publish(project, 1)
    journal = Journal(project / "archive")
    (one,) = journal.publications()
    assert {*journal.objects.digests()} == {one.manifest, *journal.files(one).values()}
    assert list(objects.glob("*/.*")) == []


def test_two_do_not_keep_at_once(project: Path) -> None:
    """The second is told to wait; the journal stays whole."""
    publish(project)
    with lock(project / "archive"), pytest.raises(SiteBusy):
        publish(project, 1)
    change(project, "services/linshi-jiuzhu.yml", "当场查看材料", "当天查看材料")
    assert len(publish(project, 1)) == 1


def test_site_that_was_touched_is_not_kept(project: Path) -> None:
    """The journal holds what a build has made, and no byte of anybody else."""
    report = publish_project(project)
    (project / "site" / PAGE).write_text("别的", "utf-8")
    options = BuildOptions(TODAY, "none")
    with pytest.raises(NotReady, match="和生成时不一样，这次发布没有记进档案"):
        list(keep(open_project(project), options, report, NOON))
    assert Journal(project / "archive").publications() == []

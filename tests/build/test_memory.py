"""memory: what builds of one project remember of each other; losing or damaging any of it costs time and no byte."""

from collections.abc import Callable
from pathlib import Path

import pytest
from content_builder import write_content
from project_builder import clean_site, make_project, publish_once, publish_project, tree

from generator.build.memory import open_memory
from generator.build.scans import KeptScan
from generator.content.project import open_project
from generator.facts import workdays
from generator.model import HolidayYear

NOTICE = "notices/dibao-2026-11.yml"
MOBILE = "138" + "0013" + "8001"


@pytest.fixture(scope="module")
def put_back(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """What undoes all that was done to the project since it was published."""
    return publish_once(tmp_path_factory.mktemp("published"))


@pytest.fixture
def project(put_back: Callable[[], Path]) -> Path:
    """A project that was published."""
    return put_back()


def test_memory_is_empty_at_first(tmp_path: Path) -> None:
    """Nothing was built yet."""
    memory = open_memory(open_project(make_project(tmp_path / "p")))

    assert (memory.records.texts, memory.files, memory.spelled, memory.sheets) == ({}, {}, {}, {})


def test_memory_is_read_back(project: Path) -> None:
    """Records, files with their inputs, names with their sounds."""
    memory = open_memory(open_project(project))

    assert len(memory.records.texts) == 17  # the known changes of the program are one of them
    assert isinstance(memory.files["services/linshi-jiuzhu/index.html"], KeptScan)
    assert memory.spelled["临时救助"]


def test_calendar_is_read_back_and_not_worked_out_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the hall has typed in; the library is not loaded for it."""
    typed = HolidayYear.model_validate(
        {
            "year": 2031,
            "source": "测发〔2030〕0号",
            "holidays": [{"name": "元旦", "from": "2031-01-01", "until": "2031-01-03"}],
            "workdays": ["2031-01-05"],
        }
    )
    expected = workdays.calendar_of((typed,))
    memory = open_memory(open_project(project))
    memory.typed = (typed,)
    memory.save()
    workdays.known_calendars.clear()
    monkeypatch.setattr(workdays, "load", None)

    open_memory(open_project(project))

    found = workdays.calendar_of((typed,))
    assert (found.workdays, found.years, found.names) == (expected.workdays, expected.years, expected.names)


def test_what_was_removed_from_the_content_is_forgotten(project: Path) -> None:
    """Of a notice whose file is gone nothing stays behind, in no file of the cache."""
    title = "2026年11月救助对象公示".encode()
    assert [path for path, data in tree(project / ".cache").items() if title in data]

    (project / "content" / NOTICE).unlink()
    publish_project(project)

    assert [path for path, data in tree(project / ".cache").items() if title in data] == []


def test_content_that_was_refused_is_not_remembered(project: Path) -> None:
    """A private number that stops a build is in no file of the cache."""
    text = (project / "content" / NOTICE).read_text("utf-8").replace("名单在大厅", f"请打{MOBILE}")
    write_content(project / "content", {NOTICE: text})
    with pytest.raises(Exception, match="privacy/number"):
        publish_project(project)

    assert [path for path, data in tree(project / ".cache").items() if MOBILE.encode() in data] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["records", "names", "gate", "files-", "report-"])
@pytest.mark.parametrize("damage", ["gone", "cut off", "changed"])
def test_damaged_memory_changes_no_byte(project: Path, name: str, damage: str) -> None:
    """The next build publishes what a clean one does, and remembers again."""
    file = min(path for path in (project / ".cache/gongshi").iterdir() if path.name.startswith(name))
    data = file.read_bytes()
    place = len(data) // 2
    file.unlink()
    if damage != "gone":
        file.write_bytes(data[:place] + (b"" if damage == "cut off" else bytes([data[place] ^ 1]) + data[place + 1 :]))
    text = (project / "content" / NOTICE).read_text("utf-8").replace("名单在大厅", "新名单在大厅")
    write_content(project / "content", {NOTICE: text})

    publish_project(project)

    assert tree(project / "site") == clean_site(project)
    assert file.is_file()


def test_two_sites_of_one_project_share_records_and_not_files(project: Path, tmp_path: Path) -> None:
    """Each place has a table of its own; both have the same site."""

    def kept() -> dict[str, set[Path]]:
        cache = project / ".cache/gongshi"
        return {name: set(cache.glob(f"{name}-*")) for name in ("files", "report", "records")}

    before = kept()
    publish_project(project, site=tmp_path / "elsewhere")

    assert [len(kept()[name] - before[name]) for name in before] == [1, 1, 0]
    assert before["records"]
    assert tree(tmp_path / "elsewhere") == tree(project / "site")

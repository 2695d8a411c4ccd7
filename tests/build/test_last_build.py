"""Lines of open data that are taken from the last build: the files are byte for byte those of a first build."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from content_builder import TODAY
from rules.dataset_builder import SERVICE, Changes, content, service_file

from generator.build.last_build import LastBuild
from generator.build.outputs.channels import Channels
from generator.build.outputs.open_data import OpenData
from generator.build.outputs.output import File
from generator.build.scans import KeptScan
from generator.model import Dataset, RecordKey
from generator.site.edition import Edition

URL = "https://www.zixu.example/dating/"
FILES = ("open-data/services.json", "open-data/services.jsonld", "open-data/hsds.json")
TOLD_LATER = {"changes": [{"day": "2026-12-01", "what": "少交一份“材料”"}]}
PLACE = "子虚镇大街1号二楼"
FULL = {
    "place": PLACE,
    "hours": "周一至周五 9:00-12:00",
    "conditions": ["住在本镇，\n有困难的"],
    "related": ["teshu-jiuzhu"],
    "aliases": ["救急的钱{}]},"],
}
BEFORE: Changes = {SERVICE: FULL, **service_file("teshu-jiuzhu", place=PLACE)}


def edition(changes: Changes, today: date = TODAY, url: str | None = URL, shared: str = "") -> Edition:
    """The content after ``changes``, whose files have the digests that their bytes would have."""
    of = content(changes)
    digests = {RecordKey("services", key): _digest(one.model_dump_json()) for key, one in of.services.items()}
    return Edition(of, today, url, digests=digests, shared=shared)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def rendered(of: Edition, before: LastBuild | None = None) -> dict[str, File]:
    """The three files, with what is known of the last build."""
    found = (*OpenData(before).render(of), *Channels(before).render(of))
    return {file.address: file for file in found if file.address in FILES}


@pytest.fixture
def published(tmp_path: Path) -> LastBuild:
    """A site with the three files, as a build leaves them."""
    known: dict[str, KeptScan] = {}
    for address, file in rendered(edition(BEFORE)).items():
        data = file.make()
        (tmp_path / address).parent.mkdir(exist_ok=True)
        (tmp_path / address).write_bytes(data)
        known[address] = KeptScan(file.inputs, sha256(data).hexdigest(), marks=file.marks)
    return LastBuild(tmp_path, known)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of services that are written anew as linked data and for HSDS."""
    ids: list[str] = []

    def noting(module: str, name: str) -> None:
        before: Callable[..., object] = getattr(__import__(module, fromlist=[name]), name)
        monkeypatch.setattr(
            f"{module}.{name}", lambda service, *rest: (ids.append(service.id), before(service, *rest))[1]
        )

    noting("generator.channels.linked_data", "service_node")
    noting("generator.channels.hsds", "_of_service")
    return ids


def made(files: Mapping[str, File], addresses: Iterable[str] = FILES) -> dict[str, bytes]:
    """The bytes of the files."""
    return {address: files[address].make() for address in addresses}


EDITED = {**BEFORE, SERVICE: {**FULL, "summary": "改了一个字的“简介”。"}}


@pytest.mark.parametrize(
    ("after", "anew"),
    [
        (edition(BEFORE), []),
        (edition(EDITED), ["linshi-jiuzhu"]),
        (edition({**BEFORE, SERVICE: {**FULL, "place": "搬到别处了"}}), ["linshi-jiuzhu"]),
        (edition({**BEFORE, **service_file("teshu-jiuzhu", place="搬到别处了")}), ["teshu-jiuzhu"]),
        (edition({**BEFORE, SERVICE: {**FULL, "status": {"state": "取消", "reason": "并到别处"}}}), ["linshi-jiuzhu"]),
        (edition(BEFORE, shared="another window"), ["linshi-jiuzhu", "teshu-jiuzhu"]),
        (edition(BEFORE, url=None), ["linshi-jiuzhu", "teshu-jiuzhu"]),
        (
            edition({**BEFORE, "site.yml": {"organisation": "乌有县人民政府"}}, shared="x"),
            ["linshi-jiuzhu", "teshu-jiuzhu"],
        ),
    ],
)
def test_after_an_edit_it_is_that_of_a_first_build(
    published: LastBuild, written: list[str], after: Edition, anew: list[str]
) -> None:
    """Only what the edit touches is written anew."""
    assert {*after.dataset.services} == {"linshi-jiuzhu", "teshu-jiuzhu"}

    again = made(rendered(after, published))

    assert written == [*anew, *anew]
    assert again == made(rendered(after))


def test_service_that_came_or_went(published: LastBuild) -> None:
    """Lines of one that is gone are not taken, nor the pointers of others to it."""
    fewer = edition({SERVICE: FULL})

    assert made(rendered(fewer, published)) == made(rendered(fewer))
    assert b"teshu-jiuzhu" not in made(rendered(fewer, published))[FILES[1]]
    more = edition({**BEFORE, **service_file("anzhi", body="子虚县民政局", place="新的地方")})
    assert made(rendered(more, published)) == made(rendered(more))


def test_change_is_told_on_its_day(tmp_path: Path) -> None:
    """The file of the service is the same; the day decides."""
    before = rendered(edition({SERVICE: TOLD_LATER}))
    after = rendered(edition({SERVICE: TOLD_LATER}, date(2026, 12, 1)))
    address = FILES[0]
    data = before[address].make()
    (tmp_path / "open-data").mkdir()
    (tmp_path / address).write_bytes(data)
    known = {address: KeptScan(before[address].inputs, sha256(data).hexdigest(), marks=before[address].marks)}
    again = rendered(edition({SERVICE: TOLD_LATER}, date(2026, 12, 1)), LastBuild(tmp_path, known))

    assert before[address].inputs != after[address].inputs
    assert "少交一份" not in data.decode()
    assert "少交一份" in again[address].make().decode()


@pytest.mark.parametrize("address", FILES)
def test_file_that_somebody_touched_is_not_read(published: LastBuild, written: list[str], address: str) -> None:
    """Or one that is not there any more."""
    path = published.site / address
    path.write_bytes(path.read_bytes().replace("救急".encode(), "救济".encode()))
    after = edition(EDITED)

    assert made(rendered(after, published)) == made(rendered(after))
    path.unlink()
    assert made(rendered(after, published)) == made(rendered(after))


def test_service_whose_file_nobody_knows_is_written_in_every_build(published: LastBuild) -> None:
    """Nothing is taken over then."""
    unknown: Dataset = content(BEFORE)
    files = rendered(Edition(unknown, TODAY, URL), published)

    assert {file.marks for file in files.values()} == {()}
    assert json.loads(files[FILES[0]].make())[0]["id"] == "linshi-jiuzhu"


def test_few_new_lines_are_little_work(published: LastBuild) -> None:
    """No second process is started for them."""
    assert {file.work for file in rendered(edition(EDITED), published).values()} == {1}

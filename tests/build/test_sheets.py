"""sheets: the code on a sheet tells posters apart, and a sheet that would say 待补充 is none."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from rules.dataset_builder import NOTICE, OTHER, PERIOD, REGULATION, SERVICE, Changes, content, service_file
from rules.dataset_builder import TODAY as DAY

from generator.build import sheets
from generator.build.sheets import laid_out, lay_out
from generator.model import RecordKey, SheetKey
from generator.posters.sheet import Sheet
from generator.site.edition import Edition

URL = "https://xugu.example/"
GUIDE, RULES, RESULTS = (SheetKey.main(key) for key in map(RecordKey.of_file, (SERVICE, REGULATION, PERIOD)) if key)
HALL = {
    "name": "虚谷镇便民服务大厅",
    "address": "虚谷镇不远路1号",
    "hours": "周一至周五上午8:30—12:00，下午13:30—17:00",
    "phone": "0300-0000100",
}
SUPERVISION = {"phone": "0300-0000112", "box": "大厅入口", "handling": ["收到意见后当场登记。"]}
DESK = {"id": "minzheng", "name": "民政救济", "aliases": ["民政窗口"], "number": 4, "phone": "0300-0000104"}


def edition(changes: Changes | None = None, url: str | None = URL) -> Edition:
    """The edition of the sound content after ``changes``."""
    return Edition(content(changes), DAY, url)


def sheet(key: SheetKey, changes: Changes | None = None, url: str | None = URL) -> Sheet:
    """The sheet of a record after ``changes``."""
    return laid_out(key, edition(changes, url))


def supervision(**fields: object) -> Changes:
    """site.yml with other ways to complain."""
    return {"site.yml": {"supervision": {**SUPERVISION, **fields}}}


def hall(**fields: object) -> Changes:
    """site.yml with another hall."""
    return {"site.yml": {"hall": {**HALL, **fields}}}


def desk(**fields: object) -> Changes:
    """windows.yml with another window."""
    return {"windows.yml": {"windows": [{**DESK, **fields}]}}


SEEN: dict[str, tuple[SheetKey, Changes]] = {
    "supervision phone of a regulation": (RULES, supervision(phone="0300-0000113")),
    "hotline where there is no phone": (RULES, supervision(phone=None, hotline="12345")),
    "name of the hall": (RULES, hall(name="虚谷镇为民服务大厅")),
    "text of an article": (RULES, {REGULATION: {"articles": [{"text": "改了。"}]}}),
    "issuer": (RULES, {REGULATION: {"issuer": "虚谷镇党政办公室"}}),
    "numbering": (RULES, {REGULATION: {"numbering": "一、"}}),
    "address of the hall": (GUIDE, hall(address="虚谷镇不远路2号")),
    "name of the hall on a guide": (GUIDE, hall(name="虚谷镇为民服务大厅")),
    "hours": (GUIDE, hall(hours="全天")),
    "number of the window": (GUIDE, desk(number=5)),
    "phone of the window": (GUIDE, desk(phone="0300-0000105")),
    "complaint phone of a guide": (GUIDE, supervision(phone="0300-0000113")),
    "name of a material": (GUIDE, {"materials.yml": {"materials": [{"id": "id-card", "name": "身份证件"}]}}),
    "verified date": (GUIDE, {SERVICE: {"verified": "2026-10-02"}}),
    "summary": (GUIDE, {SERVICE: {"summary": "另一句话。"}}),
    "supervision phone of a bulletin": (RESULTS, supervision(phone="0300-0000113")),
    "organisation at the seal": (RESULTS, {"site.yml": {"organisation": "虚谷镇政府"}}),
    "phone for objections": (RESULTS, hall(phone="0300-0000199")),
    "who prepared it": (RESULTS, {PERIOD: {"prepared_by": "大厅值班岗", "prepared_on": "2026-10-12"}}),
}


@pytest.mark.parametrize("name", SEEN)
def test_code_changes_with_all_that_a_reader_sees(name: str) -> None:
    """Two sheets that differ in anything do not bear the same code, whichever file it comes from."""
    key, changes = SEEN[name]

    assert sheet(key, changes).version != sheet(key).version
    assert sheet(key).version == sheet(key).version


@pytest.mark.parametrize("key", [GUIDE, RULES, RESULTS], ids=str)
def test_code_changes_with_the_address_of_the_page(key: RecordKey) -> None:
    """The QR code of a site that moved leads elsewhere."""
    assert len({sheet(key, url=url).version for url in (URL, "https://xugu.example/hall/", None)}) == 3


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        (RULES, {REGULATION: {"verified": "2026-10-02", "review": "2027-10-02", "change_note": "改了第一条。"}}),
        (RULES, {"site.yml": {"slogans": {"outdoor": "少跑一趟路"}, "hall": {**HALL, "phone": "0300-0000199"}}}),
        (RULES, {"site.yml": {"posters": {"regulation": {"paper": "a1"}}}}),
        (GUIDE, {SERVICE: {"review": "2027-12-01", "hidden_terms": ["救急"]}}),
        (GUIDE, {NOTICE: {"title": "另一份公示"}, OTHER: service_file("teshu-jiuzhu")[OTHER]}),
        (GUIDE, desk(aliases=["民政窗口", "救济窗口"])),
    ],
    ids=["dates that are not printed", "phone that is not printed", "paper", "search terms", "other records", "alias"],
)
def test_code_stays_where_nothing_that_is_printed_changed(key: RecordKey, changes: Changes) -> None:
    """What no reader of the sheet sees prints nothing again."""
    base = {"windows.yml": {"windows": [DESK]}} if "windows.yml" in changes else None
    assert sheet(key, changes).version == sheet(key, base).version


@pytest.mark.parametrize("key", [GUIDE, RULES, RESULTS], ids=str)
def test_code_stands_last_in_the_footer_and_on_the_mark(key: RecordKey) -> None:
    """What pages say of a sheet is what stands on it: two groups of four."""
    of = edition()
    footer = laid_out(key, of).data["footer"]
    code = lay_out(of, {}).marks[key].version

    assert isinstance(footer, Mapping) and isinstance(footer["fields"], list)
    assert footer["fields"][-1] == ["版本", code]
    assert [len(group) for group in code.split("-")] == [4, 4]


# --- sheets with gaps ------------------------------------------------------------------------------------------------


GAPS: dict[str, tuple[RecordKey | None, Changes, str]] = {
    "issuer": (RULES, {REGULATION: {"issuer": None}}, "制定单位"),
    "effective date": (RULES, {REGULATION: {"effective": None}}, "施行日期"),
    "both": (RULES, {REGULATION: {"issuer": None, "effective": None}}, "制定单位、施行日期"),
    "supervision": (RULES, {"site.yml": {"supervision": None}}, "监督电话，site.yml 的 supervision.phone"),
    "address": (GUIDE, {**hall(address=None), SERVICE: {"place": "镇东广场"}}, "地址，site.yml 的 hall.address"),
    "words of a record": (GUIDE, {SERVICE: {"place": "待补充路1号"}}, "去哪办"),
    "visits": (GUIDE, {SERVICE: {"visits": None}}, "要跑几趟"),
    "supervision of a bulletin": (
        RESULTS,
        {"site.yml": {"supervision": None}},
        "监督投诉，site.yml 的 supervision.phone、监督电话，site.yml 的 supervision.phone",
    ),
}


@pytest.mark.parametrize("name", GAPS)
def test_sheet_that_lacks_something_is_none(name: str) -> None:
    """It is refused with what is missing; the other sheets are laid out."""
    key, changes, missing = GAPS[name]
    found = lay_out(edition(changes), {})

    assert str(found.refused[key]).endswith(f"不印海报：还有待补充的内容（{missing}）。")
    assert key not in found.marks
    assert found.marks or name.startswith("supervision")


def test_bulletin_does_not_ask_who_prepared_it() -> None:
    """Where that is not known, it is left out, as on the page."""
    assert "编制" not in repr(sheet(RESULTS).data)
    assert "大厅值班岗" in repr(sheet(RESULTS, {PERIOD: {"prepared_by": "大厅值班岗"}}).data)


# --- what is kept ----------------------------------------------------------------------------------------------------


def test_sheet_is_laid_out_again_only_when_a_file_behind_it_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a sheet says is remembered by the files it follows from; what is not asked for is forgotten."""
    laid: list[SheetKey] = []

    def counted(key: SheetKey, of: Edition) -> Sheet:
        laid.append(key)
        return laid_out(key, of)

    monkeypatch.setattr(sheets, "laid_out", counted)
    known: dict[str, str] = {}

    def laid_anew(digest: str, shared: str = "1") -> bool:
        laid.clear()
        digests = {GUIDE.record: digest} if GUIDE.record and digest else {}
        of = replace(edition(), digests=digests, shared=shared)
        marks = lay_out(of, known).marks
        asked = GUIDE in laid
        assert marks == lay_out(edition(), {}).marks
        return asked

    assert laid_anew("1")
    assert not laid_anew("1")
    assert laid_anew("2")
    assert laid_anew("2", shared="2")
    assert len(known) == sum(key.record == GUIDE.record for key in lay_out(edition(), {}).marks)
    assert laid_anew("")
    assert known == {}

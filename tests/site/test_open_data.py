"""Open data and the sitemap."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from content_builder import HEADER
from hypothesis import given, settings
from hypothesis import strategies as st
from rules.dataset_builder import DISCLOSURE, NOTICE, PERIOD, REGULATION, ROWS, SERVICE, Changes, content, service_file

from generator.model import Dataset
from generator.site.open_data import open_data, open_data_titles, sitemap

TODAY = date(2026, 11, 20)
COLUMNS = ["编号", "事项名称", "状态", "办理窗口", "承诺时限", "咨询电话", "核对日期", "网址"]
RESULT_COLUMNS = HEADER.split(",")


def exported(address: str, changes: Changes | None = None) -> bytes:
    return open_data(content(changes), TODAY)[f"open-data/{address}"]()


def everything(dataset: Dataset) -> dict[str, bytes]:
    """Mapping address -> bytes of every file."""
    return {address: make() for address, make in open_data(dataset, TODAY).items()}


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_files_and_what_they_are() -> None:
    """Services, regulations and each period of results are published, with a name for residents."""
    assert open_data_titles(content(), TODAY) == {
        "open-data/services.json": "全部办事指南（JSON）",
        "open-data/services.csv": "办事指南目录（CSV，可用 Excel 打开）",
        "open-data/regulations.json": "全部规章制度（JSON）",
        "open-data/hall.json": "大厅（JSON）",
        "open-data/windows.json": "服务窗口（JSON）",
        "open-data/materials.json": "材料目录（JSON）",
        "open-data/bundles.json": "全部一件事（JSON）",
        "open-data/notices.json": "正在公示的公告目录（JSON）",
        "open-data/sheets.json": "张贴件的版本（JSON）",
        "open-data/results-2026-Q3.csv": "2026年第三季度办理结果（CSV）",
        "open-data/disclosures.json": "全部村务和财务公开表（JSON）",
        "open-data/disclosures-caiwu-2026-q3.csv": f"{content().disclosures['caiwu-2026-q3'].record.title}（CSV）",
    }


def test_newest_results_come_first() -> None:
    """Periods are listed by the day on which they end, the last first."""
    earlier = {"id": "2026", "title": "全年", "from": "2026-01-01", "until": "2026-12-31"}
    later = {"id": "2025-Q4", "title": "上年末", "from": "2025-10-01", "until": "2025-12-31"}
    dataset = content({"results/a.yml": earlier, "results/b.yml": later})
    assert list(open_data(dataset, TODAY)) == list(open_data_titles(dataset, TODAY))
    assert list(open_data_titles(dataset, TODAY).values())[9:12] == [
        "全年（CSV）",
        "2026年第三季度办理结果（CSV）",
        "上年末（CSV）",
    ]


def test_hidden_search_terms_and_coming_changes_stay_out() -> None:
    """What is only meant for the search, or has not come into force, appears in no file of open data."""
    coming = [{"from": "2027-01-01", "set": {"place": "暗处"}}]
    dataset = content({SERVICE: {"hidden_terms": ["暗语一", "暗语二"], "versions": coming}})
    assert not [address for address, data in everything(dataset).items() if re.search("暗语|暗处", data.decode())]
    assert b"hidden_terms" not in everything(dataset)["open-data/services.json"]
    assert b"versions" not in everything(dataset)["open-data/services.json"]


def test_services_as_json() -> None:
    """Each service is an object with the fields of its file; what is unknown is left out."""
    (service,) = json.loads(exported("services.json", {SERVICE: {"agent": None, "visits": 0}}))
    assert service["id"] == "linshi-jiuzhu"
    assert service["time_limits"]["promised"] == {"days": 10, "unit": "工作日"}
    assert service["verified"] == "2026-10-01"
    assert service["visits"] == 0
    assert "agent" not in service


def test_regulations_as_json() -> None:
    """Every regulation is listed, in order of id, with its articles as data."""
    regulations = json.loads(exported("regulations.json"))
    assert [item["id"] for item in regulations] == sorted(item["id"] for item in regulations)
    assert regulations[-1]["articles"] == [{"text": "工作人员应当遵守本制度。"}, {"text": "本制度由大厅负责解释。"}]


def test_json_has_a_record_a_line() -> None:
    """JSON is UTF-8 without escapes, one record a line, closed by a line feed."""
    data = exported("regulations.json", {REGULATION: {"title": "责任<追究>&制度"}})
    assert data.count(b"\n") == len(json.loads(data)) and data.endswith(b"]\n")
    assert "责任<追究>&制度" in data.decode()


def test_services_as_table() -> None:
    """The table of services says what a list needs: window, promise, phone, and the page."""
    changes = {**service_file("bare", name="不全", window=None, time_limits=None, verified=None)}
    assert table(exported("services.csv", changes)) == [
        COLUMNS,
        ["bare", "不全", "在办", "", "", "0300-0000100", "", "services/bare/"],
        [
            "linshi-jiuzhu",
            "临时救助",
            "在办",
            "民政救济",
            "10个工作日",
            "0300-0000104",
            "2026-10-01",
            "services/linshi-jiuzhu/",
        ],
    ]


def test_undecided_promise_is_exported_with_both_readings() -> None:
    """A promise without a unit is written both ways."""
    rows = table(exported("services.csv", {SERVICE: {"time_limits": {"promised": {"days": 5}}}}))
    assert rows[1][4] == "5个工作日／5个自然日"


def test_results_as_table() -> None:
    """Results have the columns of the source file, and dates as they are written there."""
    assert table(exported("results-2026-Q3.csv")) == [
        RESULT_COLUMNS,
        ["XG-0001", "linshi-jiuzhu", "杨*", "2026-07-01", "2026-07-15", "2026-07-13", "办结", "", ""],
        ["XG-0002", "linshi-jiuzhu", "", "2026-09-30", "2026-10-14", "", "在办", "", ""],
    ]


@pytest.mark.parametrize("disclosure", [None, {"policy": "counts"}])
def test_results_that_are_only_counted_stay_out(disclosure: dict[str, str] | None) -> None:
    """Rows of a service that publishes only numbers do not leave as data, not even their receipt numbers."""
    changes = {SERVICE: {"disclosure": disclosure}, **service_file("teshu-jiuzhu")}
    changes[ROWS] = ["A1,linshi-jiuzhu,,2026-07-01,,,在办,,", "A2,teshu-jiuzhu,,2026-07-01,,,在办,,"]
    assert [row[0] for row in table(exported("results-2026-Q3.csv", changes))] == ["收件编号", "A2"]


def test_tables_open_in_excel() -> None:
    """A byte order mark tells Excel that the file is UTF-8, and lines end as RFC 4180 says."""
    for name in ("services.csv", "results-2026-Q3.csv"):
        data = exported(name)
        assert data.startswith(b"\xef\xbb\xbf") and not data[3:].startswith(b"\xef\xbb\xbf")
        assert data.count(b"\r\n") == data.count(b"\n") == len(table(data))


@pytest.mark.parametrize(
    "change",
    [{"withdrawn": {"on": "2026-11-20", "reason": "统计有误"}}, {"take_down": "2026-11-19"}],
)
def test_results_that_are_gone_have_no_table(change: dict[str, object]) -> None:
    """A period that was withdrawn or taken down leaves no file."""
    assert "open-data/results-2026-Q3.csv" not in open_data(content({PERIOD: change}), TODAY)


def test_withdrawn_rows_stay_out() -> None:
    """A row that was withdrawn is not in the table."""
    gone = {"withdrawn_rows": [{"receipt": "XG-0001", "on": "2026-11-20", "reason": "重复"}]}
    assert [row[0] for row in table(exported("results-2026-Q3.csv", {PERIOD: gone}))] == ["收件编号", "XG-0002"]


def test_disclosures_as_data() -> None:
    """The table as it was typed, with its description as JSON; a sum below zero is a number, and no formula."""
    rows = ["项目,金额", "退回,-836.50", '"-1,200",-', "合计,"]
    changes: Changes = {"disclosures/caiwu-2026-q3.csv": rows}
    assert table(exported("disclosures-caiwu-2026-q3.csv", changes)) == [
        ["项目", "金额"],
        ["退回", "-836.50"],
        ["-1,200", "'-"],
        ["合计", ""],
    ]
    (one,) = json.loads(exported("disclosures.json", changes))
    assert (one["id"], one["period"], one["columns"]) == ("caiwu-2026-q3", "2026-Q3", ["项目", "金额"])
    assert one["rows"][0] == ["退回", "-836.50"]


@pytest.mark.parametrize(
    "changes",
    [
        {DISCLOSURE: {"withdrawn": {"on": "2026-11-20", "reason": "数字有误"}}},
        {DISCLOSURE: {"take_down": "2026-11-19"}},
        {"disclosures/caiwu-2026-q3.csv": ["项目,金额"]},
    ],
)
def test_disclosure_that_is_gone_is_no_data(changes: Changes) -> None:
    """Neither is one without rows; where there is none at all, nor is the file of all."""
    assert not [address for address in open_data(content(changes), TODAY) if "disclosures" in address]


SIGNS = "=+-@＝＋－＠−﹣"
INVISIBLE = " \u3000\u00a0\u200b\ufeff'\"“＂"


@pytest.mark.parametrize("sign", list(SIGNS))
@pytest.mark.parametrize(
    "before", ["", " ", "\u3000", "\t", "\u200b", '"', "'", "“ ", "甲;", "甲； ;", "甲, ", "甲|\t", "甲\r"]
)
def test_no_cell_is_a_formula(before: str, sign: str) -> None:
    """Whatever stands before the sign that begins a formula, or splits the cell before it, an apostrophe comes between."""
    rows = table(exported("services.csv", {SERVICE: {"name": f"{before}{sign}HYPERLINK(1)"}}))
    assert f"'{sign}HYPERLINK(1)" in rows[1][1] or "甲 " in rows[1][1]
    assert not runs(rows[1][1])


@pytest.mark.parametrize("text", ["甲-乙", "A+B", "2026-07-01", "a@b.example", "第1-3项；第5项", "甲 - 乙"])
def test_signs_within_a_text_stay(text: str) -> None:
    """A sign in the middle of a text is left alone."""
    assert table(exported("services.csv", {SERVICE: {"name": text}}))[1][1] == text


def runs(cell: str) -> bool:
    """Whether a spreadsheet could run ``cell``, or a part of it where it splits at other separators."""
    parts = re.split(r"[;,|\t\r\n]", cell)
    return any(part.lstrip(INVISIBLE.replace("'", "")).startswith(tuple(SIGNS)) for part in parts)


@settings(max_examples=120, deadline=None)
@given(st.text(alphabet="=+-@＝\t\r,;|\"'\u200b x 中", min_size=1, max_size=12).map(str.strip).filter(bool))
def test_tables_read_back(text: str) -> None:
    """Whatever a name holds, the table has its columns, each line its row, and no cell is a formula."""
    data = exported("services.csv", {SERVICE: {"name": text}})
    rows = table(data)
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert data.count(b"\n") == data.count(b"\r") == 2
    assert not runs(rows[1][1])
    assert rows[1][1].replace("'", "") == re.sub(r"[\t\r]+", " ", text).replace("'", "")


def test_export_is_reproducible() -> None:
    """Equal content gives equal bytes."""
    assert everything(content()) == everything(content())


def locations(data: bytes) -> list[tuple[str | None, str | None]]:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ET.fromstring(data)
    assert root.tag == f"{space}urlset"
    return [(url.findtext(f"{space}loc"), url.findtext(f"{space}lastmod")) for url in root]


def test_sitemap() -> None:
    """The sitemap lists absolute addresses in the given order, with the day of the last verification where known."""
    data = sitemap("https://example.org/hall/", [("", None), ("services/a/", date(2026, 10, 1))])
    assert locations(data) == [
        ("https://example.org/hall/", None),
        ("https://example.org/hall/services/a/", "2026-10-01"),
    ]
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n') and data.endswith(b"</urlset>\n")


@given(st.text(alphabet="&<>\"'a/?=;中", max_size=20))
def test_sitemap_is_well_formed(site: str) -> None:
    """Whatever the address of the site holds, the sitemap is well-formed and says that address."""
    assert locations(sitemap(site, [("services/", None)])) == [(f"{site}services/", None)]


def test_notices_are_listed_while_they_are_shown() -> None:
    """Title and days of each, never what it says; one that was taken down is not in the list."""
    told = json.loads(exported("notices.json"))
    assert [sorted(one) for one in told] == [["from", "id", "kind", "title", "until"]]
    assert (
        json.loads(exported("notices.json", {NOTICE: {"withdrawn": {"on": "2026-11-19", "reason": "写错了。"}}})) == []
    )


def test_hall_does_not_tell_what_only_checks_need() -> None:
    """Names that must not be used any more are no open data."""
    (hall,) = json.loads(exported("hall.json", {"site.yml": {"hall": {"name": "新厅", "former_names": ["旧厅"]}}}))
    assert hall["name"] == "新厅" and "former_names" not in hall

"""What residents will notice between two builds: of invented halls, of damaged folders, of other versions."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from content_builder import TODAY
from rules.dataset_builder import DISCLOSED, NOTICE, PERIOD, REGULATION, ROWS, SERVICE, Changes, content, service_file

from generator.cli import main
from generator.history.compare import compare
from generator.history.published import NotPublished, read_published
from generator.history.told import told
from generator.model.listed import ListedSheet
from generator.site.data_schemas import data_package
from generator.site.open_data import open_data, open_data_titles
from generator.texts.history import TOLD

NAME = "周不存"
"""An invented person."""


def build(folder: Path, changes: Changes | None = None, sheets: Mapping[str, str] | None = None) -> Path:
    """Write the open data of the sound content after ``changes`` into ``folder``; sheets: title -> version."""
    of = content(changes)
    listed = [ListedSheet(id=f"services/{title}", title=title, version=code) for title, code in (sheets or {}).items()]
    (folder / "open-data").mkdir(parents=True)
    for address, make in open_data(of, TODAY, lambda: listed).items():
        (folder / address).write_bytes(make())
    package = data_package(open_data_titles(of, TODAY), of, None)
    (folder / "open-data" / "datapackage.json").write_bytes(package)
    return folder


def lines(tmp_path: Path, old: Changes | None, new: Changes | None) -> list[str]:
    before, after = build(tmp_path / "old", old), build(tmp_path / "new", new)
    return list(told(compare(read_published(before), read_published(after))))


def diff(*arguments: object) -> Result:
    command = ["diff", *map(str, arguments)]
    return CliRunner().invoke(main, command, prog_name="gongshi", catch_exceptions=False)


def test_same_content_has_no_difference(tmp_path: Path) -> None:
    """Nothing is told of what staff alone notices: days of the last look, places of posters. What is not compared is."""
    staff = {"verified": "2026-11-20", "hangs_at": ["门口"]}
    assert lines(tmp_path, None, {SERVICE: staff}) == [TOLD["equal"]]
    assert "没有比较的" in TOLD["equal"]


def test_note_of_a_change_is_told_when_residents_read_it(tmp_path: Path) -> None:
    """One that was forgotten is on the page and in the feed from then on; one of a later day is not, nor told."""
    told_of, to_come = {"day": "2026-11-01", "what": "不再收户口簿。"}, {"day": "2031-01-01", "what": "以后的。"}
    assert lines(tmp_path, None, {SERVICE: {"changes": [told_of, to_come]}}) == [
        "办事指南",
        "  * 《临时救助》",
        "      修改记录：加了“不再收户口簿。”",
        "居民会看到的变化：新的 0 处，没有了的 0 处，改了的 1 处。",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"visits": "1"}, {"visits": "0"}, "到现场次数：1 → 0"),
        ({"agent": None}, {"agent": "是"}, "可否代办：加了“是”"),
        ({"fee": {"free": "是"}}, {"fee": {"items": [{"name": "工本费", "standard": "每本5元"}]}}, "收费：不收费 → 工本费 每本5元"),
        (
            {"time_limits": {"promised": {"days": "10", "unit": "工作日"}}},
            {"time_limits": {"promised": {"days": "3", "unit": "工作日"}}},
            "办理时限·承诺时限：10个工作日 → 3个工作日",
        ),
        (
            {"materials": [{"material": "id-card", "copies": "1"}]},
            {"materials": [{"material": "id-card", "copies": "2"}]},
            "申请材料·居民身份证·份数：1 → 2",
        ),
        ({"materials": [{"name": "甲"}, {"material": "id-card"}]}, {"materials": [{"name": "甲"}]}, "申请材料：去掉“居民身份证”"),
        ({"materials": [{"name": "甲"}]}, {"materials": [{"name": "甲"}, {"name": "乙"}]}, "申请材料：加了“乙”"),
        ({"conditions": ["甲", "乙"]}, {"conditions": ["乙", "甲"]}, "受理条件：改了"),
        ({"summary": "长" * 61}, {"summary": "长" * 62}, "一句话说明：改了"),
        ({"place": "一楼"}, {"place": "二楼"}, "办理地点：一楼 → 二楼"),
        ({"status": {"state": "在办"}}, {"status": {"state": "暂停"}}, "办理状态·状态：在办 → 暂停"),
        (
            {"faq": [{"question": "能代办吗？", "answer": "能。"}]},
            {"faq": [{"question": "能代办吗？", "answer": "不能。"}]},
            "常见问题·能代办吗？·答：能。 → 不能。",
        ),
    ],
)  # fmt: skip
def test_fields_of_services(
    tmp_path: Path, old: Mapping[str, object], new: Mapping[str, object], expected: str
) -> None:
    """Each is told by its titles, with old and new, or what was added or dropped."""
    assert lines(tmp_path, {SERVICE: old}, {SERVICE: new})[:3] == ["办事指南", "  * 《临时救助》", f"      {expected}"]


def test_window_is_told_by_its_name(tmp_path: Path) -> None:
    """A service that moves to another window names both; one that only writes its window in another way moves not."""
    assert lines(tmp_path, None, {SERVICE: {"window": "民政窗口"}}) == [TOLD["equal"]]
    windows = {"windows.yml": {"windows": [{"id": "minzheng", "name": "民政救济"}, {"id": "b", "name": "综合"}]}}
    moved = lines(tmp_path / "moved", windows, {**windows, SERVICE: {"window": "b"}})
    assert moved[2] == "      办理窗口：民政救济 → 综合"


def test_new_and_gone_records(tmp_path: Path) -> None:
    """Both are named, each kind under its heading, and counted."""
    assert lines(tmp_path, service_file("jiu", name="旧事项"), service_file("xin", name="新事项")) == [
        "办事指南",
        "  + 《新事项》 新的",
        "  - 《旧事项》 没有了",
        "居民会看到的变化：新的 1 处，没有了的 1 处，改了的 0 处。",
    ]


def test_record_by_another_id_is_the_same(tmp_path: Path) -> None:
    """Its old address leads nowhere, which is told, with what else has changed; of two of one title nobody knows which."""
    jiu, xin = service_file("jiu", name="甲", visits="1"), service_file("xin", name="甲", visits="0")
    assert lines(tmp_path / "one", jiu, xin) == [
        "办事指南",
        "  * 《甲》",
        "      编号（旧的链接、收藏和二维码打不开了）：jiu → xin",
        "      到现场次数：1 → 0",
        "居民会看到的变化：新的 0 处，没有了的 0 处，改了的 1 处。",
    ]
    two = lines(tmp_path / "two", jiu, xin | service_file("you", name="甲"))
    assert [line[:3] for line in two[1:-1]] == ["  +", "  +", "  -"]
    sheets = [{"services/jiu": ("甲", "0A0A-0A0A")}, {"services/xin": ("甲", "0C0C-0C0C")}]
    assert sheet_lines(tmp_path, *sheets) == ["  * 《甲》", "      版本：0A0A-0A0A → 0C0C-0C0C"]
    notices = [{"notices/jiu": ("停水", "0A0A-0A0A")}, {"notices/xin": ("停水", "0C0C-0C0C")}]
    assert sheet_lines(tmp_path, *notices) == ["  + 《停水》 新的", "  - 《停水》 没有了"]


def sheet_lines(tmp_path: Path, *sheets: Mapping[str, tuple[str, str]]) -> list[str]:
    """What is told of two lists of sheets: id -> title and version."""
    sites = []
    for listed in sheets:
        site = build(tmp_path / f"sheets-{len(list(tmp_path.iterdir()))}")
        of = [{"id": key, "title": title, "version": version} for key, (title, version) in listed.items()]
        (site / "open-data" / "sheets.json").write_text(json.dumps(of), "utf-8")
        sites.append(read_published(site))
    return list(told(compare(*sites)))[1:-1]


def test_pages_of_no_record_are_compared_by_their_text(tmp_path: Path) -> None:
    """Pages of prose and that of supervision, in folders of sites; lists are made of what is told already."""
    sites = [build(tmp_path / name) for name in ("old", "new")]
    for site, word in zip(sites, ("甲", "乙"), strict=True):
        pages = {"": word, "about/": word, "supervision/": "同", "services/": word, f"only-{word}/": "同"}
        for address, text in pages.items():
            (site / address).mkdir(exist_ok=True)
            page = f"<title>题{address} - 大厅</title><nav>{word}</nav><main>{text}</main>"
            (site / address / "index.html").write_text(page, "utf-8")
    assert diff(*sites).output.splitlines() == [
        "其他网页",
        "  * 《题about/》",
        "      文字：改了",
        "  + 《题only-乙/》 新的",
        "  - 《题only-甲/》 没有了",
        "居民会看到的变化：新的 1 处，没有了的 1 处，改了的 1 处。",
    ]


def test_articles(tmp_path: Path) -> None:
    """What says something else, is new or was dropped is named by its number; what only moved is not."""
    old = {"articles": [{"text": text} for text in ("甲。", "乙。", "丙。", "丁。")]}
    new = {"articles": [{"text": text} for text in ("新。", "甲。", "乙二。", "丙。")]}
    assert lines(tmp_path, {REGULATION: old}, {REGULATION: new})[2:-1] == [
        "      条文：加了“第一条”",
        "      第三条：改了",
        "      条文：去掉“第四条”",
    ]


def test_withdrawn_names_are_not_repeated(tmp_path: Path) -> None:
    """Of notices, accounts and results only titles, days and counts are told, whoever was named in them."""
    rows = [f"A1,linshi-jiuzhu,{NAME},2026-07-01,,2026-07-02,办结,,", "A2,linshi-jiuzhu,,2026-07-01,,2026-07-02,办结,,"]
    full = {"disclosure": {"policy": "full", "basis": "虚谷条例", "names_days": "400"}}
    old: dict[str, Any] = {
        NOTICE: {"body": [f"{NAME}拟享受待遇。"]}, ROWS: rows, SERVICE: full,
        PERIOD: {"posted_from": "2026-10-10"}, DISCLOSED: ["项目,金额", f"{NAME},10"],
    }  # fmt: skip
    new: dict[str, Any] = {
        NOTICE: {"withdrawn": {"on": "2026-11-19", "reason": "写错了。"}}, SERVICE: full,
        PERIOD: {"posted_from": "2026-10-10"}, ROWS: [rows[1].replace("07-02", "07-03")], DISCLOSED: ["项目,金额", "丙,10"],
    }  # fmt: skip
    said = lines(tmp_path, old, new)
    everything = "".join(file.read_text("utf-8-sig") for file in (tmp_path / "old" / "open-data").iterdir())
    assert NAME in everything
    assert NAME not in "".join(said) and NAME not in diff(tmp_path / "old", tmp_path / "new", "--json").output
    assert said[0] == "公示公告" and said[1].endswith("没有了")
    assert said[2] == "公开事项" and said[4] == "      表格内容：改了"
    assert said[5:9] == ["办理结果", "  * 《2026年第三季度办理结果》", "      撤下：加了“1件”", "      更正：加了“1件”"]


def test_sheets_to_print_again(tmp_path: Path) -> None:
    """A sheet on the wall with another code is named with both."""
    old = build(tmp_path / "old", sheets={"甲": "0A0A-0A0A", "乙": "0B0B-0B0B"})
    new = build(tmp_path / "new", sheets={"甲": "0C0C-0C0C", "乙": "0B0B-0B0B"})
    assert list(told(compare(read_published(old), read_published(new))))[:-1] == [
        "墙上的海报（要重新打印，或者撤下）",
        "  * 《甲》",
        "      版本：0A0A-0A0A → 0C0C-0C0C",
    ]


def test_hall_and_windows(tmp_path: Path) -> None:
    """Phone, hours and place are told once, not for each service that takes them over."""
    hall = {"name": "虚谷镇便民服务大厅", "phone": "0300-0000199", "hours": "周一至周五 9:00—12:00"}
    said = lines(tmp_path, None, {"site.yml": {"hall": hall}})
    assert said[:2] == ["大厅", "  * 《虚谷镇便民服务大厅》"]
    assert "      总机电话：0300-0000100 → 0300-0000199" in said and "办事指南" not in said
    desk = {"id": "minzheng", "name": "民政救济"}
    posts = [{"windows.yml": {"windows": [{**desk, "backup": post}]}} for post in ("值班岗", "综合岗")]
    assert lines(tmp_path / "backup", *posts)[2] == "      替岗联系：值班岗 → 综合岗"


def test_command_says_by_its_code_whether_there_are_differences(tmp_path: Path) -> None:
    """0 where there are none, 1 where there are, 2 where it cannot be told; for programs as JSON."""
    old, new = build(tmp_path / "old"), build(tmp_path / "new", {SERVICE: {"visits": "0"}})
    assert (diff(old, old).exit_code, diff(old, new).exit_code) == (0, 1)
    found = json.loads(diff(old, new, "--json").stdout)
    assert found["not_compared"] == []
    assert [(one["kind"], one["id"], one["change"]) for one in found["changed"]] == [
        ("services", "linshi-jiuzhu", "changed")
    ]
    assert found["changed"][0]["fields"] == [{"field": "到现场次数", "old": "1", "new": "0"}]
    missing = diff(tmp_path / "keine", new)
    assert missing.exit_code == 2


def test_archives_are_read_like_folders(tmp_path: Path) -> None:
    """A ZIP of the site at any depth, of its open data, or the folder of the open data itself."""
    old, new = build(tmp_path / "old"), build(tmp_path / "new", {SERVICE: {"visits": "0"}})
    for base in ("", "open-data/", "site-portable/open-data/"):
        packed = tmp_path / "packed.zip"
        with zipfile.ZipFile(packed, "w") as archive:
            for file in sorted((old / "open-data").iterdir()):
                archive.write(file, base + file.name)
        assert diff(packed, old).exit_code == 0
        assert diff(packed, new).output == diff(old / "open-data", new).output


def test_what_is_no_build_is_said(tmp_path: Path) -> None:
    """Another folder, a file that is no archive, an archive of something else."""
    old, other = build(tmp_path / "old"), tmp_path / "other"
    (other / "open-data").mkdir(parents=True)
    (tmp_path / "text.zip").write_text("PK\x03\x04 nichts", "utf-8")
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("a.jpg", b"x")
    for path in (other, tmp_path, tmp_path / "text.zip", tmp_path / "photos.zip"):
        result = diff(old, path)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"{path.name} 不是生成好的网站：里面没有 open-data/services.json。")


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"\xff\xfe", b"{}", b"[1]", b'[{"name": "a"}]', b'[{"id": 7}]', b"[" * 100_000, b"null"],
    ids=["empty", "cut", "bytes", "object", "numbers", "no id", "odd id", "deep", "null"],
)
def test_damaged_files_are_named(tmp_path: Path, data: bytes) -> None:
    """The file is named; nothing of it is quoted."""
    old, new = build(tmp_path / "old"), build(tmp_path / "new")
    (new / "open-data" / "services.json").write_bytes(data)
    result = diff(old, new)
    assert result.exit_code == 2
    assert result.stderr == (
        "new 里的开放数据 services.json 读不懂，可能下载或者复制得不完整。请重新复制一份，或者重新生成。\n"
    )


@pytest.mark.parametrize("file", ["services.csv", "results-2026-Q3.csv"])
def test_damaged_tables_are_named(tmp_path: Path, file: str) -> None:
    """As those of JSON."""
    old, new = build(tmp_path / "old"), build(tmp_path / "new")
    (new / "open-data" / file).write_bytes("编号".encode("gbk"))
    with pytest.raises(NotPublished, match=file):
        read_published(new)
    (new / "open-data" / file).write_bytes(b"")
    assert diff(old, new).exit_code in (0, 1)


def test_builds_of_other_versions_are_compared_as_far_as_possible(tmp_path: Path) -> None:
    """Files that only one has are named; fields that nobody knows, and values of another kind, are told and no fault."""
    old, new = build(tmp_path / "old"), build(tmp_path / "new")
    for name in ("windows.json", "sheets.json", "datapackage.json"):
        (old / "open-data" / name).unlink()
    path = new / "open-data" / "services.json"
    (service,) = json.loads(path.read_bytes())
    service |= {
        "neu\x1b[31m": {"a": [1, {"b": 2}]},
        "fee": "5元",
        "time_limits": {"promised": {"wochen": 2}},
        "steps": 7,
    }
    path.write_text(json.dumps([service]), "utf-8")
    rule = new / "open-data" / "regulations.json"
    rules = json.loads(rule.read_bytes())
    rules[0]["articles"] = [{"absatz": "甲"}]
    rule.write_text(json.dumps(rules), "utf-8")

    result = diff(old, new)
    assert result.exit_code == 1
    assert "\x1b" not in result.output
    assert "      neu<U+001B>[31m·a：加了“1”" in result.output
    assert "      条文：改了" in result.output
    assert result.output.splitlines()[-1].startswith("没有比较：服务窗口、墙上的海报")


def test_a_file_may_not_be_larger_than_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without end in an archive is given up, and named."""
    old = build(tmp_path / "old")
    monkeypatch.setattr("generator.history.published.MOST_BYTES", 50)
    result = diff(old, old)
    assert (result.exit_code, result.stderr) == (2, "old 里的开放数据 hall.json 太大（超过100 MB），没有比较。\n")

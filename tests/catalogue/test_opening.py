"""Which reader a file gets, and several files at once."""

import json
from pathlib import Path

import pytest

from generator.catalogue.opening import Opened, opened
from generator.catalogue.refusals import ImportRefused

LIST = "事项名称,实施主体,到现场次数\n土台搬迁,虚谷镇人民政府,1\n土台登记,虚谷镇人民政府,0\n"
GUIDE = "<table><tr><td>事项名称</td><td>土台拆除</td></tr><tr><td>实施主体</td><td>虚谷镇</td></tr></table>"
HSDS = {"contents": [{"id": "1", "name": "土台修补", "status": "active", "description": "修。"}]}
EXPORT = {"data": [{"taskName": "土台租用", "xt": "1"}]}
MAPPING = "事项在: data\n栏目:\n  事项名称: taskName\n"


def written(folder: Path, files: dict[str, str]) -> list[Path]:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in files]


def named(found: Opened) -> list[tuple[str, str]]:
    return [(one.name, one.place) for one in found.services]


@pytest.mark.parametrize(
    ("name", "text", "names"),
    [
        ("清单.csv", LIST, ["土台搬迁", "土台登记"]),
        ("指南.html", GUIDE, ["土台拆除"]),
        ("目录.json", json.dumps(HSDS), ["土台修补"]),
    ],
)
def test_a_file_is_read_by_what_it_is(tmp_path: Path, name: str, text: str, names: list[str]) -> None:
    """Sheets, documents, and exports of the open format need no more than their names."""
    found = opened(written(tmp_path, {name: text}), None)

    assert [one.name for one in found.services] == names


def test_an_export_of_another_system_needs_a_mapping(tmp_path: Path) -> None:
    """Without one it is refused, with the option to name it; what the mapping leaves out is told."""
    export, mapping = written(tmp_path, {"导出.json": json.dumps(EXPORT), "对照.yml": MAPPING})

    assert named(opened([export], mapping)) == [("土台租用", "第1项")]
    assert "xt" in "".join(opened([export], mapping).remarks)
    with pytest.raises(
        ImportRefused, match=r"导出[.]json：文件里没有认得出的服务目录。请试：用 --mapping 指定对照文件"
    ):
        opened([export], None)


def test_several_files_are_told_apart(tmp_path: Path) -> None:
    """A folder gives all its files in the order of their names; each place begins with the name of the file."""
    written(tmp_path, {"甲.csv": LIST, "乙.html": GUIDE, ".隐藏": "x", "~$甲.xlsx": "x"})

    assert named(opened([tmp_path], None)) == [
        ("土台拆除", "乙.html 表格1 第1行"), ("土台搬迁", "甲.csv 甲 第2行"), ("土台登记", "甲.csv 甲 第3行"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ({"坏.json": "{"}, "坏.json：文件不是完整的 JSON，没有读取。"),
        ({"扫描.pdf": "%PDF-1.4\n"}, "扫描.pdf：PDF 和 OFD 是版式文件"),
        ({"空.xlsx": ""}, "空.xlsx [register/"),
        ({}, "没有文件。"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, files: dict[str, str], line: str) -> None:
    """The name of the file, why, and what to do instead."""
    with pytest.raises(ImportRefused) as caught:
        opened(written(tmp_path, files) or [tmp_path], None)

    assert len(caught.value.lines) == 1
    assert line in caught.value.lines[0]


def test_a_mapping_that_is_not_there_is_told(tmp_path: Path) -> None:
    """As any other file that was named and is missing."""
    with pytest.raises(ImportRefused, match="打不开"):
        opened(written(tmp_path, {"导出.json": json.dumps(EXPORT)}), tmp_path / "没有.yml")

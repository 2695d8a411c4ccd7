"""service_json, field_mapping, json_values: exports of upper systems become services by a mapping file."""

import json
from pathlib import Path

import pytest
from service_sheets import names, rules, sheet

from generator.catalogue.field_mapping import MappingRefused, read_mapping
from generator.catalogue.json_values import JsonError, parsed, read_json
from generator.catalogue.listing import Listing
from generator.catalogue.service_json import services_in_json
from generator.catalogue.sheet_rows import services_in

MAPPING = """\
# 县级平台
事项在: data.list
栏目:
  事项名称: taskName
  基本编码: codes.base
  办件类型: kind
  服务对象: for
  承诺办结时限: limit
  承诺办结时限单位: limitUnit
  受理条件: conditions[]
  材料名称: materials[].name
  材料份数: materials[].copies
  材料必要性: materials[].need
代码:
  办件类型: {"1": 即办件, "2": 承诺件}
  服务对象: {"1": 自然人, "2": 企业法人}
  承诺办结时限单位: {"1": 工作日}
  材料必要性: {"1": 必要}
"""
SERVICE = {
    "taskName": "老年优待证办理",
    "codes": {"base": "0001"},
    "kind": 2,
    "for": "1,2",
    "limit": 5,
    "limitUnit": "1",
    "conditions": ["年满60周岁", "本镇户籍"],
    "materials": [
        {"name": "身份证", "copies": 1, "need": "1", "files": []},
        {"name": "照片", "copies": 2, "need": "7"},
    ],
    "visible": True,
    "note": None,
}


def read(*services: object, mapping: str = MAPPING) -> Listing:
    """What is read from an export with these services."""
    return services_in_json({"data": {"list": list(services)}}, read_mapping("m.yml", mapping.encode()))


def test_values_are_found_by_their_paths() -> None:
    """Fields come from their paths, codes become words, each item of a list of papers is a paper."""
    listing = read(SERVICE)
    assert names(listing) == ["老年优待证办理"]
    assert listing.services[0].place == "第1项"
    assert dict(listing.services[0].fields) == {
        "item_codes": {"catalogue": "0001"},
        "handling": "承诺件",
        "audience": ["自然人、企业法人"],
        "time_limits": {"promised": {"days": 5, "unit": "工作日"}},
        "conditions": ["年满60周岁", "本镇户籍"],
        "materials": [
            {"name": "身份证", "copies": 1, "necessity": "必要"},
            {"name": "照片", "copies": 2, "notes": "材料必要性：7"},
        ],
    }


def test_what_is_not_mapped_is_told() -> None:
    """Paths that the mapping does not name are listed with how often they say something; empty ones are not."""
    listing = read(SERVICE, {**SERVICE, "taskName": ""})
    assert rules(listing) == ["json/no-name", "json/unused"]
    assert "visible（2）" in listing.remarks[1].message
    assert "note" not in listing.remarks[1].message
    assert "第2项" in listing.remarks[0].message
    assert rules(read(mapping=MAPPING)) == ["json/none"]


def test_a_mapping_explains_the_headings_and_codes_of_a_sheet() -> None:
    """The columns of a sheet go by their headings where an export has paths."""
    mapping = read_mapping(
        "m.yml", "栏目:\n  事项名称: 事由\n  办件类型: 类\n代码:\n  办件类型: {A: 即办件}\n".encode()
    )
    listing = services_in([sheet(("事由", "类", "窗口"), ("甲事项", "A", "民政"))], mapping)
    assert [(one.name, dict(one.fields)) for one in listing.services] == [
        ("甲事项", {"handling": "即办件", "window": "民政"})
    ]


def test_a_list_without_a_path() -> None:
    """Where nothing is said of the place of the services, the export is their list."""
    mapping = read_mapping("m.yml", "栏目:\n  事项名称: n\n".encode())
    assert names(services_in_json([{"n": "甲事项"}, {"n": "乙事项"}], mapping)) == ["甲事项", "乙事项"]


@pytest.mark.parametrize(
    ("mapping", "line"),
    [
        ("事项名称: a\n", "m.yml:1:7 [mapping/key]"),
        ("栏目:\n  事项名称: a\n  幸运数字: b\n", "m.yml:3:9 [mapping/field]"),
        ("栏目:\n  事项名称: [a]\n", "m.yml:2:9 [mapping/path]"),
        ("栏目:\n  事项名称: a\n代码:\n  办件类型: 即办\n", "m.yml:4:9 [mapping/codes]"),
        ("栏目: [\n", "[mapping/broken]"),
        ("", "[mapping/broken]"),
    ],
)
def test_faults_of_a_mapping_have_their_place(mapping: str, line: str) -> None:
    """Each says where it is and what is wrong."""
    with pytest.raises(MappingRefused) as error:
        read_mapping("m.yml", mapping.encode())
    assert line in error.value.lines[0]
    assert [one.text for one in error.value.report()] == list(error.value.lines)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"{", "json/broken"),
        (b"[NaN]", "json/broken"),
        (b"[" * 100_000, "json/broken"),
        (b"\xff\x00\xff", "json/encoding"),
    ],
)
def test_broken_exports_are_refused(data: bytes, rule: str) -> None:
    """Broken, bottomless and undecodable files are refused with a reason."""
    with pytest.raises(JsonError) as error:
        parsed(data)
    assert error.value.rule == rule


def test_files_are_read_apart(tmp_path: Path) -> None:
    """A file in any usual encoding is read; one that is missing is refused."""
    path = tmp_path / "a.json"
    path.write_bytes(json.dumps([{"n": "甲"}], ensure_ascii=False).encode("gb18030"))
    assert read_json(path) == [{"n": "甲"}]
    with pytest.raises(JsonError) as error:
        read_json(tmp_path / "b.json")
    assert error.value.rule == "json/unreadable"

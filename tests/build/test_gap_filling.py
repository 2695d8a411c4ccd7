"""gap_filling: what a filled table would write, in lines for whoever has to agree."""

from datetime import date
from pathlib import Path

import pytest

from generator.build.gap_filling import count, lines
from generator.catalogue.changes import FieldChange, FileChange, Plan
from generator.catalogue.sources_of_fields import Sources
from generator.content.yaml_writing import Plain


def plan(value: Plain) -> Plan:
    change = FieldChange(("临时救助", "字段"), None, value)
    file = FileChange("services/a.yml", "临时救助", Sources("第2行"), b"", b"", (change,))
    return Plan(Path("content"), (file,), notes=("第3行没有写入。",))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("一句话。", "“一句话。”"),
        (3, "“3”"),
        (True, "“是”"),
        (date(2026, 1, 5), "“2026-01-05”"),
        (["个人", "企业"], "“个人”、“企业”"),
        ({"days": 10, "unit": "工作日"}, "“10 工作日”"),
        ({"unregulated": True}, "“法律法规未规定”"),
        ({"free": True}, "“不收费”"),
        ({"items": [{"name": "工本费", "standard": "5元"}]}, "“工本费 5元”"),
        ([{"name": "受理", "who": "民政岗"}], "“受理 民政岗”"),
        ("0300-0000100、0000101", "“0300-0000100、0000101”"),
        ("10000000000", "“〔数字〕”"),
        ("查询000000190001010000", "“查询〔数字〕”"),
    ],
)
def test_each_value_is_shown_in_one_line(value: Plain, shown: str) -> None:
    """In words, as far as it has any, and never a number that may be somebody's."""
    assert list(lines(plan(value))) == ["—— content/services/a.yml ——", f"  临时救助　字段：{shown}", "第3行没有写入。"]
    assert count(plan(value)) == {"count": 1, "files": 1}

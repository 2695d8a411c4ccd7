"""headings: what a column of a list of services holds."""

import pytest

from generator.catalogue.headings import UNUSED, heading_of
from generator.register.columns import plain
from generator.texts.service_columns import GROUPED_COLUMNS, SERVICE_COLUMNS, UNUSED_COLUMNS


def test_a_heading_has_one_meaning() -> None:
    """No name stands for two fields, or for a field and for nothing."""
    seen: dict[str, str] = {}
    for kind, names in {**SERVICE_COLUMNS, UNUSED: UNUSED_COLUMNS}.items():
        for name in names:
            assert seen.setdefault(plain(name), kind) == kind, name
    for groups, below in GROUPED_COLUMNS.items():
        for kind, names in below.items():
            for joined in (plain(group + name) for group in groups for name in names):
                assert seen.setdefault(joined, kind) == kind, joined


@pytest.mark.parametrize("kind", SERVICE_COLUMNS)
def test_every_name_is_recognised(kind: str) -> None:
    """Each name alone, numbered, marked as required, or with a bracket is recognised."""
    for name in SERVICE_COLUMNS[kind]:
        for written in (name, f"3.{name}", f"*{name}", f"{name}（必填）", f" {name[:1]} {name[1:]}\n"):
            assert heading_of([written]).kind == kind, written


@pytest.mark.parametrize(
    ("parts", "kind", "unit"),
    [
        (["申请材料", "名称"], "materials.name", ""),
        (["申请材料", "份数"], "materials.copies", ""),
        (["申请材料", "法律依据"], "materials.+note", ""),
        (["申请材料", "序号"], UNUSED, ""),
        (["申请材料2"], "materials.name", ""),
        (["法定办结时限", "单位"], "time_limits.statutory.+unit", ""),
        (["时限（工作日）", "承诺"], "time_limits.promised", "工作日"),
        (["承诺时限(天)"], "time_limits.promised", "天"),
        (["几个工作日"], "time_limits.promised", "工作日"),
        (["基本信息", "实施主体"], "body", ""),
        (["受理信息", "咨询", "电话"], "enquiry_phone", ""),
        (["收费", "标准"], "fee.standard", ""),
        (["收费", "邮编"], None, ""),
        (["事项名称", "事项名称"], "name", ""),
        (["一、事项名称"], "name", ""),
        (["满意率"], None, ""),
    ],
)
def test_headings_of_one_cell_or_several(parts: list[str], kind: str | None, unit: str) -> None:
    """A heading is read together with those above it, and with the unit that it states."""
    found = heading_of(parts)
    assert (found.kind, found.unit) == (kind, unit)


def test_what_the_hall_explained_goes_first() -> None:
    """A heading that the hall explained has that meaning."""
    assert heading_of(["备注"], {plain("备注"): "summary"}).kind == "summary"

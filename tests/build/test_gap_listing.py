"""gap_listing: the gaps of a content folder, those beside the records included."""

import pytest
from content_builder import HEADER, TODAY, MakeContent

from generator.build.gap_listing import NothingListed, list_gaps


def test_gaps_in_prose_and_rows_are_listed(make_content: MakeContent) -> None:
    """A page is named by its path, a cell of the results by its column and line; both are the hall's business."""
    rows = f"{HEADER}\nXG-0001,linshi-jiuzhu,,2026-07-01,2026-07-15,2026-07-20,办结,5,等____答复\n"
    content = make_content({"pages/about.md": "# 关于我们\n\n建于XX年。\n", "results/2026-Q3.csv": rows})

    gaps = list_gaps(content.parent, content, TODAY, 1).register.gaps
    assert [(gap.kind, gap.title, gap.field, gap.duty.name, gap.blocks) for gap in gaps] == [
        ("result", "2026年第三季度办理结果", "延期原因第2行（有没填的占位）", "虚谷镇便民服务大厅", ("poster",)),
        ("page", "pages/about.md", "第3行（有没填的占位）", "虚谷镇便民服务大厅", ()),
    ]


def test_nothing_is_listed_of_a_hall_that_cannot_be_read(make_content: MakeContent) -> None:
    """The problems are told instead."""
    content = make_content({"windows.yml": None})

    with pytest.raises(NothingListed) as failure:
        list_gaps(content.parent, content, TODAY, 1)
    assert [line.text for line in failure.value.report()][-1].endswith("没有列出缺项。请先改正以上内容，再运行一次。")

"""What a column of a standard catalogue (公开标准目录) holds, by its heading of one row or two.

Below 公开对象, 公开方式 and 公开层级 stand columns with ticks (√ under 全社会). Levels of items (一级事项, 二级事项) go
from the general to the particular. What nobody knows becomes a remark of the row, with its heading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.register.columns import plain

ITEM, OTHER = "item", "other"
"""The kinds of columns that name an item, and of those that nobody knows."""

TICKED = ("audience", "method", "levels")
"""The fields of which each choice may have a column of its own."""

COLUMN_NAMES = {
    "number": ("序号", "编号", "编码"),
    ITEM: (
        "公开事项",
        "事项名称",
        "公开事项名称",
        "事项",
        "公开项目",
        "项目",
        "项目名称",
        "公开类别",
        "事项分类",
        "领域",
    ),
    "elements": ("公开内容", "公开要素", "内容要素", "公开内容要素", "内容标准", "公开内容及要素", "内容"),
    "basis": ("公开依据", "依据", "法律依据", "政策依据"),
    "limit": (
        "公开时限",
        "时限",
        "公开时效",
        "公开时间",
        "公开频次",
        "公开频率",
        "更新频率",
        "更新周期",
        "公开周期",
        "公开期限",
        "更新时限",
        "发布时限",
    ),
    "body": (
        "公开主体",
        "责任主体",
        "公开责任主体",
        "责任单位",
        "责任部门",
        "公开单位",
        "主体",
        "责任科室",
        "责任股室",
        "责任处室",
        "公开责任单位",
        "公开责任部门",
        "公开部门",
    ),
    "channels": (
        "公开渠道和载体",
        "公开渠道及载体",
        "公开渠道",
        "公开载体",
        "渠道和载体",
        "公开渠道载体",
        "公开平台",
        "公开途径",
        "发布渠道",
        "公开渠道和方式",
    ),
    "audience": ("公开对象", "公开范围"),
    "method": ("公开方式", "公开属性"),
    "levels": ("公开层级", "层级"),
    "address": ("公开网址", "网址", "链接", "链接地址", "公开链接", "公开地址", "网站链接"),
    "notes": ("备注", "说明"),
}
"""Field -> how its column may be called."""

_GROUPS = ("类别", "事项类别", "类型", "大类", "分类", "所属领域", "板块")
"""Levels of items where they stand to the left of one; elsewhere they may be anything."""
_SINGLE = ("number", "elements", "basis", "limit", "body", "address")
"""Fields that one column holds: of several it is that whose heading stands first in ``COLUMN_NAMES``."""
_KINDS = {name: kind for kind, names in COLUMN_NAMES.items() for name in names}
_LEVEL_OF_ITEM = re.compile("[一二三四]级(?:(?:公开)?(?:事项|目录|分类|指标|标题|栏目)(?:名称)?)?")
_CHOICES = {
    "audience": re.compile("全社会|社会公众|特定.{1,4}"),
    "method": re.compile("主动(?:公开)?|依申请(?:公开)?"),
    "levels": re.compile("(?:国家|省|市|县|区|乡|镇|街道|街|村|社区|居|[、/（）()和]){1,8}级?"),
}
_BRACKETED = re.compile(r"[（(\[【][^()（）\[\]【】]*[)）\]】]")
_FEWEST = 3
"""A row with so many known headings is the header."""


@dataclass(frozen=True)
class Column:
    """A column at ``place`` (from 0) of the sheet: the field, the choice that it ticks, and the heading as it is."""

    place: int
    kind: str
    choice: str
    heading: str


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row names the columns of a catalogue."""
    kinds = {kind for cell in cells if (kind := _kind(cell)) and kind != OTHER}
    return len(kinds) >= _FEWEST and ITEM in kinds


def is_below_header(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a row belongs to the header above it: choices, levels of items, what stands above, numbers of columns.

    A heading that is merged downwards stands in each of its rows.
    """
    words = [(cell, header[n] if n < len(header) else "") for n, cell in enumerate(cells) if cell]
    below = [cell for cell, above in words if cell != above]
    if len(below) < len(words) and any(_kind(cell) not in (ITEM, OTHER) for cell, above in words if cell == above):
        return True
    numbers = [str(n) for n in range(1, len(below) + 1)]
    return bool(below) and (all(_is_part(cell) for cell in below) or (len(below) >= _FEWEST and below == numbers))


def columns_of(rows: Sequence[Sequence[str]], hidden: frozenset[int]) -> tuple[Column, ...]:
    """The columns of a header of several ``rows``; what stands above several columns may stand in the first only."""
    width = max(map(len, rows))
    found: list[Column] = []
    above = ""
    for place in range(width):
        parts = [row[place] if place < len(row) else "" for row in rows]
        above = parts[0] or (above if any(parts[1:]) else "")
        heads = [part for part in dict.fromkeys((above, *parts[1:])) if part and not part.isdigit()]
        if heads and place not in hidden:
            found.append(_column(place, heads))
    return tuple(_settled(found))


def _settled(columns: Sequence[Column]) -> Iterator[Column]:
    """The columns where those that only their neighbours explain have a kind: levels of items, and a second limit."""
    first = min((column.place for column in columns if column.kind == ITEM), default=0)
    best = {
        kind: min((column for column in columns if column.kind == kind), key=_rank, default=None) for kind in _SINGLE
    }
    for column in columns:
        if column.kind == OTHER and column.place < first and _bare(column.heading) in _GROUPS:
            yield replace(column, kind=ITEM)
        else:
            yield column if column.kind not in best or column is best[column.kind] else replace(column, kind=OTHER)


def _rank(column: Column) -> int:
    names = COLUMN_NAMES[column.kind]
    bare = plain(_BRACKETED.sub("", column.heading))
    return names.index(bare) if bare in names else len(names)


def _column(place: int, heads: Sequence[str]) -> Column:
    heading = "".join("".join(heads[-1].split()))
    kind = next((kind for head in reversed(heads) if (kind := _kind(head)) != OTHER), OTHER)
    of_choice = next((field for field in TICKED if _CHOICES[field].fullmatch(_bare(heads[-1]))), None)
    if kind in TICKED and len(heads) > 1:
        between = "".join(heads[1:-1])
        choice = f"{_bare(between)}（{heading}）" if between else heading
        return Column(place, kind, choice, choice)
    if kind == OTHER and of_choice:
        return Column(place, of_choice, heading, heading)
    return Column(place, kind, "", heading)


def _is_part(cell: str) -> bool:
    return _kind(cell) == ITEM or any(pattern.fullmatch(_bare(cell)) for pattern in _CHOICES.values())


def _kind(cell: str) -> str:
    """The kind of a heading; "" for an empty cell."""
    if not cell:
        return ""
    bare = _bare(cell)
    if _LEVEL_OF_ITEM.fullmatch(bare):
        return ITEM
    return _KINDS.get(bare) or _KINDS.get(plain(_BRACKETED.sub("", cell))) or OTHER


def _bare(cell: str) -> str:
    return "".join(cell.split())

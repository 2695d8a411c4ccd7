"""Inspection profiles (自查指标): which published indicators a hall is measured by, with their numbers and sources.

The program brings its own (``inspection.yml`` beside the templates). A province's own table, or what a hall decides,
is a file written alike. What a check looks at is decided in ``inspection``; a profile only says how it is counted.
"""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Count, Days, Id, Points, Record, ShortText, Text, Truth
from generator.model.known_change import ChangeSource, LeftOut

Check = Literal[
    "网站打不开", "首页死链", "首页不更新", "栏目不更新", "空白栏目", "没有咨询渠道", "没有办事服务", "指南缺几类要素",
    "指南缺一类要素", "指南缺时限收费", "指南内容过时", "材料说不清", "流程不具体", "指南没有复核", "没有发布日期",
    "办件数据不更新", "过期公告没有撤下", "死链", "附件打不开", "空白文件", "没有搜索", "页脚标注不全", "页面标签不全",
    "域名不合规", "大厅信息不全", "窗口职能不全", "没有监督渠道", "投诉处理没有写明", "有占位没有填", "内容有错误",
]  # fmt: skip
"""What the program can look at by itself."""

WITH_DAYS: tuple[Check, ...] = ("首页不更新", "栏目不更新", "办件数据不更新", "过期公告没有撤下")
WITH_MISSING: tuple[Check, ...] = ("指南缺几类要素",)
"""Checks that ask for ``days``, and for ``missing``."""


class Indicator(Record):
    """一条自查指标."""

    id: Id = Field(title="编号", description="与别的指标不同；和程序自带的相同，就换成这一条。")
    name: ShortText = Field(title="指标名称", description="照检查表写。")
    check: Check = Field(title="查什么", description="程序会查的一种；同一种可以写几条，数目不同。")
    kind: Literal["否决", "扣分"] = Field(title="性质", description="单项否决，或者扣分。")
    points: Points | None = Field(None, title="每处扣分", description="扣分的指标必须写，如 0.1。")
    most: Points | None = Field(None, title="最多扣分", description="最多扣几分，如 16；不写不封顶。")
    at_least: Count | None = Field(None, title="几处才算", description="达到这个数才算，如 5；不写是一处。", ge=1)
    days: Days | None = Field(None, title="天数", description="多少天没有更新（或者没有撤下）才算，如 14。")
    missing: Count | None = Field(
        None, title="缺几类", description="一份指南缺几类要素才算，如 4；一共8类。", ge=1, le=8
    )
    source: ChangeSource = Field(title="出处")
    unconfirmed: Truth = Field(
        False, title="还没有核对", description="数目没有在原文里看到的，写 是：照样计算，报告里注明。"
    )

    @model_validator(mode="after")
    def _has_its_numbers(self) -> Self:
        lacks = {
            "points": self.kind == "扣分" and self.points is None,
            "days": self.check in WITH_DAYS and self.days is None,
            "missing": self.check in WITH_MISSING and self.missing is None,
        }
        for field, is_lacking in lacks.items():
            if is_lacking:
                raise PydanticCustomError("indicator_number", "a number is missing", {"field": field})
        return self


class ByHand(Record):
    """只能由人看的一条: what inspectors ask and no program can answer."""

    id: Id = Field(title="编号")
    name: ShortText = Field(title="指标名称")
    what: Text = Field(title="看什么")
    source: ChangeSource = Field(title="出处")


class InspectionProfile(Record):
    """自查指标（inspection.yml，可以没有）."""

    full: Points | None = Field(None, title="满分", description="扣分从这个数扣起，如 100；不写照程序自带的。")
    pass_mark: Points | None = Field(None, title="合格分", description="低于这个数不合格，如 60；不写照程序自带的。")
    indicators: tuple[Indicator, ...] = Field((), title="指标", description="省里、县里的检查表，或者大厅自己定的。")
    by_hand: tuple[ByHand, ...] = Field((), title="要人看的", description="程序查不了、报告里提醒人去看的。")
    left_out: tuple[LeftOut, ...] = Field((), title="不用的", description="程序自带的，在这里不适用的。")

    @model_validator(mode="after")
    def _has_distinct_ids(self) -> Self:
        for field, ids in (
            ("indicators", [one.id for one in self.indicators]),
            ("by_hand", [one.id for one in self.by_hand]),
        ):
            if len(set(ids)) < len(ids):
                raise PydanticCustomError("repeated_id", "an id stands twice", {"field": field, "ids": ids})
        return self

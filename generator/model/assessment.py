"""The sheet of the quarterly assessment (季度考核): which measures count, how much, and from where on.

Published tables differ from county to county, so weights and thresholds are data. The program brings its own
(``assessment.yml`` beside the templates); a hall or a county writes a file alike. What a measure looks at is decided in
``assessment``.
"""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Count, Days, Id, Record, ShortText, Text
from generator.model.known_change import LeftOut

Measure = Literal[
    "按时办结率", "超时件数", "中位用时", "好评率", "一次告知", "监督渠道", "公开按时", "结果按时公示", "要素齐全",
    "按期核对", "公示记录", "撤下日期",
]  # fmt: skip
"""What the program can compute by itself; each a share in percent, but for the number of late cases."""

IN_CASES: tuple[Measure, ...] = ("超时件数",)
"""Measures that are a number of cases, the fewer the better."""

USUAL_DAYS: dict[Measure, int] = {"结果按时公示": 20, "按期核对": 365}
"""Measures that compare days, and with how many where the sheet does not say."""


class AssessedItem(Record):
    """一项程序能算的考核."""

    id: Id = Field(title="编号", description="与别的项目不同；和程序自带的相同，就换成这一项。")
    area: ShortText = Field(title="类别", description="如 效率、质量、公开、档案；同类的写在一起。")
    name: ShortText = Field(title="项目名称", description="照考核办法写。")
    measure: Measure = Field(title="怎么算", description="程序会算的一种。")
    weight: Count = Field(title="分值", description="这一项最多几分，如 15。", ge=1, le=100)
    full: Count = Field(
        title="得满分的数", description="达到就得满分：比率写百分数，如 95；件数写最多几件，如 0。", le=1000
    )
    none: Count | None = Field(
        None, title="不得分的数", description="到这个数就不得分，中间按比例；不写：没有达到满分的数就不得分。", le=1000
    )
    days: Days | None = Field(
        None,
        title="天数",
        description="结果按时公示：期末以后几个工作日，不写是20；按期核对：几天以内核对过，不写是365；别的用不着。",
    )

    @model_validator(mode="after")
    def _has_thresholds_in_order(self) -> Self:
        """A share is the better the larger, up to 100; a number of cases the smaller."""
        is_share, none = self.measure not in IN_CASES, self.none
        is_swapped = none is not None and (none > self.full if is_share else none < self.full)
        if is_swapped or (is_share and self.full > 100):
            raise PydanticCustomError("assessment_thresholds", "thresholds on the wrong side")
        return self


class AssessedByHand(Record):
    """一项要人评的考核: what no record of the hall tells."""

    id: Id = Field(title="编号")
    area: ShortText = Field(title="类别")
    name: ShortText = Field(title="项目名称")
    what: Text = Field(title="看什么", description="评的人看哪些材料、怎么打分。")
    weight: Count = Field(title="分值", ge=1, le=100)


class AssessmentProfile(Record):
    """季度考核表（assessment.yml，可以没有）."""

    source: ShortText | None = Field(
        None, title="照哪份办法", description="县里、大厅定分值的文件，印在表上；不写照程序自带的。"
    )
    items: tuple[AssessedItem, ...] = Field((), title="考核项目", description="县里定的，或者大厅自己定的。")
    by_hand: tuple[AssessedByHand, ...] = Field((), title="要人评的", description="程序算不了、留空给人填分的。")
    left_out: tuple[LeftOut, ...] = Field((), title="不用的", description="程序自带的，在这里不考核的。")

    @model_validator(mode="after")
    def _has_distinct_ids(self) -> Self:
        ids = [*(one.id for one in self.items), *(one.id for one in self.by_hand)]
        if len(set(ids)) < len(ids):
            raise PydanticCustomError("repeated_id", "an id stands twice", {"field": "items", "ids": ids})
        return self

"""Known changes (已知的变化): dated rules about what has changed outside, and what guides may no longer say.

The program brings its own (``known-changes.yml`` beside the templates); a county may hand out a file, and a hall may
have its own. All are written alike. What a rule finds is decided in ``rules.known_changes``.
"""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Day, Id, Record, ShortText, Text, Truth
from generator.model.time_limits import TimeLimit

Where = Literal["名称", "依据", "条件", "材料", "机构", "流程", "时限", "收费", "正文"]
"""The parts of a record that a rule looks at; 正文 is all other text that residents read."""

OF_THE_PAST = (
    "废止", "失效", "停止", "停发", "停办", "不再", "不用", "不必", "不需", "无需", "不得", "不应", "不要", "不能要求", "取消",
    "原来", "过去", "以前", "曾经", "并入", "合并", "改为", "改名", "更名", "取代", "代替", "替代",
)  # fmt: skip
"""Words of a sentence that tells of a change, and so may name what has gone."""


class ChangeSource(Record):
    """变化的出处: the document that made the change."""

    title: ShortText = Field(title="文件名称", description="规定这个变化的文件，全称，不写书名号。")
    document_number: ShortText | None = Field(None, title="文号")
    article: ShortText | None = Field(None, title="条款")
    day: Day | None = Field(None, title="文件日期", description="公布或者印发的日期。")
    read_at: ShortText | None = Field(None, title="核对处", description="在哪里核对到原文，如 财政部网站。")


class KnownChange(Record):
    """一条已知的变化."""

    id: Id = Field(title="编号", description="与别的变化不同；和程序自带的相同，就换成这一条。")
    since: Day = Field(title="起始日期", description="从哪天起是新的样子。还没有到的，提醒写成“将要”。")
    find: tuple[ShortText, ...] = Field(
        (),
        title="找什么",
        description="如 财农〔2023〕13号；内容里出现其中一个就提醒。空格和括号的样子不计；文号前面另有地名的不算。写书名号的，只找整个文件名。",
    )
    within: tuple[Where, ...] = Field((), title="在哪里找", description="事项的哪些部分；可以写几个。和 find 一起写。")
    longest: TimeLimit | None = Field(
        None,
        title="最长时限",
        description="如 3个工作日：services 那些事项的法定时限、承诺时限比它长，或者没有写法定时限，就提醒。",
    )
    together: tuple[ShortText, ...] = Field(
        (), title="同时写着", description="写了的，同一处还要有其中一个才提醒；材料由谁给，写成 村委会出具。"
    )
    unless: tuple[ShortText, ...] = Field((), title="除非写着", description="同一处有其中一个，就不提醒。")
    services: tuple[ShortText, ...] = Field(
        (), title="只看哪些事项", description="事项名称或者别名里的字，或者事项类型；不写是所有事项。"
    )
    settled_by: tuple[ShortText, ...] = Field(
        (), title="已经改好的标志", description="这件事项的任何一处有其中一个，就当作已经改好。"
    )
    review_only: Truth = Field(
        False,
        title="只要复核",
        description="原来的写法不一定错，只要重新核对的，写 是；核对日期到了起始日期就不再提醒。",
    )
    say: Text = Field(title="变了什么", description="如 2023年的办法已经废止；一句话，让经办的人看得懂。")
    instead: ShortText | None = Field(None, title="改写成", description="应当怎么写。")
    source: ChangeSource = Field(title="出处")
    level: Literal["错误", "提醒"] | None = Field(None, title="轻重", description="错误会挡住发布；不写是提醒。")
    unconfirmed: Truth = Field(
        False, title="还没有核对", description="没有看到原文的，写 是：只当作线索，轻重不起作用。"
    )

    @model_validator(mode="after")
    def _looks_for_something(self) -> Self:
        by_words, by_limit = bool(self.find), self.longest is not None
        is_whole = bool(self.within) == by_words and (by_words or by_limit) and (bool(self.services) or not by_limit)
        if not is_whole or (self.longest and self.longest.unregulated):
            raise PydanticCustomError("known_change_search", "find and within, or services and longest")
        return self


class LeftOut(Record):
    """一条不用的变化."""

    id: Id = Field(title="编号", description="不用的那一条的编号。")
    reason: ShortText = Field(title="原因", description="为什么在这里不适用。")


class KnownChanges(Record):
    """已知的变化（known-changes.yml、known-changes-county.yml，可以没有）."""

    changes: tuple[KnownChange, ...] = Field((), title="变化", description="大厅自己补充的，或者县里统一发的。")
    left_out: tuple[LeftOut, ...] = Field((), title="不用的", description="程序自带的或者县里发的，在这里不适用的。")

    @model_validator(mode="after")
    def _has_distinct_ids(self) -> Self:
        ids = [change.id for change in self.changes]
        if len(set(ids)) < len(ids):
            raise PydanticCustomError("repeated_id", "an id stands twice", {"field": "changes", "ids": ids})
        return self

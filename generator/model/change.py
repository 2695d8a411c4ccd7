"""修改记录: what a record says about its own changes, for those who read it."""

from pydantic import Field

from generator.model.base import Day, Record, Text


class Change(Record):
    """修改记录: one change of a record, told to residents."""

    day: Day = Field(title="日期", description="从哪天起照新的办；还没有到的日子，到了那天才显示。")
    what: Text = Field(title="改了什么", description="写给居民看，如 不再收户口簿复印件。")
    why: Text | None = Field(None, title="原因", description="如 县里取消了这项证明；可不写。")

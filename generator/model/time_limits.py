"""办理时限: how long a service may take, by promise and by law, and what does not count."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import shorthands
from generator.model.base import Days, DayUnit, Record, ShortText, Text, Truth
from generator.model.duration import Duration


class TimeLimit(Duration):
    """时限: exactly one of 即办, a number of days, months, years or hours, or 法律法规未规定."""

    immediate: Truth = Field(False, title="即办", description="当场办结写 是。")
    unregulated: Truth = Field(
        False, title="法律法规未规定", description="只用于法定时限：法律法规确实没有规定时写 是。"
    )
    basis: ShortText | None = Field(None, title="依据", description="时限的出处，如 行政许可法第四十二条。")
    note: Text | None = Field(None, title="说明")

    _from_words = model_validator(mode="before")(shorthands.time_limit)

    @model_validator(mode="after")
    def _is_stated_once(self) -> Self:
        if len(self.numbers) + self.immediate + self.unregulated != 1:
            raise PydanticCustomError("time_limit_choice", "one of immediate, days, unregulated")
        return self


class StepLimit(TimeLimit):
    """环节时限: a time limit that may be about the beginning of a step, or its length, instead of its end."""

    means: Literal["办完", "开始", "持续"] | None = Field(
        None, title="说的是", description="办完：多久以内办完；开始：多久以内开始；持续：要持续多久，如公示期。"
    )


class Extension(Record):
    """延期: allowed once, with a written notice that states the reason."""

    days: Days = Field(title="最多延长天数", description="不得超过10天。")
    unit: DayUnit | None = Field(None, title="单位")
    basis: ShortText | None = Field(None, title="依据")

    _from_words = model_validator(mode="before")(shorthands.extension)


class SpecialProcedure(Duration):
    """特别程序: 公示, 鉴定, 勘验, ..., which mostly do not count toward the limit."""

    name: ShortText = Field(title="名称", description="如 公示、入户调查、专家评审。")
    counts: Truth | None = Field(
        None, title="计入时限", description="所用时间计入办理时限的写 是，不计入的写 否；没有定的不写。"
    )
    note: Text | None = Field(None, title="说明", description="什么时候进行，由谁进行。")

    @model_validator(mode="after")
    def _is_stated_once(self) -> Self:
        if len(self.numbers) > 1:
            raise PydanticCustomError("procedure_duration", "one of days, months, years, hours")
        return self


class TimeLimits(Record):
    """办理时限."""

    statutory: TimeLimit | None = Field(None, title="法定时限")
    promised: TimeLimit | None = Field(None, title="承诺时限")
    clock_starts: Text | None = Field(None, title="起算", description="从什么时候开始计算，如 材料齐全受理之日。")
    extension: Extension | None = Field(None, title="延期")
    special_procedures: tuple[SpecialProcedure, ...] = Field((), title="特别程序")

    @property
    def extension_unit(self) -> DayUnit | None:
        """The unit of an extension: its own, else that of the promise; None while neither is decided."""
        own = self.extension.unit if self.extension else None
        return own or (self.promised.unit if self.promised else None)

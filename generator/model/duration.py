"""时长: a length of time as rules and halls state it, in days, months, years or hours."""

from collections.abc import Mapping

from pydantic import Field, model_validator

from generator.model.base import Days, DayUnit, Record

_FIELD_OF_UNIT = {
    **dict.fromkeys(("月", "个月"), "months"),
    **dict.fromkeys(("年",), "years"),
    **dict.fromkeys(("小时", "个小时"), "hours"),
}


class Duration(Record):
    """A length of time; which of the four numbers may be set together is for the record that has one."""

    days: Days | None = Field(
        None, title="天数", description="正整数。按月、年、小时计算的写在后面几项，不要换成天数。"
    )
    unit: DayUnit | None = Field(
        None, title="单位", description="天数的单位：工作日或自然日；未定之前不写，页面会把两种算法都列出。"
    )
    months: Days | None = Field(None, title="月数", description="按月计算的写这里，如三个月写 3。")
    years: Days | None = Field(None, title="年数", description="按年计算的写这里，如一年写 1。")
    hours: Days | None = Field(None, title="小时数", description="按小时计算的写这里，如二十四小时写 24。")

    @model_validator(mode="before")
    @classmethod
    def _take_over_unit(cls, value: object) -> object:
        """Read ``days: 3, unit: 个月`` as ``months: 3``: it has one meaning only."""
        if not isinstance(value, Mapping) or not {"days", "unit"} <= value.keys():
            return value
        field = _FIELD_OF_UNIT.get(str(value["unit"]).strip())
        if field is None or field in value:
            return value
        others = {key: one for key, one in value.items() if key not in ("days", "unit")}
        return {**others, field: value["days"]}

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that are stated, of days, months, years and hours."""
        return tuple(number for number in (self.days, self.months, self.years, self.hours) if number is not None)

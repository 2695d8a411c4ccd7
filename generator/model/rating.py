"""好差评: how residents rated the hall and its windows in a month, as counts; no officer, no comment, no single rating."""

from pydantic import Field

from generator.model.base import Count, Record, ShortText

MONTH_PATTERN = r"^20[0-9]{2}-(0[1-9]|1[0-2])$"


class RatingRow(Record):
    """一个窗口的评价数."""

    window: ShortText | None = Field(None, title="窗口", description="窗口的 id、名称或别名；全大厅的不写。")
    very_satisfied: Count = Field(0, title="非常满意")
    satisfied: Count = Field(0, title="满意")
    fairly_satisfied: Count = Field(0, title="基本满意")
    dissatisfied: Count = Field(0, title="不满意")
    very_dissatisfied: Count = Field(0, title="非常不满意")


class RatingMonth(Record):
    """一个月的好差评（一个月一个文件，可以没有）."""

    id: str = Field(pattern=MONTH_PATTERN, title="月份", description="2026-09，与文件名相同。")
    rows: tuple[RatingRow, ...] = Field((), title="各窗口", description="由 gongshi import ratings 写入。")


GRADES: dict[str, str] = {
    name: field.title or name for name, field in RatingRow.model_fields.items() if name != "window"
}
"""Field -> name of the grade, from the best to the worst (GB/T 39735)."""

"""What a village or a town discloses of its affairs and accounts in a table (村务公开, 财务收支), by quarter or by month."""

from dataclasses import dataclass

from pydantic import Field

from generator.model.base import Day, Id, Record, ShortText, Text
from generator.model.posting import PERIOD_PATTERN, Withdrawal


class DisclosureRecord(Record):
    """公开事项（一份一个文件，表格在同名 CSV 文件）."""

    id: Id = Field(title="编号", description="与文件名相同，用作网址。")
    title: ShortText = Field(title="标题")
    kind: ShortText = Field(
        title="类型", description="财务收支、村务公开，或者自己的叫法。", examples=["财务收支", "村务公开"]
    )
    period: str = Field(pattern=PERIOD_PATTERN, title="期次", description="2026、2026-H1、2026-Q3 或 2026-09。")
    issuer: ShortText | None = Field(None, title="公开单位", description="如 某某村村民委员会；不写是主办单位。")
    unit: ShortText | None = Field(None, title="计量单位", description="印在表格上面，如 元。")
    prepared_by: ShortText | None = Field(None, title="编制", description="编制的岗位或单位，不写姓名。")
    reviewed_by: ShortText | None = Field(None, title="审核", description="审核的机构，如 村务监督委员会。")
    posted_from: Day = Field(title="公示开始", description="在公开栏公示的第一天。")
    posted_until: Day = Field(title="公示结束", description="在公开栏公示的最后一天。")
    take_down: Day | None = Field(None, title="撤下日期", description="到这天之后不再发布，只留标题和日期。")
    hangs_at: tuple[ShortText, ...] = Field((), title="张贴处", description="挂在哪里，一处一项；不写是公告栏。")
    withdrawn: Withdrawal | None = Field(None, title="提前撤下", description="从这天起不再发布，只留标题、日期和原因。")
    notes: Text | None = Field(None, title="说明")


class DisclosureRow(Record):
    """One row of the table, with as many cells as there are columns; an empty cell is None."""

    cells: tuple[ShortText | None, ...] = Field(title="各格")


@dataclass(frozen=True)
class DisclosedRow:
    """The cells of a row, "" for an empty one, and the line of the CSV file it came from (1 is the header)."""

    cells: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class DisclosedTable:
    """The table beside a disclosure, as it was typed."""

    columns: tuple[str, ...] = ()
    rows: tuple[DisclosedRow, ...] = ()


@dataclass(frozen=True)
class Disclosed:
    """A disclosure with its table."""

    record: DisclosureRecord
    table: DisclosedTable

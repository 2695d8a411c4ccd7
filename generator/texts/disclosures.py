"""The words of disclosures (公开事项): what is wrong with a table, and what page and sheet say beside it."""

from typing import Literal

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "table/columns": ("error", "表格有 {found} 列，应当是 1 到 {most} 列。第一行写各列的名称，中间用英文逗号隔开。", ""),
    "table/header": ("error", "这一列没有名称，或者名称与另一列相同。请在第一行给每一列写一个不同的名称。", ""),
    "table/empty": ("gap", "表格里只有列名，还没有内容，页面上会显示“待补充”。", ""),
    "table/not-over": ("error", "公示开始的日期还在本期（{period}，到 {last} 为止）里面：一期结束以后才能公示这一期。请检查期次和日期。", ""),
    "table/sum": ("error", "{column}的合计写的是 {stated}，上面各行相加是 {sum}，相差 {difference}。请核对；这一列不用合计的，合计一格留空。", ""),
}  # fmt: skip
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

SHEET: dict[str, str] = {
    "over": "{organisation}　{kind}",
    "period": "统计时间：{since}至{until}",
    "posted": "公示期",
    "prepared": "编制",
    "reviewed": "审核",
    "objection": "有意见",
    "object_to": "公示期内请向{hall}提出{phone}",
    "phone": "，电话：{phone}",
    "supervision": "监督投诉",
    "unit": "单位：{unit}",
    "table": "公开内容",
    "seal": "（盖章处）",
}
"""The words of the sheet."""

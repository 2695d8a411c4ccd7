"""The words of disclosures (公开事项): what is wrong with a table or a catalogue, and what page and sheet say beside it."""

from typing import Literal

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "table/columns": ("error", "表格有 {found} 列，应当是 1 到 {most} 列。第一行写各列的名称，中间用英文逗号隔开。", ""),
    "table/header": ("error", "这一列没有名称，或者名称与另一列相同。请在第一行给每一列写一个不同的名称。", ""),
    "table/empty": ("gap", "表格里只有列名，还没有内容，页面上会显示“待补充”。", ""),
    "table/not-over": ("error", "公示开始的日期还在本期（{period}，到 {last} 为止）里面：一期结束以后才能公示这一期。请检查期次和日期。", ""),
    "table/sum": ("error", "{column}的合计写的是 {stated}，上面各行相加是 {sum}，相差 {difference}。请核对；这一列不用合计的，合计一格留空。", ""),
    "table/merged": ("error", "这几行合并成了一格，看不出每一行是多少。请取消合并，每一行都写全。", ""),
    "table/share": ("error", "比例存成了小数，12.5% 读出来是 0.125。请把这一列设成文本，原样写 12.5%。", ""),
    "catalogue/limit": (
        "error",
        "“时限按此算”看不懂。请写：每月、每季度、每半年、每年，或者几个工作日内、实时、长期公开。",
        "count_as: 每季度",
    ),
    "catalogue/answer": ("error", "对应内容里的{kind}{name}找不到。请写现有的编号或者名称；不要的请删去。", ""),
    "catalogue/elsewhere": (
        "error",
        "在别处公开的要写公开日期（on）或者网址（address）。",
        "on: 2026-11-03",
    ),
    "catalogue/page": ("error", "对应内容是网页的，要写 pages 里的文件名（name）。", "name: about.md"),
    "catalogue/least-days": ("reminder", "这份公开事项只张贴{days}天，{catalogue}里写的是至少{least}天。请核对。", ""),
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

IMPORT: dict[str, str] = {
    "no_record": "没有 {path}。请先运行 gongshi new disclosure {id}，填好标题、期次和公示日期，再导入表格；是另一份的，加上 --id 编号。",
    "no_table": "没有找到表格。表头要在一行里，每一列写一个名称，下面一行写一笔。",
    "many": "有几个工作表都有表格：{names}。请加上 --sheet，写明导入哪一个。",
    "read": "{file} 工作表“{sheet}”：读到 {rows} 行，各列是 {columns}。",
    "beside": "表格以外的行没有导入（标题、编制、审核等）：第 {numbers} 行。",
    "hidden": "隐藏的行没有导入：第 {numbers} 行。",
    "changes": "{name}：新增 {new} 行，删去 {gone} 行（改动的行算一增一删）：",
    "more": "  ……还有 {count} 行。",
}
"""What the import of a table says."""

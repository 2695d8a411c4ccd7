"""What the workbook of a hall's services says: names of sheets, headings, notes."""

SHEETS: dict[str, str] = {
    "services": "事项",
    "services/legal_basis": "依据",
    "services/materials": "材料",
    "services/situations": "情形",
    "services/steps": "流程",
    "services/time_limits/special_procedures": "特别程序",
    "services/fee/items": "收费",
    "services/online": "网上办理",
    "services/faq": "常见问题",
    "windows/windows": "窗口",
    "windows/functions": "窗口职能",
    "materials/materials": "材料目录",
    "site": "大厅",
    "site/public_contacts": "公开联系方式",
    "choices": "选项",
    "digests": "gongshi",
}
"""Table -> the name of its sheet."""

SERVICE_KEY = ("事项编号", "事项名称")
"""Headings of the columns that say to which service a row belongs."""

SINGLE_HEAD = ("栏目", "内容", "说明")
"""The header of a sheet of one record."""

BETWEEN_TITLES = "·"
LINE_IN_ITEM = "↵"
"""Stands for a line break within one item of a cell in which every line is an item."""
EMPTY_LIST = "[]"
"""Stands in the cell of a list that is empty on purpose, where an empty cell means the usual one."""

NOTES: dict[str, str] = {
    "required": "必填。",
    "list": "一行写一个（按 Alt+Enter 换行）。",
    "day": "日期，如 2026-01-31。",
    "number": "整数。",
    "truth": "写 是 或 否。",
    "choices": "只能写：{choices}。",
    "key": "这一行属于哪件事项：写事项的编号；新事项还没有编号的，写与“事项”表里相同的名称。",
    "id": "编号不要改。新事项可以空着，导入时按名称的拼音起。",
}

MARK = "gongshi-workbook"
"""What stands in the first cell of the hidden sheet of digests."""

VERSION = "1"

WORKBOOK: dict[str, str] = {
    "place": "{sheet} 第{row}行 {column}列",
    "row": "{sheet} 第{row}行",
    "unknown_sheet": "工作表“{sheet}”不是导出的，没有读取。",
    "missing_sheet": "工作表“{sheet}”不在了，里面的内容保持原样。",
    "unknown_column": "“{sheet}”里不认识“{heading}”这一列，没有读取。",
    "nameless": "{place} 没有事项名称，没有读取。",
    "no_service": "{place} 的事项在“事项”表里找不到，没有读取。请写上事项编号。",
    "unread": "{place} 的公式没有结果，读不到内容。请在 Excel 或 WPS 里打开，改成文字或保存一次。",
    "same_id": "{place} 的编号“{id}”前面已经有了。请改成另一个编号，或者空着。",
    "other_hall": "这个表是从别处导出的：下面列出的都是与现有内容不同的地方，请逐条看过再写入。",
    "kept_newer": "导出以后有人改过这些文件，表里没有动，保持原样：{paths}。",
    "no_row": "这些事项不在表里，没有改动，也没有删除：{names}。",
    "gone": "这些事项导出以后已经删去，表里没有动，没有重新建立：{names}。",
}
"""What is said of a workbook that comes back."""

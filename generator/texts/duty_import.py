"""What the import of a standard catalogue (公开标准目录) says."""

IMPORT: dict[str, str] = {
    "bad_id": "目录的编号“{id}”只能用小写字母、数字和短横线。请加上 --id，如 --id shehui-jiuzhu。",
    "no_table": "没有找到目录。表头要有“公开事项”，以及“公开内容”“公开依据”“公开时限”等至少两列。",
    "many": "有几个工作表都有目录：{names}。请加上 --sheet，写明导入哪一个，一个一份，各用一个 --id。",
    "no_item": "{place} 这一行没有公开事项。请补上，或者删去这一行。",
    "unwritable": "{place} 里有看不见的特殊字符，写不进文件。请重新打一遍那几个字。",
    "read": "{file} 工作表“{sheet}”：读到 {rows} 行，各列是 {columns}。",
    "others": "没有对应字段的列，写进各行的备注：{columns}。",
    "beside": "表格上面和下面的 {count} 行字，写进标题和说明。",
    "tables": "表格",
    "left_out": "页眉页脚、批注、图片、隐藏和删去的字没有导入，共 {count} 处。",
    "boxes": "没有勾选的渠道不写，共 {count} 个。",
    "filled": "公开事项空着的，按上一行写：第 {numbers} 行。",
    "hidden": "隐藏的行没有导入：第 {numbers} 行。",
    "unread": "公开时限有 {count} 行程序看不懂，要人看：{words}。可以在那一行写“时限按此算”（count_as）。",
    "changes": "{name}：新增 {new} 行，改动 {other} 行，删去 {gone} 行：",
    "new_row": "+ {row}",
    "other_row": "~ {row}（{fields}）",
    "gone_row": "- {row}",
    "answered": "- {row}（连同写好的对应内容）",
}
"""The lines of the plan, and what stops it."""

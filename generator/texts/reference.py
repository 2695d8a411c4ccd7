"""Wording of the field reference."""

INTRODUCTION = """# 字段说明

这份说明由程序生成（`gongshi schema --reference docs/fields.md`），与程序的检查完全一致。

- 每个文件都是“字段: 内容”的形式，冒号是英文冒号，后面空一格。
- 不知道的内容整行不写：页面会显示“待补充”，`gongshi check` 会提醒。不要写“待定”“XX”。
- 是或否写 `是`、`否`；日期写 `2026-01-31`；内容里有英文冒号加空格，或以 `*`、`&`、`!`、`#`、`[`、`{` 开头时，给整段加引号。"""

HEADINGS: dict[str, str] = {
    "site": "site.yml：大厅",
    "windows": "windows.yml：窗口",
    "materials": "materials.yml：材料目录",
    "service": "services/编号.yml：办事指南",
    "regulation": "regulations/编号.yml：规章制度",
    "notice": "notices/编号.yml：公示公告",
    "result": "results/期次.yml：办理结果",
    "waivers": "waivers.yml：豁免登记（可以没有）",
    "rows": "results/期次.csv：办理结果的各行",
}

TABLE_HEAD = ("字段", "名称", "内容", "必填", "说明")
"""The header of each table of fields."""

MARKS: dict[str, str] = {"required": "是", "list": "列表：{types}"}
"""The mark of a field that has to be filled in, and the type of a field that is a list."""

TYPES: dict[str, str] = {"str": "文字", "int": "整数", "date": "日期", "bool": "是或否"}

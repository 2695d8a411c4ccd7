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
    "disclosure": "disclosures/编号.yml：公开事项（表格在同名 .csv）",
    "bundle": "bundles/编号.yml：一件事（可以没有）",
    "catalogue": "catalogues/编号.yml：公开标准目录（可以没有）",
    "rating": "ratings/月份.yml：好差评（可以没有）",
    "approvals": "approvals.yml：审核批准的登记（可以没有）",
    "waivers": "waivers.yml：豁免登记（可以没有）",
    "seen": "seen.yml：人工看过的扫描件（可以没有）",
    "holidays": "holidays.yml：节假日安排（可以没有）",
    "translations": "translations.yml：双语译文（可以没有）",
    "synonyms": "synonyms.yml：居民的叫法（可以没有）",
    "known-changes": "known-changes.yml、known-changes-county.yml：已知的变化（可以没有）",
    "inspection": "inspection.yml：自查指标（可以没有）",
    "assessment": "assessment.yml：季度考核表（可以没有）",
    "fleet": "fleet.yml：大厅清单（多个大厅共用内容时才有）",
    "layer": "layer.yml：一层的规定（可以没有；多个大厅共用内容时才有）",
    "rows": "results/期次.csv：办理结果的各行",
}

TABLE_HEAD = ("字段", "名称", "内容", "不写时", "例", "说明")
"""The header of each table of fields."""

MARKS: dict[str, str] = {
    "required": "**必填**", "list": "列表：{types}", "group": "一组：[{summary}](#{anchor})", "none": "", "no": "否",
    "empty": "没有", "fields": "一组：上面的字段", "named_lists": "一组：文件和字段的列表",
}  # fmt: skip
"""Of a field that has to be filled in; the type of a list and of a group; what a field is that is left out."""

SHORT_NAMES: dict[str, str] = {
    "Service.name": "名称",
    "Service.window": "窗口",
    "Service.materials": "材料",
    "Service.steps": "流程",
    "Service.time_limits": "时限",
    "Service.legal_basis": "依据",
    "Service.conditions": "条件",
    "Service.summary": "说明",
    "Service.place": "地点",
    "Service.hours": "时间",
    "Service.status": "状态",
    "ServiceMaterial.material": "目录材料",
    "ServiceMaterial.name": "名称",
    "Material.name": "名称",
    "Window.name": "名称",
    "FunctionList.name": "名称",
    "Hall.name": "名称",
    "Hall.phone": "电话",
    "Window.phone": "电话",
    "Regulation.title": "名称",
    "Situation.name": "名称",
    "Step.name": "名称",
    "FeeItem.name": "名称",
    "Outcome.name": "名称",
    "Basis.title": "名称",
    "PublicNames.until": "截止",
    "CatalogueRow.item": "事项",
    "CatalogueRow.limit": "时限",
}
"""Record and field -> a short Chinese name of the field, beside its title."""

GIVEN = "如"
"""What stands before the example in the description of a field."""

TYPE_EXAMPLES: dict[str, str] = {
    "date": "2026-01-31",
    "int": "10",
    "bool": "是",
    "phone": "0300-0000100",
    "hotline": "12345",
    "email": "zixun@dating.example",
    "sha256": "由程序给出",
    "id": "linshi-jiuzhu",
    "changes": "{verified: 2026-01-31}",
}
"""Type, or end of the name, of a field -> an example of its value."""

TYPES: dict[str, str] = {"str": "文字", "int": "整数", "float": "数", "date": "日期", "bool": "是或否"}

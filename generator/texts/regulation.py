"""The wording of the facts and numbers of a regulation, for pages and posters. The articles come from the record."""

REGULATION: dict[str, str] = {
    "issuer": "制定单位",
    "document_number": "文号",
    "adopted": "通过日期",
    "effective": "施行日期",
    "gap": "缺漏",
    "gap_place": "{where}（{kind}）",
    "change_note": "修订说明",
    "repealed": "已废止",
    "explanation": "制定说明",
}

NUMBERS: dict[str, str] = {
    "第一编": "第{han}编",
    "第一章": "第{han}章",
    "第一节": "第{han}节",
    "第一条": "第{han}条",
    "一、": "{han}、",
    "（一）": "（{han}）",
    "1.": "{digits}.",
    "1、": "{digits}、",
    "（1）": "（{digits}）",
    "不编号": "",
}
"""The number of a line, by how the first one of its kind is numbered."""

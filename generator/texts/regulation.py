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
}

NUMBERS: dict[str, str] = {
    "chapter": "第{number}章",
    "article": "第{number}条",
    "point": "{number}、",
    "item": "（{number}）",
    "subitem": "{number}.",
}
"""The number of each kind of line; ``point`` is an article in a regulation that is numbered 一、二、三."""

"""The words of the gap register (缺项登记): on the terminal, on the staff page, in the tables that go round."""

WORDS: dict[str, str] = {
    "title": "缺项登记",
    "regulation": "《{title}》",
    "regulations": "上墙制度",
    "window": "窗口“{name}”",
    "text": "正文",
    "of_list": "{field}第{number}项",
    "of_line": "{field}（第{line}行）",
    "within": "：",
    "between": "、",
    "post": "{name}（{post}）",
    "unplaced": "没有定窗口的事项",
    "total": "合计",
    "none": "—",
    # --- the report on the terminal ------------------------------------------------------------------------------
    "nothing": "没有缺项：该写的都写了。",
    "head": "—— {duty}：缺 {gaps} 项，{records} 份 ——",
    "missing": "缺：",
    "therefore": "因此：",
    "elements": "八要素只有 {stated}/{all}（缺{names}）",
    "and": "，",
    "with_hall": "{field}（随大厅）",
    "for_all": "{field}（补上它，另外 {count} 处也就有了）",
    "summary": "共缺 {gaps} 项，在 {records} 份内容里；{held} 份海报因此不做。",
    "summary_without_posters": "共缺 {gaps} 项，在 {records} 份内容里。",
    "errors": "另有 {count} 处错误，读不了的文件没有算进来。请先运行 gongshi check，改正错误。",
    "states": "—— 办事指南齐全了多少 ——",
    "all_elements": "八要素：",
    "no_window": "没有叫“{name}”的窗口或者单位。可以写：{known}。",
}

KINDS: dict[str, str] = {
    "service": "事项", "regulation": "制度", "window": "窗口", "material": "材料", "hall": "大厅", "notice": "公告",
    "result": "办理结果", "page": "网页文字",
}  # fmt: skip
"""Kind of record -> what it is called."""

ELEMENTS: dict[str, str] = {
    "name": "名称", "basis": "依据", "conditions": "条件", "materials": "材料", "place": "地点", "time": "时间",
    "procedure": "流程", "terms": "时限收费电话",
}  # fmt: skip
"""Key of an element of a guide -> what it is called."""

BLOCKS: dict[str, str] = {
    "sheets": "许多海报都不能印", "wall": "该上墙的不能上墙", "poster": "海报不能印", "section": "网页上整节空着",
    "list": "列表里找不到", "search": "不容易搜到",
}  # fmt: skip
"""What waits for a gap -> what becomes of it until then."""

FIELDS: dict[str, str] = {
    "wall/missing": "“{topic}”制度全文",
    "regulation/gap": "{where}（{kind}）",
    "regulation/no-text": "正文",
    "text/placeholder": "{field}（有没填的占位）",
    "text/truncated": "{field}（没有写完）",
    "prose/placeholder": "第{line}行（有没填的占位）",
    "window/functions": "窗口职能",
    "unknown/services": "办理的事项",
    "service/step-detail": "{field}：谁来办、做什么",
    "fee/basis": "{field}：标准或者依据",
}
"""Rule -> what is missing, where that is not the field alone."""

COLUMNS: dict[str, str] = {
    "duty": "谁来补", "services": "事项", "complete": "要素齐全", "share": "要素", "gaps": "缺项",
}  # fmt: skip
"""The columns of the table of windows."""

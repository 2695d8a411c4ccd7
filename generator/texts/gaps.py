"""The words of the gap register (缺项登记): on the terminal, on the staff page, in the tables that go round."""

WORDS: dict[str, str] = {
    "title": "缺项登记",
    "regulation": "《{title}》",
    "regulations": "上墙制度",
    "window": "窗口“{name}”",
    "text": "正文",
    "table": "表格",
    "of_list": "{field}第{number}项",
    "of_line": "{field}第{line}行",
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
    "following": "另有 {records} 份缺的是同样的几项，补上上面的就都有了。",
    "summary": "共缺 {gaps} 项，在 {records} 份内容里；{held} 份海报因此不做。",
    "summary_without_posters": "共缺 {gaps} 项，在 {records} 份内容里。",
    "errors": "另有 {count} 处错误，读不了的文件没有算进来。请先运行 gongshi check，改正错误。",
    "states": "—— 办事指南齐全了多少 ——",
    "all_elements": "八要素：",
    "no_window": "没有叫“{name}”的窗口或者单位。可以写：{known}。",
}

KINDS: dict[str, str] = {
    "service": "事项", "regulation": "制度", "window": "窗口", "material": "材料", "hall": "大厅", "notice": "公告",
    "result": "办理结果", "disclosure": "公开事项", "bundle": "一件事", "page": "网页文字",
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
    "duty": "谁来补", "services": "事项", "complete": "齐全", "share": "八要素", "gaps": "缺项",
}  # fmt: skip
"""The columns of the table of windows."""

STAFF: dict[str, str] = {
    "file": "缺项登记.html",
    "internal": "内部使用，不放到网站上",
    "day": "{day.year}年{day.month}月{day.day}日",
    "lead": "每一项前面有方框，问到一项勾一项。补进文件以后再运行一次，这里就少一项。",
    "gaps": "缺项",
    "held": "做不了的海报",
    "complete": "齐全的办事指南",
    "share": "八要素已写",
    "of_all": "{part}/{all}",
    "states_title": "办事指南齐全了多少",
    "states_note": "全国检查按八个要素逐项数：{elements}。一项没有写全，就算缺这一项。",
    "count": "缺 {gaps} 项，{records} 份",
    "elements_title": "八要素",
    "stated": "有",
    "unstated": "缺",
    "asked": "问到日期：　　　　　　　回答人：",
    "foot": "由 gongshi 按 {day} 的内容生成。",
    "done": "已写好内部用的缺项登记：{path}",
    "inside": "给自己人看的网页是内部材料，不能放进 {folder}：那里的文件会公布，或者会被当成内容。请在 --staff 后面换一个文件夹。",
}
"""The words of the staff page, and of the command that makes it."""

HOW: dict[str, str] = {
    "text": "写一句话或者名称。",
    "phone": "写号码，如 区号-号码；几个号码用顿号隔开。",
    "lines": "一行写一条，不用编号。",
    "choice": "选一个：{choices}。",
    "choices": "可以写几个，用顿号隔开：{choices}。",
    "truth": "写“是”或者“否”。",
    "day": "写日期，如 2026-01-31。",
    "number": "写数字。",
    "limit": "如：10个工作日、3个月、当场办结；法律法规没有规定的写“未规定”。",
    "fee": "不收费的写“不收费”；收费的写项目和标准，如 工本费每本5元。",
    "bases": "一行写一份：《文件名称》（文号）第几条。",
    "materials": "一行写一种材料；确实不需要的写“不需要”。",
    "steps": "一行写一步：环节：谁来办：做什么。",
    "named": "写结果的名称，如证件、通知书的名称。",
    "none": "一格写不下，请交原文，或者改文件。",
}
"""Form of an answer -> what to write into the cell."""

TRUTHS = ("是", "否")
"""What may be chosen for yes and no."""

TABLE: dict[str, str] = {
    "sheet": "缺项",
    "states": "各窗口",
    "key": "编号（不要改）",
    "title": "事项",
    "field": "缺什么",
    "duty": "谁来补",
    "answer": "填写",
    "how": "怎么写",
    "consequences": "因此",
    "heading": "{hall}缺项登记",
    "lead": "{day}，{summary}请填好“填写”一栏，交回来。不写姓名、证件号、手机号和住址。",
    "way": "{fields}：{how}",
    "example": "缺项.xlsx",
    "choice_title": "请选一个",
    "choice_error": "这一格只能写：{choices}。",
}
"""The words of the tables that go round."""

FILL: dict[str, str] = {
    "row": "第{row}行",
    "row_of_table": "第{table}个表第{row}行",
    "filled": "{place}没有写入：这一项已经有了，或者看不出是哪一项。",
    "elsewhere": "{place}没有写入：《{title}》的{field}一格写不下，请改文件。",
    "unread": "{place}《{title}》的{field}：看不懂写的是什么。{how}",
    "twice": "{place}《{title}》的{field}：前面已经写了别的。请只留一个。",
    "wrong": "{place}《{title}》：{message}",
    "head": "—— {path} ——",
    "field": "  {title}　{field}：{value}",
    "nothing": "没有要写入的：“填写”一栏是空的，或者都已经有了。",
    "not_ours": "{name} 不是缺项登记的表格。请用 gongshi gaps --out 写出的那一份（Excel 或者 Word），表头和隐藏的编号不要改。",
    "ask": "把这 {count} 项写进 {files} 个文件吗？",
    "done": "已写入 {count} 项，在 {files} 个文件里。接着做：运行 gongshi check。",
}
"""What is said when a filled table is read back."""

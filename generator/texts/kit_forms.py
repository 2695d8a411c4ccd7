"""The words of forms: what is filled in at the window (``kit.tick_list`` and the slips), and how a form is filled.

Numbers of days and articles have their source beside the module that prints them.
"""

FILLING: dict[str, str] = {
    "no_blank": "《{title}》没有这一栏。可以填的有：{labels}。",
    "no_blanks": "《{title}》没有可以从命令行填写的栏目。",
    "private": "“{label}”请在印出来以后手写：姓名、证件号码、联系方式不从命令行填写。",
    "day": "“{label}”要写日期，如 2026-12-05。",
    "length": "“{label}”要写内容，最多 {count} 个字。",
    "no_row": "《{title}》没有第 {number} 项材料，最后一项是第 {last} 项。",
    "no_rows": "《{title}》没有材料表，不能写缺第 {number} 项。",
}
"""Why a form cannot be filled as it was asked for."""

FORM: dict[str, str] = {
    "applicant": "申请人",
    "received": "收件日期",
    "until": "补正截止",
    "post": "经办岗位",
    "place": "办理地点",
    "hours": "办公时间",
    "enquiry": "咨询电话",
    "phones": "{enquiry}　　投诉电话 {complaint}",
    "signature_of": "{who}签名",
    "day": "日期",
}
"""Labels that several forms share."""

TICK_LIST: dict[str, str] = {
    "title": "一次性告知单",
    "title_of": "{service}　一次性告知单",
    "situation_of": "{service}（{situation}）",
    "first": "第一联",
    "first_for": "存根，大厅留存",
    "second": "第二联",
    "second_for": "交申请人",
    "number": "序号",
    "material": "材料",
    "copies": "份数",
    "received": "已收",
    "missing": "缺",
    "wanted": "需补正的内容",
    "tagged": "{name}（{necessity}）",
    "remark": "补正说明",
    "request": "请照“缺”一栏补齐，在补正截止日以前交来；不明白的，请打咨询电话。",
    "request_for_permit": "行政许可法第三十二条：当场或五个工作日内一次告知，逾期不告知即为受理。",
    "told_by": "告知人",
    "cut": "沿虚线裁开　　骑缝处盖章",
}
"""The words of the tick list of materials."""

"""The words of forms: what is filled in at the window (``kit.tick_list`` and the slips), and how a form is filled.

Numbers of days and articles have their source beside the module that prints them.
"""

DAY_TYPED = "([0-9]{4})[-年]([0-9]{1,2})[-月]([0-9]{1,2})日?"
"""A day as it may be typed for a blank, as a regular expression: 2026-12-05, 2026年12月5日."""

FILLING: dict[str, str] = {
    "no_blank": "《{title}》没有这一栏。可以填的有：{labels}。",
    "no_blanks": "《{title}》没有可以从命令行填写的栏目。",
    "private": "“{label}”请在印出来以后手写：姓名、证件号码、联系方式不从命令行填写。",
    "day": "“{label}”要写日期，如 2026-12-05。",
    "twice": "“{label}”写了两次，请只写一次。",
    "unprintable": "--fill 填进《{title}》的内容印不出来：字体没有其中的字，或者太长。请换一个写法，或者印出来以后手写。",
    "unfit": "--fill 填进《{title}》的内容里有{kinds}，没有打印。请删去，印出来以后手写。",
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
    "title_of": "{service}　{form}",
    "number_of_form": "编号",
    "item": "申请事项",
    "receipt": "收件编号",
    "accepted": "受理日期",
    "due": "应办结日期",
    "number": "序号",
    "material": "材料",
    "copies": "份数",
    "signed_for": "签收人",
    "signed_on": "签收日期",
    "seal": "（加盖专用印章）",
    "scan_guide": "扫码看指南",
    "scan_progress": "扫码查进度",
    "copies_of_form": "一式两份，一份交申请人，一份存档。",
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
    "received": "已收",
    "missing": "缺",
    "wanted": "需补正的内容",
    "tagged": "{name}（{said}）",
    "comma": "，",
    "remark": "补正说明",
    "request": "请照“缺”一栏补齐，在补正截止日以前交来；不明白的，请打咨询电话。",
    "request_for_permit": "行政许可法第三十二条：当场或五个工作日内一次告知，逾期不告知即为受理。",
    "told_by": "告知人",
    "cut": "沿虚线裁开　　骑缝处盖章",
}
"""The words of the tick list of materials."""

ACCEPTANCE: dict[str, str] = {
    "heading": "受理通知书（收件回执）",
    "code": "查询码",
    "decision": "处理",
    "taken": "收到材料，是否受理另行告知",
    "accepted": "材料齐全、符合要求，予以受理",
    "limit": "承诺时限",
    "received": "已收",
    "note": "备注",
    "clock": "时限从{start}起算。",
    "not_counted": "不计入时限的程序：{procedures}。",
    "look_up": "凭收件编号和查询码可以查办到了哪一步：上网查，或者到窗口查。查询码请不要告诉别人。",
}
"""The words of the notice of acceptance."""

CORRECTION: dict[str, str] = {
    "heading": "补正材料通知书",
    "text": "您提交的申请材料不齐全或者不符合要求，请照下表打勾的各项补正。需要补正的都在这里，一次说清。",
    "missing": "缺",
    "wanted": "需要补正的内容",
    "where": "交到哪里",
    "permit": "行政许可法第三十二条：材料不齐全或者不符合法定形式的，当场或者五个工作日内一次告知需要补正的全部内容；"
    "逾期不告知的，自收到材料之日起即为受理。",
}
"""The words of the notice of what has to be put right."""

EXTENSION: dict[str, str] = {
    "heading": "延期办理通知书",
    "text": "您申请的事项在原定时限内办不完，经批准延期，特此告知。",
    "due_before": "原应办结日期",
    "days": "延长天数",
    "due_now": "新的办结日期",
    "reason": "延期的理由",
    "basis": "依据",
    "approved_by": "批准人",
    "approved_on": "批准日期",
    "permit": "行政许可法第四十二条：二十日内不能作出决定的，经本行政机关负责人批准，可以延长十日，并应当把延长期限的理由"
    "告知申请人；法律、法规另有规定的除外。期限按工作日计算（第八十二条）。",
    "most": "最多延长{days}。",
    "complaint": "对延期有意见的，可以打投诉电话。",
}
"""The words of the notice of an extension."""

REFUSAL: dict[str, str] = {
    "heading": "不予受理通知书",
    "text": "您提出的申请，经审查决定不予受理，特此告知。",
    "cause": "原因",
    "no_permit": "依法不需要取得行政许可（行政许可法第三十二条第一款第一项）",
    "not_ours_by_law": "不属于本机关职权范围，请向有关行政机关申请（行政许可法第三十二条第一款第二项）",
    "not_needed": "这件事不需要办理",
    "not_ours": "不属于本机关职权范围，请向有权的机关申请",
    "conditions": "不符合受理条件",
    "other": "其他",
    "where": "可以去哪里办",
    "reason": "具体理由",
    "basis": "不予受理的依据",
    "service_basis": "事项依据",
    "basis_of": "《{title}》{article}",
    "redress": "不服怎么办",
    "appeal": "可以自收到本通知之日起六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼；"
    "法律规定应当先申请行政复议的，先申请行政复议",
    "other_way": "其他途径",
    "review_body": "复议机关",
    "court": "人民法院",
}
"""The words of the notice that an application is not accepted."""

DELIVERY: dict[str, str] = {
    "heading": "送达回证",
    "document": "送达的文书",
    "document_number": "文书编号",
    "recipient": "受送达人",
    "place": "送达地点",
    "manner": "送达方式",
    "in_person": "直接送达",
    "left": "留置送达",
    "post": "邮寄送达",
    "electronic": "电子送达（受送达人同意）",
    "entrusted": "委托送达",
    "public": "公告送达",
    "received_on": "收到日期",
    "signature": "收件人签章",
    "relation": "代收人和本人的关系",
    "refusal": "代收、拒收事由和日期",
    "witness": "见证人签名",
    "deliverer": "送达人签名",
    "remark": "备注",
    "how": "受送达人写明收到日期，签名或者盖章；签收的日期就是送达日期。本人不在的，交同住的成年家属签收，写明关系。"
    "拒绝签收的，送达人请见证人到场，写明拒收的事由和日期，由送达人、见证人签名或者盖章。",
}
"""The words of the proof of delivery."""

REGISTER_PAGE: dict[str, str] = {
    "heading": "办件登记簿",
    "window": "窗口",
    "month": "年月",
    "page": "页码",
    "applicant": "申请人",
    "contact": "联系方式",
    "applied": "申请日期",
    "accepted": "受理日期",
    "due": "应办结日期",
    "completed": "办结日期",
    "outcome": "结果",
    "extended": "延期天数和理由",
    "binding": "装订线",
    "guard": "一件一行，当天登记。登记簿里有个人信息，由专人保管，不外借，不拍照外传。",
}
"""The words of the page of the register."""

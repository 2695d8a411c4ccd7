"""The wording of guides (办事指南), for pages and posters alike: headings, labels, limits and places in words.

Data only. ``SECTIONS`` holds the headings, ``GUIDE`` all else; no key stands in both. Blanks in braces are filled in.
"""

from typing import NamedTuple


class Heading(NamedTuple):
    """The heading of a section, and a short form for a column of five characters where it needs one."""

    full: str
    short: str


SECTIONS: dict[str, Heading] = {
    "materials": Heading("需要带的材料", "所需材料"),
    "situations": Heading("按您的情况准备", "分情形准备"),
    "conditions": Heading("受理条件", "受理条件"),
    "exclusions": Heading("这些情况不予办理", "不予办理"),
    "steps": Heading("办理流程", "办理流程"),
    "online": Heading("网上办理渠道", "网上办理"),
    "limits": Heading("办理时限", "办理时限"),
    "fee": Heading("收费", "收费"),
    "more": Heading("更多信息", "更多信息"),
    "appointment": Heading("怎么预约", "怎么预约"),
    "redress": Heading("不批准怎么办", "不服怎么办"),
    "related": Heading("您可能还要办", "相关事项"),
    "basis": Heading("依据哪些规定", "依据"),
    "faq": Heading("常见问题", "常见问题"),
}

GUIDE: dict[str, str] = {
    "aliases": "也叫",
    "status_暂停": "暂停办理",
    "status_取消": "已取消",
    "status_更名": "已更名",
    "since": "自 {day} 起",
    "successor": "现在请办",
    # --- what residents ask first ------------------------------------------------------------------------------
    "who": "谁能办",
    "bring": "带什么",
    "how_long": "要多久",
    "how_much": "多少钱",
    "visits": "要跑几趟",
    "ask": "咨询电话",
    "channels": "网上办",
    "where": "去哪办",
    "when": "什么时候去",
    "no_materials": "不需要带任何材料",
    "materials_count": "{count} 种材料",
    "materials_between": "{fewest} 至 {most} 种材料，看您的情况",
    "free": "不收费",
    "visits_zero": "不用到现场",
    "visits_times": "{count} 次",
    # --- materials and steps -----------------------------------------------------------------------------------
    "copies": "{count} 份",
    "source": "来源",
    "blank_form": "空白表格",
    "example": "样表",
    "step_limit": "本环节",
    "step_limit_办完": "多久以内办完",
    "step_limit_开始": "多久以内开始",
    "step_limit_持续": "持续多久",
    # --- time limits -------------------------------------------------------------------------------------------
    "promised": "承诺时限",
    "statutory": "法定时限",
    "limit_basis": "依据",
    "clock_starts": "从什么时候算起",
    "extension": "最多延长",
    "extension_text": "延期只有一次，会书面告诉您原因。",
    "special_procedures": "特别程序",
    "special_counted": "计入时限的程序",
    "special_not_counted": "不计入时限的程序",
    "special_note": "（{note}）",
    "undecided": "现在还没有确定按工作日还是自然日计算，两种算法都列在这里，请以先到的日期为准。",
    "immediate": "即办（当场办结）",
    "unregulated": "法律法规未规定",
    "days": "{days}个{unit}",
    "months": "{number}个月",
    "years": "{number}年",
    "hours": "{number}小时",
    "readings": "／",
    # --- all else ----------------------------------------------------------------------------------------------
    "fee_basis": "收费依据",
    "fee_reduction": "减免",
    "fees": "分{count}项收费",
    "result": "办理结果",
    "delivery": "怎么拿到",
    "postage": "邮费",
    "postage_大厅付": "由我们付，您不用出",
    "postage_您付": "您付",
    "scope": "在哪里都能办",
    "book": "预约",
    "agent": "可否代办",
    "agent_yes": "可以",
    "agent_no": "不可以",
    "window": "办理窗口",
    "staff": "找谁办",
    "backup": "经办人不在时找",
    "complaint": "投诉电话",
    "body": "实施主体",
    "level": "行使层级",
    "type": "事项类型",
    "codes": "事项编码",
    "basis_title": "《{title}》",
    "basis_number": "（{number}）",
    "basis_source": "出处",
    "counter": "{number}号窗口",
    "counter_in_hall": "{hall}{counter}（{window}）",
}

MISSING: dict[str, str] = {
    "summary": "一句话说明",
    "reason": "原因",
    "who": "谁来办",
    "what": "做什么",
    "standard": "收费标准",
    "unit": "时限按工作日还是自然日",
    "of": "{name}（{what}）",
}
"""What is missing on a page (待补充), where the document has no label for it."""

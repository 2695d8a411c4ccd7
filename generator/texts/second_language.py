"""The second language of a hall: what is wrong with translations, fixed words in English, the form of what is composed."""

from typing import Literal

from generator.texts import guide, kit_notices, kit_windows, shared

BILINGUAL: dict[str, str] = {
    "title_of": "{service}（双语）",
    "prevails": "两种文字不一致的，以中文为准。",
    "papers": "材料 {numbers}",
    "absent": "还没有双语的办事指南。请在 translations.yml 里写上文字（language）和译文：事项名称有译文、要译的都译全了，"
    "才印得出；还缺哪些，gongshi check 会列出来。",
}
"""The words of a guide in two languages."""

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "translations/twice": ("error", "{text}的译文写了两次，不知道用哪一个。请只留一个。", ""),
    "translations/unknown": (
        "reminder",
        "{text}在内容里找不到，这条译文用不上。请照内容文件里的原文一字不差地写；原文改过的，译文也要重新核对；不再用的，删去这一条。",
        "",
    ),
    "translations/near": (
        "reminder",
        "{text}在内容里找不到，这条译文用不上，只有一处和它差不多。请和原文核对；原文改过的，译文也要重新核对。",
        "text: {near}",
    ),
    "translations/guide": (
        "reminder",
        "{title}的名称有译文，但双语办事指南还印不出来，缺 {count} 条译文：{texts}。请补上；不印双语办事指南的，不用管。",
        "",
    ),
    "translations/notice": (
        "reminder",
        "{title}的标题有译文，正文还有 {count} 段没有译文，所以张贴件上只印中文：{texts}。请补上；只印中文的，删去标题的译文。",
        "",
    ),
}
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

ENGLISH: dict[str, str] = {
    shared.GUIDES: "Service Guide",
    BILINGUAL["prevails"]: "If the two versions differ, the Chinese version prevails.",
    # --- windows, index, notices -----------------------------------------------------------------------------------
    kit_windows.WINDOW["counter"]: "Window",
    kit_windows.DESK_SIGN["post"]: "Post",
    kit_windows.DESK_SIGN["phone"]: "Phone",
    shared.SUPERVISION_PHONE: "Complaints",
    kit_notices.INDEX["title"]: "Directory of Services",
    kit_notices.INDEX["under"]: "Find your service, then go to the window with its number",
    kit_notices.NOTICE["period"]: "Period",
    kit_notices.NOTICE["objection"]: "Questions to",
    kit_notices.NOTICE["basis"]: "Legal basis",
    kit_notices.NOTICE["names_basis"]: "Basis for naming",
    "公示": "Public Notice",
    "公告": "Announcement",
    "通知": "Notice",
    # --- guides ----------------------------------------------------------------------------------------------------
    guide.GUIDE["who"]: "Who can apply",
    guide.GUIDE["bring"]: "What to bring",
    guide.GUIDE["how_long"]: "How long",
    guide.GUIDE["how_much"]: "Fee",
    guide.GUIDE["visits"]: "Visits",
    guide.GUIDE["where"]: "Where to go",
    guide.GUIDE["when"]: "Opening hours",
    guide.GUIDE["ask"]: "Enquiries",
    guide.GUIDE["channels"]: "Online",
    guide.GUIDE["complaint"]: "Complaints",
    guide.GUIDE["result"]: "Result",
    guide.GUIDE["no_materials"]: "No documents are needed",
    guide.GUIDE["free"]: "Free of charge",
    guide.GUIDE["visits_zero"]: "No visit is needed",
    guide.GUIDE["immediate"]: "On the spot",
    guide.SECTIONS["conditions"].full: "Conditions",
    guide.SECTIONS["exclusions"].full: "When an application is refused",
    guide.SECTIONS["materials"].full: "Documents to bring",
    guide.SECTIONS["situations"].full: "Which documents in your case",
    guide.SECTIONS["steps"].full: "How it goes",
    # --- words that records choose from ----------------------------------------------------------------------------
    "个人": "individuals",
    "企业": "companies",
    "其他组织": "other organisations",
    "必要": "required",
    "非必要": "if applicable",
    "容缺后补": "may follow later",
    "原件": "original",
    "复印件": "copy",
    "原件和复印件": "original and copy",
    "原件核验": "original, for checking",
}
"""Chinese words as they stand on sheets -> English."""

_DAY = "([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日"

ENGLISH_PATTERNS: dict[str, str] = {
    "1个工作日": "1 working day",
    "([0-9]+)个工作日": "{0} working days",
    "1个自然日": "1 day",
    "([0-9]+)个自然日": "{0} days",
    "1个月": "1 month",
    "([0-9]+)个月": "{0} months",
    "1年": "1 year",
    "([0-9]+)年": "{0} years",
    "1小时": "1 hour",
    "([0-9]+)小时": "{0} hours",
    "1 份": "1 copy",
    "([0-9]+) 份": "{0} copies",
    "1 种材料": "1 document",
    "([0-9]+) 种材料": "{0} documents",
    "([0-9]+) 至 ([0-9]+) 种材料，看您的情况": "{0} to {1} documents, depending on your case",
    "1 次": "1 visit",
    "([0-9]+) 次": "{0} visits",
    "(.+?)([0-9]+)号窗口（(.+)）": "Window {1} ({2}), {0}",
    "材料 ([0-9、]+)": "documents {0}",
    _DAY: "{0}-{1}-{2}",
    f"({_DAY})至({_DAY})": "{0} to {4}",
}
"""What is composed of numbers, names and these words, as a regular expression -> the same in English, of the parts in English."""

LISTED: dict[str, str] = {"、": ", ", "／": " / ", "：": ": ", "　": "  "}
"""What parts a list of words in Chinese -> in the other language."""

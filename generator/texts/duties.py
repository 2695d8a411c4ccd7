"""The words of the disclosure catalogue (公开标准目录): how a row stands, its table, page and calendar."""

VILLAGE_LAW = "村民委员会组织法"
VILLAGE_FINANCES = ("财务", "收支", "财政")
"""By which rows are known that have the limits of that law, and which of them are finances."""

ON_REQUEST, ON_ITS_OWN = "依申请", "主动"
"""How a way of publishing is called that nobody has to begin with, and how one that the hall begins."""

NAMED: dict[str, str] = {"elsewhere": "别处"}

STATE_NAMES: dict[str, str] = {
    "overdue": "逾期没有公开",
    "soon": "30天内到期",
    "look": "要人看",
    "later": "还没到期",
    "met": "已公开",
    "others": "不用本单位主动公开",
}
"""State -> its heading."""

WHY: dict[str, str] = {
    "level": "公开层级是{levels}",
    "on_request": "依申请公开，不计时",
    "unread": "公开时限的说法程序看不懂，请写“时限按此算”（count_as）",
    "no_limit": "没有写公开时限",
    "unanswered": "没有写由什么公开，请写“对应内容”（answered_by）",
    "not_yet": "对应的内容现在都没有公开",
    "no_day": "对应的内容没有日期，看不出这一期公开了没有",
    "no_calendar": "{formed}起算，那一年的节假日安排还不知道",
    "shown": "一直在公开",
    "not_shown": "应当长期公开，现在没有",
    "formed": "{formed}形成或变更，{days}个{unit}内公开",
    "formed_today": "{formed}形成或变更，当天公开",
    "checked": "一直在公开，{day}核对过",
    "late": "{day}公开，晚于{by}",
    "published": "{day}公开",
    "missed": "{first}至{last}没有公开",
    "in_turn": "{first}至{last}要公开一次",
}
"""How a state came about."""

TABLE: dict[str, str] = {
    "none": "还没有公开标准目录。有表格的，运行 gongshi import catalogue 表格文件；没有的，运行 gongshi new catalogue 编号。",
    "errors_first": "没有核对公开事项。请先改正以上内容，再运行一次。",
    "head": "{state}（{count}项）",
    "no_due": "没有日期  ",
    "of": "{number} {item}",
    "count": "{count}项",
    "cut": "…",
    "total": "公开事项{all}项：{parts}。",
    "part": "{state}{count}项",
    "between": "，",
    "between_names": "：",
    "files": "内部用的公开台账：{page}；带提醒的日历：{calendar}",
}
"""The lines of the terminal."""

PAGE: dict[str, str] = {
    "title": "公开台账",
    "internal": "内部使用，不对外公布",
    "file": "公开台账.html",
    "calendar_file": "公开到期日历.ics",
    "lead": "按公开标准目录逐项核对：哪些逾期，哪些快到期，哪些要人看。把日历文件导入手机或电脑的日历，到期前会提醒。",
    "number": "序号",
    "item": "公开事项",
    "limit": "公开时限",
    "due": "最晚哪天",
    "last": "最近一次",
    "why": "情况",
    "none": "——",
    "from": "{day}起",
    "foot": "{day}的情况，由 gongshi duties 生成。",
}
"""The page for the staff."""

CALENDAR: dict[str, str] = {
    "name": "{hall} 公开到期",
    "summary": "公开到期：{item}",
    "overdue": "已逾期，请补公开：{item}",
    "basis": "公开依据：{words}",
    "limit": "公开时限：{words}",
    "channels": "公开渠道：{words}",
    "reminder": "{days}天后到期：{item}",
    "today": "今天到期：{item}",
}
"""The calendar."""

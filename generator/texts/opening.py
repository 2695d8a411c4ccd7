"""Words about opening hours: how a timetable is told, and why a day is not as usual."""

from typing import Final, Literal

OPENING: dict[str, str] = {
    "make_up": "调休上班日",
    "closure": "{who}{days}{what}{reason}",
    "of_window": "“{name}”窗口",
    "between": "{first}至{last}",
    "day": "{month}月{day}日（周{weekday}）",
    "closed": "不办理",
    "only": "只在 {times} 办理",
    "because": "（{reason}）",
    "days": "周{day}",
    "days_between": "周{first}至周{last}",
    "every_day": "每天",
    "line": "{days}{times}",
    "time": "{opens}—{closes}",
    "clock": "{hour}:{minute:02}",
    "comma": "，",
    "and": "、",
    "lines": "；",
    "no_holidays": "法定节假日除外",
    "holidays_too": "法定节假日不休",
    "make_up_too": "调休上班日照常",
    "season": "{since[0]}月{since[1]}日至{until[0]}月{until[1]}日{week}",
}
"""How hours are told."""

UNREAD: dict[str, str] = {
    "days": "没有写星期几",
    "times": "没有写几点到几点",
    "week-end": "{at}跨过了星期天，请分开写",
    "repeated": "{at}里的日子写了两次",
    "clock": "{at}不是钟点，或者和上午、下午对不上",
    "half": "{at}分不清是上午还是下午",
    "backwards": "{at}里关门不比开门晚，过半夜的请分两天写",
    "overlap": "{at}和前面的时间重叠",
    "season": "{at}没有说从几月几日到几月几日，请写在 timetable 的 seasons 里",
    "rest": "不认识{at}",
    "date": "没有写几月几日",
    "year": "没有写哪一年",
    "no-day": "没有这一天",
    "dates": "最后一天比第一天早",
    "season-dates": "没有写几月几日至几月几日",
}
"""Why a line of opening hours is not understood."""

DOOR_SHEET: dict[str, str] = {
    "title": "开放时间",
    "urgent": "急事",
    "or": "，",
    "changes": "这些天有变动",
    "none": "这段时间照常开放",
    "valid": "管到",
}
"""The sheet at the door."""

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "hours/week": (
        "error",
        "“{title}”里的{value}读不懂：{why}。应写星期几和几点到几点。",
        "周一至周五 9:00-12:00，13:30-17:00",
    ),
    "hours/season": (
        "error",
        "“{title}”里的{value}读不懂：{why}。应写每年几月几日至几月几日、星期几和几点到几点。",
        "06-01至09-30 周一至周五 8:30-12:00，15:00-18:00",
    ),
    "hours/exception": (
        "error",
        "“{title}”里的{value}读不懂：{why}。应写哪一天或哪几天，休息还是几点到几点，括号里写原因。",
        "2027-01-05 休息（系统升级）",
    ),
    "hours/words": (
        "reminder",
        "“{title}”里的{value}程序读不懂：{why}。页面照原文写，不能告诉居民现在开不开门。可以另写 timetable。",
        'timetable: {{weekly: ["周一至周五 9:00-12:00，13:30-17:00"]}}',
    ),
    "hours/differ": ("reminder", "“{title}”的文字和 timetable 写的时间不一样。请核对，改写错的一处。", ""),
}
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

HOURS_SPAN: Final = r"(?:上午|下午|中午|晚上)?\d{1,2}[:：]\d\d\s?[—–~～至到-]{1,2}\s?\d{1,2}[:：]\d\d"
"""A regular expression for hours from one time to another, however it is written: 上午8:30—12:00, 8：30至12：00."""

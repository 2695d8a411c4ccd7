"""The words of calendars that residents subscribe to."""

CALENDAR: dict[str, str] = {
    "hours": "{name}开放时间",
    "notices": "{name}公示公告",
    "open": "{name}开门",
    "closed": "{name}休息",
    "unsettled": "{name}开不开门还没有定",
    "because": "{what}（{reason}）",
    "notice": "{kind}：{title}",
}
"""Names of calendars, and what an event says."""

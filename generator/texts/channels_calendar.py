"""The words of calendars that residents subscribe to."""

CALENDAR: dict[str, str] = {
    "hours": "{name}开放时间",
    "notices": "{name}公示公告",
    "open": "{name}开门",
    "open_because": "{name}开门（{reason}）",
    "closed": "{name}休息",
    "closed_because": "{name}休息（{reason}）",
    "unsettled": "{name}开不开门还没有定",
    "unsettled_because": "{name}开不开门还没有定（{reason}）",
    "notice": "{kind}：{title}",
}
"""Names of calendars, and what an event says."""

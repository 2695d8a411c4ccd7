"""The words of the feeds that residents and other sites subscribe to."""

FEED: dict[str, str] = {
    "news": "{name}：公示公告和办理结果",
    "changes": "{name}：办事指南、制度和一件事的变动",
    "posted": "{kind}（{since}至{until}）。",
    "results": "办理结果",
    "bundle": "一件事",
    "verified": "核对过内容（{day}）。",
    "state": "{state}（{day}起）。",
    "adopted": "通过（{day}）。",
    "effective": "施行（{day}起）。",
}
"""Titles of feeds, and the one sentence of an entry."""

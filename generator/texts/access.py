"""What guides say of appointments, of who provides a paper, of review and court; and the messages about them."""

from typing import Literal

ACCESS: dict[str, str] = {
    "by_您带": "您带来",
    "by_窗口联网查": "窗口联网查",
    "by_电子证照": "出示电子证照",
    "by_书面承诺": "可以书面承诺",
    "else": "；不成的，",
    "booking": "要先预约",
    "no_booking": "不用预约，直接来",
    "book": "可以预约",
    "how": "：",
    "phone": "预约电话",
    "review": "申请行政复议：{body}",
    "review_term": "从知道决定那天起60日内（行政复议法第二十条；法律规定的时间更长的，按那个规定）。",
    "court": "向法院起诉：{body}",
    "court_term": "从知道决定那天起6个月内（行政诉讼法第四十六条；法律另有规定的除外）。",
    "court_after_review": "先申请了复议的，收到复议决定书之日起15日内（行政诉讼法第四十五条；法律另有规定的除外）。",
}
"""Appointments, who provides a paper, and what can be done against the outcome. The articles are those of the law."""

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "redress/choice": ("error", "应写复议机关（review）或者法院（court）。", "redress: {{review: 某某县人民政府}}"),
    "redress/no-act": (
        "reminder",
        "“{type}”一般不是行政行为，不能复议、诉讼。请核对事项类型（type）或者复议和诉讼（redress）。",
        "",
    ),
}
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

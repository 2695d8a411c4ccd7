"""Words about known changes (已知的变化): what is said of a guide that has not followed one, and how one is cited."""

from typing import Literal

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "change/wrong": ("error", "{name}的{where}{found}{sentence}。{say}，{since}起不能再这样写。出处：{source}；规则 {id}。", "{instead}"),
    "change/outdated": ("reminder", "{name}的{where}{found}{sentence}。{say}（{since}起）。出处：{source}；规则 {id}。请核对后改正。", "{instead}"),
    "change/coming": ("reminder", "{name}的{where}{found}{sentence}。{since}起要变：{say}。出处：{source}；规则 {id}。{doubt}请在那天以前复核；复核日期（review）定在那天以前的，不再提醒。", "{instead}"),
    "change/unconfirmed": ("reminder", "线索，{name}的{where}{found}{sentence}。{say}（{since}起）。出处：{source}；规则 {id}。{doubt}", "{instead}"),
    "change/search": ("error", "一条变化要写 find 和 within（找什么字、在哪里找），或者写 services 和 longest（哪些事项、时限最长多久，如 3个工作日）。", ""),
    "change/left-out": ("reminder", "没有编号为{id}的变化，可能已经撤掉，或者写错了。请核对 left_out 里的编号；不要的请删去。", ""),
}  # fmt: skip
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

SAID: dict[str, str] = {
    "has": "里有{phrase}",
    "is": "是{phrase}",
    "or": "或",
    "unwritten": "还没有写",
    "at_most": "，最长{longest}",
    "day": "{day.year}年{day.month}月{day.day}日",
    "title": "《{title}》",
    "between": "，",
    "sentence": "，原话是{sentence}",
    "doubt": "这一条还没有核对到原文，请先核对。",
}
"""The parts of messages about known changes."""

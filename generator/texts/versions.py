"""Words about changes that take effect on a day known ahead (定好日子的改动)."""

from typing import Final, Literal

CHECKS: Final[dict[str, tuple[Literal["error", "gap", "reminder"], str, str]]] = {
    "version/fixed": ("error", "{field} 不能到某一天再改。请从“改成”里删去这一行。", ""),
    "version/until": (
        "error",
        "“到哪天止”{until}比“从哪天起”{since}还早。请改正其中一个；一直改下去的，整行删去“到哪天止”。",
        "",
    ),
    "version/same-day": ("error", "前面已有一项改动从 {since} 起。同一天的改动请写在同一项里。", ""),
}
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

COMING: dict[str, str] = {
    "head": "定好日子的改动 {count} 项：",
    "begins": "  {day}起 {record}：{note}（改 {fields}）",
    "begins_plain": "  {day}起 {record}：改 {fields}",
    "ends": "  {day}起 {record}：一项改动到期，换回 {fields}",
    "unapproved": "{line}（还没有批准，到那天不换）",
    "sheets": "{day}要换上的海报 {count} 份，可以先印好：gongshi posters {names} --today {iso}",
    "take_down": "{day}要撤下的海报 {count} 份：",
    "day": "{day.year}年{day.month}月{day.day}日",
    "between": "、",
}
"""Told by ``gongshi check`` and ``gongshi build``: what will change, and which sheets to hang on that day."""

TOLD: dict[str, str] = {
    "from": "自{since.year}年{since.month}月{since.day}日起：{note}",
    "between": "{since.year}年{since.month}月{since.day}日至{until.year}年{until.month}月{until.day}日：{note}",
}
"""What residents read on the page of a service before a change."""

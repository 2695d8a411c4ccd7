"""The words of bundles (一件事): headings, and the messages of their checks."""

from typing import Literal

BUNDLE_SECTIONS: dict[str, str] = {
    "ended": "先看：有的事已经变了",
    "services": "要办这些事，按先后",
    "materials": "一共带这些材料",
    "windows": "依次到这些窗口",
    "elsewhere": "不在我们这里办的",
    "note": "说明",
    "basis": "依据",
}
"""Section -> heading."""

BUNDLE_SHEET_SECTIONS: dict[str, str] = {
    "services": "办这些事",
    "materials": "一共带",
    "windows": "依次到",
    "elsewhere": "别处办",
    "note": "说明",
    "basis": "依据",
}
"""Section -> heading on the sheet, where it stands beside the first line."""

BUNDLE_SHEET: dict[str, str] = {
    "over": "{hall}　一件事，材料只带一份",
    "phone": "咨询电话",
    "unfit": "《{title}》不印：里面有已经不办或者找不到的事项：{names}。请先在 bundles 里改好 services。",
}
"""The sheet of a bundle."""

BUNDLE: dict[str, str] = {"and": "、", "for": "用于", "window": "{number}号窗口　{name}"}
"""The other words."""

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "bundle/ended": (
        "reminder",
        "一件事里的{name}已经{state}，页面上不再列出。请换成现在的事项，或者删去。",
        "{successor}",
    ),
    "bundle/services": ("reminder", "没有写这件事里的事项（services）。", "services: [linshi-jiuzhu]"),
    "bundle/repeated": ("error", "事项{id}写了两次。请删去一个。", ""),
    "bundle/life-event": ("error", "生活事件{value}不在 site.yml 的 life_events 里。", ""),
}
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

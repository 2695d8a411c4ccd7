"""The words of government sites: their footer, the kinds of their columns, and the messages about their numbers."""

from typing import Literal

GOVERNMENT_SITE: dict[str, str] = {
    "sponsor": "主办：{name}",
    "operator": "承办：{name}",
    "contact": "网站联系电话：{name}",
    "code": "网站标识码：{name}",
    "mark": "党政机关网站标识",
    "faults": "我为政府网站找错",
    "service": "办事服务",
    "disclosure": "信息公开",
}
"""What the footer says; the last two are kinds of columns."""

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "field/site-code": (
        "error",
        "“{title}”应为10位数字，或者 bm 加8位数字，实际为{value}。还没有的整行删去。",
        '{field}: "0000000000"',
    ),
    "field/page-pattern": (
        "error",
        "“{title}”应为以 https:// 或 http:// 开头的网址，域名后面有一处 {{path}}，没有空格和引号，实际为{value}。",
        '{field}: "https://county.example/col/{{path}}"',
    ),
    "field/folder-address": (
        "error",
        "“{title}”应为一个文件夹的网址，里面没有 ? 和 #，实际为{value}。",
        "{field}: https://county.example/gongshi/",
    ),
    "field/host": (
        "error",
        "“{title}”应只写到域名，以 https:// 或 http:// 开头，后面不要斜线，实际为{value}。",
        "{field}: [https://county.example]",
    ),
    "field/icp-number": (
        "error",
        "“{title}”应照备案证写：省、自治区、直辖市的简称，ICP备，数字，号，实际为{value}。还没有的整行删去。",
        "{field}: 某ICP备00000000号-1",
    ),
    "field/police-number": (
        "error",
        "“{title}”应照公安机关备案的写：省、自治区、直辖市的简称，公网安备，14位数字，号，实际为{value}。还没有的整行删去。",
        "{field}: 某公网安备00000000000000号",
    ),
}
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

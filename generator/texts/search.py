"""The wording of the search box, and the words of a query that are ignored because they name nothing."""

from typing import Final

from generator.texts.shared import GUIDES

SEARCH_WORDS: Final[dict[str, str]] = {
    "list": "搜索建议",
    "suggestions": "有{n}条建议，按上下键选择",
    "no_suggestions": "没有建议",
    "all": "查看全部{n}条结果",
    "count": "“{q}”找到{n}条结果",
    "group": "{kind}（{n}）",
    "more": "显示其余{n}条",
    "none": "没有找到“{q}”",
    "none_help": "换个短一点的说法再试试，比如“低保”“医保”；也可以：",
    "browse": "按窗口查看全部事项",
    "call": "打电话问一问：{phone}",
    "prompt": "想办什么事？写几个字就能找到，写拼音也行。",
    "failed": "搜索数据没有取到，请检查网络后再试。",
    "also": "也叫“{alias}”",
    "code": "事项编码 {code}",
    "window": "{window}窗口",
    "service": GUIDES,
    "regulation": "规章制度",
    "material": "材料",
    "notice": "公示公告",
    "page": "页面",
}
"""Every word that the script shows. {n} {q} {kind} {phone} {alias} {code} {window} are filled in by the script; the last five
keys name the kinds."""

SUCCESSOR_NOTE: Final = "{note}，现办{name}"
"""Note on a service that is no longer offered and has a successor."""

NOTICE_SUMMARY: Final = "{kind} {since} 至 {until}"
"""The line below the title of a notice."""

STOP_PHRASES: Final = (
    "怎么办理 怎么办 怎么申请 怎么弄 怎么领 怎么交 怎么补 怎么 怎样 如何办理 如何申请 如何 "
    "要什么材料 需要什么材料 带什么材料 需要哪些材料 要哪些材料 什么材料 哪些材料 需要材料 "
    "所需材料 要带什么 带什么 要什么 是什么 什么时候 什么 哪些 哪里办 在哪里 在哪儿 在哪办 "
    "去哪里 去哪儿 去哪办 去哪 哪里 哪儿 哪个窗口 几号窗口 多少钱 收费吗 要钱吗 多少 多久 "
    "多长时间 几天 需要 能不能 可不可以 可以 是不是 有没有 办理 申请 材料 流程 手续 条件 "
    "请问 我想 我要 想问 咨询一下 帮我 我家 家里 我们 你们 应该 找谁 谁管 办个 的话"
)
"""Phrases that say how a question is asked, not what it is about; taken off before a question is matched again."""

STOP_EDGES: Final = ("我你他她要想去能给请问把在有个办", "的了吗呢啊呀吧么")
"""Characters that are taken off the start and off the end of what then remains."""

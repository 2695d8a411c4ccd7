"""The wording of the search box and of the page of results."""

from typing import Final

from generator.texts.shared import GUIDES

SEARCH_WORDS: Final[dict[str, str]] = {
    "list": "搜索建议",
    "suggestions": "有{n}条建议，按上下键选择",
    "no_suggestions": "没有建议",
    "all": "查看全部{n}条结果",
    "count": "“{q}”找到{n}条结果",
    "named": "名称对上的（{n}）",
    "more": "显示其余{n}条",
    "none": "没有找到“{q}”",
    "none_named": "没有事项或者材料叫“{q}”",
    "none_help": "可能不归这里办。换个短一点的说法再试试，比如“低保”“医保”；也可以：",
    "more_help": "看看怎么办",
    "office": "“{word}”可能不归这里办，一般找：{who}",
    "office_help": "拿不准的，可以打12345，或者问县政务服务中心。",
    "mentions": "正文里提到",
    "guesses": "没有完全对上，您是不是想找",
    "used": "常办的事",
    "searching": "正在正文里找……",
    "look": "正文里也找一找",
    "no_mentions": "正文里没有别的提到。",
    "lost": "没有取到，请检查网络再试。",
    "why_heard": "读音相近：{name}",
    "why_slip": "写法相近：{name}",
    "why_hidden": "也有人说“{name}”",
    "why_means": "“{word}”说的是“{mean}”",
    "browse": "按窗口查看全部事项",
    "call": "打电话问一问：{phone}",
    "also": "也叫“{alias}”",
    "code": "事项编码 {code}",
    "at_window": "{window}窗口",
    "service": GUIDES,
    "bundle": "一件事",
    "regulation": "规章制度",
    "material": "材料",
    "notice": "公示公告",
    "window": "窗口",
    "result": "办理结果",
    "disclosure": "村务和财务公开",
    "page": "页面",
}
"""Every word that the script shows. What stands in braces is filled in by the script; the last nine keys name the kinds."""

CARD_TITLES: Final[dict[str, str]] = {
    "hours": "什么时候开门",
    "address": "在哪里、怎么去",
    "phone": "打电话问",
    "parking": "停车",
    "access": "有哪些便民服务",
    "progress": "查办理进度和结果",
    "complaint": "投诉、提意见",
    "forms": "空白表格、办事指南",
    "window": "{number}号窗口",
}
"""Titles of the cards about the hall."""

CARD_WORDS: Final[dict[str, str]] = {
    "hours": "办公时间",
    "address": "地址",
    "directions": "怎么去",
    "phone": "电话",
    "problem_desk": "办不成事反映窗口",
    "elderly_desk": "老年人优先窗口",
    "complaint_phone": "监督电话",
    "hotline": "政务热线",
    "box": "意见箱",
    "progress": "凭回执上的收件编号和查询码，在网上查办到哪一步了。",
    "forms": "可以自己下载、打印；窗口也有，不收钱。",
}
"""Labels and sentences on the cards."""

PAGE_TERMS: Final[dict[str, tuple[str, ...]]] = {
    "supervision/": ("监督投诉", "投诉电话", "监督电话", "举报电话", "意见箱", "投诉渠道", "投诉怎么处理"),
    "ratings/": ("好差评", "评价", "满意度", "群众评价", "打分", "怎么评价"),
    "posters/": ("下载海报", "打印指南", "下载指南", "空白表格", "表格下载", "申请表下载", "海报"),
    "results/": ("办结率", "按时办结率", "办件量", "办件统计", "结果公示", "办结情况", "办件公开"),
    "results/lookup/": ("查进度", "进度查询", "查询进度", "结果查询", "办件查询", "收件编号", "查询码"),
    "services/": ("全部事项", "所有事项", "能办什么", "办事清单", "事项清单", "按窗口找"),
    "by-audience/": ("按对象找", "企业能办什么", "个人能办什么", "企业办事", "谁能办"),
    "by-event/": ("按人生大事找", "按事情找", "人生大事", "生活事件"),
    "materials/": ("材料清单", "全部材料", "要带的材料"),
    "regulations/": ("规章制度", "制度上墙", "全部制度"),
    "notices/": ("公告", "公示", "通知", "公示公告"),
    "open-data/": ("数据下载", "下载数据", "数据接口", "数据文件"),
}
"""Address of a page that is no record -> what else it is called."""

PASSAGES: Final[dict[str, str]] = {
    "summary": "简介",
    "material": "说明",
    "duties": "窗口职责",
    "handling": "投诉怎么处理",
    "preamble": "前言",
    "article": "条文",
    "result": "办理结果",
}
"""Where on a page a passage stands, if no heading of the page says so."""

SUCCESSOR_NOTE: Final = "{note}，现办{name}"
"""Note on a service that is no longer offered and has a successor."""

NOTICE_SUMMARY: Final = "{kind} {since} 至 {until}"
"""The line below the title of a notice."""

"""What ``gongshi search`` tells a clerk, and what is wrong with synonyms.yml."""

from typing import Final, Literal

TOLD: Final[dict[str, str]] = {
    "read_as": "也按这些说法找：{forms}",
    "card": "最上面是卡片：{title}",
    "office": "提示：“{word}”可能不归这里办，一般找{who}",
    "answers": "名称对上的（{count}）：",
    "mentions": "正文里提到（{count}）：",
    "more_mentions": "正文里提到（{count}，居民点“正文里也找一找”才看到）：",
    "guesses": "没有完全对上，您是不是想找（{count}）：",
    "line": "{title}　{url}　（{reasons}）",
    "rest": "  还有 {count} 个，这里不列。",
    "and": "；",
    "nothing": "什么也没有找到。居民这样说某件事的，请在 content/synonyms.yml 里写上。",
    "remedy_office": "这件事其实归这里办的，请把这个叫法写进那个事项的 aliases（别名）。",
    "remedy": "名称没有对上。居民这样说某件事的，请在 content/synonyms.yml 里写上，或者写进那个事项的 aliases（别名）。",
}
"""Headings and lines."""

ROLES: Final = ("名称", "别名", "搜索词", "窗口或分类")
"""What a name is to the page that it found; see ``Hit.role``."""

WHY: Final[dict[str, str]] = {
    "exact": "{kind}就是“{name}”",
    "prefix": "是{kind}“{name}”的开头",
    "part": "{kind}“{name}”里有这几个字",
    "order": "{kind}“{name}”里依次有这几个字",
    "pieces": "{kind}“{name}”里有这些词",
    "partly": "{kind}“{name}”里有其中一部分",
    "named": "这句话里有{kind}“{name}”",
    "pinyin": "{kind}“{name}”的拼音",
    "initials": "{kind}“{name}”的拼音首字母",
    "slip": "和{kind}“{name}”差一两处",
    "heard": "和{kind}“{name}”读音相近",
    "code": "事项编码 {name}",
    "text": "{label}：{text}",
    "means": "“{word}”说的是“{mean}”",
}
"""How a page was matched -> what is said of it."""

CHECKS: Final[dict[str, tuple[Literal["error", "gap", "reminder"], str, str]]] = {
    "synonyms/unknown": (
        "error",
        "没有哪个事项、材料、制度、窗口的名称里有{means}，这个叫法找不到东西。请写名称里的几个字；没有这件事的，删去这一行。",
        "",
    ),
    "synonyms/twice": (
        "error",
        "{word}写了两次。一个叫法只写一次，说的是几件事的，都写在 means 里。",
        "",
    ),
    "synonyms/none": (
        "reminder",
        "有 {count} 个事项只能用正式名称搜到（如 {names}）。居民平时怎么说，请写进事项的 aliases（别名），或者 content/synonyms.yml。",
        "aliases: [低保]",
    ),
}
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

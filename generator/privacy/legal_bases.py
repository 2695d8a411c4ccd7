"""Tells whether a text names the document that requires a name to be published, rather than 按有关规定."""

import re

_DOCUMENT = re.compile(
    "[一-鿿]{2}(?:法|条例|规定|规则|规程|细则|办法|意见|通知|决定|章程|目录|方案|标准|制度|公约)|[〔《第]"
)
_VAGUE = re.compile(
    "(?:按照?|依照?|依据|根据|遵照)?(?:国家|有关|相关|上级|法律|法规|政策|文件|规定|要求|通知|的)*[。；，]?"
)


def names_a_document(text: str) -> bool:
    """Whether ``text`` has the name or the number of a law, a rule or a notice."""
    return _DOCUMENT.search(text) is not None and not _VAGUE.fullmatch(text)

"""Finds numbers of QQ and names of WeChat (微信) beside their label, however the label is written.

What stands behind 微信 and is no account (公众号, 小程序, 支付) has Han between, so it does not match.
"""

import re
from collections.abc import Iterator

from generator.privacy.finding import Hit

_EDGE = "(?<![0-9A-Za-z])"
_QQ = rf"{_EDGE}[QqＱｑ][\s-]{{0,2}}[QqＱｑ]|扣扣|企鹅(?=号)|{_EDGE}[QqＱ](?=号)|(?<=加)[QqＱ]"
_WECHAT = (
    rf"微信|薇信|威信(?=号)|徽信|{_EDGE}[Vv]信|(?<=加)[微vV](?![一-鿿])|{_EDGE}[Ww][Ee][Cc][Hh][Aa][Tt]"
    rf"|{_EDGE}[VvWw][Xx](?![A-Za-z])"
)
_BETWEEN = r"(?:同?号码?|账号|帐号|ID|id)?[\s:：=（(【\[“\"'*|,，<>/]{0,8}(?:是|为)?[\s:：]{0,2}"
_FIGURE = "0-9０-９一二三四五六七八九"
_NUMBER = (
    r"(?!(?:19|20)[0-9]{2}[-./年][0-9]{1,2}[-./月])"
    rf"(?!0)[{_FIGURE}](?:[ -]?[{_FIGURE}〇零洞幺拐勾两]){{4,10}}(?![0-9])"
)
_NAME = r"[A-Za-z](?=[A-Za-z_-]{0,19}[0-9_-])[A-Za-z0-9_-]{5,19}(?![0-9A-Za-z_-])"
_SIGN = re.compile(
    r"[QqＱｑVvWw扣企微薇威徽](?:(?<![QqVvWw])|(?<![0-9A-Za-z].))(?:(?=[\s\-QqＱｑ号信XxEe扣鹅])|(?<=加.))"
)
"""Where a label may begin, with what may follow there; a search for a class of characters passes over all others."""
_ACCOUNT = re.compile(rf"(?:{_QQ}){_BETWEEN}(?P<number>{_NUMBER})|(?:{_WECHAT}){_BETWEEN}(?P<name>{_NUMBER}|{_NAME})")
_IN_LINK = re.compile(r"uin=(?<=[?&;]uin=)(?P<number>[1-9][0-9]{4,10})")


def find_chat_accounts(text: str) -> Iterator[Hit]:
    """Accounts behind 扣扣, QQ, VX, wx, 微信 and the like, and those that a link opens a chat with."""
    behind_labels = (_ACCOUNT.match(text, sign.start()) for sign in _SIGN.finditer(text))
    for found in (*filter(None, behind_labels), *_IN_LINK.finditer(text)):
        yield Hit(*found.span(found.lastgroup or 0), "labelled-number")

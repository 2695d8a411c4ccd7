"""Finds the place of a home given by its coordinates: 住址坐标 …, 张某家 经度 … 纬度 ….

Coordinates of which nothing says that somebody lives there are those of a parcel, an office or a bus stop.
"""

import re
from collections.abc import Iterator

from generator.privacy.disguise import fold
from generator.privacy.finding import Hit

_SIGN = re.compile("[坐经經纬緯位](?=[标標度置0-9０-９:： hＨ(（])")
_HOME = (
    r"(?:家庭|住址|住所|住宅|住处|住處|居住地?|户籍地?|户主|家住|自家|我家|家里|家中|老家"
    r"|(?<![一-鿿])家|(?:某{1,2}|[*＊]{1,3})(?:[一-鿿]{1,2})?家)"
)
_MINUTES = "[0-9]{1,2}(?:\\.[0-9]+)? ?['′’‘分,]"
_SECONDS = '[0-9]{1,2}(?:\\.[0-9]+)? ?["″”“秒,]?'
_DEGREES = rf"(?:[0-9]{{1,3}}\.[0-9]{{4,}}|[0-9]{{1,3}} ?[°º度] ?{_MINUTES}(?: ?{_SECONDS})?)"
"""Decimal, or with minutes; in plain form quotation marks are commas and slashes hyphens."""
_LINK = r"(?:https?:[/\-]{2}[^\s<>\"]{0,80}?[=/@,\-])?"
"""A map opened at a place: the coordinates stand somewhere in its address."""
_METRES = r"[XYxy][=:]?[0-9]{6,8}"
_PLACE = re.compile(
    rf"{_HOME}(?:(?!局|委|中心|医院|学校|[。.；;\n\x1f]).){{0,12}}?"
    rf"(?:坐[标標]|位置|定位|[经經][纬緯]?度?|[纬緯]度?)[^0-9XYxy.;\n]{{0,8}}{_LINK}(?P<value>{_DEGREES}|{_METRES})"
)
_BEFORE, _AFTER = 24, 120


def find_home_places(text: str) -> Iterator[Hit]:
    """The first number of coordinates that stand behind a word for somebody's home."""
    for sign in _SIGN.finditer(text):
        run = fold(text, max(0, sign.start() - _BEFORE), sign.start() + _AFTER, words=True)
        for found in _PLACE.finditer(run.text):
            first, last = run.span(*found.span())
            if first <= sign.start() < last:
                yield Hit(*run.span(*found.span("value")), "address")

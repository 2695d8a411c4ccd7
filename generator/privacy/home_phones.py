"""Finds telephones of homes beside their label: 家庭电话, 住宅电话, 宅电.

A telephone without such a label is that of the hall or a firm.
"""

import re
from collections.abc import Iterable, Iterator

from generator.privacy.around import spans_around
from generator.privacy.disguise import GAP
from generator.privacy.finding import Hit
from generator.privacy.prefilter import Sign

HOME_SIGN = Sign(
    "宅家住人户",
    r"(?s:(?:(?<=宅)|(?<=家)(?=庭|中|里|用|电|固|座|联系电|属电)|(?<=住)(?=所)|(?<=人)(?=[固座])|(?<=户)(?=主[固座]))(?=.{0,9}[电電话話固座])"
    r"|(?<=[宅家])(?=[电電]|[庭中]?[)）])|(?<=宅)(?=电[)）]))",
    in_prose=True,
)
"""A home, with a telephone soon behind it, or in brackets; most homes in a text have none."""
_SIGN = HOME_SIGN.compiled()
_ENGLISH_SIGN = re.compile("homePhone")
_AREA = rf"(?:(?:\+?86|0086){GAP}{{0,2}})?\(?0?[1-9][0-9]{{1,2}}{GAP}{{0,3}}"
_PHONE = rf"(?<![0-9])(?P<value>(?:{_AREA}\(?)?[1-9](?:{GAP}?[0-9]){{6,7}})(?![0-9])"
_HOME = (
    r"(?:(?:住宅|家庭|家中|家里|家用|自家|父母家|住所|(?<![一-鿿])家)(?:固定|联系)?(?:电话|固话|座机)|宅电(?:话)?|(?<![一-鿿])家电"
    r"|(?:申请人|个人|本人|户主)(?:固定电话|固话|座机)|[电話话][话話]?\((?:住宅|家庭|家中|家|宅电|宅)|(?:家庭|住宅)電話|联系方式\(宅电|\(宅|homePhone)"
)
_LABEL = re.compile(
    rf"{_HOME}(?:<[^<>]{{0,40}}>|[^0-9A-Za-z一-鿿<>+]|为|是){{0,24}}(?:(?<=[,>\-])[^0-9]{{1,50}}(?<=[,>]))?(?:[(])?{_PHONE}"
)
_THEN_HOME = re.compile(rf"{_PHONE}[ ]?\((?:宅电|住宅|家庭|家中|家|宅)[()]")
_REACH = 30, 100


def find_home_phones(text: str, signs: Iterable[int]) -> Iterator[Hit]:
    """Numbers of a telephone right behind a label of a home, or with one in brackets behind them."""
    places = [sign for sign in signs if _SIGN.match(text, sign)]
    if "homePhone" in text:
        places += [sign.start() for sign in _ENGLISH_SIGN.finditer(text)]
    for words in (True, False):
        for start, end in spans_around(text, places, (_LABEL, _THEN_HOME), _REACH, words=words):
            yield Hit(start, end, "labelled-number")

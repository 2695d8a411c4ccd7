"""Finds dates of birth: 出生日期：…, 生于…, …出生.

A date that only divides age groups (…以后出生) belongs to a rule and to no person.
"""

import re
from collections.abc import Iterator

from generator.privacy.disguise import fold
from generator.privacy.finding import Hit

_YEAR = (
    "(?:19[0-9]{2}|20[0-2][0-9]|一九[〇零○一二三四五六七八九]{2}"
    "|二[〇零○](?:[〇零○][〇零○一二三四五六七八九]|[一二][〇零○一二三四五六七八九]))"
)
_TWO = "(?:[0-9]{1,2}|[一二三四五六七八九十廿腊正冬初]{1,3})"
_SEP = "[ ]{0,2}[-.][ ,]{0,3}"
_DATE = (
    rf"(?:{_YEAR}[ ]?年[ ]?{_TWO}[ ]?月(?:[ ]?{_TWO}[ ]?日?)?|{_YEAR}{_SEP}[01]?[0-9](?:{_SEP}[0-3]?[0-9])?"
    r"|(?:19[0-9]{2}|20[0-2][0-9])(?:0[1-9]|1[0-2])(?:[0-3][0-9])?)(?![0-9])"
)
_NO_LIMIT = r"(?![ ]?(?:日?(?:\([^()]{1,6}\(?)?)?[ ]?(?:及|以|之)?[前后至到起])(?![ ]?-{1,2}[ ]?(?:19|20)[0-9]{2})"
_SIGN = re.compile(r"[出生BbD](?:(?<=出)\s?生|(?<=生)(?:\s?日|于)|(?<=[0-9０-９日月\s]生)|(?<=[Bb])irth|(?<=D)OB)")
"""It begins with a class, by which ``re`` skips fast."""
_LABEL = re.compile(
    r"(?:(?:出[ ,]?生[ ,]?日[ ]?期|出生(?:年月日|年月|月份|时间|于)?|生[ ]?日|生于|[Bb]irth(?:day|[_ ]?[Dd]ate)?|DOB)"
    r"(?:\((?:农历|阴历|公历)\(?)?)"
    r"(?:<[^<>]{0,40}>|[^0-9A-Za-z一-鿿<>]|为|是|农历|阴历|公历){0,24}"
    r"(?:(?<=[,>\-])[^0-9]{1,60}(?<=[,>]))?"
    rf"(?P<date>{_DATE}){_NO_LIMIT}"
)
_THEN_BORN = re.compile(rf"(?<![0-9])(?P<date>{_DATE})[ ]?(?:出?生人?(?=[^一-鿿]|\Z|的申请人)|出生)")
_BEFORE, _AFTER = 24, 110


def find_birth_dates(text: str) -> Iterator[Hit]:
    """Dates behind a label of birth, and dates that 出生 or 生 follows."""
    for sign in _SIGN.finditer(text):
        run = fold(text, max(0, sign.start() - _BEFORE), sign.end() + _AFTER, words=True)
        here = sign.start()
        for pattern in (_LABEL, _THEN_BORN):
            for found in pattern.finditer(run.text):
                first, last = run.span(*found.span())
                if first <= here < last:
                    yield Hit(*run.span(*found.span("date")), "labelled-number")

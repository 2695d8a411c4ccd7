"""What a line of a sheet must not part, and what it may part anywhere.

A number stays with its unit, a phone, a time, a date and a document number are whole, and the marks around them neither
begin nor end a line. The pattern is read by Python and by Typst, so it keeps to what both understand.
"""

import re

from generator.texts.posters import UNITS

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_CJK_MARKS = "\u2010-\u2027\u3000-\u303f\uff00-\uffef"
_OPENING, _CLOSING = "\uff08\u201c\u300a\u3014", "\u3001\u3002\uff09\uff0c\uff1a\uff1b\uff01\uff1f\u201d\u300b"
_YEAR, _MONTH, _DAY, _NUMBER, _NTH, _DECREE, _EXTENSION = "\u5e74\u6708\u65e5\u53f7\u7b2c\u4ee4\u8f6c"
_HALL, _CALL = "\u5927\u5385", "\u7535\u8bdd\uff1a"
_HALF_DAY = "(?:[\u4e0a\u4e0b\u4e2d]\u5348|[\u65e9\u665a]\u4e0a)"

_PHONE = rf"(?:{_CALL})?(?:\+86[- ]?[0-9]{{2,4}}[- ]|[0-9]{{3,4}}-)[0-9]{{7,8}}(?: ?{_EXTENSION} ?[0-9]{{1,6}})?"
_SHORT_PHONE = rf"[0-9]{{5,8}} ?{_EXTENSION} ?[0-9]{{1,6}}"
_TIMES = "[0-9]{1,2}:[0-9]{2}(?:[\u2014\u2013-][0-9]{1,2}:[0-9]{2})?"
_DATE = f"(?:[0-9]{{4}}{_YEAR})?[0-9]{{1,2}}{_MONTH}[0-9]{{1,2}}{_DAY}|[0-9]{{4}}{_YEAR}[0-9]{{1,2}}{_MONTH}"
_DOCUMENT = rf"[{_HAN}]?\u3014[0-9]{{4}}\u3015{_NTH}?[0-9]{{1,5}}{_NUMBER}|{_DECREE}?{_NTH}[0-9]{{1,5}}{_NUMBER}"
_COUNTED = rf"{_NTH}?[0-9]{{1,8}}(?:\.[0-9]{{1,3}})?(?:{UNITS})"

UNBROKEN = (
    rf"(?:[{_OPENING}]?{_HALF_DAY}{_TIMES}|[{_OPENING}]?(?:{_HALL}|[{_HAN}])?[{_OPENING}]?"
    rf"(?:{'|'.join((_PHONE, _SHORT_PHONE, _TIMES, _DATE, _DOCUMENT, _COUNTED))}))[{_CLOSING}]{{0,3}}"
)
"""With the character before it, so that the space between Chinese and figures is set as elsewhere."""

_UNBROKEN = re.compile(UNBROKEN)
_TIBETAN_MARKS = "\u0f0b-\u0f14"
_BREAKABLE = re.compile(rf"[^\s{_CJK_MARKS}{_HAN}{_TIBETAN_MARKS}]{{24,}}|[{_CJK_MARKS}]{{24,}}")
"""Very long Latin words and rows of marks. Tibetan parts its syllables with a mark, behind which a line breaks."""


def found_breaks(words: str) -> dict[str, str | list[str] | None]:
    """The pattern of what stays whole, None if nothing in ``words`` has to, and the runs that may break anywhere."""
    unbroken = UNBROKEN if _UNBROKEN.search(words) else None
    return {"unbroken": unbroken, "breakable": list(dict.fromkeys(_BREAKABLE.findall(words)))}


def kept_whole(words: str) -> list[str]:
    """What stays whole in ``words``, in order."""
    return _UNBROKEN.findall(words)


def breakable_runs(words: str) -> list[str]:
    """What may break anywhere."""
    return _BREAKABLE.findall(words)

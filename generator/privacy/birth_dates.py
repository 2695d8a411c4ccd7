"""Finds dates of birth: 出生日期：…, 生于…, …出生, 82岁（…）.

A date that only divides age groups (…以后出生) belongs to a rule and to no person.
"""

import re
from collections.abc import Iterable, Iterator

from generator.privacy.around import spans_around
from generator.privacy.disguise import fold
from generator.privacy.finding import Hit
from generator.privacy.prefilter import Sign
from generator.privacy.sensitive import may_be_named

_HAN = "一二三四五六七八九十"
_YEAR = (
    f"(?:19[0-9]{{2}}|20[0-2][0-9]|民国[ ]?(?:[0-9]{{1,2}}|[{_HAN}]{{1,3}})|一九[〇零○{_HAN}]{{2}}"
    f"|二[〇零○](?:[〇零○][〇零○{_HAN}]|[一二][〇零○{_HAN}]))"
)
_SHORT_YEAR = f"(?<![0-9{_HAN}])(?:[0-9]{{2}}|[{_HAN}〇零]{{2}})"
_TWO = f"(?:[0-9]{{1,2}}|[{_HAN}廿卅腊正冬初]{{1,3}})"
_SEP = "[ ]{0,2}[-.][ ,]{0,3}"
_MONTH_AND_DAY = rf"[ ]?年[ ]?(?:农历|阴历)?闰?{_TWO}[ ]?(?:月(?:[ ]?{_TWO}[ ]?[日号]?)?|(?<=腊|正|冬)月?)"
_DATE = (
    rf"(?:{_YEAR}{_MONTH_AND_DAY}|(?:19[0-9]{{2}}|20[0-2][0-9]){_SEP}[01]?[0-9](?:{_SEP}[0-3]?[0-9])?"
    r"|(?:19[0-9]{2}|20[0-2][0-9])(?:0[1-9]|1[0-2])(?:[0-3][0-9])?)(?![0-9])"
)
_MONTH = (
    "(?:[Jj]an(?:uary)?|[Ff]eb(?:ruary)?|[Mm]ar(?:ch)?|[Aa]pr(?:il)?|[Mm]ay|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust)?"
    "|[Ss]ept?(?:ember)?|[Oo]ct(?:ober)?|[Nn]ov(?:ember)?|[Dd]ec(?:ember)?)"
)
_DAY, _FULL_YEAR = "[0-3]?[0-9](?:st|nd|rd|th)?", "(?:19|20)[0-9]{2}"
_LABELLED_DATE = (
    rf"(?:{_DATE}|(?:{_SHORT_YEAR}{_MONTH_AND_DAY}|{_TWO}[ ]?月[ ]?{_TWO}[ ]?[日号]?"
    rf"|{_DAY}[ ,.\-]{{0,3}}{_MONTH}[ ,.\-]{{1,3}}{_FULL_YEAR}|{_MONTH}[ .\-]{{0,3}}{_DAY}[ ,.\-]{{1,3}}{_FULL_YEAR}"
    rf"|[0-3]?[0-9][\-.][01]?[0-9][\-.]{_FULL_YEAR})(?![0-9]))"
)
"""Also with a year of two digits or none, and in English."""
_SHORT = rf"(?<![0-9])[0-9]{{2}}{_SEP}[01]?[0-9](?:{_SEP}[0-3]?[0-9])?(?![0-9])"
"""78.03 is a date only behind a label that says so."""
_NO_LIMIT = r"(?![ ]?(?:日?(?:\([^()]{1,6}\(?)?)?[ ]?(?:及|以|之)?[前后至到起])(?![ ]?-{1,2}[ ]?(?:19|20)[0-9]{2})"
BIRTH_SIGN = Sign(
    "生岁今",
    r"(?:(?<=出生)|(?<=出\s生)|(?<=生)(?=\s?日|于|辰)|(?<=[0-9０-９日月初十\s]生)|(?<=岁)(?=\s?[(（])|(?<=至今)(?=[满已\s]{0,2}[0-9]))",
    in_prose=True,
)
_SIGN = BIRTH_SIGN.compiled()
_ENGLISH_SIGN = re.compile(r"[Bb]irth|BIRTH|D(?:OB|ob)\b|\bdob\b|\b[Bb]orn\b")
_ENGLISH = ("irth", "IRTH", "DOB", "Dob", "dob", "orn")
"""What a text with such a sign has in it; a search for a few letters is much faster than one for a pattern."""
_FIRM_LABEL = (
    "(?:出[ ,]?生[ ,]?日[ ]?期|出生(?:年月日|年月|月份|时间)|生[ ]?日|生辰"
    "|[Bb](?:irth|IRTH)(?:[ \\-]?(?:[Dd]ate|DATE|[Dd]ay|DAY))?|[Dd](?:OB|ob))"
)
_THEN = (
    r"(?:\((?:农历|阴历|公历)\(?)?(?:<[^<>]{0,40}>|[^0-9A-Za-z一-鿿<>]|为|是|农历|阴历|公历){0,24}"
    r"(?:(?<=[,>\-])[^0-9]{1,60}(?<=[,>]))?"
)
_LABEL = re.compile(
    rf"(?:(?:{_FIRM_LABEL}|出生于?|生于|(?<![A-Za-z])[Bb]orn(?: on)?){_THEN}(?P<value>{_LABELLED_DATE}){_NO_LIMIT})"
)
_SHORT_BEHIND_LABEL = re.compile(rf"{_FIRM_LABEL}{_THEN}(?P<value>{_SHORT}){_NO_LIMIT}")
_THEN_BORN = re.compile(
    rf"(?<![0-9])(?P<value>{_DATE}|{_SHORT_YEAR}{_MONTH_AND_DAY})[ ]?(?:出?生人?(?=[^一-鿿]|\Z|的申请人)|出生)"
)
_AGE = "[0-9]{1,3}[ ]?周?岁"
_BEHIND_AGE = re.compile(rf"{_AGE}[ ]?\((?P<value>{_DATE})[ ]?(?:生|\()")
_BEFORE_AGE = re.compile(rf"(?<![0-9])(?P<value>{_DATE})[ ]?至今[满已 ]{{0,2}}{_AGE}")
_ONLY_A_MONTH = re.compile(
    rf"(?:{_YEAR}|{_SHORT_YEAR})[ ]?年[ ]?{_TWO}[ ]?月"
    rf"|(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}}){_SEP}[01]?[0-9]|(?:19|20)[0-9]{{2}}[01][0-9]"
)
_THEN_A_DAY = re.compile(rf"[\s\-./]{{0,4}}(?:[0-9０-９]{{1,2}}(?![0-9０-９])|[{_HAN}廿卅初]{{1,3}}\s?[日号])")
_REACH = 24, 112


def find_birth_dates(text: str, signs: Iterable[int]) -> Iterator[Hit]:
    """Dates behind a label of birth, dates that 出生 or 生 follows, and dates that an age explains."""
    places = [sign for sign in signs if _SIGN.match(text, sign)]
    if any(part in text for part in _ENGLISH):
        places += [sign.start() for sign in _ENGLISH_SIGN.finditer(text)]
    patterns = (_LABEL, _SHORT_BEHIND_LABEL, _THEN_BORN, _BEHIND_AGE, _BEFORE_AGE)
    for start, end in spans_around(text, places, patterns, _REACH):
        yield Hit(start, end, "labelled-number", _is_month(text, start, end) and may_be_named(text, start, end))


def _is_month(text: str, start: int, end: int) -> bool:
    """Whether a date is but a year and a month, and no day stands behind it."""
    run = fold(text, start, end, words=True).text
    return _ONLY_A_MONTH.fullmatch(run.strip()) is not None and not _THEN_A_DAY.match(text, end)

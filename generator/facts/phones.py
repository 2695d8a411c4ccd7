"""Telephone numbers as halls write them: several in a field, with extension, short ones, with the code of the country.

Says which writing is a telephone, and what a phone has to dial for it. Imports nothing of the program, because the page
templates use it while the wheel is built.
"""

import re
from functools import lru_cache
from typing import NamedTuple


class PhonePart(NamedTuple):
    """A piece of a field as it is shown, and what a link dials for it; "" for what stands between numbers."""

    text: str
    dial: str


_GAP = "[ -]?"
_MOBILE = r"1\d{2}(?:\d{8}|[ -]\d{4}[ -]\d{4})"
_SERVICE = r"[48]00-\d{3}-?\d{4}|[48]00-\d{4}-\d{3}|1[0-2]\d{3}|9[56]\d{3,4}|11[0-9]|12[02]"
_LOCAL = r"\d{7,8}|1[0-2]\d{3}|9[56]\d{3,4}"
_PHONE = re.compile(
    rf"(?:(?:\+86|0086){_GAP}(?P<national>0?\d{{2,3}}[ -]\d{{7,8}}|400[ -]?\d{{3}}[ -]?\d{{4}}|{_MOBILE})"
    rf"|(?P<foreign>\+(?!86)[1-9]\d{{0,2}}(?:{_GAP}\d{{2,10}}){{1,4}})"
    rf"|(?P<mobile>{_MOBILE})|(?P<service>{_SERVICE})"
    rf"|(?:\((?P<bracketed>0\d{{2,3}})\)[ ]?|(?P<area>0\d{{2,3}})[ -])(?P<local>{_LOCAL})"
    r"|(?P<same_area>\d{7,8}))(?!\d)(?:(?:[ ]?(?:转|分机|转分机)[ ]?|-)(?P<extension>\d{1,6})(?!\d))?",
    re.ASCII,
)
"""Of China (区号-号码, also a hotline of the area: 0826-12345; mobile, 400, service and emergency numbers), or abroad.

Seven or eight digits alone have the area code of the number before them. An extension stands behind 转, 分机 or -.
"""
_CARRIED = re.compile(r"\+|1\d{10}(?!\d)", re.ASCII)
"""How what is dialled begins where it is a mobile number, or may be one."""
_BETWEEN = re.compile(r"\s*(?:[、，,;；/／]|或者?)\s*|\s+")


@lru_cache(maxsize=4_096)
def phone_parts(text: str) -> tuple[PhonePart, ...] | None:
    """The numbers in ``text`` and what stands between them, in order; None where it is no list of telephones.

    Put together, the texts are ``text``.
    """
    parts: list[PhonePart] = []
    area, place = "", 0
    while match := _PHONE.match(text, place):
        area = match["bracketed"] or match["area"] or area
        if match["same_area"] and not area:
            return None
        parts.append(PhonePart(match[0], _dialled(match, area)))
        place = match.end()
        if place == len(text):
            return tuple(parts)
        between = _BETWEEN.match(text, place)
        if between is None:
            return None
        parts.append(PhonePart(between[0], ""))
        place = between.end()
    return None


def shown_parts(text: str) -> tuple[PhonePart, ...]:
    """The same for a page; what is no telephone is shown without a link."""
    return phone_parts(text) or (PhonePart(text, ""),)


def first_dialled(text: str | None) -> str:
    """What a link dials for the first number of ``text``; "" where there is none."""
    return shown_parts(text)[0].dial if text else ""


def is_of_an_office(text: str) -> bool:
    """Whether ``text`` is nothing but telephones of offices in China: with an area code or a short one, none mobile."""
    parts = phone_parts(text)
    return bool(parts) and not any(_CARRIED.match(part.dial) for part in parts or ())


def _dialled(match: re.Match[str], area: str) -> str:
    """What is dialled for one number.

    Behind a comma a phone waits a moment and dials the extension; the ``;ext=`` of RFC 3966 is not known to all.
    """
    if match["national"]:
        number = "+86" + _digits(match["national"]).removeprefix("0")
    elif local := match["local"] or match["same_area"]:
        number = f"{area}-{local}"
    else:
        number = match["service"] or _digits(match["foreign"] or match["mobile"])
    return f"{number},{match['extension']}" if match["extension"] else number


def _digits(number: str) -> str:
    return re.sub("[ -]", "", number)

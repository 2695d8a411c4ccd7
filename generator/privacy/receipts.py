"""Recognises receipt numbers (收件编号) of region, day and serial, which have the shape of an identity number.

A number of 18 digits passes for that of a person born on its day by chance, one of 15 always. What tells them apart is
the case: the day in its receipt number is that of the case.
"""

import re
from datetime import date

MAX_DAYS_BEFORE = 31
"""A case may be received (收件) and numbered so many days before it is accepted (受理): papers may be missing."""

_DATED = re.compile(
    r"(?:[A-Za-z]{1,6}[ -]?)?[1-9][0-9]{5}[ -]?(?:(20[0-9]{2})([0-9]{2})([0-9]{2})[ -]?[0-9]{4}"
    r"|([0-9]{2})([0-9]{2})([0-9]{2})[ -]?[0-9]{3})"
)


def receipt_day(text: str) -> date | None:
    """The day in a number of region, day and serial (6+8+4 or 6+6+3 digits); None when it is no such number."""
    found = _DATED.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return date(year if found[1] else 2000 + year, month, day)
    except ValueError:
        return None


def is_dated_receipt(text: str, last: date, days_before: int = MAX_DAYS_BEFORE) -> bool:
    """Whether ``text`` is such a number of ``last`` (the day of acceptance) or at most ``days_before`` days before."""
    day = receipt_day(text)
    return day is not None and 0 <= (last - day).days <= days_before

"""Recognises receipt numbers (收件编号) of region, day and serial, which have the shape of an identity number.

A number of 18 digits passes for that of a person born on its day by chance, one of 15 always. What tells them apart is
the case: the day in its receipt number is that of the case. A child may have been born some days before its case, too;
so there the other numbers of the period count, of which most have no sound check digit if they are receipt numbers.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.privacy.identity import is_resident

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


def known_receipts(cases: Iterable[tuple[str, date]]) -> Iterator[str]:
    """The receipt numbers of ``cases`` (receipt number, day of acceptance) that are no identity numbers.

    One whose day is before the acceptance and that passes for the number of a child born then is known only if another
    of the same region does not pass for one.
    """
    dated = [(text, last) for text, last in cases if is_dated_receipt(text, last)]
    numbers = {text: "".join(filter(str.isdigit, text)) for text, _ in dated}
    proven = {number[:6] for number in numbers.values() if not is_resident(number)}
    for text, last in dated:
        if receipt_day(text) == last or not is_resident(numbers[text]) or numbers[text][:6] in proven:
            yield text

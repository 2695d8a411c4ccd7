"""Today's date and the time in China. The only module that reads the clock; all others get them as arguments."""

from datetime import date, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
"""The time zone of all halls, wherever the site is built."""


def china_now() -> datetime:
    """This moment, by the clocks of China, to the second."""
    return datetime.now(BEIJING).replace(microsecond=0)


def china_today() -> date:
    """Today in China."""
    return china_now().date()

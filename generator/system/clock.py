"""Today's date in China. The only module that reads the clock; all others get the day as an argument."""

from datetime import date, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
"""The time zone of all halls, wherever the site is built."""


def china_today() -> date:
    """Today in China."""
    return datetime.now(BEIJING).date()

"""clock: the day of a hall is the day in China."""

from datetime import UTC, date, datetime, tzinfo

import pytest

from generator.system import clock
from generator.system.clock import china_today


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 11, 20, 15, 59, tzinfo=UTC), date(2026, 11, 20)),
        (datetime(2026, 11, 20, 16, 0, tzinfo=UTC), date(2026, 11, 21)),
        (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_today_is_the_day_in_china(monkeypatch: pytest.MonkeyPatch, now: datetime, day: date) -> None:
    """The day changes at midnight in Beijing, wherever the computer stands."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # A plain datetime will do.
            return now.astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Clock)

    assert china_today() == day

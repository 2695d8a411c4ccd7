"""Tell a receipt number that holds the day of its own case from an identity number, which has the same shape."""

from datetime import date

from generator.privacy.receipts import is_dated_receipt, receipt_day
from generator.register.values import DayCell, UnfinishedDay, in_year


def is_of_its_row(receipt: str, accepted: DayCell | UnfinishedDay, applied: DayCell | UnfinishedDay) -> bool:
    """Whether the day in ``receipt`` is the day of acceptance or of application of its row.

    A day of application counts if it is at most MAX_DAYS_BEFORE days before the acceptance. The gate, which reads the
    published rows and knows the day of acceptance only, allows no more.
    """
    day = receipt_day(receipt)
    if day is None:
        return False
    begun = in_year(accepted, day.year)
    return isinstance(begun, date) and is_dated_receipt(receipt, begun) and day in (begun, in_year(applied, day.year))

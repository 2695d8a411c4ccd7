"""Whether a receipt number that looks like an identity number is the number of its own row: by the days of the row."""

from datetime import date

from generator.privacy.receipts import is_dated_receipt, receipt_day
from generator.register.table import CellValue
from generator.register.values import as_day


def is_of_its_row(receipt: str, accepted: CellValue, applied: CellValue) -> bool:
    """Whether the day in ``receipt`` is the day of acceptance or of application of its row.

    The gate knows the first only, so the second counts as far as the gate lets it pass.
    """
    day = receipt_day(receipt)
    if day is None:
        return False
    begun = as_day(accepted, day.year)
    return isinstance(begun, date) and is_dated_receipt(receipt, begun) and day in (begun, as_day(applied, day.year))

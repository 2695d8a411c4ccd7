"""The assessment as an Excel workbook: every fault on a row of its own, every indicator with what it cost, and what
only people can see. The same assessment gives the same bytes.
"""

from datetime import date

from generator.inspection.told import Locate, source_words, summary
from generator.inspection.verdict import Assessment, Outcome
from generator.tables.book import Book, Table
from generator.texts.inspection import TABLE

_FAULTS = (("indicator", 28), ("kind", 8), ("where", 40), ("what", 48), ("remedy", 44))
_INDICATORS = (
    ("indicator", 36), ("kind", 8), ("verdict", 11), ("count", 8), ("lost", 8), ("source", 58), ("confirmed", 10)
)  # fmt: skip
_BY_HAND = (("indicator", 36), ("look", 80), ("source", 58))
"""The columns of the sheets, by their keys in ``texts.inspection.TABLE``, and their widths."""


def workbook(assessment: Assessment, located: Locate, hall: str, today: date) -> bytes:
    """The workbook (.xlsx) of ``assessment`` of ``hall`` on ``today``."""
    book = Book(TABLE["heading"].format(hall=hall), today)
    _fill_faults(_table(book, "faults", _FAULTS), assessment, located)
    _fill_indicators(_table(book, "indicators", _INDICATORS), assessment)
    by_hand = _table(book, "by_hand", _BY_HAND)
    for one in assessment.by_hand:
        by_hand.add(one.name, one.what, source_words(one.source))
    return book.data()


def _table(book: Book, name: str, columns: tuple[tuple[str, int], ...]) -> Table:
    return book.table(TABLE[name], [(TABLE[key], width) for key, width in columns])


def _fill_faults(table: Table, assessment: Assessment, located: Locate) -> None:
    for outcome in (*assessment.vetoes, *assessment.deductions, *assessment.near):
        style = "strong" if outcome.is_veto else "plain"
        kind = outcome.indicator.kind if outcome.applies else TABLE["few"]
        for fault in outcome.faults:
            table.add((outcome.indicator.name, style), (kind, style), located(fault.where), fault.what, fault.remedy)
    table.filter_rows()


def _fill_indicators(table: Table, assessment: Assessment) -> None:
    for outcome in assessment.outcomes:
        indicator = outcome.indicator
        style = "strong" if outcome.is_veto else "plain"
        table.add(
            (indicator.name, style),
            (indicator.kind, style),
            (_verdict(outcome), style),
            len(outcome.faults),
            (outcome.lost, "points"),
            source_words(indicator.source),
            TABLE["is_unconfirmed" if indicator.unconfirmed else "is_confirmed"],
        )
    table.add(TABLE["total"], "", "", "", (assessment.lost, "points"), summary(assessment), "")


def _verdict(outcome: Outcome) -> str:
    if not outcome.made:
        return TABLE["not_made"]
    if not outcome.faults:
        return TABLE["fine"]
    if not outcome.applies:
        return TABLE["few"]
    return TABLE["veto" if outcome.is_veto else "lost"]

"""Rules about disclosures (公开事项): days in order, a table that adds up, and who prepared and reviewed it."""

from collections.abc import Iterator
from datetime import date

from generator.content.problems import quote
from generator.facts.disclosures import is_shown, wrong_sums
from generator.facts.periods import bounds
from generator.model import Dataset, Disclosed, DisclosureRecord, Place
from generator.rules.finding import Finding, place_of
from generator.rules.wording import PLACEHOLDER


def disclosures_are_posted_in_order(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A period is over before it is posted, is posted for at least a day, and is taken down on or after the last."""
    for record, place, _ in _all(dataset):
        last = bounds(record.period)[1]
        if record.posted_from <= last:
            values = {"period": record.period, "last": last.isoformat()}
            yield Finding("table/not-over", place / "posted_from", values)
        if record.posted_until < record.posted_from:
            yield Finding("date/notice-period", place / "posted_until")
        if record.take_down and record.take_down < record.posted_until:
            yield Finding("date/take-down", place / "take_down")


def disclosures_are_described(dataset: Dataset, today: date) -> Iterator[Finding]:
    """What is shown says who prepared and who reviewed it, and has a table with rows."""
    for record, place, disclosed in _all(dataset):
        if not is_shown(record, today):
            continue
        for key in ("prepared_by", "reviewed_by"):
            if getattr(record, key) is None:
                title = DisclosureRecord.model_fields[key].title or key
                yield Finding("unknown/field", place / key, {"title": title, "key": key})
        if disclosed.table.columns and not disclosed.table.rows:
            yield Finding("table/empty", _cell(record, 1, 1))


def tables_add_up(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The last row, where it is called the total, is the sum of the rows above it."""
    for record, _, disclosed in _all(dataset):
        for wrong in wrong_sums(disclosed.table):
            values = {
                "column": quote(disclosed.table.columns[wrong.column]),
                "stated": f"{wrong.stated:,}",
                "sum": f"{wrong.sum:,}",
                "difference": f"{abs(wrong.stated - wrong.sum):,}",
            }
            yield Finding("table/sum", _cell(record, wrong.row.line, wrong.column + 1), values)


def no_placeholder_is_left_in_tables(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No cell has a placeholder such as XX or 待定."""
    for record, _, disclosed in _all(dataset):
        lines = ((1, disclosed.table.columns), *((row.line, row.cells) for row in disclosed.table.rows))
        for line, cells in lines:
            for number, text in enumerate(cells, 1):
                if found := PLACEHOLDER.search(text):
                    yield Finding("text/placeholder", _cell(record, line, number), {"found": quote(found[0])})


def _all(dataset: Dataset) -> Iterator[tuple[DisclosureRecord, Place, Disclosed]]:
    for record_id, disclosed in dataset.disclosures.items():
        yield disclosed.record, place_of("disclosures", record_id), disclosed


def _cell(record: DisclosureRecord, line: int, column: int) -> Place:
    """A cell of the table; columns are counted from 1."""
    return Place(f"disclosures/{record.id}.csv", (line, column))


RULES = (
    disclosures_are_posted_in_order,
    disclosures_are_described,
    tables_add_up,
    no_placeholder_is_left_in_tables,
)

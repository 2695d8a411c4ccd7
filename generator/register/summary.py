"""The lines that an import shows before it writes: what was read, what is published, what changes; nothing private."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.content.problems import excerpt, printable
from generator.model.base import FIRST_YEAR, LAST_YEAR
from generator.privacy import find
from generator.register.columns import PUBLIC, Column, Table, kind_label, safe_heading
from generator.register.compare import Changes
from generator.register.faults import Fault, letter, line
from generator.register.public import Published
from generator.register.sheets import Reading
from generator.register.values import as_text
from generator.texts.holidays import HOLIDAY_YEAR
from generator.texts.register import REGISTER_WORDS

MAX_SHOWN = 20
"""At most so many receipt numbers or rows are listed in a line."""

_REASONS = ("blank", "header", "total", "example", "note", "hidden")


def of_reading(reading: Reading, tables: Sequence[Table], name: str) -> Iterator[str]:
    """Lines on the sheets, their columns and the rows that are no cases; hidden sheets were not imported."""
    for note in reading.notes:
        yield line(name, Fault(note.rule, note.place, tuple(note.values.items())))
    for sheet in reading.sheets:
        found = [table for table in tables if table.sheet.name == sheet.name]
        if sheet.hidden:
            yield REGISTER_WORDS["sheet_hidden"].format(name=excerpt(sheet.name))
        elif not found:
            yield REGISTER_WORDS["sheet_no_table"].format(name=excerpt(sheet.name))
        elif found[0].sheet.hidden:
            yield REGISTER_WORDS["sheet_not_chosen"].format(name=excerpt(sheet.name))
        else:
            for table in found:
                yield from _of_table(table)


def of_rows(published: Published, period: str, public: int, kept_out: int) -> Iterator[str]:
    """Lines on how many cases are published and how many are not, by reason; ``kept_out`` were withdrawn before."""
    for key in ("other_period", "open_then", "due_open", "masked_again"):
        if published.counts[key]:
            yield REGISTER_WORDS[key].format(count=published.counts[key])
        if key == "due_open":
            yield from _of_unknown_years(published.unknown_years)
    if kept_out:
        yield REGISTER_WORDS["stay_withdrawn"].format(count=kept_out, name=f"{period}.yml")
    yield REGISTER_WORDS["public"].format(period=period, count=public)


def of_changes(changes: Changes, stale: bool, name: str) -> Iterator[str]:
    """Lines on what is added, corrected and withdrawn, or one line when nothing is.

    ``stale``: the files are written although no row changes; ``name`` is that of the description.
    """
    if not changes:
        yield REGISTER_WORDS["repaired"].format(name=name) if stale else REGISTER_WORDS["unchanged"]
    corrected = [
        REGISTER_WORDS["corrected_one"].format(
            receipt=_shown(receipt, changes), columns=REGISTER_WORDS["comma"].join(columns)
        )
        for receipt, columns in changes.corrected[:MAX_SHOWN]
    ]
    for key, count, shown in (
        ("added", len(changes.added), [_shown(receipt, changes) for receipt in changes.added[:MAX_SHOWN]]),
        ("corrected", len(changes.corrected), corrected),
        ("withdrawn", len(changes.withdrawn), [_shown(receipt, changes) for receipt in changes.withdrawn[:MAX_SHOWN]]),
    ):
        if count:
            yield REGISTER_WORDS[key].format(count=count, receipts=_listed(shown, count))


def of_hidden(changes: Changes, tables: Iterable[Table]) -> Iterator[str]:
    """A line on the withdrawn rows that are hidden in the register: a filter may have been left on by mistake."""
    hidden = {
        as_text(table.cell(row, "receipt"))
        for table in tables
        if not table.sheet.hidden
        for row in table.sheet.rows
        if row.hidden and row.number > table.header
    }
    found = [receipt for receipt in changes.withdrawn if receipt in hidden]
    if found:
        receipts = _listed((_shown(receipt, changes) for receipt in found[:MAX_SHOWN]), len(found))
        yield REGISTER_WORDS["withdrawn_hidden"].format(count=len(found), receipts=receipts)


def of_text(old: str | None, new: str, name: str) -> Iterator[str]:
    """Lines on what changes in a small file: each line that is removed, each that is added."""
    before, after = (old or "").splitlines(), new.splitlines()
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    if gone or come:
        yield REGISTER_WORDS["file_changes"].format(name=name)
    yield from (REGISTER_WORDS["line_before"].format(line=text) for text in gone)
    yield from (REGISTER_WORDS["line_after"].format(line=text) for text in come)


def _of_unknown_years(years: Counter[int]) -> Iterator[str]:
    """How a year is made known that due days depend on, where that can be done."""
    for year, count in sorted(years.items()):
        if FIRST_YEAR <= year <= LAST_YEAR:
            yield REGISTER_WORDS["unknown_year"].format(count=count, year=year, example=HOLIDAY_YEAR.format(year=year))


def _of_table(table: Table) -> Iterator[str]:
    yield REGISTER_WORDS["sheet"].format(name=excerpt(table.sheet.name), count=len(table.rows))
    for reason in _REASONS:
        rows = table.left_out.get(reason, ())
        if rows:
            shown = _listed(list(map(str, rows[:MAX_SHOWN])), len(rows))
            yield REGISTER_WORDS[f"left_out_{reason}"].format(count=len(rows), rows=shown)
    for key, columns in (
        ("columns_public", [column for column in table.columns if column.kind in PUBLIC]),
        ("columns_kept", [column for column in table.columns if column.kind not in PUBLIC]),
        ("hidden_columns", [column for column in table.columns if column.index in table.sheet.hidden_columns]),
    ):
        if columns:
            yield REGISTER_WORDS[key].format(names=REGISTER_WORDS["comma"].join(map(_heading, columns)))


def _heading(column: Column) -> str:
    if not column.heading:
        return REGISTER_WORDS["no_heading"].format(letter=letter(column.index))
    return safe_heading(column.heading) or kind_label(column.kind or "private")


def _shown(receipt: str, changes: Changes) -> str:
    """A receipt number as it may be shown: without digits if it looks private and does not hold its own day."""
    return excerpt(receipt) if find(receipt) and receipt not in changes.dated else printable(receipt)


def _listed(shown: Iterable[str], count: int) -> str:
    text = REGISTER_WORDS["comma"].join(shown)
    return text if count <= MAX_SHOWN else REGISTER_WORDS["and_more"].format(receipts=text)

"""``gongshi results import``: from a register outside the project to ``results/PERIOD.csv`` and ``.yml``.

In steps, so that a clerk can be asked in between: ``open_register``, ``plan``, ``write``. Only ``write`` and
``remember`` change anything, through ``publish``, and only public rows ever reach the disk.

The description goes before the rows: it holds their digest and what was withdrawn. Should the computer stop between
the two, the digest no longer fits, nothing is published, and importing once more puts it right.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.content.load import load
from generator.content.problems import ContentError
from generator.facts.periods import bounds
from generator.model import ResultPeriod, Service
from generator.model.posting import WithdrawnRow
from generator.publish.files import save, save_together
from generator.register import mapping, period_file, summary
from generator.register.columns import ColumnKind, Table, find_table, heading_faults, open_headings, plain
from generator.register.compare import Cells, Changes, by_receipt, compare
from generator.register.contents import content_faults
from generator.register.faults import Fault, ImportRefused, fault, of_error, report
from generator.register.private_values import Secrets, holding_names
from generator.register.public import Period, publish
from generator.register.sheets import Reading, read_register
from generator.register.table import RegisterError
from generator.results.rows_csv import cells, digest, parse, rows_bytes
from generator.system.progress import StageProgress
from generator.texts.register import WORDS

MAX_ROWS = 100_000
"""Cases of one period; as many as ``ResultPeriod.rows`` may count."""


@dataclass(frozen=True)
class ImportRequest:
    """What to import: the register, the project and its content folder, the period's id, today, and the options."""

    register: Path
    project: Path
    content: Path
    period: str
    today: date
    prepared_by: str | None = None
    sheet: str | None = None


@dataclass(frozen=True)
class Opened:
    """A register that was read. ``headings`` are those that nobody knows; their kinds may be asked for."""

    request: ImportRequest
    reading: Reading
    known: dict[str, ColumnKind]
    headings: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What an import would write, and what to tell about it before."""

    request: ImportRequest
    data: bytes
    changes: Changes
    old_text: str | None
    fields: Mapping[str, str | int | date]
    private_values: Secrets
    report: tuple[str, ...]
    stale: bool

    @property
    def changed(self) -> bool:
        """Whether anything would be written."""
        return bool(self.changes) or self.stale


@dataclass(frozen=True)
class _Old:
    """What stands of a period: its description, and its rows by receipt number."""

    period: ResultPeriod | None
    rows: dict[str, Cells]


def open_register(request: ImportRequest, progress: StageProgress) -> Opened:
    """Read the register and recognise its columns. Raises ImportRefused."""
    progress("register", 0, 0)
    if request.content.resolve() in request.register.resolve().parents:
        raise ImportRefused(report(request.register.name, [fault("register/inside")]))
    path = request.project / mapping.FILE
    known = mapping.read(path.read_bytes()) if path.is_file() else {}
    try:
        reading = read_register(request.register, lambda rows: progress("register", rows, 0))
    except RegisterError as error:
        raise ImportRefused(report(request.register.name, [of_error(error)])) from None
    opened = Opened(request, reading, known, ())
    tables = _tables(opened)
    headings = open_headings(table for table in tables if not table.sheet.hidden)
    private = holding_names(headings, tables) if headings else frozenset[str]()
    return replace(opened, headings=tuple(heading for heading in headings if heading not in private))


def remember(opened: Opened, answers: Mapping[str, str]) -> Opened:
    """Write ``answers`` (heading -> label) into the project's mapping file, and know them."""
    path = opened.request.project / mapping.FILE
    data = mapping.extended(path.read_bytes() if path.is_file() else None, answers)
    known = mapping.read(data)
    save(path, data)
    return answered(opened, answers, known)


def answered(opened: Opened, answers: Mapping[str, str], known: dict[str, ColumnKind] | None = None) -> Opened:
    """``opened`` with ``answers`` known, for this once."""
    known = known or opened.known | mapping.read(mapping.extended(b"", answers))
    return replace(opened, known=known, headings=tuple(text for text in opened.headings if plain(text) not in known))


def plan(opened: Opened, progress: StageProgress) -> Plan:
    """What would be written. Raises ImportRefused with every fault, ContentError when the content is unusable."""
    request = opened.request
    tables = _tables(opened)
    opened, tables = _without_names(opened, tables)
    shown = [table for table in tables if not table.sheet.hidden]
    private = holding_names(open_headings(shown), tables)
    _refuse(request, [item for table in shown for item in heading_faults(table, private)])
    if not any(table.rows for table in shown):
        _refuse(request, [fault("register/no-cases")])
    _refuse(request, [item for table in shown for item in content_faults(table)])
    services, old = _content(request)
    private_values = Secrets(tables)
    progress("cases", 0, sum(len(table.rows) for table in shown))
    period = Period(*bounds(request.period), request.today)
    published = publish(shown, services, period, private_values, progress)
    _refuse(request, published.faults)
    if not published.rows:
        _refuse(request, [fault("register/none-in-period", period=request.period)])
    gone = {row.receipt for row in old.period.withdrawn_rows} if old.period else set()
    rows = tuple(row for row in published.rows if row.receipt not in gone)
    if len(rows) > MAX_ROWS:
        _refuse(request, [fault("register/too-many", count=str(len(rows)), limit=str(MAX_ROWS))])
    changes = compare({receipt: row for receipt, row in old.rows.items() if receipt not in gone}, rows)
    data = rows_bytes(rows)
    assert all(read == cells(row) for read, row in zip(parse(data), rows, strict=True)), "rows do not survive writing"
    fields = _fields(request, len(rows), digest(data), private_values)
    stale = _is_stale(request, old.period, fields, data)
    if changes or old.period is None:
        fields["prepared_on"] = request.today
    kept_out = len(published.rows) - len(rows)
    lines = (
        *summary.of_reading(opened.reading, tables, request.register.name),
        *summary.of_rows(published.counts, request.period, len(rows), kept_out),
        *summary.of_changes(changes, stale, f"{request.period}.yml"),
        *summary.of_hidden(changes, shown),
    )
    return Plan(request, data, changes, _old_text(request), fields, private_values, lines, stale)


def description(plan: Plan, reason: str) -> str:
    """The new text of PERIOD.yml; rows that are no longer in the register are withdrawn today for ``reason``."""
    reason = reason.strip()
    if plan.changes.withdrawn and (not _is_line(reason) or plan.private_values.found_in(reason)):
        raise ImportRefused([WORDS["bad_reason"]])
    withdrawn = [
        WithdrawnRow(receipt=receipt, on=plan.request.today, reason=reason) for receipt in plan.changes.withdrawn
    ]
    try:
        return period_file.edited(plan.old_text or period_file.new_text(plan.request.period), plan.fields, withdrawn)
    except period_file.NotEditable as error:
        name = f"{plan.request.period}.yml"
        raise ImportRefused([WORDS["not_editable"].format(name=name, lines=error)]) from None


def write(plan: Plan, text: str) -> None:
    """Replace both files, the description by ``text``."""
    folder = plan.request.content / "results"
    name = plan.request.period
    save_together([(folder / f"{name}.yml", text.encode()), (folder / f"{name}.csv", plan.data)])


def _tables(opened: Opened) -> list[Table]:
    """The tables of the register, or of the one sheet that was asked for; those of hidden sheets for their secrets."""
    sheets = opened.reading.sheets
    wanted = opened.request.sheet
    if wanted is not None and wanted not in [sheet.name for sheet in sheets]:
        every = (table for sheet in sheets if (table := find_table(sheet, opened.known)))
        private = holding_names([sheet.name for sheet in sheets], every)
        names = "、".join(sheet.name for sheet in sheets if not sheet.hidden and sheet.name not in private)
        _refuse(opened.request, [fault("register/no-sheet", names=names)])
    tables = [table for sheet in sheets if (table := find_table(sheet, opened.known))]
    chosen = [_left(table) if _is_left(table, wanted) else table for table in tables]
    if all(table.sheet.hidden for table in chosen):
        _refuse(opened.request, [fault("register/no-table", wanted)])
    return chosen


def _without_names(opened: Opened, tables: list[Table]) -> tuple[Opened, list[Table]]:
    """The same, each sheet that is called after a person or a number by its place: its name would be told."""
    sheets = opened.reading.sheets
    private = holding_names([sheet.name for sheet in sheets], tables)
    if not private:
        return opened, tables
    places = enumerate((sheet.name for sheet in sheets), 1)
    names = {name: WORDS["sheet_number"].format(number=place) for place, name in places if name in private}
    clean = [replace(sheet, name=names.get(sheet.name, sheet.name)) for sheet in sheets]
    notes = [
        replace(note, place=replace(note.place, sheet=names.get(note.place.sheet or "", note.place.sheet)))
        for note in opened.reading.notes
    ]
    renamed = [replace(t, sheet=replace(t.sheet, name=names.get(t.sheet.name, t.sheet.name))) for t in tables]
    return replace(opened, reading=Reading(tuple(clean), tuple(notes))), renamed


def _is_left(table: Table, wanted: str | None) -> bool:
    return table.sheet.hidden if wanted is None else table.sheet.name != wanted


def _left(table: Table) -> Table:
    """``table`` as one of a hidden sheet: not imported, but its private values are known."""
    return replace(table, sheet=replace(table.sheet, hidden=True))


def _refuse(request: ImportRequest, faults: list[Fault]) -> None:
    if faults:
        raise ImportRefused(report(request.register.name, faults))


def _content(request: ImportRequest) -> tuple[tuple[Service, ...], _Old]:
    """The services, and what stands of the period. All has to be readable but the rows about to be replaced."""
    loaded = load(request.content)
    replaced = (f"{request.content.name}/results/{request.period}.csv", "results/partner")
    bad = [p for p in loaded.problems if p.severity == "error" and p.path != replaced[0] and p.rule != replaced[1]]
    if bad or loaded.dataset is None:
        raise ContentError(tuple(bad))
    results = loaded.dataset.results.get(request.period)
    rows = by_receipt(entry.row for entry in results.entries) if results else {}
    return tuple(loaded.dataset.services.values()), _Old(results.period if results else None, rows)


def _fields(
    request: ImportRequest, count: int, rows_sha256: str, private_values: Secrets
) -> dict[str, str | int | date]:
    fields: dict[str, str | int | date] = {"rows": count, "rows_sha256": rows_sha256}
    by = request.prepared_by and request.prepared_by.strip()
    if by is None:
        return fields
    if not _is_line(by) or private_values.found_in(by):
        raise ImportRefused([WORDS["bad_by"]])
    return {"prepared_by": by, **fields}


def _is_line(text: str) -> bool:
    return 0 < len(text) <= 200 and text.isprintable()


def _is_stale(
    request: ImportRequest, period: ResultPeriod | None, fields: Mapping[str, str | int | date], data: bytes
) -> bool:
    """Whether the description or the bytes of the rows are not as they should be, whatever the rows say."""
    path = request.content / "results" / f"{request.period}.csv"
    if period is None or any(getattr(period, key) != value for key, value in fields.items()):
        return True
    return not path.is_file() or path.read_bytes() != data


def _old_text(request: ImportRequest) -> str | None:
    path = request.content / "results" / f"{request.period}.yml"
    return path.read_bytes().decode("utf-8-sig") if path.is_file() else None

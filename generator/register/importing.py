"""``gongshi results import``: plan and write ``results/PERIOD.csv`` and ``.yml`` from a register that was opened.

``plan`` reads the cases and compares them with what is published, so that a clerk can agree before ``write`` replaces
the two files. Only public rows are written; everything else of the register stays in memory.

``write`` replaces the description (.yml) first. It holds the digest of the rows, so if the computer stops before the
rows are replaced, the digest does not fit, the site is not built, and importing once more repairs both files.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.content.load import load, place_problem
from generator.content.query_codes import FILE as QUERY_CODES
from generator.facts.periods import bounds
from generator.facts.workdays import Calendar, calendar_of
from generator.model import QueryCode, ResultPeriod, Service
from generator.model.posting import WithdrawnRow
from generator.publish.files import save_together
from generator.register import period_file, summary
from generator.register.cases import Case, read_cases
from generator.register.compare import Cells, Changes, by_receipt, compare
from generator.register.contents import content_faults
from generator.register.faults import ImportRefused, NothingImported, fault
from generator.register.free_texts import FreeTexts
from generator.register.opening import ImportRequest, Opened, refuse, settled
from generator.register.private_values import PrivateValues
from generator.register.public import Period, publish
from generator.register.query_codes import code_faults, merged
from generator.results.rows_csv import bytes_digest, cells, parse, rows_bytes
from generator.rules import holidays
from generator.system.progress import StageProgress
from generator.texts.register import REGISTER_WORDS

MAX_ROWS = 100_000
"""Cases of one period; as many as ``ResultPeriod.rows`` may count."""


@dataclass(frozen=True)
class Plan:
    """What an import would write, and the lines to show before.

    ``data``: the bytes of PERIOD.csv; ``old_text`` and ``fields``: the present text of PERIOD.yml, the fields to set;
    ``stale``: the files do not agree with the register although no row changes; ``codes``: the bytes of
    query-codes.csv, None where they stay as they are.
    """

    request: ImportRequest
    data: bytes
    changes: Changes
    old_text: str | None
    fields: Mapping[str, str | int | date]
    free_texts: FreeTexts
    report: tuple[str, ...]
    stale: bool
    codes: bytes | None

    @property
    def changed(self) -> bool:
        """Whether anything would be written."""
        return bool(self.changes) or self.stale or self.codes is not None


@dataclass(frozen=True)
class _Old:
    """What is published of a period: its description (None: nothing), its rows by receipt number; all query codes."""

    period: ResultPeriod | None
    rows: dict[str, Cells]
    codes: tuple[QueryCode, ...]


def plan(opened: Opened, progress: StageProgress) -> Plan:
    """What an import would write. Raises ImportRefused with every fault, NothingImported for errors in the content."""
    opened = settled(opened)
    request = opened.request
    first, last = bounds(request.period)
    cases = [case for table in opened.chosen for case in read_cases(table, first, request.today)]
    refuse(request, list(content_faults(opened.chosen, cases)))
    services, calendar, old = _content(request)
    period = Period(first, last, request.today, calendar)
    private_values = PrivateValues(opened.tables)
    progress("cases", 0, len(cases))
    published = publish(cases, services, period, private_values, progress)
    refuse(request, [*published.faults, *code_faults(cases, old.codes)])
    free_texts = FreeTexts(private_values, services)
    texts = list(free_texts.lines(published.rows, cases, opened.chosen))
    codes = _codes(request, old.codes, cases, {row.receipt for row in published.rows})
    del cases  # A hundred thousand of them would only be held while the rows are compared and written.
    if not published.rows:
        refuse(request, [fault("register/none-in-period", period=request.period)])
    gone = {row.receipt for row in old.period.withdrawn_rows} if old.period else set()
    rows = tuple(row for row in published.rows if row.receipt not in gone)
    if len(rows) > MAX_ROWS:
        refuse(request, [fault("register/too-many", count=str(len(rows)), limit=str(MAX_ROWS))])
    changes = compare({receipt: row for receipt, row in old.rows.items() if receipt not in gone}, rows)
    data = rows_bytes(rows)
    assert all(read == cells(row) for read, row in zip(parse(data), rows, strict=True)), "rows do not survive writing"
    fields = _fields(request, len(rows), bytes_digest(data), private_values)
    stale = _is_stale(request, old.period, fields, data)
    if changes or old.period is None:
        fields["prepared_on"] = request.today
    kept_out = len(published.rows) - len(rows)
    lines = (
        *summary.of_reading(opened.reading, opened.tables, request.register.name),
        *summary.of_rows(published, request.period, len(rows), kept_out),
        *texts,
        *summary.of_changes(changes, stale, f"{request.period}.yml"),
        *([REGISTER_WORDS["codes"].format(name=QUERY_CODES)] if codes is not None else []),
        *summary.of_hidden(changes, opened.chosen),
    )
    return Plan(request, data, changes, _old_text(request), fields, free_texts, lines, stale, codes)


def description(plan: Plan, reason: str) -> str:
    """The new text of PERIOD.yml; rows that are no longer in the register are withdrawn today for ``reason``."""
    reason = reason.strip()
    if plan.changes.withdrawn and (not _is_line(reason) or plan.free_texts.breach(reason)):
        raise ImportRefused([REGISTER_WORDS["bad_reason"]])
    withdrawn = [
        WithdrawnRow(receipt=receipt, on=plan.request.today, reason=reason) for receipt in plan.changes.withdrawn
    ]
    try:
        return period_file.edited(plan.old_text or period_file.new_text(plan.request.period), plan.fields, withdrawn)
    except period_file.NotEditable as error:
        name = f"{plan.request.period}.yml"
        raise ImportRefused([REGISTER_WORDS["not_editable"].format(name=name, lines=error)]) from None


def write(plan: Plan, text: str) -> None:
    """Replace PERIOD.yml by ``text``, then PERIOD.csv by the planned rows, and query-codes.csv where codes are new."""
    folder = plan.request.content / "results"
    name = plan.request.period
    codes = [(plan.request.content / QUERY_CODES, plan.codes)] if plan.codes is not None else []
    save_together([*codes, (folder / f"{name}.yml", text.encode()), (folder / f"{name}.csv", plan.data)])


def _content(request: ImportRequest) -> tuple[tuple[Service, ...], Calendar, _Old]:
    """The services, the calendar of the hall, and what is published of the period.

    Raises NothingImported; errors in the rows that are about to be replaced do not count. Due days are written into the
    rows, so the holidays that were typed in have to be right before.
    """
    loaded = load(request.content)
    replaced = (f"{request.content.name}/results/{request.period}.csv", "results/partner")
    bad = [p for p in loaded.problems if p.severity == "error" and p.path != replaced[0] and p.rule != replaced[1]]
    if bad or loaded.dataset is None:
        raise NothingImported(tuple(bad))
    findings = [finding for rule in holidays.RULES for finding in rule(loaded.dataset, request.today)]
    typed = [place_problem(request.content, one.rule, one.place, one.values) for one in findings]
    if wrong := tuple(problem for problem in typed if problem.severity == "error"):
        raise NothingImported(wrong)
    results = loaded.dataset.results.get(request.period)
    rows = by_receipt(entry.row for entry in results.entries) if results else {}
    old = _Old(results.period if results else None, rows, loaded.dataset.query_codes)
    return tuple(loaded.dataset.services.values()), calendar_of(loaded.dataset.holidays), old


def _fields(
    request: ImportRequest, count: int, rows_sha256: str, private_values: PrivateValues
) -> dict[str, str | int | date]:
    fields: dict[str, str | int | date] = {"rows": count, "rows_sha256": rows_sha256}
    by = request.prepared_by and request.prepared_by.strip()
    if by is None:
        return fields
    if not _is_line(by) or private_values.found_in(by):
        raise ImportRefused([REGISTER_WORDS["bad_by"]])
    return {"prepared_by": by, **fields}


def _codes(
    request: ImportRequest, known: tuple[QueryCode, ...], cases: Sequence[Case], public: Container[str]
) -> bytes | None:
    """The new bytes of query-codes.csv; None where they are those of the file."""
    path = request.content / QUERY_CODES
    data = merged(known, cases, public)
    old = path.read_bytes() if path.is_file() else merged((), (), ())
    return data if data != old else None


def _is_line(text: str) -> bool:
    return 0 < len(text) <= 200 and text.isprintable()


def _is_stale(
    request: ImportRequest, period: ResultPeriod | None, fields: Mapping[str, str | int | date], data: bytes
) -> bool:
    """Whether PERIOD.yml lacks one of ``fields``, or the bytes of PERIOD.csv are not ``data``."""
    path = request.content / "results" / f"{request.period}.csv"
    if period is None or any(getattr(period, key) != value for key, value in fields.items()):
        return True
    return not path.is_file() or path.read_bytes() != data


def _old_text(request: ImportRequest) -> str | None:
    path = request.content / "results" / f"{request.period}.yml"
    return path.read_bytes().decode("utf-8-sig") if path.is_file() else None

"""From the rows of a register to public rows: what may be known of each case, and nothing else.

A period holds the cases that ended within it, and those still open on its last day, as they stood on that day. So a
later import of the same register gives the same rows, and a case that ended later is open here and ended in the next.

Free texts and receipt numbers are published as they stand; no private value of the register may be part of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from pydantic import ValidationError

from generator.content.formulas import may_run
from generator.content.problems import quote
from generator.facts.workdays import MAX_EXTENSION_DAYS, NoCalendar, due
from generator.model import ResultRow, Service
from generator.privacy import find
from generator.privacy.masks import is_masked, is_organisation, mask_name
from generator.register.columns import ColumnKind, Table, kind_label, plain
from generator.register.dated import is_of_its_row
from generator.register.faults import Fault, fault
from generator.register.private_values import Secrets, holds_part_of
from generator.register.service_names import ServiceNames
from generator.register.table import CellValue, SheetRow
from generator.register.values import Unreadable, as_day, as_days_count, as_text
from generator.results.disclosure import policy_of
from generator.system.progress import StageProgress
from generator.texts.columns import OUTCOMES

_OUTCOMES = {plain(word): outcome for outcome, words in OUTCOMES.items() for word in words}
_day_in = lru_cache(maxsize=5_000, typed=True)(as_day)
_text_in = lru_cache(maxsize=5_000, typed=True)(as_text)
"""Days, items and outcomes repeat; a cell is read once."""

_TELL_EACH = 2_000


@dataclass(frozen=True)
class Period:
    """The first and last day of a period, and the day of the import."""

    first: date
    last: date
    today: date


@dataclass
class Published:
    """What a register gives for one period. ``counts``: how many rows went another way, or have a gap, by sort."""

    rows: tuple[ResultRow, ...] = ()
    faults: list[Fault] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class _Case:
    """The cells of one row by kind, and where they stand."""

    table: Table
    row: SheetRow
    places: Mapping[ColumnKind, int]

    def cell(self, kind: ColumnKind) -> CellValue:
        place = self.places.get(kind)
        return self.row.cells[place] if place is not None and place < len(self.row.cells) else None

    def fault(self, rule: str, kind: ColumnKind, **values: str) -> Fault:
        values.setdefault("title", kind_label(kind))
        return fault(rule, self.table.sheet.name, self.row.number, self.places.get(kind), **values)


def publish(
    tables: Iterable[Table],
    services: Iterable[Service],
    period: Period,
    private_values: Secrets,
    progress: StageProgress,
) -> Published:
    """The public rows of ``tables``, ordered by day of acceptance and receipt number, or every fault."""
    reader = _Reader(ServiceNames(services), period, private_values)
    tables = list(tables)
    total, before = sum(len(table.rows) for table in tables), 0
    rows: list[ResultRow] = []
    for table in tables:
        places = {column.kind: column.index for column in reversed(table.columns) if column.kind}
        for done, row in enumerate(table.rows, before + 1):
            public = reader.read(_Case(table, row, places))
            if public:
                rows.append(public)
            if done % _TELL_EACH == 0 or done == total:
                progress("cases", done, total)
        before += len(table.rows)
    reader.published.faults += reader.item_faults()
    reader.published.rows = tuple(sorted(rows, key=lambda row: (row.accepted, row.receipt)))
    return reader.published


class _Reader:
    """Reads case after case; remembers receipts, items and texts that it has seen."""

    def __init__(self, names: ServiceNames, period: Period, private_values: Secrets) -> None:
        self.published = Published()
        self._names = names
        self._period = period
        self._secrets = private_values
        self._services: dict[str, tuple[Service, ...]] = {}
        self._receipts: dict[str, _Case] = {}
        self._unclear: dict[str, list[_Case]] = {}
        self._told: dict[str, bool] = {}

    def read(self, case: _Case) -> ResultRow | None:
        """The public row of ``case``; None when it has none here, is of another period, or has a fault."""
        before = len(self.published.faults)
        receipt = self._receipt(case)
        service = self._service(case)
        accepted = self._day(case, "accepted", required=True)
        completed, stated = self._day(case, "completed"), self._day(case, "due")
        outcome = self._outcome(case, completed)
        extension = self._extension(case)
        self._check_order(case, accepted, completed, stated)
        if len(self.published.faults) > before or accepted is None or service is None:
            return None
        if accepted > self._period.last or (completed and completed < self._period.first):
            self.published.counts["other_period"] += 1
            return None
        if completed and completed > self._period.last:
            completed, outcome = None, "在办"
            self.published.counts["open_then"] += 1
        row = {
            "receipt": receipt,
            "service": service.id,
            "applicant": self._applicant(case, service),
            "accepted": accepted,
            "due": stated or self._due(service, accepted),
            "completed": completed,
            "outcome": outcome,
            **extension,
        }
        try:
            return ResultRow.model_validate(row)
        except ValidationError as error:
            for item in error.errors(include_url=False, include_input=False):
                self._add(case.fault("case/value", _KIND_OF[str(item["loc"][0])]))
            return None

    def _add(self, item: Fault) -> None:
        self.published.faults.append(item)

    def _receipt(self, case: _Case) -> str:
        text = self._text(case, "receipt")
        if not text:
            self._add(case.fault("case/empty", "receipt"))
        elif may_run(text):
            self._add(case.fault("case/formula", "receipt"))
        elif text in self._receipts:
            self._add(case.fault("case/receipt-twice", "receipt", other=str(self._receipts[text].row.number)))
        elif (
            self._is_private_number(text, case)
            or (not text.isascii() and self._secrets.found_in(text))
            or holds_part_of(text, map(case.cell, _NUMBERS_OF_CASE), map(case.cell, _DAYS_OF_CASE))
        ):
            self._add(case.fault("case/receipt-private", "receipt"))
        self._receipts.setdefault(text, case)
        return text

    def _is_private_number(self, text: str, case: _Case) -> bool:
        if is_of_its_row(text, case.cell("accepted"), case.cell("applied")):
            return self._secrets.number_of_register_stands_in(text)
        return self._secrets.number_stands_in(text)

    def _service(self, case: _Case) -> Service | None:
        text = self._text(case, "item")
        if not text:
            self._add(case.fault("case/empty", "item"))
            return None
        if text not in self._services:
            self._services[text] = self._names.meant_by(text)
        found = self._services[text]
        if len(found) == 1:
            return found[0]
        self._unclear.setdefault(text, []).append(case)
        return None

    def item_faults(self) -> Iterable[Fault]:
        """Each item name that means no service, or several, once, at its first place."""
        for text, cases in self._unclear.items():
            name = quote(text) if self._names.are_words_of(text) and not self._secrets.found_in(text) else ""
            found = "、".join(service.name for service in self._services[text])
            rule = "case/item-ambiguous" if found else "case/item-unknown"
            yield cases[0].fault(rule, "item", name=name, count=str(len(cases)), services=found)

    def _day(self, case: _Case, kind: ColumnKind, required: bool = False) -> date | None:
        day = _day_in(case.cell(kind), self._period.first.year)
        if isinstance(day, Unreadable):
            self._add(case.fault(day.rule, kind))
            return None
        if day is None and required:
            self._add(case.fault("case/empty", kind))
        if day and kind != "due" and day > self._period.today:
            self._add(case.fault("case/future", kind))
        return day

    def _outcome(self, case: _Case, completed: date | None) -> str:
        text = self._text(case, "outcome")
        outcome = _OUTCOMES.get(plain(text)) if text else None if completed else "在办"
        if outcome is None:
            self._add(case.fault("case/outcome" if text else "case/outcome-empty", "outcome"))
            return ""
        unread = isinstance(_day_in(case.cell("completed"), self._period.first.year), Unreadable)
        if (outcome == "在办") != (completed is None) and not unread:
            self._add(case.fault("case/outcome-day", "outcome", outcome=outcome))
        return outcome

    def _extension(self, case: _Case) -> dict[str, int | str | None]:
        days = as_days_count(case.cell("extension_days"))
        reason = self._text(case, "extension_reason") or None
        if isinstance(days, Unreadable):
            self._add(case.fault(days.rule, "extension_days"))
        elif days and days > MAX_EXTENSION_DAYS:
            self._add(case.fault("case/extension-days", "extension_days", limit=str(MAX_EXTENSION_DAYS)))
        elif bool(days) != bool(_text_in(case.cell("extension_reason"))):
            self._add(case.fault("case/extension", "extension_reason" if days else "extension_days"))
        if reason and may_run(reason):
            self._add(case.fault("case/formula", "extension_reason"))
        elif reason and self._is_told(reason):
            self._add(case.fault("case/reason-private", "extension_reason"))
        return {"extension_days": None if isinstance(days, Unreadable) else days or None, "extension_reason": reason}

    def _is_told(self, text: str) -> bool:
        if text not in self._told:
            self._told[text] = self._secrets.found_in(text)
        return self._told[text]

    def _check_order(self, case: _Case, accepted: date | None, completed: date | None, stated: date | None) -> None:
        if accepted and completed and completed < accepted:
            self._add(case.fault("case/order", "completed"))
        if accepted and stated and stated < accepted:
            self._add(case.fault("case/order", "due"))

    def _due(self, service: Service, accepted: date) -> date | None:
        """By the promise, where its unit is decided and the calendar official; else not known (None)."""
        promised = service.time_limits.promised if service.time_limits else None
        if promised is None or promised.unregulated:
            return None
        if promised.immediate:
            return accepted
        if promised.days is None or promised.unit is None:
            self.published.counts["due_open"] += 1
            return None
        try:
            return due(accepted, promised.days, promised.unit)
        except NoCalendar:
            self.published.counts["due_open"] += 1
            return None

    def _applicant(self, case: _Case, service: Service) -> str | None:
        policy = policy_of(service)
        name = self._text(case, "applicant") if policy != "counts" else ""
        if not name:
            return None
        prescribed = service.disclosure and service.disclosure.basis and service.disclosure.names_days
        shown = name if policy == "full" and prescribed else mask_name(name)
        fit = policy == "full" or is_masked(shown) or is_organisation(shown)
        if not fit or _is_alarming(shown) or may_run(shown):
            self._add(case.fault("case/applicant", "applicant"))
            return None
        return shown

    def _text(self, case: _Case, kind: ColumnKind) -> str:
        text = as_text(case.cell(kind)) if kind == "receipt" else _text_in(case.cell(kind))
        if isinstance(text, Unreadable):
            self._add(case.fault(text.rule, kind))
            return ""
        return text


@lru_cache(maxsize=50_000)
def _is_alarming(name: str) -> bool:
    return bool(find(name))


_NUMBERS_OF_CASE: tuple[ColumnKind, ...] = ("id_number", "phone")
_DAYS_OF_CASE: tuple[ColumnKind, ...] = ("applied", "accepted", "completed")
_KIND_OF: dict[str, ColumnKind] = {
    "receipt": "receipt", "收件编号": "receipt", "applicant": "applicant", "申请人": "applicant",
    "extension_days": "extension_days", "延期天数": "extension_days",
    "extension_reason": "extension_reason", "延期原因": "extension_reason",
}  # fmt: skip

"""Make public rows of cases: the columns that are published, the applicant masked as the service's policy says.

A period holds the cases that ended within it, and those still open on its last day, as they stood on that day. So a
later import of the same register gives the same rows, and a case that ended later is open here and ended in the next.

Receipt numbers and reasons are published as they stand, so a private value of the register in them is a fault.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from pydantic import ValidationError

from generator.content.formulas import is_formula
from generator.content.problems import quote
from generator.facts.durations import limit_ends
from generator.facts.workdays import MAX_EXTENSION_DAYS, Calendar
from generator.model import ResultRow, Service
from generator.privacy import find
from generator.privacy.applicants import kind_of_name
from generator.privacy.masks import is_weak_mask, mask_name
from generator.privacy.receipts import known_receipts
from generator.register.cases import Case
from generator.register.columns import ColumnKind
from generator.register.faults import Fault
from generator.register.free_texts import FreeTexts
from generator.register.outcomes import SEVERAL, outcome_in
from generator.register.private_values import PrivateValues, holds_part_of
from generator.register.service_names import ServiceNames
from generator.register.values import DayCell, UnreadableCell
from generator.results.disclosure import policy_of
from generator.system.progress import StageProgress
from generator.texts.register import REGISTER_WORDS

MAX_RECEIPT_LENGTH = 64
"""Characters of a receipt number: the unified number of a case (办件编号) of a government service has 41."""

_REPORTED_EACH = 2_000
"""Cases after which the progress is reported."""


@dataclass(frozen=True)
class Period:
    """The first and last day of a period, the day of the import, and the calendar that days are counted by."""

    first: date
    last: date
    today: date
    calendar: Calendar


@dataclass
class Published:
    """The public rows of one period, or the faults that prevent them.

    ``counts``: of other_period (rows not of this period), open_then (ended later), due_open (due day not known),
    masked_again (applicants whose mask hid too little). ``unknown_years``: of how many cases the due day is not known
    because the calendar of a year is not.
    """

    rows: tuple[ResultRow, ...] = ()
    faults: list[Fault] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    unknown_years: Counter[int] = field(default_factory=Counter)


def publish(
    cases: Sequence[Case],
    services: Iterable[Service],
    period: Period,
    private_values: PrivateValues,
    progress: StageProgress,
) -> Published:
    """The public rows of ``cases``, ordered by day of acceptance and receipt number, or every fault."""
    services = tuple(services)
    publisher = _Publisher(ServiceNames(services), FreeTexts(private_values, services), period, private_values)
    rows: list[ResultRow] = []
    for done, case in enumerate(cases, 1):
        row = publisher.public_row(case)
        if row:
            rows.append(row)
        if done % _REPORTED_EACH == 0 or done == len(cases):
            progress("cases", done, len(cases))
    publisher.published.faults += publisher.item_faults()
    publisher.published.faults += publisher.receipt_faults(rows)
    publisher.published.rows = tuple(sorted(rows, key=lambda row: (row.accepted, row.receipt)))
    return publisher.published


class _Publisher:
    """Makes public rows of case after case; remembers receipts, items and texts that it has seen."""

    def __init__(self, names: ServiceNames, free: FreeTexts, period: Period, private_values: PrivateValues) -> None:
        self.published = Published()
        self._names = names
        self._free_texts = free
        self._period = period
        self._private_values = private_values
        self._services: dict[str, tuple[Service, ...]] = {}
        self._receipts: dict[str, Case] = {}
        self._unclear: dict[str, list[Case]] = {}
        self._names_shown: dict[str, bool] = {}

    def public_row(self, case: Case) -> ResultRow | None:
        """The public row of ``case``; None when the case is of another period or has a fault."""
        before = len(self.published.faults)
        receipt = self._receipt(case)
        service = self._service(case)
        accepted = self._day(case, "accepted", case.accepted, required=True)
        completed, stated = self._day(case, "completed", case.completed), self._day(case, "due", case.due)
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

    def _receipt(self, case: Case) -> str:
        text = self._text(case, "receipt", case.receipt)
        if isinstance(case.receipt, UnreadableCell):
            return ""
        if not text:
            self._add(case.fault("case/empty", "receipt"))
        elif len(text) > MAX_RECEIPT_LENGTH:
            self._add(case.fault("case/receipt-length", "receipt", limit=str(MAX_RECEIPT_LENGTH)))
        elif is_formula(text):
            self._add(case.fault("case/formula", "receipt"))
        elif text in self._receipts:
            self._add(case.fault("case/receipt-twice", "receipt", other=str(self._receipts[text].row.number)))
        elif (
            self._is_private_number(text, case)
            or (not text.isascii() and self._private_values.found_in(text))
            or holds_part_of(text, map(case.stored, _NUMBERS_OF_CASE), map(case.stored, _DAYS_OF_CASE))
        ):
            self._add(case.fault("case/receipt-private", "receipt"))
        self._receipts.setdefault(text, case)
        return text

    def _is_private_number(self, text: str, case: Case) -> bool:
        if case.receipt_is_dated:
            return self._private_values.register_number_found_in(text)
        return self._private_values.number_found_in(text)

    def _service(self, case: Case) -> Service | None:
        text = self._text(case, "item", case.item)
        if not text:
            if not isinstance(case.item, UnreadableCell):
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
        """A fault for each item name that means no service, or several, at its first place."""
        for text, cases in self._unclear.items():
            name = quote(text) if self._names.are_words_of(text) and not self._private_values.found_in(text) else ""
            found = "、".join(service.name for service in self._services[text])
            rule = "case/item-ambiguous" if found else "case/item-unknown"
            near = "" if found else "、".join(service.name for service in self._names.like(text))
            similar = REGISTER_WORDS["similar_items"].format(names=near) if near else ""
            yield cases[0].fault(rule, "item", name=name, count=str(len(cases)), services=found, similar=similar)

    def receipt_faults(self, rows: Sequence[ResultRow]) -> Iterable[Fault]:
        """A fault for each receipt number of ``rows`` that holds its day and may be the number of a child born then."""
        dated = [row for row in rows if self._receipts[row.receipt].receipt_is_dated]
        known = set(known_receipts((row.receipt, row.accepted) for row in dated))
        for row in dated:
            if row.receipt not in known:
                yield self._receipts[row.receipt].fault("case/receipt-private", "receipt")

    def _day(self, case: Case, kind: ColumnKind, day: DayCell, required: bool = False) -> date | None:
        if isinstance(day, UnreadableCell):
            self._add(case.fault(day.rule, kind))
            return None
        if day is None and required:
            self._add(case.fault("case/empty", kind))
        if day and kind != "due" and day > self._period.today:
            self._add(case.fault("case/future", kind))
        return day

    def _outcome(self, case: Case, completed: date | None) -> str:
        text = self._text(case, "outcome", case.outcome)
        if isinstance(case.outcome, UnreadableCell):
            return ""
        outcome = outcome_in(text) if text else None if completed else "在办"
        if outcome is None or outcome == SEVERAL:
            rule = "case/outcome-empty" if not text else "case/outcome" if outcome is None else "case/outcome-several"
            self._add(case.fault(rule, "outcome"))
            return ""
        if (outcome == "在办") != (completed is None) and not isinstance(case.completed, UnreadableCell):
            self._add(case.fault("case/outcome-day", "outcome", outcome=outcome))
        return outcome

    def _extension(self, case: Case) -> dict[str, int | str | None]:
        days = case.extension_days
        reason = self._text(case, "extension_reason", case.extension_reason) or None
        if isinstance(days, UnreadableCell):
            self._add(case.fault(days.rule, "extension_days"))
        elif days and days > MAX_EXTENSION_DAYS:
            self._add(case.fault("case/extension-days", "extension_days", limit=str(MAX_EXTENSION_DAYS)))
        elif bool(days) != bool(case.extension_reason):
            self._add(case.fault("case/extension", "extension_reason" if days else "extension_days"))
        if reason and is_formula(reason):
            self._add(case.fault("case/formula", "extension_reason"))
        elif reason and (breach := self._free_texts.breach(reason)):
            self._add(case.fault(breach[0], "extension_reason", **breach[1]))
        return {
            "extension_days": None if isinstance(days, UnreadableCell) else days or None,
            "extension_reason": reason,
        }

    def _check_order(self, case: Case, accepted: date | None, completed: date | None, stated: date | None) -> None:
        if accepted and completed and completed < accepted:
            self._add(case.fault("case/order", "completed"))
        if accepted and stated and stated < accepted:
            self._add(case.fault("case/order", "due"))

    def _due(self, service: Service, accepted: date) -> date | None:
        """The due day by the promise; None without a promise, a decided unit, or an official calendar of the year."""
        promised = service.time_limits.promised if service.time_limits else None
        if promised is None or promised.unregulated:
            return None
        if promised.immediate:
            return accepted
        ends = [] if promised.days and promised.unit is None else limit_ends(accepted, promised, self._period.calendar)
        for _, end in ends:
            if end.official and end.day:
                return end.day
            self.published.unknown_years[self._period.calendar.first_unknown_year(accepted)] += 1
        self.published.counts["due_open"] += 1
        return None

    def _applicant(self, case: Case, service: Service) -> str | None:
        policy = policy_of(service)
        name = self._text(case, "applicant", case.applicant) if policy != "counts" else ""
        if not name:
            return None
        prescribed = service.disclosure and service.disclosure.basis and service.disclosure.names_days
        if kind_of_name(str(case.stored("applicant"))) == "joined":  # The space that parts two names is not read.
            self._add(case.fault("case/applicant-joined", "applicant"))
            return None
        shown = name if policy == "full" and prescribed else mask_name(name)
        if self._looks_private(shown) or is_formula(shown):
            self._add(case.fault("case/applicant", "applicant"))
            return None
        if shown != name and is_weak_mask(name):
            self.published.counts["masked_again"] += 1
        return shown

    def _looks_private(self, name: str) -> bool:
        if name not in self._names_shown:
            self._names_shown[name] = bool(find(name))
        return self._names_shown[name]

    def _text(self, case: Case, kind: ColumnKind, text: str | UnreadableCell) -> str:
        if isinstance(text, UnreadableCell):
            self._add(case.fault(text.rule, kind))
            return ""
        return text


_NUMBERS_OF_CASE: tuple[ColumnKind, ...] = ("id_number", "phone")
_DAYS_OF_CASE: tuple[ColumnKind, ...] = ("applied", "accepted", "completed")
_KIND_OF: dict[str, ColumnKind] = {
    "receipt": "receipt", "收件编号": "receipt", "applicant": "applicant", "申请人": "applicant",
    "extension_days": "extension_days", "延期天数": "extension_days",
    "extension_reason": "extension_reason", "延期原因": "extension_reason",
}  # fmt: skip

"""Rules about query codes (查询码): that none can be guessed, and that cases which need one have one."""

from collections.abc import Iterator
from datetime import date

from generator.content.query_codes import FILE
from generator.facts.query_codes import FEWEST_CHARACTERS, counted_up, is_weak
from generator.facts.receipt_forms import loose
from generator.model import Dataset, Place, QueryCode
from generator.results.disclosure import period_phase, policy_of
from generator.rules.finding import Finding, place_of


def codes_cannot_be_guessed(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A code is long, has letters and digits, and does not follow from a receipt number or another code."""
    by_code = {given.code: given for given in dataset.query_codes}
    for given in dataset.query_codes:
        if is_weak(given.code, given.receipt):
            yield Finding("codes/weak", _place(given), {"count": str(FEWEST_CHARACTERS)})
    for one, other in counted_up(by_code):
        yield Finding("codes/row", _place(by_code[other]), {"line": str(by_code[one].line)})


def codes_are_distinct(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No two cases have one code, and no case has two."""
    for column in (1, 2):
        seen: dict[str, QueryCode] = {}
        for given in dataset.query_codes:
            known = seen.setdefault(loose(given.receipt if column == 1 else given.code), given)
            if known is not given:
                yield Finding("codes/twice", _place(given, column), {"line": str(known.line)})


def counted_cases_have_codes(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Cases of services of which only numbers are published can be looked up: each has a query code."""
    coded = {loose(given.receipt) for given in dataset.query_codes}
    counted = {service.id for service in dataset.services.values() if policy_of(service) == "counts"}
    for period_id, results in dataset.results.items():
        if period_phase(results.period, today) != "shown":
            continue
        rows = [entry.row for entry in results.entries if entry.row.service in counted]
        without = sum(loose(row.receipt) not in coded for row in rows)
        if without:
            yield Finding("codes/missing", place_of("results", period_id), {"count": str(without)})


def _place(given: QueryCode, column: int = 2) -> Place:
    return Place(FILE, (given.line, column))


RULES = (codes_cannot_be_guessed, codes_are_distinct, counted_cases_have_codes)

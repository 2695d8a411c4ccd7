"""The query codes (查询码) of a register: kept in query-codes.csv for the look-up, and published nowhere."""

from collections.abc import Container, Iterable, Iterator, Sequence

from generator.content.query_codes import codes_bytes
from generator.facts.query_codes import counted_up, is_weak
from generator.facts.receipt_forms import loose
from generator.model import QueryCode
from generator.register.cases import Case
from generator.register.faults import Fault
from generator.register.values import as_text


def code_of(case: Case) -> str:
    """The query code of ``case``; "" where it has none or its cell cannot be read."""
    text = as_text(case.stored("query_code"))
    return text if isinstance(text, str) else ""


def code_faults(cases: Sequence[Case], known: Iterable[QueryCode]) -> Iterator[Fault]:
    """A fault for each code that could be guessed, or is that of another case in the register or of ``known``."""
    codes = [(case, code) for case in cases if (code := code_of(case))]
    owners = {loose(given.code): loose(given.receipt) for given in known}
    rows = {code for pair in counted_up(code for _, code in codes) for code in pair}
    for case, code in codes:
        receipt = case.receipt if isinstance(case.receipt, str) else ""
        if is_weak(code, receipt) or code in rows:
            yield case.fault("case/query-code", "query_code")
        elif owners.setdefault(loose(code), loose(receipt)) != loose(receipt):
            yield case.fault("case/query-code-twice", "query_code")


def merged(known: Iterable[QueryCode], cases: Iterable[Case], public: Container[str]) -> bytes:
    """The bytes of query-codes.csv: the ``known`` codes, and those of ``cases`` whose receipt is in ``public``."""
    codes = {given.receipt: given.code for given in known}
    for case in cases:
        if isinstance(case.receipt, str) and case.receipt in public and (code := code_of(case)):
            codes[case.receipt] = code
    return codes_bytes(codes.items())

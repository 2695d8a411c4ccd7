"""``gongshi import services``: read a file, plan what it changes, tell it, and ask."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.catalogue import report
from generator.catalogue.changes import Plan
from generator.catalogue.listing import Remark
from generator.catalogue.refusals import ImportRefused
from generator.catalogue.services import plan
from generator.catalogue.sheet_rows import services_in
from generator.catalogue.workbook_plan import plan_workbook
from generator.catalogue.workbook_reading import is_workbook, read_workbook
from generator.content.load import load
from generator.register.faults import line, of_error
from generator.register.sheets import read_register
from generator.register.table import RegisterError
from generator.system.environment import cores
from generator.system.failures import Failure, ReportLine
from generator.texts.catalogue import CATALOGUE

_ONE_SHEET = (".csv", ".txt", ".tsv")
"""Endings of files whose only sheet is called like the file."""


class NotAgreed(Failure):
    """The clerk did not agree, or nobody could be asked; nothing was written."""

    exit_code = 1

    def report(self) -> Iterator[ReportLine]:
        """That nothing was changed."""
        yield ReportLine(CATALOGUE["not_agreed"])


def planned(path: Path, content: Path, today: date) -> Plan:
    """What importing the file at ``path`` would change. Raises ImportRefused, NothingImported."""
    try:
        reading = read_register(path)
    except RegisterError as error:
        raise ImportRefused([line(path.name, of_error(error))]) from None
    loaded = load(content, cores())
    if is_workbook(reading):
        return plan_workbook(loaded, read_workbook(reading), today)
    listing = services_in(reading.sheets, sheets_name_windows=path.suffix.lower() not in _ONE_SHEET)
    if not listing.services:
        raise ImportRefused([*map(_told, listing.remarks), CATALOGUE["no_service"].format(path=path.name)])
    return replace(plan(loaded, listing.services, today), notes=tuple(map(_told, listing.remarks)))


def _told(remark: Remark) -> str:
    remedy = CATALOGUE["hint"].format(hint=remark.remedy) if remark.remedy else ""
    return f"{remark.message}{remedy}"


def lines(plan: Plan) -> Iterator[str]:
    """What to show before anything is written."""
    return report.lines(plan)


def question(plan: Plan) -> str:
    """What to ask before writing."""
    return CATALOGUE["ask_presumed"].format(count=plan.presumed) if plan.presumed else CATALOGUE["ask"]

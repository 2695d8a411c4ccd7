"""``gongshi import services``: read a file, plan what it changes, tell it, and ask."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.catalogue import report
from generator.catalogue.changes import Plan
from generator.catalogue.refusals import ImportRefused
from generator.catalogue.workbook_plan import plan_workbook
from generator.catalogue.workbook_reading import is_workbook, read_workbook
from generator.content.load import load
from generator.register.faults import line, of_error
from generator.register.sheets import read_register
from generator.register.table import RegisterError
from generator.system.environment import cores
from generator.system.failures import Failure, ReportLine
from generator.texts.catalogue import CATALOGUE


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
    if not is_workbook(reading):
        raise ImportRefused([CATALOGUE["not_a_workbook"].format(path=path.name)])
    return plan_workbook(load(content, cores()), read_workbook(reading), today)


def lines(plan: Plan) -> Iterator[str]:
    """What to show before anything is written."""
    return report.lines(plan)


def question(plan: Plan) -> str:
    """What to ask before writing."""
    return CATALOGUE["ask_presumed"].format(count=plan.presumed) if plan.presumed else CATALOGUE["ask"]

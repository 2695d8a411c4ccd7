"""``gongshi import services``: plan what the files change, tell it, and ask."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.catalogue import report
from generator.catalogue.changes import Plan, apply
from generator.catalogue.exported_state import remember, remembered
from generator.catalogue.opening import opened
from generator.catalogue.refusals import ImportRefused
from generator.catalogue.services import plan
from generator.catalogue.workbook_plan import plan_workbook
from generator.content.load import load
from generator.system.environment import cores
from generator.system.failures import Failure, ReportLine
from generator.texts.catalogue import CATALOGUE


class NotAgreed(Failure):
    """The clerk did not agree, or nobody could be asked; nothing was written."""

    exit_code = 1

    def report(self) -> Iterator[ReportLine]:
        """That nothing was changed."""
        yield ReportLine(CATALOGUE["not_agreed"])


@dataclass(frozen=True)
class Wishes:
    """Options: the file that explains exports in JSON; whether papers of many services go into the catalogue.

    ``cache`` is the folder in which it is remembered what the import of a workbook left.
    """

    mapping: Path | None = None
    catalogue_papers: bool = False
    cache: Path | None = None


NO_WISHES = Wishes()


def planned(paths: Sequence[Path], content: Path, today: date, wishes: Wishes = NO_WISHES) -> Plan:
    """What importing the files at ``paths`` would change. Raises ImportRefused, MappingRefused, NothingImported."""
    found = opened(paths, wishes.mapping)
    loaded = load(content, cores())
    if found.workbook:
        return plan_workbook(loaded, found.workbook, today, remembered(wishes.cache))
    if not found.services:
        raise ImportRefused([*found.remarks, CATALOGUE["no_service"]])
    made = plan(loaded, found.services, today, wishes.catalogue_papers)
    return replace(made, notes=(*found.remarks, *made.notes))


def lines(plan: Plan) -> Iterator[str]:
    """What to show before anything is written."""
    return report.lines(plan)


def finished(plan: Plan, wishes: Wishes, dry_run: bool, agrees: Callable[[str], bool]) -> str:
    """Write the plan if ``agrees`` says yes to the question; what was done, and what comes next. Raises NotAgreed."""
    if dry_run:
        return CATALOGUE["dry"]
    if not agrees(CATALOGUE["ask_presumed" if plan.presumed else "ask"].format(count=plan.presumed)):
        raise NotAgreed
    apply(plan)
    if plan.is_of_workbook and wishes.cache:
        remember(wishes.cache, plan.brought_in)
    return CATALOGUE["done"].format(count=len(plan.files))

"""The import as a clerk lives through it: what is not known is asked for, what will change is shown, then it is done.

How a question reaches the clerk is not known here; whoever runs this says so with a ``Clerk``.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from generator.register import importing, mapping, summary
from generator.register.columns import LABELS
from generator.system.progress import StageProgress
from generator.texts.commands import TEXTS
from generator.texts.register import WORDS


class NotAgreed(Exception):
    """The clerk did not agree, or nobody was there to agree; nothing was imported."""


@dataclass(frozen=True)
class Clerk:
    """Who is asked and told. Where nobody is ``present``, only ``agrees`` is asked, and what is open is refused.

    ``answers`` gets a question, the possible answers (none: any) and the default; ``progress`` shows a bar.
    """

    present: bool
    says: Callable[[str], None]
    answers: Callable[[str, Sequence[str], str], str]
    agrees: Callable[[str], bool]
    progress: Callable[[], AbstractContextManager[StageProgress]]


@dataclass(frozen=True)
class Wishes:
    """Options of the command: why rows are withdrawn (None: ask), write without asking, write nothing."""

    reason: str | None
    yes: bool
    dry_run: bool


def run(request: importing.ImportRequest, wishes: Wishes, clerk: Clerk) -> None:
    """Import with questions. Raises ImportRefused, ContentError, NotAgreed."""
    with clerk.progress() as progress:
        opened = importing.open_register(request, progress)
    opened = _with_answers(opened, wishes, clerk)
    with clerk.progress() as progress:
        plan = importing.plan(opened, progress)
    clerk.says("\n".join(plan.report))
    if not plan.changed:
        return
    text = importing.description(plan, wishes.reason or _reason(plan, wishes, clerk))
    clerk.says("\n".join(summary.of_text(plan.old_text, text, f"{request.period}.yml")))
    if wishes.dry_run:
        clerk.says(TEXTS["dry"])
        return
    if not (wishes.yes or clerk.agrees(TEXTS["ask_write"])):
        raise NotAgreed
    importing.write(plan, text)
    clerk.says(TEXTS["imported"].format(period=request.period))


def _with_answers(opened: importing.Opened, wishes: Wishes, clerk: Clerk) -> importing.Opened:
    """Ask once what the columns are that nobody knows, and remember it in the project."""
    if not opened.headings or not clerk.present:
        return opened
    labels = list(LABELS)
    answers = {
        heading: clerk.answers(TEXTS["ask_column"].format(heading=heading), labels, WORDS["kept"])
        for heading in opened.headings
    }
    if wishes.dry_run:
        return importing.answered(opened, answers)
    clerk.says("\n".join((TEXTS["columns_remembered"].format(name=mapping.FILE), *mapping.new_lines(answers))))
    return importing.remember(opened, answers)


def _reason(plan: importing.Plan, wishes: Wishes, clerk: Clerk) -> str:
    if not plan.changes.withdrawn or not clerk.present or wishes.yes or wishes.dry_run:
        return WORDS["default_reason"]
    return clerk.answers(TEXTS["ask_reason"], (), WORDS["default_reason"])

"""Run an import step by step: ask for columns that are not known, show what will change, ask for consent, write.

Questions and answers go through a ``Clerk``, which the caller provides; nothing here knows the terminal.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from generator.register import importing, mapping, opening, summary
from generator.register.columns import LABELS
from generator.system.failures import Failure, ReportLine
from generator.system.progress import StageProgress
from generator.texts.commands import TEXTS
from generator.texts.register import REGISTER_WORDS


class NotAgreed(Failure):
    """The clerk did not agree, or nobody could be asked; nothing was imported."""

    exit_code = 1

    def report(self) -> Iterator[ReportLine]:
        """That nothing was changed."""
        yield ReportLine(TEXTS["not_imported"])


@dataclass(frozen=True)
class Clerk:
    """How to ask and tell the person who imports. If nobody is ``present``, the only question is ``agrees``.

    ``says`` shows lines; ``answers`` gets a question, the possible answers (none: any) and the default, and returns the
    answer; ``agrees`` asks whether to write; ``progress`` opens a context that gives the callback for progress.
    """

    present: bool
    says: Callable[[str], None]
    answers: Callable[[str, Sequence[str], str], str]
    agrees: Callable[[str], bool]
    progress: Callable[[], AbstractContextManager[StageProgress]]


@dataclass(frozen=True)
class Wishes:
    """Options of the command: why rows are withdrawn (None: ask), whether to write without asking, or not at all."""

    reason: str | None
    yes: bool
    dry_run: bool


def run(request: opening.ImportRequest, wishes: Wishes, clerk: Clerk) -> None:
    """Import the register, asking ``clerk`` what is open. Raises ImportRefused, NothingImported, NotAgreed."""
    with clerk.progress() as progress:
        opened = opening.open_register(request, progress)
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


def _with_answers(opened: opening.Opened, wishes: Wishes, clerk: Clerk) -> opening.Opened:
    """Ask what the unknown columns hold and, unless it is a dry run, write the answers into the mapping file."""
    if not opened.headings or not clerk.present:
        return opened
    labels = list(LABELS)
    answers = dict[str, str]()
    for heading in opened.headings:
        question = TEXTS["ask_column"].format(heading=heading, labels="、".join(labels))
        answers[heading] = clerk.answers(question, labels, REGISTER_WORDS["kept"])
    if wishes.dry_run:
        return opening.answered(opened, answers)
    clerk.says("\n".join((TEXTS["columns_remembered"].format(name=mapping.FILE), *mapping.new_lines(answers))))
    return opening.remember(opened, answers)


def _reason(plan: importing.Plan, wishes: Wishes, clerk: Clerk) -> str:
    if not plan.changes.withdrawn or not clerk.present or wishes.yes or wishes.dry_run:
        return REGISTER_WORDS["default_reason"]
    return clerk.answers(TEXTS["ask_reason"], (), REGISTER_WORDS["default_reason"])

"""What ``gongshi check`` shows: what is wrong with what is published, and with what sign-off holds back."""

from datetime import date
from pathlib import Path

from generator.build.examine import examine
from generator.content.problems import Problem, in_order

_SIGN_OFF = "sign-off/"


def all_problems(content: Path, today: date, workers: int, root: Path) -> tuple[Problem, ...]:
    """Every problem of the content as it is, and as it is published. Raises UnfitSite.

    Of what is published only errors are told, and what sign-off holds back: all else is told of the drafts.
    """
    published = examine(content, today, workers, root=root)
    if not published.held:
        return published.problems
    drafts = examine(content, today, workers, root=root, drafts=True)
    beside = (one for one in published.problems if one.severity == "error" or one.rule.startswith(_SIGN_OFF))
    return in_order((*drafts.problems, *beside))

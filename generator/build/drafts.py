"""What ``gongshi check`` shows: what is wrong with what is published, and with what sign-off holds back."""

from datetime import date
from pathlib import Path

from generator.build.examine import examine
from generator.content.problems import Problem, in_order
from generator.content.project import approved_folder


def all_problems(content: Path, today: date, workers: int, root: Path) -> tuple[Problem, ...]:
    """Every problem of the content as it is, and as it is published. Raises UnfitSite.

    Of approved versions that are replaced soon, only errors are told.
    """
    published = examine(content, today, workers, root=root)
    if not published.held:
        return published.problems
    drafts = examine(content, today, workers, root=root, drafts=True)
    copies = f"{approved_folder(content).name}/"
    beside = (one for one in published.problems if one.severity == "error" or not one.path.startswith(copies))
    return in_order((*drafts.problems, *beside))

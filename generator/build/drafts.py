"""What ``gongshi check`` shows: what is wrong with what is published, and with what sign-off holds back."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.build.examine import Examined, examine
from generator.build.scheduled import coming_changes
from generator.content.known_places import KnownPlaces
from generator.content.parsed_records import ParsedRecords
from generator.content.problems import Problem, in_order

_SIGN_OFF = "sign-off/"


class Checked(NamedTuple):
    """Every problem, and what is going to change, in lines."""

    problems: tuple[Problem, ...]
    coming: tuple[str, ...] = ()


def all_problems(
    content: Path,
    today: date,
    workers: int,
    root: Path,
    known: ParsedRecords | None = None,
    settled: set[str] | None = None,
    places: KnownPlaces | None = None,
) -> Checked:
    """Every problem of the content as it is, and as it is published. Raises UnfitSite.

    Of what is published only errors are told, and what sign-off holds back: all else is told of the drafts. ``known``,
    ``settled`` and ``places`` are as in ``examine``.
    """
    published = examine(content, today, workers, known, settled, root, places=places)
    if not published.held:
        return Checked(published.problems, _coming(published, published, today))
    drafts = examine(content, today, workers, known, settled, root, drafts=True)
    beside = (one for one in published.problems if one.severity == "error" or one.rule.startswith(_SIGN_OFF))
    return Checked(in_order((*drafts.problems, *beside)), _coming(published, drafts, today))


def _coming(published: Examined, drafts: Examined, today: date) -> tuple[str, ...]:
    if published.as_written is None or drafts.as_written is None:
        return ()
    return tuple(coming_changes(published.as_written, drafts.as_written, today))

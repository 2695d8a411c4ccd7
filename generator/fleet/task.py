"""What one hall's build is asked for, and what came of it: both travel between processes and computers."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from generator.build.options import ComingSheet, HungSheet
from generator.content.problems import ContentError, Problem
from generator.content.project import PosterMode
from generator.fleet.settings import FleetHallSite
from generator.publish.files_in_use import failure_of
from generator.system.failures import Died, Failure
from generator.texts.fleet import FLEET

Outcome = Literal["published", "same", "checked", "failed"]


@dataclass(frozen=True)
class HallTask:
    """One hall to build, or only to check: the folders of its layers, of its cache and of its site on this machine.

    ``approved`` is the folder of the approved versions of its records; it need not be there.
    """

    hall: FleetHallSite
    layers: tuple[Path, ...]
    approved: Path
    cache: Path
    site: Path
    today: date
    posters: PosterMode
    check: bool = False


@dataclass(frozen=True)
class HallDone:
    """What came of one hall.

    ``problems`` are those of its content, at home in the files of its layers; ``told`` are sentences about what else
    went wrong. ``pages`` counts what its site has, ``made`` what of that was made anew. ``seconds`` are of wall time,
    ``mebibytes`` what the process held at most. ``summary`` is what the page over all halls says of it, ``days`` what
    its journal has to know of the days of its records, both as JSON. ``built`` is the note beside its site
    (``publish.built``). ``ahead`` are sheets that change on one of the next days. ``beside`` tells of folders beside
    the site, ``unmade`` why some could not be made, and are as they were.
    """

    hall: str
    outcome: Outcome
    problems: tuple[Problem, ...] = ()
    told: tuple[str, ...] = ()
    pages: int = 0
    sheets: tuple[HungSheet, ...] = ()
    seconds: float = 0.0
    mebibytes: int = 0
    summary: str = ""
    days: str = ""
    built: str = ""
    ahead: tuple[ComingSheet, ...] = ()
    beside: tuple[str, ...] = ()
    unmade: tuple[str, ...] = ()
    pack: str = ""
    """The digest of the packed site in the store, where a cluster has built it."""
    layers: tuple[str, ...] = ()
    """The digests of the packed layers of which a cluster has built it."""

    @property
    def was_left(self) -> bool:
        """Whether nothing had to be looked at, because all was as it was."""
        return self.outcome == "same" and not self.seconds


def failed(hall: str, error: Exception) -> HallDone:
    """A hall that was not done because of ``error``; of one that nobody expected only the kind is told.

    Its words may hold a private value.
    """
    if isinstance(error, Died):
        return HallDone(hall, "failed", told=(FLEET["died"].format(id=hall),))
    if isinstance(error, ContentError):
        return HallDone(hall, "failed", error.problems)
    failure = failure_of(error) if isinstance(error, OSError) else error
    if isinstance(failure, Failure):
        return HallDone(hall, "failed", told=tuple(line.text for line in failure.report()))
    return HallDone(hall, "failed", told=(FLEET["unforeseen"].format(reason=type(error).__name__),))


def as_bytes(done: HallDone) -> bytes:
    """What came of a hall, as JSON."""
    known = vars(done) | {"problems": [problem.as_json() for problem in done.problems]}
    return json.dumps(known, ensure_ascii=False).encode()


def from_bytes(data: bytes) -> HallDone | None:
    """What ``as_bytes`` made; None where it is something else."""
    try:
        known = json.loads(data)
        sheets = tuple(HungSheet(*one)._replace(places=tuple(one[3])) for one in known.pop("sheets"))
        problems = tuple(Problem(**one) for one in known.pop("problems"))
        ahead = tuple(ComingSheet(*one) for one in known.pop("ahead"))
        lines = {key: tuple(known[key]) for key in ("told", "beside", "unmade", "layers")}
        return HallDone(**{**known, **lines, "sheets": sheets, "problems": problems, "ahead": ahead})
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None

"""What one build is asked to do, and what it tells when it is done."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.content.problems import Problem
from generator.content.project import PosterMode
from generator.system.progress import StageProgress

if TYPE_CHECKING:  # a build without a change reads no records
    from generator.build.examine import Examined


@dataclass(frozen=True)
class BuildOptions:
    """The day of the build, which posters it prints, on how many cores it works, and who hears how far it is.

    With "kept" it prints none and publishes those that were printed before and still say the same. With ``drafts`` it
    shows what sign-off holds back, for those who look at it before.
    ``pictured`` are ids of records whose articles for WeChat get all pictures, besides the newest.
    """

    today: date
    posters: PosterMode | Literal["kept"]
    workers: int = 1
    progress: StageProgress = lambda *_: None
    drafts: bool = False
    pictured: tuple[str, ...] = ()


class HungSheet(NamedTuple):
    """A sheet as it hangs or should hang: its record (services/linshi-jiuzhu), title, version code, and where.

    ``version`` is "" while it cannot be printed. Others than ``expected`` ones hang only where a hall has once hung
    them. ``printed`` is the day on which it was, as 2026-01-31; "" where nobody has written it down.
    """

    record: str
    title: str
    version: str
    places: tuple[str, ...] = ()
    expected: bool = True
    printed: str = ""


class ComingSheet(NamedTuple):
    """A sheet that is another from a coming ``day`` (2027-01-01) on, or has to be taken down on it (``goes``).

    ``line`` is what is told of it; others than ``expected`` ones concern only halls that have hung them.
    """

    day: str
    record: str
    line: str
    goes: bool
    expected: bool


@dataclass(frozen=True)
class Report:
    """What a build did. ``warnings`` are sentences for the clerk; ``changed`` is False when nothing was written.
    ``sheets`` are those that should hang today, ``ahead`` those that change on one of the next days.

    ``read`` maps the path of each file of the content of which the site holds what was read once to the SHA-256 of the
    bytes that were read. ``examined`` is what the site was made of, None where nothing was read; ``laid_out`` stands
    for the sheets that could be laid out then.
    """

    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    pages: int
    posters: int
    changed: bool
    sheets: tuple[HungSheet, ...] = ()
    ahead: tuple[ComingSheet, ...] = ()
    read: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    examined: "Examined | None" = field(default=None, compare=False, repr=False)
    laid_out: Collection[str] = field(default=(), compare=False, repr=False)

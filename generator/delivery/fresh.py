"""Whether a built site may still be published: one of an earlier day may show what has had to go since."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.publish.built import read_built
from generator.system.failures import Failure, ReportLine
from generator.texts.delivery import FRESH


class TooOld(Failure):
    """The site shows what had its last day, or nobody can say whether it does; nothing of it was published."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines

    def report(self) -> Iterator[ReportLine]:
        """What is too old, and that the site has to be built first."""
        yield from map(ReportLine, self.lines)


def told_of_age(site: Path, today: date) -> Iterator[str]:
    """That the site in the folder ``site`` is of another day; nothing where it is of ``today``. Raises TooOld."""
    built = read_built(site)
    if built is None:
        raise TooOld((FRESH["unknown"],))
    gone = [FRESH["gone"].format(record=record, day=end) for record, end in built.ends if end < today]
    if gone:
        raise TooOld((FRESH["too_old"].format(day=built.day), *gone, FRESH["build"]))
    if built.day != today:
        yield FRESH["other_day"].format(day=built.day)

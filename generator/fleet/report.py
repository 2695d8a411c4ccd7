"""What a run tells of the halls: a line for each, its problems, and whose sheets have to be printed again."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from generator.build.printed import to_hang, to_print
from generator.content.problems import report_lines, summary
from generator.content.project import PosterMode
from generator.fleet.kept import Inputs, last_done
from generator.fleet.overview import publish_overview, summaries
from generator.fleet.settings import FleetSettings
from generator.fleet.task import HallDone
from generator.system.failures import Failure, ReportLine
from generator.texts.fleet import FLEET

_FOR_LATER = ("summary", "days", "built")
"""What is kept of a hall for what comes after, and says nothing to people."""


@dataclass
class Tally:
    """How many halls came out how; of ``unkept`` ones the site is there, but not in the journal or not in a channel."""

    published: int = 0
    same: int = 0
    failed: int = 0
    unkept: int = 0

    def add(self, done: HallDone) -> None:
        """Count one hall."""
        if done.outcome == "published":
            self.published += 1
        elif done.outcome == "failed":
            self.failed += 1
        else:
            self.same += 1
        self.unkept += bool(done.unmade)

    def line(self, check: bool, seconds: float) -> str:
        """A sentence about all of them."""
        halls = self.published + self.same + self.failed
        key = "summary_check" if check else "summary"
        return FLEET[key].format(halls=halls, seconds=round(seconds, 1), **asdict(self))


def lines_of(fleet: FleetSettings, done: HallDone, check: bool) -> Iterator[ReportLine]:
    """What a run tells of one hall: errors of its content with their places, and what to print; not its gaps.

    The sheets that hang are written down when they are first known, and compared from then on. Raises NotReady.
    """
    if done.outcome == "failed":
        yield ReportLine(FLEET["failed_check" if check else "failed"].format(hall=done.hall))
        yield from report_lines(tuple(one for one in done.problems if one.severity == "error"))
        yield from map(ReportLine, done.told)
        return
    values = {"hall": done.hall, "pages": done.pages, "problems": summary(done.problems)}
    yield ReportLine(FLEET[done.outcome].format(**values))
    if waiting := sum(one.rule in ("sign-off/changed", "sign-off/new") for one in done.problems):
        yield ReportLine(FLEET["waiting"].format(hall=done.hall, count=waiting))
    for line in () if done.was_left else (*done.told, *done.beside):
        yield ReportLine(FLEET["of_hall"].format(hall=done.hall, line=line))
    for line in done.unmade:
        yield ReportLine(FLEET["of_hall"].format(hall=done.hall, line=line), is_finding=True)
    if not check:
        yield from to_print_at(fleet, done)


def to_print_at(fleet: FleetSettings, done: HallDone) -> Iterator[ReportLine]:
    """Which sheets of a hall to print again, now and on the next days, and which to take down. Raises NotReady."""
    folder = fleet.kept(done.hall)
    for number, line in enumerate((*to_print(folder, done.sheets), *to_hang(folder, done.ahead))):
        yield ReportLine(f"{done.hall}：{line}" if number == 0 else line)


def overview_lines(fleet: FleetSettings, new: Mapping[str, str], today: date) -> Iterator[ReportLine]:
    """Publish the page over all halls, and tell where it is and which halls it lacks; or why it stays as it was."""
    try:
        halls = summaries(fleet, new)
        folder = publish_overview(fleet, halls, today)
    except Failure as failure:
        lines = [line.text for line in failure.report()]
        yield ReportLine(FLEET["overview_failed"].format(reason="".join(lines[:1])))
        yield from map(ReportLine, lines[1:])
        return
    if folder:
        yield ReportLine(FLEET["overview_done"].format(folder=folder.name, halls=len(halls)))
        lacking = [hall.id for hall in fleet.halls if hall.id not in {known.id for known in halls}]
        if lacking:
            yield ReportLine(FLEET["overview_unknown"].format(halls="、".join(lacking)))


def as_json(done: HallDone) -> str:
    """One hall as a line of JSON."""
    told = vars(done) | {"problems": [problem.as_json() for problem in done.problems]}
    return json.dumps({key: value for key, value in told.items() if key not in _FOR_LATER}, ensure_ascii=False)


def status_lines(fleet: FleetSettings, today: date, posters: PosterMode) -> Iterator[ReportLine]:
    """What is known of each hall; a finding for each that has to be built. Raises NotReady."""
    inputs = Inputs(fleet, today, posters)
    for hall in fleet.halls:
        digest, before = inputs.of(hall), last_done(fleet, hall)
        if before is None:
            yield ReportLine(FLEET["not_built"].format(hall=hall.id), is_finding=True)
            continue
        if digest is None or last_done(fleet, hall, digest) is None:
            yield ReportLine(FLEET["to_build"].format(hall=hall.id), is_finding=True)
        else:
            yield ReportLine(FLEET["same"].format(hall=hall.id))
        yield from to_print_at(fleet, before)

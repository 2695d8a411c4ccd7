"""One run over the halls of a fleet: who is to be done, by whom, and what comes of it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from generator.content.project import PosterMode
from generator.fleet.building import warm_builder
from generator.fleet.kept import Inputs, last_done, remember
from generator.fleet.settings import FleetHallSite, FleetSettings
from generator.fleet.task import HallDone, HallTask, failed
from generator.system.crew import each_done
from generator.system.failures import Died
from generator.system.progress import Progress


@dataclass(frozen=True)
class RunOptions:
    """The day, which posters, ids of the halls that are meant (none: all), and whether sites are made or only checked.

    ``workers`` is the number of processes on this machine.
    """

    today: date
    posters: PosterMode = "none"
    only: tuple[str, ...] = ()
    check: bool = False
    workers: int = 1
    progress: Progress = lambda *_: None


class Crew(Protocol):
    """Who builds halls: processes of this machine, or those of a cluster."""

    def each_done(self, tasks: Iterable[HallTask]) -> Iterator[tuple[HallTask, HallDone | Died]]:
        """Each hall with what came of it, as soon as it is there; Died where it ended several processes."""
        ...

    def close(self) -> None:
        """End what was begun for the crew."""
        ...


class LocalCrew:
    """Processes of this machine, which stay warm from hall to hall."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def each_done(self, tasks: Iterable[HallTask]) -> Iterator[tuple[HallTask, HallDone | Died]]:
        """See ``Crew``."""
        return each_done(warm_builder, tasks, self._workers)

    def close(self) -> None:
        """Nothing is left: processes end with the last hall."""


def run(fleet: FleetSettings, options: RunOptions, crew: Crew) -> Iterator[HallDone]:
    """Build or check the halls that are meant; what is as it was is not done again. Raises NotReady.

    Halls come as they are done. One that fails stops no other, and keeps the site that it has.
    """
    halls = meant(fleet, options.only)
    inputs = Inputs(fleet, options.today, options.posters)
    wanted: dict[str, str | None] = {}
    done = 0

    def left() -> Iterator[HallTask]:
        for hall in halls:
            if hall.id not in as_they_were:
                yield _task(fleet, hall, options)

    as_they_were: dict[str, HallDone] = {}
    for hall in halls:
        wanted[hall.id] = digest = inputs.of(hall)
        if not options.check and digest and (before := last_done(fleet, hall, digest)):
            as_they_were[hall.id] = replace(before, outcome="same", seconds=0.0)
    for one in as_they_were.values():
        done += 1
        yield one
    options.progress(done, len(halls))
    by_id = {hall.id: hall for hall in halls}
    for task, result in crew.each_done(left()):
        one = failed(task.hall.id, result) if isinstance(result, Died) else result
        digest = wanted[task.hall.id]
        if digest and one.outcome in ("published", "same"):
            with suppress(OSError):  # the site stands; what is not remembered costs time
                remember(fleet, by_id[one.hall], "" if one.unmade else digest, one)
        done += 1
        options.progress(done, len(halls))
        yield one


def meant(fleet: FleetSettings, only: Sequence[str]) -> tuple[FleetHallSite, ...]:
    """The halls with the ids ``only``; all where there are none. Raises NotReady for one that is not known."""
    for key in only:
        fleet.hall(key)
    return tuple(hall for hall in fleet.halls if not only or hall.id in only)


def _task(fleet: FleetSettings, hall: FleetHallSite, options: RunOptions) -> HallTask:
    layers = tuple(fleet.root / layer.folder for layer in hall.layers)
    site = fleet.root / hall.site
    approved, cache = fleet.approved(hall.id), fleet.cache(hall.id)
    return HallTask(hall, layers, approved, cache, site, options.today, options.posters, options.check)

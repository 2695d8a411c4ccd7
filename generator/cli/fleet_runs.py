"""``gongshi fleet check`` and ``gongshi fleet build``: every hall of fleet.yml, on all cores or on a cluster."""

import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, cast

import click

from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress, tell
from generator.content.project import POSTER_MODES, PosterMode
from generator.fleet.archiving import keep_hall
from generator.fleet.report import Tally, as_json, lines_of, overview_lines
from generator.fleet.run import Crew, LocalCrew, RunOptions, run
from generator.fleet.settings import FleetSettings, read_fleet
from generator.system.clock import china_now
from generator.system.environment import NotReady, cores
from generator.system.on_demand import load
from generator.texts.fleet import FLEET
from generator.texts.usage import PLACEHOLDERS

_OPTIONS = (
    PROJECT,
    TODAY,
    click.option("--only", metavar=PLACEHOLDERS["id"], multiple=True, help=FLEET["only"]),
    click.option("--workers", type=click.IntRange(1, 64), metavar=PLACEHOLDERS["count"], help=FLEET["workers"]),
    click.option("--scheduler", metavar=PLACEHOLDERS["address"], help=FLEET["scheduler"]),
    click.option("--store", metavar=PLACEHOLDERS["folder"], help=FLEET["store"]),
    click.option("--json", "in_json", is_flag=True, help=FLEET["json"]),
)


def _run_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command(help=FLEET["check"])
@_run_options
def check(**asked: Any) -> None:
    """Check every hall."""
    _run(RunOptions(day(asked["today"]), only=asked["only"], check=True), **asked)


@click.command(help=FLEET["build"])
@_run_options
@click.option("--posters", type=click.Choice(POSTER_MODES), default=POSTER_MODES[0], help=FLEET["posters"])
def build(posters: str, **asked: Any) -> None:
    """Build the sites of all halls."""
    _run(RunOptions(day(asked["today"]), cast("PosterMode", posters), asked["only"]), **asked)


def _run(options: RunOptions, project: Path, in_json: bool, **asked: Any) -> None:
    """Run over the halls and tell of each as it is done; the command ends with 1 where one has failed."""
    fleet, begun, tally = read_fleet(project), monotonic(), Tally()
    summaries: dict[str, str] = {}
    with progress() as count, closing(_crew(fleet, **asked)) as crew:
        for done in run(fleet, replace(options, progress=partial(count, "halls")), crew):
            tally.add(done)
            summaries[done.hall] = done.summary
            if in_json:
                click.echo(as_json(done))
            else:
                tell(lines_of(fleet, done, options.check))
            kept = tuple(keep_hall(fleet, done, options.today, china_now()))
            tally.unkept += any(line.is_finding for line in kept)
            tell(kept)
    if not options.check:
        tell(overview_lines(fleet, summaries, options.today))
    click.echo(tally.line(options.check, monotonic() - begun), err=True)
    sys.exit(int(tally.failed > 0 or tally.unkept > 0))


def _crew(fleet: FleetSettings, workers: int | None, scheduler: str | None, store: str | None, **_: Any) -> Crew:
    """Who does the work: processes of this machine, or a cluster."""
    if scheduler is None:
        return LocalCrew(workers or cores())
    try:
        cluster = load("generator.fleet.cluster")
    except ModuleNotFoundError:
        raise NotReady(FLEET["no_extra"]) from None
    return cast("Crew", cluster.cluster_crew(fleet, scheduler, store))

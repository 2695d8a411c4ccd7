"""``gongshi publish``: brings the built site to where it is served, or checks what is there."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import click

from generator.cli.halls import HALL, is_fleet, opened
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress
from generator.content.project import SETTINGS_FILE, cache_folder
from generator.delivery.deliver import Way, carry_out, look
from generator.delivery.fresh import told_of_age
from generator.delivery.opening import open_place, open_target
from generator.delivery.plan import Plan
from generator.delivery.purge import purge_list
from generator.delivery.removed import note_removed, read_removed
from generator.delivery.site import open_site
from generator.delivery.told import done, planned, verified
from generator.delivery.verify import verify as compare
from generator.fleet.settings import read_fleet
from generator.publish.files import save
from generator.publish.manifest import read_manifest
from generator.publish.staging import lock
from generator.system.environment import Refused
from generator.texts.commands import TEXTS
from generator.texts.delivery import HELP, TOLD
from generator.texts.usage import PLACEHOLDERS

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(help=TEXTS["publish"])
@PROJECT
@HALL
@click.option("--overview", is_flag=True, help=HELP["overview"])
@TODAY
@click.argument("target", metavar=PLACEHOLDERS["target"])
@click.option("--dry-run", is_flag=True, help=HELP["dry_run"])
@click.option("--verify", is_flag=True, help=HELP["verify"])
@click.option("--take-over", is_flag=True, help=HELP["take_over"])
@click.option("--purge-list", "purge", metavar=PLACEHOLDERS["file"], type=_FILE, help=HELP["purge_list"])
def publish(
    project: Path, hall: str | None, overview: bool, target: str, verify: bool, today: datetime | None, **asked: Any
) -> None:
    """Publish, while the site does not change; or compare."""
    alone = not (hall or overview or is_fleet(project) or (project / SETTINGS_FILE).is_file())
    found = None if verify and alone else _source(project, hall, overview)
    lines = _verify(project, found, target) if verify or found is None else _publish(found, target, day(today), **asked)
    for line in lines:
        click.echo(line)


class _Source(NamedTuple):
    """A site, where is kept what is known of it, its address, and folders that the target may not touch."""

    site: Path
    cache: Path
    address: str | None
    apart: tuple[Path, ...]


def _source(folder: Path, hall: str | None, overview: bool) -> _Source:
    """The site of a project or of a hall; with ``overview`` the page over all halls. Raises as ``opened``, Refused."""
    if not overview:
        project = opened(folder, hall, as_built=True)
        return _Source(project.site, project.cache, project.site_url, (project.content, project.docs))
    if hall is not None:
        raise Refused(TOLD["overview_or_hall"])
    fleet = read_fleet(folder)
    if fleet.address is None:
        raise Refused(TOLD["overview_no_address"])
    layers = {layer.folder for one in fleet.halls for layer in one.layers}
    return _Source(
        fleet.overview, fleet.overview_cache, fleet.address, tuple(fleet.root / layer for layer in sorted(layers))
    )


def _verify(folder: Path, source: _Source | None, target: str) -> Iterator[str]:
    """Compare with the manifest of the site, if there is one."""
    own, cache = (read_manifest(source.site), source.cache) if source else ({}, cache_folder(folder))
    with closing(open_place(target)) as place, progress() as count:
        found = compare(place, own, read_removed(cache), count)
    yield from verified(found)


def _publish(
    source: _Source, target: str, today: date, dry_run: bool, take_over: bool, purge: Path | None
) -> Iterator[str]:
    with lock(source.site.resolve()):
        site = open_site(source.site.resolve())
        yield from told_of_age(site.folder, today)
        with closing(open_target(target, source.site, *source.apart)) as place, progress() as count:
            found, plan = look(site, place)
            try:
                if dry_run:
                    yield from planned(plan, site, place.name, found.is_foreign and not take_over)
                else:
                    carry_out(site, place, found, plan, Way(take_over, count))
                    yield from done(plan, site, place.name)
            finally:  # a cache has to forget what was changed, even where something could not be removed
                note_removed(source.cache, () if dry_run else plan.removed, site.files)
                yield from _write_purge_list(purge, plan, source.address) if purge else ()


def _write_purge_list(file: Path, plan: Plan, site_url: str | None) -> Iterator[str]:
    lines = purge_list((*plan.changed, *plan.removed), site_url)
    save(file, "".join(f"{line}\n" for line in lines).encode())
    yield TOLD["purge"].format(count=len(lines), file=file)
    if site_url is None:
        yield TOLD["purge_no_address"]

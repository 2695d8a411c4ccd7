"""``gongshi publish``: brings the built site to where it is served, or checks what is there."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.cli.halls import HALL, is_fleet, opened
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress
from generator.content.project import SETTINGS_FILE, Project, cache_folder
from generator.delivery.deliver import Way, carry_out, look
from generator.delivery.fresh import told_of_age
from generator.delivery.opening import open_place, open_target
from generator.delivery.plan import Plan
from generator.delivery.purge import purge_list
from generator.delivery.removed import note_removed, read_removed
from generator.delivery.site import open_site
from generator.delivery.told import done, planned, verified
from generator.delivery.verify import verify as compare
from generator.publish.files import save
from generator.publish.manifest import read_manifest
from generator.publish.staging import lock
from generator.texts.commands import TEXTS
from generator.texts.delivery import HELP, TOLD
from generator.texts.usage import PLACEHOLDERS

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(help=TEXTS["publish"])
@PROJECT
@HALL
@TODAY
@click.argument("target", metavar=PLACEHOLDERS["target"])
@click.option("--dry-run", is_flag=True, help=HELP["dry_run"])
@click.option("--verify", is_flag=True, help=HELP["verify"])
@click.option("--take-over", is_flag=True, help=HELP["take_over"])
@click.option("--purge-list", "purge", metavar=PLACEHOLDERS["file"], type=_FILE, help=HELP["purge_list"])
def publish(project: Path, hall: str | None, target: str, verify: bool, today: datetime | None, **asked: Any) -> None:
    """Publish, while the site does not change; or compare."""
    alone = hall is None and not is_fleet(project) and not (project / SETTINGS_FILE).is_file()
    found = None if verify and alone else opened(project, hall, as_built=True)
    lines = _verify(project, found, target) if verify or found is None else _publish(found, target, day(today), **asked)
    for line in lines:
        click.echo(line)


def _verify(folder: Path, project: Project | None, target: str) -> Iterator[str]:
    """Compare with the manifest of the project's site, if there is one."""
    own, cache = (read_manifest(project.site), project.cache) if project else ({}, cache_folder(folder))
    with closing(open_place(target)) as place, progress() as count:
        found = compare(place, own, read_removed(cache), count)
    yield from verified(found)


def _publish(
    project: Project, target: str, today: date, dry_run: bool, take_over: bool, purge: Path | None
) -> Iterator[str]:
    with lock(project.site.resolve()):
        site = open_site(project.site.resolve())
        yield from told_of_age(site.folder, today)
        with closing(open_target(target, project.site, project.content, project.docs)) as place, progress() as count:
            found, plan = look(site, place)
            try:
                if dry_run:
                    yield from planned(plan, site, place.name, found.is_foreign and not take_over)
                else:
                    carry_out(site, place, found, plan, Way(take_over, count))
                    yield from done(plan, site, place.name)
            finally:  # a cache has to forget what was changed, even where something could not be removed
                note_removed(project.cache, () if dry_run else plan.removed, site.files)
                yield from _write_purge_list(purge, plan, project.site_url) if purge else ()


def _write_purge_list(file: Path, plan: Plan, site_url: str | None) -> Iterator[str]:
    lines = purge_list((*plan.changed, *plan.removed), site_url)
    save(file, "".join(f"{line}\n" for line in lines).encode())
    yield TOLD["purge"].format(count=len(lines), file=file)
    if site_url is None:
        yield TOLD["purge_no_address"]

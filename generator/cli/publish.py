"""``gongshi publish``: brings the built site to where it is served, or checks what is there."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click

from generator.cli.options import PROJECT
from generator.cli.terminal import progress
from generator.content.project import Project, open_project
from generator.delivery.deliver import Way, carry_out, look
from generator.delivery.opening import open_target
from generator.delivery.plan import Plan
from generator.delivery.purge import purge_list
from generator.delivery.site import open_site
from generator.delivery.told import done, planned
from generator.publish.files import save
from generator.publish.staging import lock
from generator.texts.commands import TEXTS
from generator.texts.delivery import HELP, TOLD
from generator.texts.usage import PLACEHOLDERS

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(help=TEXTS["publish"])
@PROJECT
@click.argument("target", metavar=PLACEHOLDERS["target"])
@click.option("--dry-run", is_flag=True, help=HELP["dry_run"])
@click.option("--take-over", is_flag=True, help=HELP["take_over"])
@click.option("--purge-list", "purge", metavar=PLACEHOLDERS["file"], type=_FILE, help=HELP["purge_list"])
def publish(project: Path, target: str, dry_run: bool, take_over: bool, purge: Path | None) -> None:
    """Publish; the site does not change meanwhile."""
    opened = open_project(project)
    with lock(opened.site.resolve()):
        for line in _publish(opened, target, dry_run, take_over, purge):
            click.echo(line)


def _publish(opened: Project, target: str, dry_run: bool, take_over: bool, purge: Path | None) -> Iterator[str]:
    site = open_site(opened.site.resolve())
    with closing(open_target(target, opened.site, opened.content, opened.docs)) as place, progress() as count:
        found, plan = look(site, place)
        try:
            if dry_run:
                yield from planned(plan, site, place.name, found.is_foreign and not take_over)
            else:
                carry_out(site, place, found, plan, Way(take_over, count))
                yield from done(plan, site, place.name)
        finally:  # a cache has to forget what was changed, even where something could not be removed
            if purge:
                yield from _write_purge_list(purge, plan, opened.site_url)


def _write_purge_list(file: Path, plan: Plan, site_url: str | None) -> Iterator[str]:
    lines: Sequence[str] = purge_list((*plan.changed, *plan.removed), site_url)
    save(file, "".join(f"{line}\n" for line in lines).encode())
    yield TOLD["purge"].format(count=len(lines), file=file)
    if site_url is None:
        yield TOLD["purge_no_address"]

"""Makes packages of the journal of a project, with what its content says today of what has to go."""

import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from generator.archive.extras import load_keys
from generator.archive.limits import days_of
from generator.archive.package import Order, Package, make_package
from generator.build.archiving import open_journal
from generator.build.checkpoints import at_the_gate, inspect_site
from generator.build.options import BuildOptions
from generator.build.pipeline import Hall, read_hall
from generator.content.project import Project
from generator.model.archive import ArchiveSettings
from generator.publish.staging import Stage, StagedFile
from generator.publish.write_once import save_new
from generator.system.environment import Refused
from generator.texts.archive import JOURNAL, KEYS, PACKAGE

PRIVATE, PUBLIC = "gongshi-key.pem", "gongshi-key.pub.pem"
"""The files of the hall's key, beside the journal: in no folder that is published or archived."""

PASSWORD = "GONGSHI_KEY_PASSWORD"  # noqa: S105  # The name of a variable of the environment, not a password.


def make_key(project: Project) -> Iterator[str]:
    """Make the hall's key; tells where it is. Raises Refused where there is one, NotReady."""
    keys, password = load_keys(), os.environ.get(PASSWORD, "")
    private, public = project.kept / PRIVATE, project.kept / PUBLIC
    for file in (private, public):
        if os.path.lexists(file):
            raise Refused(KEYS["exists"].format(name=file.name))
    pem = keys.new_key(password)
    key = keys.private_key(pem, password)
    try:
        save_new(private, pem, private=True)
        save_new(public, keys.public_pem(key))
    except FileExistsError as error:
        raise Refused(KEYS["exists"].format(name=error)) from None
    yield KEYS["made"].format(private=PRIVATE, public=PUBLIC, fingerprint=keys.fingerprint(key))
    if not password:
        yield KEYS["plain"]


def make(project: Project, period: str, options: BuildOptions) -> Iterator[str]:
    """Make the package of a period; tells what is in it.

    Raises Refused, NotReady, BadJournal, SiteBusy, ContentError, UnfitSite.
    """
    journal = open_journal(project)
    hall = read_hall(project, options)
    site = hall.dataset.site
    settings = site.archive or ArchiveSettings()
    private = project.kept / PRIVATE
    key = load_keys().private_key(private.read_bytes(), os.environ.get(PASSWORD, "")) if private.is_file() else None
    order = Order(period, site.organisation, settings, options.today, key)
    with journal.locked():
        if removed := journal.purge(days_of(hall.dataset, options.today), options.today):
            yield JOURNAL["removed"].format(count=len(removed))
        folder = make_package(journal, order, partial(_refused, hall))
    yield from _told(folder, project.kept, settings, signed=key is not None)


def _told(folder: Path, root: Path, settings: ArchiveSettings, signed: bool) -> Iterator[str]:
    items = Package(folder).items
    files = sum(1 for item in items if item.path)
    path = folder.relative_to(root)
    yield PACKAGE["made"].format(path=path.as_posix(), files=files, items=len(items), without=len(items) - files)
    if not settings.fonds:
        yield PACKAGE["no_fonds"]
    if not signed:
        yield PACKAGE["unsigned"]


def _refused(hall: Hall, folder: Path, files: Mapping[str, str]) -> set[str]:
    """Which files of a folder the gate would not let pass today."""
    stage, options = Stage(folder), hall.options
    for address, digest in files.items():
        stage.note(address, StagedFile(digest, (folder / address).stat().st_size))
    progress = partial(options.progress, "privacy")
    cache = hall.project.cache / "archive"
    look = partial(inspect_site, stage, hall.dataset, options.today, hall.waivers, cache, options.workers, progress)
    leaks = {leak.path for leak in at_the_gate(look)}
    return {address for address in files if any(path.startswith(address) for path in leaks)}

"""Makes a copy of the published site that works without a server: a folder and a ZIP beside the site.

The copy is made of the files of the site, and goes through verification and the gate as the site did.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from generator.build.checkpoints import PrivateData, UnfitSite, at_the_gate, inspect_site
from generator.build.memory import open_memory
from generator.build.options import BuildOptions
from generator.build.pipeline import Hall, read_hall, site_path
from generator.content.project import Project
from generator.facts.services import last_day
from generator.model import Dataset
from generator.publish.manifest import read_manifest, write_manifest
from generator.publish.portable import name_faults, pack
from generator.publish.staging import Stage, read_regular, staged
from generator.publish.swap import swap
from generator.publish.verify import faults, scan_any
from generator.results.disclosure import last_day_of_names, posted_periods
from generator.site.portable import LEFT_OUT, portable_page
from generator.texts.portable import PORTABLE


def portable_copy(project: Project, options: BuildOptions) -> Iterator[str]:
    """Make the copy; tells where it is, and until when it may be used.

    Raises ContentError, UnfitSite, PrivateData, SiteBusy, NotASite, OSError.
    """
    hall = read_hall(project, options, open_memory(project))
    site = project.site.resolve()
    folder = site.with_name(f"{site.name}-portable")
    archive = folder.with_suffix(".zip")
    with staged(folder, project.cache / "portable") as stage:
        stage.begin()
        _fill(stage, hall, site)
        _refuse_private_data(stage, hall)
        write_manifest(stage)
        names = tuple(stage.files)
        swap(stage, folder)
        pack(folder, names, archive)
    yield PORTABLE["done"].format(folder=folder.name, archive=archive.name)
    ends = [day for day in _ends(hall.dataset, options.today) if day >= options.today]
    if ends:
        yield PORTABLE["until"].format(day=min(ends))


def _fill(stage: Stage, hall: Hall, site: Path) -> None:
    """Put the files of the site into ``stage``. Raises UnfitSite where they are not fit to be carried around."""
    path, stand = site_path(hall.project), PORTABLE["stand"].format(day=hall.options.today)
    scans = []
    for address, digest in read_manifest(site).items():
        if address in LEFT_OUT:
            continue
        data = read_regular(f"{site}/{address}")
        if data is None or hashlib.sha256(data).hexdigest() != digest:
            raise UnfitSite((PORTABLE["changed"].format(address=address),))
        if address.endswith(".html"):
            data = portable_page(address, data.decode(), path, stand).encode()
        stage.write(address, data)
        scans += [scan for scan in (scan_any(address, data),) if scan]
    found = (*name_faults(stage.files), *faults(stage.sweep(), scans, ("index.html",)))
    if found:
        raise UnfitSite(found)


def _refuse_private_data(stage: Stage, hall: Hall) -> None:
    options = hall.options
    progress, cache = partial(options.progress, "privacy"), hall.project.cache / "portable"
    look = partial(inspect_site, stage, hall.dataset, options.today, hall.waivers, cache, options.workers, progress)
    if leaks := at_the_gate(look):
        raise PrivateData(leaks)


def _ends(dataset: Dataset, today: date) -> Iterator[date]:
    """The days after which something that the copy shows has to be taken down."""
    yield from (end for notice in dataset.notices.values() if (end := last_day(notice)))
    yield from (end for each in dataset.disclosures.values() if (end := each.record.take_down))
    for posted in posted_periods(dataset, today).values():
        services = (dataset.services[key] for key in sorted({row.service for row in posted.listed}))
        ends = (posted.period.take_down, *(last_day_of_names(service, posted.period) for service in services))
        yield from filter(None, ends)

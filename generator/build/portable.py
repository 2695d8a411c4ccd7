"""Makes a copy of the published site that works without a server: a folder and a ZIP beside the site.

The copy is made of the files of the site, and goes through verification and the gate as the site did.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.build.beside import refuse_private_data, site_files
from generator.build.checkpoints import UnfitSite
from generator.build.memory import open_memory
from generator.build.options import BuildOptions
from generator.build.pipeline import Hall, read_hall, site_path
from generator.content.project import Project
from generator.facts.services import last_day
from generator.model import Dataset
from generator.publish.manifest import write_manifest
from generator.publish.portable import name_faults, pack
from generator.publish.staging import Stage, staged
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
        refuse_private_data(stage, hall, project.cache / "portable")
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
    for address, data in site_files(site):
        if address in LEFT_OUT:
            continue
        if address.endswith(".html"):
            data = portable_page(address, data.decode(), path, stand).encode()
        stage.write(address, data)
        scans += [scan for scan in (scan_any(address, data),) if scan]
    found = (*name_faults(stage.files), *faults(stage.sweep(), scans, ("index.html",)))
    if found:
        raise UnfitSite(found)


def _ends(dataset: Dataset, today: date) -> Iterator[date]:
    """The days after which something that the copy shows has to be taken down."""
    yield from (end for notice in dataset.notices.values() if (end := last_day(notice)))
    yield from (end for each in dataset.disclosures.values() if (end := each.record.take_down))
    for posted in posted_periods(dataset, today).values():
        services = (dataset.services[key] for key in sorted({row.service for row in posted.listed}))
        ends = (posted.period.take_down, *(last_day_of_names(service, posted.period) for service in services))
        yield from filter(None, ends)

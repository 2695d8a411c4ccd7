"""Makes a copy of the published site that works without a server: a folder and a ZIP beside the site.

The copy is made of the files of the site, and goes through verification and the gate as the site did.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.build.beside import refuse_private_data, site_files
from generator.build.checkpoints import UnfitSite
from generator.build.left_behind import folder_beside
from generator.build.pipeline import Hall, site_path
from generator.publish.manifest import MANIFEST, read_manifest, write_manifest
from generator.publish.portable import name_faults, pack
from generator.publish.staging import Stage, staged
from generator.publish.swap import swap
from generator.publish.verify import faults, scan_any
from generator.results.take_down import last_days
from generator.site.portable import LEFT_OUT, portable_page
from generator.texts.portable import PORTABLE


def portable_copy(hall: Hall) -> Iterator[str]:
    """Make the copy; tells where it is, and until when it may be used.

    Raises UnfitSite, PrivateData, SiteBusy, NotASite, OSError.
    """
    project, today = hall.project, hall.options.today
    site = project.site.resolve()
    folder = folder_beside(site, "portable")
    with staged(folder, project.cache / "portable") as stage:
        stage.begin()
        _fill(stage, hall, site)
        refuse_private_data(stage, hall, project.cache / "portable")
        write_manifest(stage)
        swap(stage, folder)
        archive = pack_copy(folder)
    yield PORTABLE["done"].format(folder=folder.name, archive=archive.name)
    ends = [day for _, day in last_days(hall.dataset, today) if day >= today]
    if ends:
        yield PORTABLE["until"].format(day=min(ends))


def pack_copy(folder: Path) -> Path:
    """Make the ZIP of the copy in ``folder``, and return it. Raises OSError."""
    archive = folder.with_suffix(".zip")
    pack(folder, (*read_manifest(folder), MANIFEST), archive)
    return archive


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

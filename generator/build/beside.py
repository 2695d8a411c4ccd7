"""What folders beside the site have in common.

They take files of the site over, go through the gate as it did, and remember what their own files were made of.
"""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType

from generator.build.assembly import Workshop
from generator.build.checkpoints import PrivateData, UnfitSite, at_the_gate, inspect_site
from generator.build.kept import place_digest
from generator.build.left_behind import folder_beside
from generator.build.memory import Memory
from generator.build.options import BuildOptions, Report
from generator.build.pipeline import Hall, read_hall, sound_hall
from generator.build.scans import KeptScan, read_scans, write_scans
from generator.content.project import Project
from generator.publish.manifest import read_manifest, write_manifest
from generator.publish.staging import Stage, read_regular
from generator.publish.swap import swap
from generator.texts.commands import TEXTS
from generator.texts.portable import PORTABLE


def hall_of(project: Project, options: BuildOptions, report: Report, memory: Memory | None = None) -> Hall:
    """What the site was made of just now; read, where it did not have to be. Raises ContentError, UnfitSite."""
    if report.examined is None:
        return read_hall(project, options, memory)
    return sound_hall(project, options, report.examined, report.laid_out)


def site_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of the files of the published site. Raises UnfitSite where one is not as it was made."""
    for address, digest in read_manifest(site).items():
        yield address, site_file(site, address, digest)


def site_file(site: Path, address: str, digest: str) -> bytes:
    """The bytes of a file of the published site. Raises UnfitSite where it is not as it was made."""
    data = read_regular(f"{site}/{address}")
    if data is None or hashlib.sha256(data).hexdigest() != digest:
        raise UnfitSite((PORTABLE["changed"].format(address=address),))
    return data


def refuse_private_data(
    stage: Stage,
    hall: Hall,
    cache: Path,
    repeated: Collection[str] = (),
    called: Mapping[str, str] = MappingProxyType({}),
    texts: Mapping[str, bytes] = MappingProxyType({}),
) -> None:
    """Raise PrivateData where the gate finds anything private in ``stage``, UnfitSite where it cannot look.

    What is in the files at the addresses ``repeated`` stands in others, too. ``called`` and ``texts`` are as in
    ``inspect_site``. Files of the site that are taken over as they are were looked at there.
    """
    options, looked_at = hall.options, Stage(stage.folder)
    looked_at.files = {address: file for address, file in stage.files.items() if address not in repeated}
    progress = partial(options.progress, "privacy")
    look = partial(
        inspect_site,
        looked_at,
        hall.dataset,
        options.today,
        hall.waivers,
        cache,
        options.workers,
        progress,
        called,
        beside=hall.project.cache,
        texts=texts,
    )
    if leaks := at_the_gate(look):
        raise PrivateData(leaks)


@contextmanager
def workshop(stage: Stage, hall: Hall, folder: Path, cache: Path) -> Iterator[tuple[Workshop, dict[str, KeptScan]]]:
    """Where files of ``folder`` are made, or taken over from the last build; and what is to be known of them then.

    What stands there at the end, when the folder is published, is remembered in ``cache``.
    """
    table, files = cache / f"files-{place_digest(hall.project)}", dict[str, KeptScan]()
    yield Workshop(stage, folder, cache, read_scans(table), hall.options.workers), files
    with suppress(OSError):  # the folder stands; what is not remembered costs time
        write_scans(table, files)


def made_beside(hall: Hall, option: str, make: Callable[[Hall], Iterator[str]]) -> list[str]:
    """What the folder of ``option`` tells when it is made. Raises UnfitSite, which says that the site is published."""
    try:
        return list(make(hall))
    except UnfitSite as error:
        folder = folder_beside(hall.project.site, option).name
        error.consequence = TEXTS["nothing_beside"].format(folder=folder)
        raise


def publish_folder(stage: Stage, folder: Path) -> None:
    """Put what is in ``stage`` in the place of ``folder``."""
    write_manifest(stage)
    swap(stage, folder)

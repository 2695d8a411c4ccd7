"""What folders beside the site have in common: they take files of the site over, and go through the gate as it did."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.build.checkpoints import PrivateData, UnfitSite, at_the_gate, inspect_site
from generator.build.examine import Examined
from generator.build.options import BuildOptions
from generator.build.pipeline import Hall, read_hall, sound_hall
from generator.content.project import Project
from generator.publish.manifest import read_manifest
from generator.publish.staging import Stage, read_regular
from generator.site.edition import Edition
from generator.site.pages import Page, list_pages, record_pages, service_page
from generator.texts.portable import PORTABLE


def hall_of(project: Project, options: BuildOptions, examined: Examined | None) -> Hall:
    """What the site was made of just now; read, where it did not have to be. Raises ContentError, UnfitSite."""
    return sound_hall(project, options, examined) if examined else read_hall(project, options)


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


def refuse_private_data(stage: Stage, hall: Hall, cache: Path) -> None:
    """Raise PrivateData where the gate finds anything private in ``stage``, UnfitSite where it cannot look."""
    options = hall.options
    progress = partial(options.progress, "privacy")
    look = partial(inspect_site, stage, hall.dataset, options.today, hall.waivers, cache, options.workers, progress)
    if leaks := at_the_gate(look):
        raise PrivateData(leaks)


def pages_of(edition: Edition) -> Iterator[Page]:
    """Every page of the site but those of prose; none has sheets or the code of its address, which cost time."""
    edition = replace(edition, site_url=None)
    yield from list_pages(edition)
    yield from record_pages(edition, {})
    for service in edition.dataset.services.values():
        yield service_page(service, edition, None)

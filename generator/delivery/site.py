"""The site that is to be delivered: the files of its manifest, each of them as its build made it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.publish.manifest import read_manifest
from generator.publish.staging import read_regular
from generator.system.environment import NotReady
from generator.system.failures import Failure
from generator.texts.delivery import FAILURES


class SiteChanged(Failure):
    """A file of the site is not as the build made it, so nothing of it is delivered."""


class Site(NamedTuple):
    """A built site: its folder, and mapping address -> SHA-256 and address -> size in bytes of its files."""

    folder: Path
    files: Mapping[str, str]
    sizes: Mapping[str, int]

    def bytes_of(self, address: str) -> bytes:
        """The bytes of a file. Raises SiteChanged."""
        return _sound(self.folder, address, self.files[address])


def open_site(folder: Path) -> Site:
    """Read the manifest in ``folder`` and every file in it. Raises NotReady without a site, SiteChanged."""
    files = read_manifest(folder)
    if not files:
        raise NotReady(FAILURES["no_site"].format(name=folder.name))
    return Site(folder, files, {address: len(_sound(folder, address, digest)) for address, digest in files.items()})


def digest_of(data: bytes) -> str:
    """The SHA-256 of ``data``, as manifests write it."""
    return hashlib.sha256(data).hexdigest()


def _sound(folder: Path, address: str, digest: str) -> bytes:
    data = read_regular(f"{folder}/{address}")
    if data is None or digest_of(data) != digest:
        raise SiteChanged(FAILURES["site_changed"].format(address=address))
    return data

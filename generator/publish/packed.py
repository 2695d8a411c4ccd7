"""Folders as bytes, to travel between computers, and a site unpacked from them in the place of the published one."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from generator.publish.folders import empty_folder, rename_folder
from generator.publish.manifest import MANIFEST, listed, write_manifest
from generator.publish.previous import keep_published
from generator.publish.staging import names_below, staged
from generator.publish.swap import swap
from generator.system.zips import zipped

_EFFORT = 1
"""Of zlib: text becomes a quarter in little time; more effort would cost more than the way."""


class BrokenPack(Exception):
    """What arrived is not what was sent."""


def packed(folders: Mapping[str, Path]) -> bytes:
    """All files of some folders, each under its name; equal folders are equal bytes, a missing one has no files."""
    return zipped(
        (
            (f"{name}/{path}", (folder / path).read_bytes())
            for name, folder in sorted(folders.items())
            for path in (sorted(names_below(folder)) if folder.is_dir() else ())
        ),
        _EFFORT,
    )


def unpack(data: bytes, name: str, folder: Path) -> None:
    """Put the files that were packed under ``name`` into ``folder``, in place of what is there. Raises BrokenPack.

    The folder gets its name when it is complete.
    """
    part = empty_folder(folder.with_name(f".{folder.name}.part"))
    for path, content in _members(data, name):
        _write(part, path, content)
    rename_folder(part, folder)


def _write(folder: Path, path: str, data: bytes) -> None:
    """Write a file of a folder that nobody reads yet."""
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)


def publish_packed(data: bytes, name: str, site: Path, cache: Path) -> bool:
    """Put the site that was packed under ``name`` in the place of ``site``, whole or not at all; False if it is equal.

    Every file has to be what its manifest says. Raises BrokenPack, SiteBusy, NotASite, OSError.
    """
    files = dict(_members(data, name))
    wanted = listed(files.pop(MANIFEST, b""))
    if not wanted or wanted != {path: sha256(content).hexdigest() for path, content in files.items()}:
        raise BrokenPack
    with staged(site, cache) as stage:
        stage.begin()
        for path, content in files.items():
            if not keep_published(site, stage, path, wanted[path]):
                stage.write(path, content)
        stage.sweep()
        write_manifest(stage)
        return swap(stage, site.resolve())


def _members(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of all that was packed under ``name``. Raises BrokenPack."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                below, _, path = member.partition("/")
                if ".." in member.split("/") or "\\" in member:
                    raise BrokenPack
                if below == name:
                    yield path, archive.read(member)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as error:
        raise BrokenPack from error

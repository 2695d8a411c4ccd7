"""Replaces the published site by the finished staging folder, in one step where the system can."""

import ctypes
import hashlib
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from generator.publish.files_in_use import held_file
from generator.publish.manifest import MANIFEST, read_manifest, write_manifest_of
from generator.publish.staging import (
    Stage,
    files_below,
    names_below,
    previous_folder,
    read_regular,
    refuse_other_folder,
    remove_file,
)

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(stage: Stage, site: Path) -> bool:
    """Replace ``site`` by ``stage``, which has its manifest. False, without any change, when the two are equal.

    Raises NotASite when ``site`` exists, is not empty, and no build made it.
    """
    refuse_other_folder(site)
    stage.finished = True
    if _is_same(stage, site):
        return False
    if not site.exists():
        stage.folder.rename(site)
        return True
    before = read_manifest(site)
    if not _exchange(stage.folder, site):
        _set_aside(site, before)
        try:
            stage.folder.rename(site)
        except OSError:
            previous_folder(site).rename(site)
            raise
        previous_folder(site).rename(stage.folder)
    _leave_spare(stage, before)
    return True


def _set_aside(site: Path, before: Mapping[str, str]) -> None:
    """Rename the old site. Raises PermissionError with the file that stands in the way, where one is open."""
    try:
        site.rename(previous_folder(site))
    except PermissionError as error:
        held = held_file(site / address for address in before)
        if held is None:
            raise
        raise PermissionError(error.errno, error.strerror, str(held)) from None


def _leave_spare(stage: Stage, before: Mapping[str, str]) -> None:
    """Keep, of the old site that is now in the staging folder, the files that the new site has too; remove the others.

    ``before`` is the manifest of the old site. The next build can reuse the files and folders that are left. If a file
    cannot be removed, all are.
    """
    stage.begin()
    try:
        for address, digest in before.items():
            now = stage.files.get(address)
            if now is None or now.sha256 != digest:
                remove_file(stage.folder, address)
        spare = {address: file for address, file in stage.files.items() if before.get(address) == file.sha256}
        for address in set(names_below(stage.folder)) - spare.keys():
            remove_file(stage.folder, address)
        write_manifest_of(stage.folder, spare)
    except OSError:
        shutil.rmtree(stage.folder, ignore_errors=True)


def _is_same(stage: Stage, site: Path) -> bool:
    """Whether ``site`` holds what ``stage`` holds; its files are read: somebody may have edited one in place."""
    try:
        if (stage.folder / MANIFEST).read_bytes() != (site / MANIFEST).read_bytes():
            return False
        if dict(files_below(stage.folder)) != dict(files_below(site)):
            return False
    except OSError:
        return False
    return all(_digest(f"{site}/{address}") == file.sha256 for address, file in stage.files.items())


def _digest(path: str) -> str | None:
    data = read_regular(path)
    return None if data is None else hashlib.sha256(data).hexdigest()


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step where the system can (Linux); False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = (os.fsencode(first), os.fsencode(second))
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)

"""Put a finished staging folder in the place of the published site: whole, or not at all."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

from generator.publish.manifest import MANIFEST
from generator.publish.staging import Stage, files_below, previous_folder, refuse_other_folder

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(stage: Stage, site: Path) -> bool:
    """Put a sealed ``stage`` in the place of ``site``. False when the two are the same and nothing was changed.

    Raises NotASite when ``site`` exists, is not empty, and no build made it.
    """
    refuse_other_folder(site)
    if _same(stage, site):
        shutil.rmtree(stage.folder)
        return False
    if not site.exists():
        stage.folder.rename(site)
        return True
    if not _exchange(stage.folder, site):
        site.rename(previous_folder(site))
        try:
            stage.folder.rename(site)
        except OSError:
            previous_folder(site).rename(site)
            raise
    shutil.rmtree(previous_folder(site), ignore_errors=True)
    shutil.rmtree(stage.folder, ignore_errors=True)
    return True


def _same(stage: Stage, site: Path) -> bool:
    try:
        if (stage.folder / MANIFEST).read_bytes() != (site / MANIFEST).read_bytes():
            return False
        return list(stage.files()) == sorted(files_below(site, ""))
    except OSError:
        return False


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step where the system can (Linux); False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = (os.fsencode(first), os.fsencode(second))
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)

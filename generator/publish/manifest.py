"""Reads and writes the manifest: the list of a site's files with their hashes.

A folder with a manifest was made by gongshi, and only such a folder is replaced by a build.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from generator.publish.staging import MANIFEST, Stage, StagedFile

__all__ = ["MANIFEST", "listed", "read_manifest", "write_manifest", "write_manifest_of"]


def write_manifest(stage: Stage) -> None:
    """Write the manifest of all files in ``stage``."""
    stage.files.pop(MANIFEST, None)
    stage.write(MANIFEST, _bytes(stage.files))


def write_manifest_of(folder: Path, files: Mapping[str, StagedFile]) -> None:
    """Write the manifest of ``files`` into ``folder``, which is not a stage that will be published."""
    (folder / MANIFEST).write_bytes(_bytes({address: file for address, file in files.items() if address != MANIFEST}))


def read_manifest(folder: Path) -> dict[str, str]:
    """Mapping address -> SHA-256 of the files of a site; empty where the manifest cannot be read."""
    try:
        return listed((folder / MANIFEST).read_bytes())
    except OSError:
        return {}


def listed(manifest: bytes) -> dict[str, str]:
    """Mapping address -> SHA-256 of what a manifest lists; empty where it is none."""
    try:
        return {address: entry["sha256"] for address, entry in json.loads(manifest).items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _bytes(files: Mapping[str, StagedFile]) -> bytes:
    """SHA-256 and size of every file, sorted by address: what ``json.dumps`` writes with ``indent=0``, in less time."""
    entries = ",\n".join(
        f'{json.dumps(address, ensure_ascii=False)}: {{\n"bytes": {file.size},\n"sha256": "{file.sha256}"\n}}'
        for address, file in sorted(files.items())
    )
    return (f"{{\n{entries}\n}}\n" if files else "{}\n").encode()

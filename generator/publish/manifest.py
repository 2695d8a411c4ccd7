"""The list of a site's files with their hashes; a folder that holds it was made by gongshi and may be replaced."""

import hashlib
import json

from generator.publish.staging import MANIFEST, Stage

__all__ = ["MANIFEST", "write_manifest"]


def write_manifest(stage: Stage) -> None:
    """Write the manifest: SHA-256 and size of every file, sorted by address."""
    known = stage.digests

    def digest(address: str) -> str:
        return known.get(address) or hashlib.sha256((stage.folder / address).read_bytes()).hexdigest()

    files = (file for file in stage.files() if file[0] != MANIFEST)
    entries = {address: {"sha256": digest(address), "bytes": size} for address, size in files}
    stage.write(MANIFEST, json.dumps(entries, ensure_ascii=False, indent=0, sort_keys=True).encode() + b"\n")

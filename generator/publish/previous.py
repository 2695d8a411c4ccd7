"""Reuses files of the published site and of the staging folder that have the wanted bytes already."""

from hashlib import sha256
from pathlib import Path

from generator.publish.staging import Stage, StagedFile, read_regular


def keep_published(site: Path, stage: Stage, address: str, digest: str) -> bool:
    """Use the file at ``address`` of the staging folder or of ``site`` if its SHA-256 is ``digest``; else False."""
    if stage.keep(address, digest):
        return True
    data = published_bytes(site, address, digest)
    if data is None:
        return False
    stage.adopt(address, f"{site}/{address}", StagedFile(digest, len(data)))
    return True


def published_bytes(site: Path, address: str, digest: str) -> bytes | None:
    """The bytes of the file at ``address`` of ``site`` if its SHA-256 is ``digest``; else None."""
    data = read_regular(f"{site}/{address}")
    return data if data is not None and sha256(data).hexdigest() == digest else None

"""Folders as BagIt has them (RFC 8493): payload, manifests with SHA-256, tags. Nobody else knows bagit."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import bagit

from generator.publish.write_once import put
from generator.texts.archive import BAG

bagit.LOGGER.disabled = True  # What it has to say, ``faults`` says, in Chinese.

MANIFEST = "tagmanifest-sha256.txt"
"""The file from which every byte of a bag follows, but those of files that no manifest lists."""


def make_bag(folder: Path, info: Mapping[str, str], tags: Mapping[str, bytes]) -> None:
    """Make a bag of the files in ``folder``, where it is; ``tags`` are other files of the bag, by their names."""
    bag = bagit.make_bag(str(folder), dict(info), checksums=["sha256"])
    if tags:
        for name, data in tags.items():
            put(folder / name, data)
        bag.save()


def bag_info(folder: Path) -> dict[str, str]:
    """What bag-info.txt says; nothing where it cannot be read."""
    try:
        return {str(key): str(value) for key, value in bagit.Bag(str(folder)).info.items()}
    except (bagit.BagError, OSError, UnicodeDecodeError):
        return {}


def faults(folder: Path) -> list[str]:
    """A sentence for each file that is not as the manifests say; none where every byte is right."""
    try:
        bag = bagit.Bag(str(folder))
        if not bag.is_valid():
            return list(_of_files(folder, bag)) or [BAG["invalid"].format(why=BAG["tags"])]
    except (bagit.BagError, OSError, ValueError) as error:
        return [BAG["invalid"].format(why=str(error).partition("\n")[0])]
    return []


def _of_files(folder: Path, bag: bagit.Bag) -> Iterator[str]:
    """Every file with a fault. The library stops at the first number that is wrong, and names no file."""
    for path, hashes in sorted(bag.entries.items()):
        file = folder / path
        if not file.is_file():
            yield BAG["missing"].format(path=path)
        elif hashlib.sha256(file.read_bytes()).hexdigest() != hashes.get("sha256"):
            yield BAG["changed"].format(path=path)
    for path in sorted(bag.compare_manifests_with_fs()[1]):
        yield BAG["unexpected"].format(path=path)

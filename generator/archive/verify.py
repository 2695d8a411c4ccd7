"""Checks a package: every byte, the catalogue, the signature, the time stamp; says of each fault where it is."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.archive.extras import load_bag, load_keys, load_stamps
from generator.archive.items import as_csv
from generator.archive.package import CATALOGUE, KEY, SIGNATURE, SIGNED, TABLE, BadPackage, Package
from generator.system.environment import NotReady
from generator.texts.archive import VERIFIED

STAMP_ENDING = ".tsr"


@dataclass
class Verdict:
    """What was found: ``faults`` of a package that is not as it was made, and ``told`` of what is right or unknown."""

    faults: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def verify(folder: Path, key: bytes | None = None, roots: bytes | None = None) -> Verdict:
    """Check the package in ``folder``; ``key`` is the public key that the hall has given, ``roots`` certificates.

    Raises BadPackage where the folder is no package at all, NotReady.
    """
    folder = folder.resolve()
    bag, verdict = load_bag(), Verdict()
    verdict.faults += bag.faults(folder)
    if not (folder / "bagit.txt").is_file() and not (folder / "data").is_dir():
        Package(folder)
    verdict.faults += _catalogue_faults(folder)
    manifest = folder / bag.MANIFEST
    data = manifest.read_bytes() if manifest.is_file() else b""
    _check_signature(folder, data, key, bag.bag_info(folder).get(SIGNED), verdict)
    check_stamp(folder, data, roots, verdict)
    if not verdict.faults:
        count = sum(1 for path in (folder / "data").rglob("*") if path.is_file())
        verdict.told.insert(0, VERIFIED["sound"].format(name=folder.name, count=count))
    return verdict


def _catalogue_faults(folder: Path) -> Iterator[str]:
    """Where catalogue and files do not agree."""
    try:
        package = Package(folder)
    except BadPackage as error:
        yield str(error)
        return
    listed = {item.path: item for item in package.items if item.path}
    for path, item in listed.items():
        file = folder / path
        data = file.read_bytes() if file.is_file() else b""
        if (len(data), hashlib.sha256(data).hexdigest()) != (item.bytes, item.sha256):
            yield VERIFIED["catalogue_path"].format(path=path)
    for part in ("site", "records"):
        for file in sorted((folder / "data" / part).rglob("*")):
            name = file.relative_to(folder).as_posix()
            if file.is_file() and name not in listed:
                yield VERIFIED["catalogue_unlisted"].format(path=name)
    table = folder / "data" / TABLE
    if not table.is_file() or table.read_bytes() != as_csv(package.items, package.responsible):
        yield VERIFIED["catalogue_table"].format(path=f"data/{TABLE}", other=CATALOGUE)


def _check_signature(folder: Path, data: bytes, key: bytes | None, stated: str | None, verdict: Verdict) -> None:
    if stated is None:
        (verdict.faults if (folder / SIGNATURE).exists() or key else verdict.told).append(VERIFIED["unsigned"])
        return
    own = folder / KEY
    if key is None and not own.is_file():
        verdict.faults.append(VERIFIED["no_signing_key"])
        return
    if not (folder / SIGNATURE).is_file():
        verdict.faults.append(VERIFIED["no_signature"])
        return
    keys, pem = load_keys(), own.read_bytes() if key is None else key
    try:
        given = keys.fingerprint_of(pem)
        if given != stated:
            verdict.faults.append(VERIFIED["other_key"].format(found=stated, given=given))
        elif keys.is_signed(pem, data, (folder / SIGNATURE).read_bytes()):
            verdict.told.append(VERIFIED["signed"].format(fingerprint=given))
            verdict.told += [VERIFIED["own_key"]] if key is None else []
        else:
            verdict.faults.append(VERIFIED["bad_signature"])
    except ValueError:
        verdict.faults.append(VERIFIED["bad_key"].format(name=KEY if key is None else "--key"))


def check_stamp(folder: Path, data: bytes, roots: bytes | None, verdict: Verdict) -> None:
    """Check the time stamp beside a package, if there is one, against root certificates, if they are given."""
    file = stamp_file(folder)
    if not file.is_file():
        verdict.told.append(VERIFIED["no_stamp"])
        return
    stamps = load_stamps()
    try:
        at = stamps.stamped_at(file.read_bytes(), data, load_keys().certificates(roots) if roots else None)
    except stamps.BadStamp as error:
        verdict.faults.append(VERIFIED["bad_stamp"].format(name=file.name, why=error))
        return
    except NotReady as error:
        verdict.faults.append(str(error))
        return
    verdict.told.append(VERIFIED["stamped" if roots else "stamp_unchecked"].format(at=at))


def stamp_file(folder: Path) -> Path:
    """Where the time stamp of a package is: beside it, since nothing in it is ever changed."""
    return folder.with_name(folder.name + STAMP_ENDING)

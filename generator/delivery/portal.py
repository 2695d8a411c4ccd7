"""A portal's package: one ZIP with the site, a list of its files with their hashes, and a list of what to delete.

For a portal that takes files through a form or an administrator. The package that is there tells what the portal has.
An address once withdrawn stays on the list of deletions, for the portal may have left a package out. Equal contents are
equal bytes.
"""

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.delivery.delivered import DELIVERED, Delivered, read_delivered
from generator.delivery.site import digest_of
from generator.delivery.target import NotVerified, TargetFailed
from generator.publish.files_in_use import reason_of
from generator.publish.portable import pack_files
from generator.system.environment import Refused
from generator.texts.delivery import FAILURES, PACKAGE

SCHEME = "portal:"
SITE, LIST, REMOVED = "site/", "manifest.json", "removed.txt"
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, ValueError, NotImplementedError, RuntimeError)


def open_package(text: str, *kept_apart: Path) -> "PortalTarget":
    """The target ``portal:FILE.zip``. Raises Refused for another form, or a place in one of ``kept_apart``."""
    file = Path(text.removeprefix(SCHEME))
    if file.suffix.lower() != ".zip":
        raise Refused(FAILURES["no_package"])
    for one in kept_apart:
        if file.resolve().is_relative_to(one.resolve()):
            raise Refused(FAILURES["inside"].format(name=file))
    return PortalTarget(file)


class PortalTarget:
    """The package that is there, and the one that takes its place."""

    in_one_step = True

    def __init__(self, file: Path) -> None:
        self.name = str(file)
        self._file = file
        self._old: dict[str, int] = {}
        self._removed: set[str] = set()
        self._new: dict[str, bytes] = {}
        self._hashes: dict[str, str] = {}

    def listing(self) -> dict[str, int]:
        """The site in the package that is there. Raises Refused where the file is something else."""
        if not self._file.parent.is_dir():
            raise self._failed("list_failed", FileNotFoundError(2, ""))
        if not self._file.exists():
            return {}
        try:
            with zipfile.ZipFile(self._file) as package:
                sizes = {entry.filename: entry.file_size for entry in package.infolist()}
                self._hashes = {name: str(one["sha256"]) for name, one in json.loads(package.read(LIST)).items()}
                self._removed = set(package.read(REMOVED).decode().split("\n")) - {""}
        except OSError as error:
            raise self._failed("list_failed", error) from None
        except _BROKEN:
            raise Refused(FAILURES["other_package"].format(name=self.name)) from None
        self._old = {name.removeprefix(SITE): size for name, size in sizes.items() if name.startswith(SITE)}
        return {**self._old, DELIVERED: 0}

    def read(self, addresses: Sequence[str]) -> dict[str, bytes | None]:
        """The bytes that were written, or are in the package that is there."""
        return {address: self._read(address) for address in addresses}

    def _read(self, address: str) -> bytes | None:
        if address in self._new:
            return self._new[address]
        if address == DELIVERED:
            return Delivered(self._hashes).to_bytes() if self._old else None
        if address not in self._old:
            return None
        with zipfile.ZipFile(self._file) as package:
            return package.read(SITE + address)

    def write(self, files: Mapping[str, bytes]) -> None:
        """Note files for the package."""
        self._new |= files

    def remove(self, addresses: Sequence[str]) -> dict[str, str]:
        """Leave files out of the package, and put them on the list of deletions."""
        for address in addresses:
            self._old.pop(address, None)
            self._new.pop(address, None)
        self._removed |= {*addresses}
        return {}

    def settle(self) -> None:
        """Write the package, and read it."""
        delivered = read_delivered(self._new.pop(DELIVERED)) or Delivered({})
        names = sorted({*self._old, *self._new})
        try:
            pack_files(self._entries(names, delivered.files), self._file)
            with zipfile.ZipFile(self._file) as package:
                wrong = [name for name in names if digest_of(package.read(SITE + name)) != delivered.files.get(name)]
        except OSError as error:
            raise self._failed("write_failed", error) from None
        if wrong:
            raise NotVerified(FAILURES["not_verified"].format(name=self.name, addresses="、".join(wrong[:5])))

    def _entries(self, names: Sequence[str], hashes: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        sizes = {}
        for name in names:
            data = self._read(name) or b""
            sizes[name] = len(data)
            yield SITE + name, data
        listed = {name: {"bytes": sizes[name], "sha256": hashes.get(name, "")} for name in names}
        yield LIST, json.dumps(listed, ensure_ascii=False, indent=0, sort_keys=True).encode() + b"\n"
        yield REMOVED, "".join(f"{name}\n" for name in sorted(self._removed - {*names})).encode()
        yield PACKAGE["about_file"], PACKAGE["about"].encode()

    def close(self) -> None:
        """Nothing stays open."""

    def _failed(self, what: str, error: OSError) -> TargetFailed:
        reason = reason_of(error) or type(error).__name__
        return TargetFailed(FAILURES[what].format(name=self.name, address="", reason=reason))

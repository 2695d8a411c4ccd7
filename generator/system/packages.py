"""Unpacks a zip from elsewhere (.xlsx, .docx, .ods, .odt) so that it can do no harm.

The sizes in its headers may be wrong, so each member is unpacked piece by piece and counted.
"""

import zipfile
from collections.abc import Iterator

from generator.system.failures import UnsafeFile

MIB = 1024 * 1024
RATIO = 100
"""How many times larger a member, or the whole, may be than it is packed."""

RATIO_FROM_BYTES = MIB
"""Up to this size the ratio is not checked: a few empty rows with formats may well be packed to a hundredth."""

MEMBERS = 2_000
"""The most members; a workbook or text with many pictures has some hundreds."""

_PIECE = 256 * 1024
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def sound_members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The members by name in small letters, with / between folders. Raises UnsafeFile for unusual ones."""
    members = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
    if len(archive.infolist()) > MEMBERS or len(members) != len(archive.infolist()):
        raise UnsafeFile("members")
    for name, info in members.items():
        if info.flag_bits & 1:
            raise UnsafeFile("password")
        if info.compress_type not in _PACKED or name.startswith("/") or ".." in name.split("/"):
            raise UnsafeFile("members")
    return members


class Unpacking:
    """Unpacks the members of an archive of ``packed`` bytes, all together no more than ``unpacked_bytes``."""

    def __init__(self, archive: zipfile.ZipFile, packed: int, unpacked_bytes: int) -> None:
        self._archive = archive
        self._unpacked_bytes = unpacked_bytes
        self._most = max(RATIO * packed, RATIO_FROM_BYTES)
        self._total = 0

    def pieces(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """The bytes of a member, in pieces. Raises UnsafeFile as soon as there are too many."""
        most = max(RATIO * info.compress_size, RATIO_FROM_BYTES)
        size = 0
        with self._archive.open(info) as member:
            while piece := member.read(_PIECE):
                size += len(piece)
                self._total += len(piece)
                if size > most or self._total > self._most:
                    raise UnsafeFile("ratio", limit=str(RATIO))
                if self._total > self._unpacked_bytes:
                    raise UnsafeFile("unpacked", limit=f"{self._unpacked_bytes // MIB} MB")
                yield piece

    def count(self, info: zipfile.ZipInfo) -> None:
        """Count a member without keeping it. Raises UnsafeFile as ``pieces`` does."""
        for _ in self.pieces(info):
            continue

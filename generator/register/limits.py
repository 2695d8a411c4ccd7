"""Check the size, kind and contents of a register file before any library parses it.

A workbook is a zip. Each of its members is unpacked here piece by piece, counted, and read as XML. The members that a
table needs are put into a new zip in memory, which is what is parsed; macros, links to other files and drawings are
left out.
"""

import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from generator.publish.files_in_use import reason_of
from generator.register import biff
from generator.register.open_document import OpenDocument
from generator.register.sheet_extent import ExcelSheet, ExcelStyles, SheetExtent
from generator.register.table import RegisterError
from generator.system.compound_files import SIGNATURE
from generator.system.failures import UnsafeFile
from generator.system.packages import MIB, Unpacking, sound_members
from generator.system.xml_parts import Outline, XmlPart, read_part

FileKind = Literal["xlsx", "ods", "xls", "csv"]

FILE_BYTES = 50 * MIB
"""The largest file."""

UNPACKED_BYTES = 128 * MIB
"""The most that all members of a workbook may hold together: 100,000 rows of 14 columns hold up to 85."""

_CSV_ENDINGS = (".csv", ".txt", ".tsv")
_STYLES = "xl/styles.xml"
_MACROS = ("xl/macrosheets/", "basic/", "scripts/")
_NOT_READ = ("xl/media/", "xl/drawings/", "xl/externallinks/", "xl/charts/", "xl/pivot", "xl/printersettings/",
             "xl/theme/", "xl/comments", "xl/threadedcomments/", "xl/richdata/")  # fmt: skip
_REFUSALS = {"broken": "register/broken", "members": "register/members", "password": "register/password",
             "ratio": "register/ratio", "unpacked": "register/unpacked", "entities": "register/entities"}  # fmt: skip
"""Why a file is unsafe -> the message."""


@dataclass(frozen=True, slots=True)
class MeasuredFile:
    """A register that is safe to parse: its kind, the bytes to parse, how far its sheets reach.

    ``extents``: of .xlsx and .ods, by name of sheet; ``extents_in_order``: of .xls, in order of its sheets; ``notes``:
    rules of ``texts.register`` to tell the clerk.
    """

    kind: FileKind
    data: bytes
    extents: dict[str, SheetExtent] = field(default_factory=dict)
    extents_in_order: tuple[SheetExtent, ...] = ()
    notes: tuple[str, ...] = ()


def measure_file(path: Path) -> MeasuredFile:
    """Check the file at ``path`` and measure its sheets. Raises RegisterError when it must not be parsed."""
    try:
        return _measure(path, _read(path))
    except UnsafeFile as unsafe:
        raise RegisterError(_REFUSALS[unsafe.reason], None, **unsafe.values) from None


def _measure(path: Path, data: bytes) -> MeasuredFile:
    if data.startswith(SIGNATURE):
        return MeasuredFile("xls", data, extents_in_order=biff.measure_workbook(data))
    if data.startswith(b"PK"):
        return _measure_zip(data)
    if path.suffix.lower() in _CSV_ENDINGS:
        return MeasuredFile("csv", data)
    is_markup = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    raise RegisterError("register/web-page" if is_markup else "register/kind")


def refuse_other_files(path: Path) -> None:
    """Raise RegisterError for a missing file, a lock file of Excel, WPS or LibreOffice, and a folder."""
    if path.name.startswith(("~$", ".~")):
        raise RegisterError("register/lock-file")
    if not path.exists():
        raise RegisterError("register/missing")
    if not path.is_file():
        raise RegisterError("register/kind")


def _read(path: Path) -> bytes:
    refuse_other_files(path)
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > FILE_BYTES:
                raise RegisterError("register/file-size", limit=f"{FILE_BYTES // MIB} MB")
            return file.read(FILE_BYTES + 1)
    except OSError as error:
        raise RegisterError("register/unreadable", reason=reason_of(error)) from None


def _measure_zip(data: bytes) -> MeasuredFile:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = sound_members(archive)
            if "xl/workbook.bin" in members:
                raise RegisterError("register/binary-workbook")
            if any(name.endswith("vbaproject.bin") or name.startswith(_MACROS) for name in members):
                raise RegisterError("register/macros")
            if "xl/workbook.xml" in members:
                return _measure_excel(Unpacking(archive, len(data), UNPACKED_BYTES), members)
            if "content.xml" in members:
                return _measure_open_document(Unpacking(archive, len(data), UNPACKED_BYTES), members)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise RegisterError("register/broken") from None
    raise RegisterError("register/kind")


def _measure_excel(unpacking: Unpacking, members: dict[str, zipfile.ZipInfo]) -> MeasuredFile:
    styles = ExcelStyles()
    parts: dict[str, XmlPart] = {}
    clean = _CleanZip()
    for name, info in sorted(members.items(), key=lambda member: member[0] != _STYLES):  # Sheets refer to them.
        if not name.endswith((".xml", ".rels")) or name.startswith(_NOT_READ):
            unpacking.count(info)
            continue
        parts[name] = styles if name == _STYLES else _part(name, styles)
        clean.add(name, info, parts[name], unpacking)
    sheets = _sheet_parts(parts)
    extents = {
        name: part.extent for name, target in sheets.items() if isinstance(part := parts.get(target), ExcelSheet)
    }
    notes = ["note/external-links"] if any(name.startswith("xl/externallinks/") for name in members) else []
    settings = [attributes for name, attributes in _elements(parts, "xl/workbook.xml") if name == "workbookPr"]
    if any(attributes.get("date1904") in ("1", "true") for attributes in settings):
        notes.append("note/date-1904")
    return MeasuredFile("xlsx", clean.bytes(), extents, notes=tuple(notes))


def _part(name: str, styles: ExcelStyles) -> XmlPart:
    if name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        return Outline()
    return XmlPart() if name == "xl/sharedstrings.xml" or name.endswith(".rels") else ExcelSheet(styles.formats)


def _sheet_parts(parts: dict[str, XmlPart]) -> dict[str, str]:
    """Name of a sheet -> name of its part, in order. Raises RegisterError when that part is no worksheet."""
    targets = {
        attributes.get("Id"): attributes.get("Target", "")
        for name, attributes in _elements(parts, "xl/_rels/workbook.xml.rels")
        if name == "Relationship"
    }
    sheets = {}
    for name, attributes in _elements(parts, "xl/workbook.xml"):
        if name == "sheet" and (target := targets.get(attributes.get("id"))):
            target = target.replace("\\", "/").lower()
            sheets[attributes.get("name", "")] = target[1:] if target.startswith("/") else f"xl/{target}"
    if not all(isinstance(parts.get(target), ExcelSheet) for target in sheets.values()):
        raise RegisterError("register/broken")
    return sheets


def _elements(parts: dict[str, XmlPart], name: str) -> list[tuple[str, dict[str, str]]]:
    part = parts.get(name)
    return part.elements if isinstance(part, Outline) else []


def _measure_open_document(unpacking: Unpacking, members: dict[str, zipfile.ZipInfo]) -> MeasuredFile:
    clean = _CleanZip()
    content, manifest = OpenDocument(), Outline()
    parts: dict[str, XmlPart] = {"content.xml": content, "meta-inf/manifest.xml": manifest}
    for name in ("meta-inf/manifest.xml", "mimetype", "content.xml", "styles.xml", "settings.xml"):
        if info := members.get(name):
            # An encrypted content.xml is no XML, so the manifest is asked first.
            if any(element == "encryption-data" for element, _ in manifest.elements):
                raise RegisterError("register/password")
            clean.add(name, info, None if name == "mimetype" else parts.setdefault(name, XmlPart()), unpacking)
    for name, info in members.items():
        if name not in parts and name != "mimetype":
            unpacking.count(info)
    return MeasuredFile("ods", clean.bytes(), content.sheets)


class _CleanZip:
    """Collects members that were counted and read, and makes a new zip of them in memory."""

    def __init__(self) -> None:
        self._members: dict[str, bytes] = {}

    def add(self, name: str, info: zipfile.ZipInfo, part: XmlPart | None, unpacking: Unpacking) -> None:
        """Unpack and keep a member; its pieces are read as ``part`` on the way, if there is one."""
        kept: list[bytes] = []
        if part is None:
            kept += unpacking.pieces(info)
        else:
            read_part(part, _kept(unpacking.pieces(info), kept))
        spelled = {"meta-inf/manifest.xml": "META-INF/manifest.xml"}.get(name, info.filename)
        self._members[spelled] = b"".join(kept)

    def bytes(self) -> bytes:
        """The new zip. Its members are released one by one while it is made, because they may be large."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name in list(self._members):
                archive.writestr(zipfile.ZipInfo(name), self._members.pop(name))
        return stream.getvalue()


def _kept(pieces: Iterator[bytes], kept: list[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        kept.append(piece)
        yield piece

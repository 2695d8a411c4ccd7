"""Reads a file that a hall brought along into paragraphs and tables, by what is in it and not by its name.

It is parsed in a process of its own, which has a limit of time and of memory; only text comes back from it.
"""

import os
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from lxml.etree import LxmlError

from generator.sources.converted import converted
from generator.sources.document import Source, SourceError
from generator.sources.markdown import read_markdown
from generator.sources.odf import read_odf
from generator.sources.opening import Foreign, Package, opened
from generator.sources.plain import read_plain
from generator.sources.web import read_web_page
from generator.sources.word import read_word
from generator.system.decoding import UnknownEncoding
from generator.system.failures import Died, UnsafeFile
from generator.system.isolated import run_isolated
from generator.system.packages import MIB
from generator.system.worker import Overdue

FILE_BYTES = 100 * MIB
"""The largest file: one with many photos."""

SECONDS = 60
"""How long reading a file may take."""

MOST_BLOCKS = 200_000
"""The most paragraphs and tables: the guides of a whole district have half as many."""

MEMORY_MIB = 1024
"""How much address space the reading process may take above what it starts with."""

_READERS = {"plain": read_plain, "markdown": read_markdown, "web": read_web_page}
_REFUSALS = {"broken": "source/broken", "members": "source/members", "password": "source/password",
             "ratio": "source/ratio", "unpacked": "source/unpacked", "entities": "source/entities"}  # fmt: skip
"""Why a file is unsafe -> the message."""


def read_source(path: Path) -> Source:
    """What the file at ``path`` says. Raises SourceError, which never holds text of the file."""
    if path.name.startswith(("~$", ".~")):
        raise SourceError("source/lock-file")
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > FILE_BYTES:
                raise SourceError("source/file-size", limit=f"{FILE_BYTES // MIB} MB")
            data = file.read(FILE_BYTES + 1)
    except OSError:
        raise SourceError("source/unreadable") from None
    return read_bytes(path.name, data)


def read_bytes(name: str, data: bytes) -> Source:
    """What a file says: its name and its bytes. Raises SourceError."""
    found = _isolated(name, data)
    if isinstance(found, Foreign):
        found = _isolated(name, converted(data, found.suffix))
    if isinstance(found, Foreign):
        raise SourceError("source/conversion")
    return found


def _isolated(name: str, data: bytes) -> Source | Foreign:
    try:
        return next(run_isolated(SECONDS, parsed, (name, data), memory_mib=MEMORY_MIB))
    except Overdue:
        raise SourceError("source/time", seconds=str(SECONDS)) from None
    except Died:
        raise SourceError("source/memory") from None


def read_text(name: str, text: str) -> Source:
    """Text that was pasted, line by line."""
    return read_plain(name, text)


# --- in the reading process ------------------------------------------------------------------------------------------


def parsed(file: tuple[str, bytes]) -> Iterator[Source | Foreign]:
    """What a file (its name and its bytes) says, or that LibreOffice has to convert it. Raises SourceError."""
    try:
        found = _read_kind(*file)
    except UnknownEncoding:
        raise SourceError("source/encoding") from None
    except UnsafeFile as unsafe:
        raise SourceError(_REFUSALS[unsafe.reason], **unsafe.values) from None
    except RecursionError:
        raise SourceError("source/nested") from None
    except (zipfile.BadZipFile, zlib.error, LxmlError, EOFError, ValueError, LookupError, OSError):
        raise SourceError("source/broken") from None  # What a broken file does to those who read it.
    if isinstance(found, Source) and not found.blocks and not found.asides:
        raise SourceError("source/empty")
    if isinstance(found, Source) and len(found.blocks) > MOST_BLOCKS:
        raise SourceError("source/paragraphs", count=str(MOST_BLOCKS // 10_000))
    yield found


def _read_kind(name: str, data: bytes) -> Source | Foreign:
    file = opened(name, data)
    if isinstance(file, Package):
        return (read_word if file.kind == "docx" else read_odf)(name, file.members)
    if isinstance(file, Foreign):
        return file
    return _READERS[file.kind](name, file.text)

"""Reads a file that a hall brought along into paragraphs and tables, by what is in it and not by its name.

It is parsed in a process of its own, which has a limit of time and of memory; only text comes back from it.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePath

from lxml.etree import LxmlError

from generator.sources.document import Source, SourceError
from generator.sources.markdown import read_markdown
from generator.sources.plain import read_plain
from generator.sources.web import is_web_page, page_text, read_web_page
from generator.sources.word import read_word
from generator.system.decoding import UnknownEncoding, decoded
from generator.system.failures import Died
from generator.system.parallel import Overdue, run_isolated

SECONDS = 60
"""How long reading a file may take."""

MEMORY_MIB = 1024
"""How much address space the reading process may take above what it starts with."""

_PLAIN = {".txt": read_plain, ".md": read_markdown, ".markdown": read_markdown}
"""These are taken at their word: a text about web pages may begin like one."""

_WEB = (".html", ".htm", ".xhtml", ".shtml")


def read_source(path: Path) -> Source:
    """What the file at ``path`` says. Raises SourceError, which never holds text of the file."""
    try:
        data = path.read_bytes()
    except OSError:
        raise SourceError("source/unreadable") from None
    return read_bytes(path.name, data)


def read_bytes(name: str, data: bytes) -> Source:
    """What a file says: its name and its bytes. Raises SourceError."""
    try:
        return next(run_isolated(SECONDS, _read, (name, data), memory_mib=MEMORY_MIB))
    except Overdue:
        raise SourceError("source/time", seconds=str(SECONDS)) from None
    except Died:
        raise SourceError("source/memory") from None


def read_text(name: str, text: str) -> Source:
    """Text that was pasted, line by line."""
    return read_plain(name, text)


def _read(file: tuple[str, bytes]) -> Iterator[Source]:
    name, data = file
    try:
        source = _read_kind(name, data)
    except UnknownEncoding:
        raise SourceError("source/encoding") from None
    except (zipfile.BadZipFile, zlib.error, LxmlError, EOFError, ValueError, LookupError, RecursionError):
        raise SourceError("source/broken") from None
    if not source.blocks and not source.asides:
        raise SourceError("source/empty")
    yield source


def _read_kind(name: str, data: bytes) -> Source:
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return read_word(name, {info.filename: archive.read(info) for info in archive.infolist()})
    suffix = PurePath(name).suffix.lower()
    if suffix in _PLAIN:
        return _PLAIN[suffix](name, decoded(data))
    text = page_text(data)
    return read_web_page(name, text) if suffix in _WEB or is_web_page(text) else read_plain(name, text)

"""What a hall's own files say: Word, OpenDocument, web pages and plain text, read without understanding them.

What the words mean is understood in ``intake`` (regulations) and ``catalogue`` (services).
"""

from generator.sources.document import Aside, AsideKind, Block, Paragraph, Source, SourceError, Table
from generator.sources.reading import read_bytes, read_source, read_text

__all__ = [
    "Aside",
    "AsideKind",
    "Block",
    "Paragraph",
    "Source",
    "SourceError",
    "Table",
    "read_bytes",
    "read_source",
    "read_text",
]

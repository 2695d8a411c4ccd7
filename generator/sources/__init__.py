"""What a hall's own files say: Word, OpenDocument, web pages and plain text, read without understanding them.

``reading`` is the way in; here are the values that come out of it. What the words mean is understood in ``intake``
(regulations) and ``catalogue`` (services).
"""

from generator.sources.document import Aside, AsideKind, Block, Paragraph, Source, SourceError, Table

__all__ = [
    "Aside",
    "AsideKind",
    "Block",
    "Paragraph",
    "Source",
    "SourceError",
    "Table",
]

"""Keeps parsed records by the SHA-256 of their file, so that an unchanged file is not parsed again."""

from collections.abc import MutableMapping
from hashlib import sha256
from typing import TypeVar

from pydantic import ValidationError

from generator.model import Record

_R = TypeVar("_R", bound=Record)


CommonRecords = MutableMapping[tuple[type[Record], str], tuple[str, Record]]
"""Model and digest of a file -> its values as JSON, and its record."""


class ParsedRecords:
    """The records of files without problems, by the digest of the file.

    ``texts`` maps a digest to the file's values as JSON and can be stored between runs; the records themselves last as
    long as the process. ``forget_unused`` drops all that was not asked for since the last call, so that deleted files
    leave nothing behind; ``changed`` are the digests of texts that came or went. ``common`` is shared by the projects
    of a process that hold many files with the same bytes.
    """

    def __init__(self, texts: dict[str, str] | None = None, common: "CommonRecords | None" = None) -> None:
        self.texts = texts or {}
        self.changed = set[str]()
        self._common = common
        self._records: dict[tuple[type[Record], str], Record] = {}
        self._used: set[str] = set()

    def record(self, model: type[_R], digest: str) -> _R | None:
        """The record of the file with that digest; None where it has not been parsed yet."""
        self._used.add(digest)
        found = self._records.get((model, digest))
        if found is None and self._common is not None and (known := self._common.get((model, digest))):
            found = known[1]
            if digest in self.texts:
                self._records[model, digest] = found
            else:
                self.remember(digest, *known)
        if found is None and digest in self.texts:
            try:
                found = self._records[model, digest] = model.model_validate_json(self.texts[digest])
            except ValidationError:  # the same bytes were kept as another kind of record
                return None
            if self._common is not None:
                self._common[model, digest] = (self.texts[digest], found)
        return found if isinstance(found, model) else None

    def remember(self, digest: str, text: str, record: Record) -> None:
        """Keep the values of a file without problems, as JSON, and its record."""
        self.texts[digest] = text
        self.changed.add(digest)
        self._records[type(record), digest] = record
        if self._common is not None:
            self._common[type(record), digest] = (text, record)

    def forget_unused(self) -> None:
        """Drop what was not asked for since this was last called."""
        for digest in self.texts.keys() - self._used:
            del self.texts[digest]
            self.changed.add(digest)
        self._records = {key: record for key, record in self._records.items() if key[1] in self._used}
        self._used = set()


def source_digest(data: bytes) -> str:
    """The SHA-256 of a file in hex, under which its record is kept."""
    return sha256(data).hexdigest()

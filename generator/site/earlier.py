"""A file with a line for each record, as it was published: lines that still hold need not be written anew."""

from typing import NamedTuple


class Earlier(NamedTuple):
    """The bytes of the file, and the ids of the records of which it says what is said of them now."""

    data: bytes
    same: frozenset[str]

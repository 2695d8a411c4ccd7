"""What an output is: one kind of thing that a build publishes, such as the pages, the posters or the search index."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from generator.model import SheetKey
from generator.site.edition import Edition


@dataclass(frozen=True, eq=False, slots=True)
class File:
    """One file of the site before it is made.

    ``inputs`` is a digest of everything that its bytes follow from: a file whose inputs are those of an earlier build
    is not made again. Where it is empty the file is made in every build. Files of one ``group`` are published together
    or not at all. ``work`` is what it takes to make it, measured in pages; ``foreign`` files may hold HTML of others.
    What is in a ``repeated`` file stands in another, too, where its links are looked at. ``marks`` are digests of what
    its lines follow from, one for each record, where the next build may take some of them over (``last_build``).
    """

    address: str
    make: Callable[[], bytes]
    inputs: str = ""
    group: SheetKey | None = None
    work: int = 1
    foreign: bool = False
    repeated: bool = False
    marks: tuple[str, ...] = ()


class Output(Protocol):
    """A kind of thing that a build publishes.

    ``needs`` names the outputs whose files it points at: they are made before. ``costly`` files are kept in the cache
    for later builds, even while they are not published; others are taken from the published site. What ``waits`` tells
    how costly files came out, and is rendered when all of them are there. An output names what is otherwise with it.
    """

    name: str
    needs: tuple[str, ...] = ()
    costly: bool = False
    waits: bool = False

    @property
    def inherit(self) -> bool:
        """Whether other processes may start as copies of this one."""
        return True

    def render(self, edition: Edition) -> Iterable[File]:
        """The files of ``edition``; nothing is made before ``make`` of a file is called."""
        ...


def digest_of(*parts: object) -> str:
    """SHA-256 over the representations of ``parts``."""
    return sha256("\0".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()

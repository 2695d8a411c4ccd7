"""What a place has to do to which sites are published, and how it fails."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Protocol

from generator.system.failures import Failure, ReportLine
from generator.texts.delivery import FAILURES

STATE = ".gongshi/"
"""Folder below the target with what is remembered there, and files that are not yet whole; no part of the site."""


class Target(Protocol):
    """A place with files by address, relative to where the site stands in it.

    ``name`` is how people know it, without anything secret. Where it works ``in_one_step``, nothing that was written or
    removed is seen before ``settle``. Every method raises TargetFailed where it cannot do what it is for.
    """

    name: str
    in_one_step: bool

    def listing(self) -> dict[str, int]:
        """Mapping address -> size in bytes of every file, those of ``STATE`` included."""

    def read(self, addresses: Sequence[str]) -> dict[str, bytes | None]:
        """The bytes at each address as a visitor would get them; None where there is no file."""

    def write(self, files: Mapping[str, bytes]) -> None:
        """Put files (address -> bytes) there, each whole or not at all."""

    def remove(self, addresses: Sequence[str]) -> dict[str, str]:
        """Remove files, if they are there; mapping address -> reason of those that still are."""

    def settle(self) -> None:
        """Make visible what was done, where that happens in one step; check that it is."""

    def close(self) -> None:
        """End the connection."""


class TargetFailed(Failure):
    """The target could not be reached, or refused something; nothing there is half-written, and a new run goes on."""

    def report(self) -> Iterator[ReportLine]:
        """The reason, and that it can be run again."""
        yield ReportLine(str(self))
        yield ReportLine(FAILURES["again"])


class NotVerified(TargetFailed):
    """What was read back is not what was written."""


class Overtaken(TargetFailed):
    """Another publish to the same target began meanwhile, and goes on in place of this one."""


class ForeignFiles(Failure):
    """The target holds files that gongshi did not bring there, and no list of what it brought."""


class StillOnline(Failure):
    """Files that have to be gone could not be removed; their text is address -> reason."""

    exit_code: ClassVar[int] = 1

    def __init__(self, name: str, left: Mapping[str, str]) -> None:
        super().__init__(name)
        self.left = dict(left)

    def report(self) -> Iterator[ReportLine]:
        """Each address with its reason, and what to do."""
        yield ReportLine(FAILURES["still_online"].format(name=self, count=len(self.left)))
        for address, reason in sorted(self.left.items()):
            yield ReportLine(FAILURES["still_online_one"].format(address=address, reason=reason), is_finding=True)
        yield ReportLine(FAILURES["still_online_then"])

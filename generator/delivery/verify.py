"""Compares what is online with a manifest: what is missing, what was changed, what is still there though removed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from generator.delivery.delivered import DELIVERED, read_delivered
from generator.delivery.plan import MOST_FILES
from generator.delivery.site import digest_of
from generator.delivery.target import STATE
from generator.publish.manifest import MANIFEST
from generator.system.environment import NotReady
from generator.system.failures import Failure, ReportLine
from generator.system.progress import StageProgress
from generator.texts.delivery import FAILURES, VERIFIED

NOT_FOUND = "404.html"
"""What a server may answer with, and say that all is well."""


class Place(Protocol):
    """Where a site is online. ``listing`` is None where nobody lists it, as on the web."""

    @property
    def name(self) -> str:
        """How people know it."""

    def listing(self) -> Mapping[str, int] | None:
        """Mapping address -> size in bytes."""

    def read(self, addresses: Sequence[str]) -> dict[str, bytes | None]:
        """The bytes at each address; None where there is no file."""

    def close(self) -> None:
        """End the connection."""


@dataclass(frozen=True)
class Verified:
    """What was compared with what, and what is not as it should be; addresses, sorted.

    ``is_own`` says that the manifest is that of the site on this computer, ``is_newer`` that the site was built anew
    since it was delivered. ``strange`` are files that gongshi never brought.
    """

    name: str
    count: int
    is_own: bool
    is_newer: bool
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    still_there: tuple[str, ...]
    strange: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether everything is as it should be."""
        return not (self.missing or self.changed or self.still_there)


class NotAsPublished(Failure):
    """What is online is not what the manifest says."""

    exit_code: ClassVar[int] = 1

    def __init__(self, verified: Verified) -> None:
        super().__init__(verified.name)
        self.verified = verified

    def report(self) -> Iterator[ReportLine]:
        """Each address, and what to do."""
        found = self.verified
        for word, addresses in (
            ("missing", found.missing),
            ("changed", found.changed),
            ("still_there", found.still_there),
        ):
            for address in addresses:
                yield ReportLine(VERIFIED[word].format(address=address), is_finding=True)
        counts = [len(found.missing), len(found.changed), len(found.still_there)]
        yield ReportLine(
            VERIFIED["wrong"].format(name=found.name, missing=counts[0], changed=counts[1], left=counts[2])
        )
        if found.is_newer:
            yield ReportLine(VERIFIED["newer"])


def verify(
    place: Place, own: Mapping[str, str], removed: Sequence[str], progress: StageProgress = lambda *_: None
) -> Verified:
    """Compare ``place`` with the manifest ``own`` (address -> SHA-256), or, without one, with what it remembers.

    ``removed`` are addresses that were taken down once. Raises NotReady without any manifest, TargetFailed.
    """
    listing = place.listing()
    delivered = read_delivered(place.read([DELIVERED])[DELIVERED] if listing is None or DELIVERED in listing else None)
    files = own or (delivered.files if delivered else {})
    if not files:
        raise NotReady(FAILURES["no_manifest"].format(name=place.name))
    known = {*removed, *(delivered.files if delivered else ()), *(delivered.to_remove if delivered else ())}
    gone = known - files.keys()
    seen = _digests(place, listing, [*files, *sorted(gone)], progress)
    none = {None} if listing is not None else {None, files.get(NOT_FOUND)}
    missing = {address for address in files if seen[address] in (none if address != NOT_FOUND else {None})}
    changed = {address for address, digest in files.items() if seen[address] != digest} - missing
    return Verified(
        name=place.name,
        count=len(files),
        is_own=bool(own),
        is_newer=bool(own) and delivered is not None and dict(delivered.files) != dict(own),
        missing=tuple(sorted(missing)),
        changed=tuple(sorted(changed)),
        still_there=tuple(sorted(address for address in gone if seen[address] not in none)),
        strange=tuple(sorted(address for address in listing or () if _is_strange(address, known, files))),
    )


def _digests(
    place: Place, listing: Mapping[str, int] | None, addresses: Sequence[str], progress: StageProgress
) -> dict[str, str | None]:
    """Mapping address -> SHA-256 of what is there; None where nothing is. What is not listed is not asked for."""
    seen: dict[str, str | None] = dict.fromkeys(addresses)
    asked = [address for address in addresses if listing is None or address in listing]
    for start in range(0, len(asked), MOST_FILES):
        read = place.read(asked[start : start + MOST_FILES])
        seen |= {address: None if data is None else digest_of(data) for address, data in read.items()}
        progress("verify", min(start + MOST_FILES, len(asked)), len(asked))
    return seen


def _is_strange(address: str, known: set[str], files: Mapping[str, str]) -> bool:
    return not address.startswith(STATE) and address != MANIFEST and address not in known and address not in files

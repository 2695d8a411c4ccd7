"""What a publish has to do: the difference between a site and what is at the target, in its order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.delivery.delivered import Delivered, Sending
from generator.delivery.site import Site
from generator.delivery.target import STATE
from generator.publish.manifest import MANIFEST

MOST_FILES, MOST_BYTES = 64, 16_000_000
"""Of one batch, that a target may write at the same time."""

_LISTS = ("sitemap.xml", "sw.js", "index.html")
"""What leads to everything else, in the order in which it is replaced."""
_SEARCH, _ASSETS = "search/", "assets/"


@dataclass(frozen=True)
class Found:
    """What is at the target: address -> size, and what is remembered there (``copied``: if brought otherwise)."""

    listing: Mapping[str, int]
    delivered: Delivered | None
    sending: Sending | None
    late: tuple[Sending, ...]
    copied: Delivered | None

    @property
    def is_foreign(self) -> bool:
        """Whether there are files, and nothing that says that gongshi brought any."""
        return bool(self.site_files) and self.delivered is None and self.sending is None and self.copied is None

    @property
    def site_files(self) -> dict[str, int]:
        """The listing without what is remembered."""
        return {address: size for address, size in self.listing.items() if not address.startswith(STATE)}

    @property
    def hashes(self) -> Mapping[str, str]:
        """Address -> SHA-256 of what a finished publish brought; empty text where nobody knows."""
        return (self.delivered or self.copied or Delivered({})).files

    @property
    def announced(self) -> Mapping[str, str]:
        """Address -> SHA-256 of what publishes that did not end were sending."""
        every = (*self.late, *((self.sending,) if self.sending else ()))
        return {address: digest for one in every for address, digest in one.files.items()}

    @property
    def known(self) -> set[str]:
        """Every address that gongshi brought, or may have brought."""
        left = self.delivered.to_remove if self.delivered else ()
        copied = (MANIFEST, *self.copied.files) if self.copied else ()
        return {*self.hashes, *self.announced, *left, *copied}


@dataclass(frozen=True)
class Plan:
    """``new`` and ``changed`` are sent, batch by batch; ``overdue`` should be gone already, ``gone`` is from now on.

    ``perhaps`` was announced by a publish that did not end: it is read, and sent unless it is right. ``strange`` are
    files that gongshi never brought; they stay.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    perhaps: tuple[str, ...]
    overdue: tuple[str, ...]
    gone: tuple[str, ...]
    strange: tuple[str, ...]
    is_settled: bool

    @property
    def sent(self) -> tuple[str, ...]:
        """All that is new or changed, in the order in which it is sent."""
        fresh = {*self.new}
        return tuple(
            sorted((*self.new, *self.changed), key=lambda address: (_rank(address, address in fresh), address))
        )

    @property
    def removed(self) -> tuple[str, ...]:
        """All that has to be gone in the end."""
        return tuple(sorted({*self.overdue, *self.gone}))

    @property
    def is_empty(self) -> bool:
        """Whether the target is as it should be, and remembers so."""
        return self.is_settled and not (self.new or self.changed or self.overdue or self.gone)


def plan_of(site: Site, found: Found) -> Plan:
    """The difference between ``site`` and what was ``found``."""
    there = found.site_files
    new = tuple(address for address in site.files if address not in there)
    changed = tuple(
        address
        for address, digest in site.files.items()
        if address in there
        and (address in found.announced or found.hashes.get(address) != digest or there[address] != site.sizes[address])
    )
    perhaps = tuple(
        address
        for address in changed
        if found.announced.get(address) == site.files[address] and there[address] == site.sizes[address]
    )
    stale = {address for address in found.known if address in there and address not in site.files}
    overdue = {*(found.delivered.to_remove if found.delivered else ())} & stale
    return Plan(
        new,
        changed,
        perhaps,
        tuple(sorted(overdue)),
        tuple(sorted(stale - overdue)),
        tuple(sorted(set(there) - set(site.files) - found.known)),
        not found.announced and found.sending is None and found.delivered == Delivered(dict(site.files)),
    )


def batches(addresses: Sequence[str], site: Site, new: Sequence[str]) -> Iterator[list[str]]:
    """``addresses`` in their order, cut where what refers begins: files of one batch may be written in any order."""
    fresh = {*new}
    batch: list[str] = []
    size = 0
    for address in addresses:
        full = len(batch) == MOST_FILES or size + site.sizes[address] > MOST_BYTES
        if batch and (full or _rank(batch[-1], batch[-1] in fresh) != _rank(address, address in fresh)):
            yield batch
            batch, size = [], 0
        batch.append(address)
        size += site.sizes[address]
    if batch:
        yield batch


def _rank(address: str, is_new: bool) -> int:
    """When a file is sent: what nothing leads to yet, new pages, what leads to them, then the lists of all."""
    if address in _LISTS:
        return 4 + _LISTS.index(address)
    if is_new or address.startswith(_ASSETS):
        return 1 if address.endswith(".html") else 0
    return 3 if address.startswith(_SEARCH) else 2

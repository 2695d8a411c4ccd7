"""The engine: brings a site to a target. What is new first, then what refers to it, then removal of what is gone.

Before the first file is written the target is told what will be sent (``SENDING``), so that a publish that was cut off
leaves nothing unknown behind, and the next one, from any computer, completes it. Every file is read back. Two at once:
the later takes over, the earlier notices after its batch, notes it (``LATE``) and ends; whoever comes next looks at it.
"""

import secrets
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.delivery.delivered import (
    DELIVERED,
    LATE,
    SENDING,
    Delivered,
    Sending,
    read_copied,
    read_delivered,
    read_sending,
)
from generator.delivery.plan import MOST_FILES, Found, Plan, batches, plan_of
from generator.delivery.site import Site, digest_of
from generator.delivery.target import STATE, ForeignFiles, NotVerified, Overtaken, StillOnline, Target
from generator.publish.manifest import MANIFEST
from generator.system.progress import StageProgress
from generator.texts.delivery import FAILURES

PAUSES = (1.0, 4.0, 16.0)
"""Seconds before each new try to remove what could not be removed."""


@dataclass(frozen=True)
class Way:
    """How a site is delivered: whether into a folder with other files, how long to wait, who is told how far it is."""

    take_over: bool = False
    progress: StageProgress = lambda *_: None
    pauses: Sequence[float] = PAUSES
    sleep: Callable[[float], None] = time.sleep
    token: str = field(default_factory=lambda: secrets.token_hex(8))


def deliver(site: Site, target: Target, way: Way) -> Plan:
    """Look, then carry out; returns what was done. Raises what the two raise."""
    found, plan = look(site, target)
    carry_out(site, target, found, plan, way)
    return plan


def look(site: Site, target: Target) -> tuple[Found, Plan]:
    """What is at the target, which is listed once, and what has to be done there. Raises TargetFailed."""
    listing = target.listing()
    kept = target.read([one for one in listing if one in (DELIVERED, SENDING, MANIFEST) or one.startswith(LATE)])
    found = Found(
        listing,
        read_delivered(kept.get(DELIVERED)),
        read_sending(kept.get(SENDING)),
        tuple(filter(None, (read_sending(data) for address, data in kept.items() if address.startswith(LATE)))),
        read_copied(kept.get(MANIFEST)),
    )
    return found, plan_of(site, found)


def carry_out(site: Site, target: Target, found: Found, plan: Plan, way: Way) -> None:
    """Do what ``look`` has planned. Raises ForeignFiles, SiteChanged, TargetFailed, StillOnline."""
    if found.is_foreign and not way.take_over:
        first = min(found.site_files)
        raise ForeignFiles(FAILURES["foreign"].format(name=target.name, count=len(found.site_files), one=first))
    if plan.is_empty:
        return
    run = _Run(site, target, way)
    run.announce(found, plan)
    late = run.remove(plan.overdue)
    run.send(plan, run.wrong(plan.perhaps))
    run.confirm(found)
    gone = (*late, *plan.gone)
    run.note(Delivered(dict(site.files), gone))
    left = run.remove_patiently(gone)
    if gone:
        run.note(Delivered(dict(site.files), tuple(left)))
    left |= run.end(found, patiently=not left)
    if left:
        raise StillOnline(target.name, left)


class _Run:
    """One publish, from its announcement to its end."""

    def __init__(self, site: Site, target: Target, way: Way) -> None:
        self._site, self._target, self._way = site, target, way

    def announce(self, found: Found, plan: Plan) -> None:
        """Say at the target what will be sent, with what earlier runs announced and did not end.

        Raises Overtaken where another run has begun, or ended, since the target was listed.
        """
        if self._target.in_one_step:
            return
        self._must_be(read_sending(self._read(SENDING)) == found.sending)
        files = {**found.announced, **{address: self._site.files[address] for address in plan.sent}}
        self._put({SENDING: Sending(self._way.token, files).to_bytes()})
        self._must_be(read_delivered(self._read(DELIVERED)) == found.delivered)

    def send(self, plan: Plan, wrong: Mapping[str, str]) -> None:
        """Write and read back what is new or changed, but for what an earlier run had sent and is right."""
        todo = [address for address in plan.sent if address not in plan.perhaps or address in wrong]
        done = 0
        for batch in batches(todo, self._site, plan.new):
            self._send_batch(batch)
            done += len(batch)
            self._way.progress("deliver", done, len(todo))

    def _send_batch(self, batch: Sequence[str]) -> None:
        """Write and read back a batch; where another run has taken over, say which files came too late."""
        try:
            self._put({address: self._site.bytes_of(address) for address in batch})
            self._still_first()
        except (NotVerified, Overtaken):
            late = Sending(self._way.token, {address: self._site.files[address] for address in batch})
            if not self._target.in_one_step:
                self._target.write({f"{LATE}{self._way.token}.json": late.to_bytes()})
            raise

    def confirm(self, found: Found) -> None:
        """Look again at what an earlier run may have been writing while this one began."""
        for address in self.wrong([address for address in found.announced if address in self._site.files]):
            self._put({address: self._site.bytes_of(address)})

    def wrong(self, addresses: Sequence[str]) -> dict[str, str]:
        """Those of ``addresses`` that are not as in the site, read in pieces; mapping address -> wanted hash."""
        wanted = self._site.files
        found: dict[str, str] = {}
        for start in range(0, len(addresses), MOST_FILES):
            read = self._target.read(addresses[start : start + MOST_FILES])
            found |= {name: wanted[name] for name, data in read.items() if not _is(data, wanted[name])}
        return found

    def note(self, delivered: Delivered) -> None:
        """Write what was delivered, unless another run has taken over."""
        self._still_first()
        self._put({DELIVERED: delivered.to_bytes()})

    def remove(self, addresses: Iterable[str]) -> dict[str, str]:
        """Remove files once; mapping address -> reason of those that are left."""
        listed = sorted(addresses)
        return self._target.remove(listed) if listed else {}

    def remove_patiently(self, addresses: Iterable[str]) -> dict[str, str]:
        """Remove files, and try again after each pause what could not be removed."""
        left = self.remove(addresses)
        for pause in self._way.pauses if left else ():
            self._way.sleep(pause)
            left = self.remove(left)
            if not left:
                break
        return left

    def end(self, found: Found, *, patiently: bool) -> dict[str, str]:
        """Remove what only a publish that goes on needs, and make everything visible; what could not be removed."""
        parts = {address for address in found.listing if address.startswith(STATE) and address != DELIVERED}
        parts |= set() if self._target.in_one_step else {SENDING}
        left = self.remove_patiently(parts) if patiently else self.remove(parts)
        self._target.settle()
        return left if patiently else {}

    def _put(self, files: Mapping[str, bytes]) -> None:
        """Write files and read them back. Raises NotVerified."""
        self._target.write(files)
        read = self._target.read([*files])
        wrong = sorted(address for address, data in files.items() if not _is(read.get(address), digest_of(data)))
        if wrong:
            raise NotVerified(FAILURES["not_verified"].format(name=self._target.name, addresses="、".join(wrong[:5])))

    def _still_first(self) -> None:
        """Raise Overtaken where another run has announced itself since."""
        if not self._target.in_one_step:
            sending = read_sending(self._read(SENDING))
            self._must_be(sending is not None and sending.token == self._way.token)

    def _must_be(self, still: bool) -> None:
        if not still:
            raise Overtaken(FAILURES["overtaken"].format(name=self._target.name))

    def _read(self, address: str) -> bytes | None:
        return self._target.read([address]).get(address)


def _is(data: bytes | None, digest: str) -> bool:
    return data is not None and digest_of(data) == digest

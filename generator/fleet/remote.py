"""One hall on a computer of a cluster: what it is made of comes from the store, and its site goes there.

Everything is found by hashes. A hall that was finished before, by a computer that then ended, is not built again.
"""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.build.left_behind import folder_beside
from generator.content.project import PosterMode
from generator.fleet.building import warm_builder
from generator.fleet.settings import FleetHallSite
from generator.fleet.store import Store, open_store
from generator.fleet.task import HallDone, HallTask, as_bytes, failed, from_bytes
from generator.publish.folders import remove_folder
from generator.publish.packed import BrokenPack, packed, unpack
from generator.system.environment import NotReady
from generator.system.failures import Failure
from generator.system.program import program_digest
from generator.texts.fleet import FLEET

SITE, CACHE = "site", "remembered"
"""What a pack of a hall has: its site, what the next build of it remembers, and the folders of its channels."""


@dataclass(frozen=True)
class RemoteTask:
    """One hall for a cluster: ``layers`` are the digests of its layers in the store, ``before`` the last pack of it.

    ``approved`` is that of the approved versions of its records; "" where there are none.
    ``program`` is the digest of the program that asks: another would make other bytes.
    """

    hall: FleetHallSite
    layers: tuple[str, ...]
    approved: str
    inputs: str
    before: str
    today: date
    posters: PosterMode
    check: bool
    program: str
    store: str

    @property
    def used(self) -> tuple[str, ...]:
        """The digests of all that it is made of."""
        return (*self.layers, self.approved) if self.approved else self.layers


LAYER_KEYS = "layers/"
"""What the names of all packed layers in the store begin with."""


def layer_key(digest: str) -> str:
    """The name of a packed layer in the store."""
    return f"{LAYER_KEYS}{digest}.zip"


def hall_keys(hall: str) -> str:
    """What the names of all packs of a hall in the store begin with."""
    return f"halls/{hall}/"


def pack_key(hall: str, digest: str) -> str:
    """The name of a packed hall in the store."""
    return f"{hall_keys(hall)}{digest}.zip"


def done_key(hall: str, inputs: str) -> str:
    """The name of what came of a hall that was built of ``inputs``."""
    return f"{hall_keys(hall)}{inputs}.json"


class RemoteBuilder:
    """Builds halls on a computer of a cluster, in the folder ``scratch``, which is its own."""

    def __init__(self, scratch: Path) -> None:
        self._scratch, self._builder = scratch, warm_builder()

    def __call__(self, task: RemoteTask) -> HallDone:
        """Build or check one hall; what fails is told in what comes back."""
        if task.program != program_digest():
            return HallDone(task.hall.id, "failed", told=(FLEET["other_program"],))
        try:
            store = open_store(task.store)
            return _finished(store, task) or self._made(store, task)
        except (Failure, OSError) as error:
            return failed(task.hall.id, error)

    def _made(self, store: Store, task: RemoteTask) -> HallDone:
        here = self._scratch / "halls" / task.hall.id
        self._as_before(store, task, here)
        layers = tuple(self._layer(store, digest) for digest in task.layers)
        approved = self._layer(store, task.approved) if task.approved else here / "approved"
        site, cache = here / task.hall.id, here / CACHE
        done = self._builder(HallTask(task.hall, layers, approved, cache, site, task.today, task.posters, task.check))
        if done.outcome not in ("published", "same"):
            return done
        beside = {option: folder_beside(site, option) for option in task.hall.channels}
        data = packed({SITE: site, CACHE: cache / ".cache", **beside})
        digest = sha256(data).hexdigest()
        store.put(pack_key(task.hall.id, digest), data)
        done = replace(done, pack=digest)
        if not done.unmade:
            store.put(done_key(task.hall.id, task.inputs), as_bytes(done))
        remove_folder(here)
        return done

    def _as_before(self, store: Store, task: RemoteTask, here: Path) -> None:
        """Put the hall's last site and what is remembered of it into ``here``; without them all is made anew."""
        remove_folder(here)
        data = store.get(pack_key(task.hall.id, task.before)) if task.before else None
        if data is None or sha256(data).hexdigest() != task.before:
            return
        try:
            unpack(data, SITE, here / task.hall.id)
            unpack(data, CACHE, here / CACHE / ".cache")
            for option in task.hall.channels:
                unpack(data, option, folder_beside(here / task.hall.id, option))
        except BrokenPack:
            remove_folder(here)

    def _layer(self, store: Store, digest: str) -> Path:
        """The folder of a layer, fetched once. Raises NotReady."""
        folder = self._scratch / "layers" / digest
        if not folder.is_dir():
            data = store.get(layer_key(digest))
            if data is None or sha256(data).hexdigest() != digest:
                raise NotReady(FLEET["broken_store"])
            try:
                unpack(data, "layer", folder)
            except BrokenPack:
                raise NotReady(FLEET["broken_store"]) from None
        return folder


def _finished(store: Store, task: RemoteTask) -> HallDone | None:
    """What came of the hall if it was built of these very inputs already."""
    data = None if task.check else store.get(done_key(task.hall.id, task.inputs))
    done = from_bytes(data) if data else None
    pack = store.get(pack_key(task.hall.id, done.pack)) if done else None
    return done if done and pack and sha256(pack).hexdigest() == done.pack else None

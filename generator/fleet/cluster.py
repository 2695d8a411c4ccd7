"""A cluster of computers as the crew of a run: Dask gives each of its workers one hall at a time.

The only module that knows Dask. The county starts scheduler and workers with Dask's own commands; what they share is
the store. A worker that ends has its hall built by another; a site here changes whole, when its pack has arrived.
"""

import logging
import re
import threading
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from distributed import Client, Future, as_completed, get_worker
from distributed.scheduler import KilledWorker

from generator.build.left_behind import folder_beside
from generator.build.portable import pack_copy
from generator.fleet.kept import last_stored
from generator.fleet.remote import LAYER_KEYS, SITE, RemoteBuilder, RemoteTask, done_key, hall_keys, layer_key, pack_key
from generator.fleet.settings import FleetSettings
from generator.fleet.store import open_store
from generator.fleet.task import HallDone, HallTask, failed
from generator.publish.built import keep_note
from generator.publish.packed import BrokenPack, packed, publish_packed
from generator.system.crew import Hand
from generator.system.environment import NotReady
from generator.system.failures import Died, Failure
from generator.system.program import program_digest
from generator.system.worker import allow_children
from generator.texts.fleet import FLEET

_SECONDS_TO_CONNECT, _SECONDS_TO_LEAVE = 20, 5
_ADDRESS = re.compile(r"(?:tcp|tls|wss?)://[^\s/]+:[0-9]{1,5}")
_TALKATIVE = ("distributed", "distributed.client")
"""Dask logs what it loses, with tracebacks; a command tells it in a sentence."""

_hands = threading.local()


def build_remotely(task: RemoteTask) -> HallDone:
    """Run by a worker: hand the hall to a process of its own, which stays warm for the next. Raises Died.

    Dask's process has threads, and a copy of it could wait for ever for a lock that one of them held.
    """
    if not hasattr(_hands, "hand"):
        allow_children()  # Dask's nanny ends this process all the same, and its end ends the hand
        scratch = Path(get_worker().local_directory, f"gongshi-{threading.get_ident()}")
        _hands.hand = Hand[RemoteTask, HallDone](partial(RemoteBuilder, scratch))
    hand: Hand[RemoteTask, HallDone] = _hands.hand
    return hand.do(task)


class ClusterCrew:
    """The workers of a Dask scheduler, and the store that they share."""

    def __init__(self, fleet: FleetSettings, scheduler: str, store: str) -> None:
        self._fleet, self._where, self._store = fleet, store, open_store(store)
        for name in _TALKATIVE:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        if not _ADDRESS.fullmatch(scheduler):
            raise NotReady(FLEET["no_address"].format(address=scheduler))
        try:
            self._client = Client(scheduler, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
        except Exception as error:
            told = FLEET["no_cluster"].format(address=scheduler, reason=type(error).__name__)
            raise NotReady(told) from None
        self._layers: dict[Path, str] = {}

    def each_done(self, tasks: Iterable[HallTask]) -> Iterator[tuple[HallTask, HallDone | Died]]:
        """See ``run.Crew``. Raises NotReady where the cluster is gone: what arrived until then stands."""
        asked: dict[str, tuple[HallTask, RemoteTask]] = {}
        futures: list[Future] = []
        for task in tasks:
            remote = self._remote(task)
            key = f"hall-{task.hall.id}-{remote.inputs[:12]}-{'check' if task.check else task.posters}"
            asked[key] = task, remote
            futures.append(self._client.submit(build_remotely, remote, key=key, pure=False, retries=0))
        for future in as_completed(futures, loop=self._client.loop):
            task, remote = asked[future.key]
            yield task, self._arrived(task, remote, future)
            future.release()
        if not any(task.check for task, _ in asked.values()):
            self._forget_layers(remote for _, remote in asked.values())

    def close(self) -> None:
        """Leave the cluster, which goes on for others."""
        self._client.close(timeout=_SECONDS_TO_LEAVE)

    def _arrived(self, task: HallTask, remote: RemoteTask, future: Future) -> HallDone | Died:
        """Publish what a worker has made of a hall."""
        try:
            done: HallDone = future.result()
        except (Died, KilledWorker):
            return Died()
        except Exception as error:
            if self._client.status != "running":
                raise NotReady(FLEET["cluster_gone"]) from None
            return failed(task.hall.id, error)
        if not done.pack:
            return done
        try:
            data = self._store.get(pack_key(task.hall.id, done.pack))
            if data is None or sha256(data).hexdigest() != done.pack:
                raise NotReady(FLEET["broken_store"])
            cache = task.cache / ".cache" / "gongshi"
            changed = publish_packed(data, SITE, task.site, cache)
            keep_note(task.site.resolve(), done.built)
            absent = (BrokenPack,) if done.unmade else ()
            for option in task.hall.channels:
                with suppress(*absent):
                    publish_packed(data, option, folder_beside(task.site, option), cache / option)
                    if option == "portable":
                        pack_copy(folder_beside(task.site, option))
            used = {pack_key(task.hall.id, done.pack), done_key(task.hall.id, remote.inputs)}
            self._forget(hall_keys(task.hall.id), used)
        except BrokenPack:
            return HallDone(task.hall.id, "failed", told=(FLEET["broken_store"],))
        except (OSError, Failure) as error:
            return failed(task.hall.id, error)
        return replace(done, outcome="published" if changed else "same", layers=remote.used)

    def _forget_layers(self, asked: Iterable[RemoteTask]) -> None:
        """Remove the layers of which no hall of the fleet has its site, and none was asked for now. Raises NotReady."""
        used = {digest for remote in asked for digest in remote.used}
        for hall in self._fleet.halls:
            used.update(last_stored(self._fleet, hall)[1])
        self._forget(LAYER_KEYS, set(map(layer_key, used)))

    def _forget(self, below: str, used: Set[str]) -> None:
        """Remove what is in the store ``below`` and not used any more: it may hold what had to be taken down."""
        self._store.remove([name for name in self._store.names(below) if name not in used])

    def _remote(self, task: HallTask) -> RemoteTask:
        layers = tuple(map(self._layer, task.layers))
        approved = self._layer(task.approved) if task.approved.is_dir() else ""
        inputs = (program_digest(), layers, approved, task.today, task.posters, task.hall)
        before, _ = last_stored(self._fleet, task.hall)
        return RemoteTask(
            task.hall,
            layers,
            approved,
            sha256(repr(inputs).encode()).hexdigest(),
            before,
            task.today,
            task.posters,
            task.check,
            program_digest(),
            self._where,
        )

    def _layer(self, folder: Path) -> str:
        """The digest of a packed layer, which is in the store now."""
        if folder not in self._layers:
            data = packed({"layer": folder})
            digest = sha256(data).hexdigest()
            self._store.put(layer_key(digest), data)  # again, too: what was spoiled there is sound from now on
            self._layers[folder] = digest
        return self._layers[folder]


def cluster_crew(fleet: FleetSettings, scheduler: str, store: str | None) -> ClusterCrew:
    """The crew at ``scheduler``, with a store in the fleet's own folder if none is named. Raises NotReady."""
    return ClusterCrew(fleet, scheduler, store or str(fleet.root / ".cache" / "fleet-store"))

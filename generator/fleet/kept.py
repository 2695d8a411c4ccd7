"""What a fleet remembers of each hall: of what its site was made, so that a run does only what is left.

A hall whose layers, settings, day and program are those of its last build, and whose site nobody touched since, is not
looked at again. All of it can be lost at the cost of time only.
"""

from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.build.kept import read_kept, write_kept
from generator.build.left_behind import folder_beside
from generator.build.unchanged import folder_digest, site_state
from generator.content.project import PosterMode
from generator.fleet.settings import FleetHallSite, FleetSettings
from generator.fleet.task import HallDone, as_bytes, from_bytes


class Inputs:
    """The digests of what sites of a fleet are made of; each layer is read once."""

    def __init__(self, fleet: FleetSettings, today: date, posters: PosterMode) -> None:
        self._fleet, self._common = fleet, (today.isoformat(), posters)
        self._layers: dict[str, str | None] = {}

    def of(self, hall: FleetHallSite) -> str | None:
        """Changes with all that the site of ``hall`` follows from, the program aside; None where that is not known."""
        layers = [(layer.id, self._digest(layer.folder)) for layer in hall.layers]
        if any(digest is None for _, digest in layers):
            return None
        folder = self._fleet.approved(hall.id)
        approved = folder_digest(folder) if folder.is_dir() else ""
        if approved is None:
            return None
        parts = (*self._common, hall.address, hall.place, hall.channels, layers, approved)
        return sha256(repr(parts).encode()).hexdigest()

    def _digest(self, folder: str) -> str | None:
        if folder not in self._layers:
            self._layers[folder] = folder_digest(self._fleet.root / folder)
        return self._layers[folder]


def remember(fleet: FleetSettings, hall: FleetHallSite, inputs: str, done: HallDone) -> None:
    """Keep what came of ``hall``, which was built of ``inputs``; "" where something is left to be done."""
    stored = " ".join((done.pack, *done.layers))
    write_kept(_place(fleet, hall), f"{inputs} {_state(fleet, hall)}\n{stored}\n{as_bytes(done).decode()}")


def last_done(fleet: FleetSettings, hall: FleetHallSite, inputs: str | None = None) -> HallDone | None:
    """What came of ``hall`` the last time; with ``inputs`` only if its site was made of them and is untouched."""
    head, _, body = _parts(fleet, hall)
    if not head or (inputs is not None and head != f"{inputs} {_state(fleet, hall)}"):
        return None
    return from_bytes(body.encode())


def last_stored(fleet: FleetSettings, hall: FleetHallSite) -> tuple[str, tuple[str, ...]]:
    """The digests of the pack that ``hall`` came in the last time, and of the layers it was built of; "" for none."""
    _, stored, _ = _parts(fleet, hall)
    pack, *layers = stored.split(" ")
    return pack, tuple(layers)


def _parts(fleet: FleetSettings, hall: FleetHallSite) -> tuple[str, str, str]:
    """What the site was built of and left as, what is in the store, and what came of it."""
    head, _, rest = (read_kept(_place(fleet, hall)) or "").partition("\n")
    stored, _, body = rest.partition("\n")
    return head, stored, body


def _state(fleet: FleetSettings, hall: FleetHallSite) -> str:
    """Stands for all files of the site and of the folders beside it, as they were left."""
    site = fleet.root / hall.site
    return " ".join(map(site_state, (site, *(folder_beside(site, channel) for channel in hall.channels))))


def _place(fleet: FleetSettings, hall: FleetHallSite) -> Path:
    return fleet.cache(hall.id) / "done"

"""What a fleet remembers of each hall: of what its site was made, so that a run does only what is left.

A hall whose layers, settings, day and program are those of its last build, and whose site nobody touched since, is not
looked at again. All of it can be lost at the cost of time only.
"""

from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.build.kept import read_kept, write_kept
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
        parts = (*self._common, hall.address, hall.place, hall.channels, layers)
        return sha256(repr(parts).encode()).hexdigest()

    def _digest(self, folder: str) -> str | None:
        if folder not in self._layers:
            self._layers[folder] = folder_digest(self._fleet.root / folder)
        return self._layers[folder]


def remember(fleet: FleetSettings, hall: FleetHallSite, inputs: str, done: HallDone) -> None:
    """Keep what came of ``hall``, which was built of ``inputs``."""
    state = site_state(fleet.root / hall.site)
    write_kept(_place(fleet, hall), f"{inputs} {state}\n{done.pack}\n{as_bytes(done).decode()}")


def last_done(fleet: FleetSettings, hall: FleetHallSite, inputs: str | None = None) -> HallDone | None:
    """What came of ``hall`` the last time; with ``inputs`` only if its site was made of them and is untouched."""
    head, *rest = (read_kept(_place(fleet, hall)) or "").split("\n", 2)
    if not head or (inputs is not None and head != f"{inputs} {site_state(fleet.root / hall.site)}"):
        return None
    return from_bytes(rest[-1].encode()) if rest else None


def last_pack(fleet: FleetSettings, hall: FleetHallSite) -> str:
    """The digest of the pack that ``hall`` came in the last time; "" where there is none."""
    _, *rest = (read_kept(_place(fleet, hall)) or "").split("\n", 2)
    return rest[0] if rest else ""


def _place(fleet: FleetSettings, hall: FleetHallSite) -> Path:
    return fleet.cache(hall.id) / "done"

"""Reads fleet.yml: which halls there are, the layers that each stands on, and where each is published."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.content.field_places import place_of
from generator.content.one_record import read_one
from generator.content.problems import ContentError, in_order, make_problem, quote
from generator.content.site_address import AddressFault, site_address
from generator.model import Fleet, Keys
from generator.system.environment import NotReady
from generator.texts.fleet import FLEET

FILE = "fleet.yml"
CHANNELS = ("embed", "articles", "wechat", "portable")
"""What can be made beside the site of a hall: options of ``gongshi build``."""


KEPT, APPROVED = "kept", "approved"
"""The folder of what nobody can make again of the halls, and that of approved versions in the one of a hall."""


class BadFleet(ContentError):
    """fleet.yml has errors, so that no hall can be built."""

    consequence = FLEET["settings_first"]


class LayerFolder(NamedTuple):
    """A layer of content, or the own content of a hall: id, name, and folder, relative to the fleet, with slashes."""

    id: str
    name: str
    folder: str


@dataclass(frozen=True)
class FleetHallSite:
    """One hall: the layers that it stands on, top first and its own folder last, and where it is published.

    ``site`` is relative to the fleet. ``address`` ends in a slash. ``channels`` are of ``CHANNELS``.
    """

    id: str
    layers: tuple[LayerFolder, ...]
    site: str
    address: str
    place: str | None
    channels: tuple[str, ...]


@dataclass(frozen=True)
class FleetSettings:
    """A fleet in the folder ``root``; ``sites`` is the folder of all sites, ``address`` that of the page over all."""

    root: Path
    name: str
    halls: tuple[FleetHallSite, ...]
    sites: str
    address: str | None

    @property
    def overview(self) -> Path:
        """Where the page over all halls is published: beside the folder of all sites."""
        return self.root / f"{self.sites}{FLEET['overview']}"

    @property
    def overview_cache(self) -> Path:
        """Where is kept what can be made again for it."""
        return self.root / ".cache" / "fleet-overview"

    def cache(self, hall: str) -> Path:
        """Where what can be made again is kept for a hall."""
        return self.root / ".cache" / "fleet" / hall

    def kept(self, hall: str) -> Path:
        """Where it is what nobody can make again of a hall: which sheets hang, approved versions, the journal, keys."""
        return self.root / KEPT / hall

    def approved(self, hall: str) -> Path:
        """Where approved versions of the records of a hall are kept (decision 23)."""
        return self.kept(hall) / APPROVED

    def hall(self, hall_id: str) -> FleetHallSite:
        """The hall with this id. Raises NotReady where there is none."""
        found = next((hall for hall in self.halls if hall.id == hall_id), None)
        if found is None:
            known = FLEET["between"].join(hall.id for hall in self.halls)
            raise NotReady(FLEET["unknown_hall"].format(id=hall_id, known=known))
        return found


def read_fleet(root: Path) -> FleetSettings:
    """The fleet in ``root``. Raises NotReady where there is no fleet.yml, BadFleet with every fault and its place."""
    path = root / FILE
    if not path.is_file():
        raise NotReady(FLEET["no_fleet"].format(name=root.resolve().name))
    source = path.read_bytes()
    fleet = read_one(source, Fleet, FILE)
    if not isinstance(fleet, Fleet):
        raise BadFleet(in_order(fleet))
    found = [
        make_problem(rule, FILE, *place_of(source, keys, False, Fleet), values)
        for rule, keys, values in _faults(root, fleet)
    ]
    if found:
        raise BadFleet(in_order(found))
    return FleetSettings(
        root.resolve(), fleet.name, tuple(_halls(fleet)), fleet.sites.rstrip("/"), _address(fleet.address)
    )


def _halls(fleet: Fleet) -> Iterator[FleetHallSite]:
    layers = {layer.id: LayerFolder(layer.id, layer.name, layer.folder.rstrip("/")) for layer in fleet.layers}
    for hall in fleet.halls:
        below = [layers[key] for key in (layers if hall.layers is None else hall.layers)]
        stands_on = (*below, LayerFolder(hall.id, hall.id, hall.folder.rstrip("/")))
        site = f"{fleet.sites.rstrip('/')}/{hall.id}"
        yield FleetHallSite(hall.id, stands_on, site, _address(hall.address) or "", hall.place, hall.channels)


def _address(typed: str | None) -> str | None:
    address = site_address(typed) if typed else None
    return None if isinstance(address, AddressFault) else address


_Fault = tuple[str, Keys, dict[str, str]]


def _faults(root: Path, fleet: Fleet) -> Iterator[_Fault]:
    """Rule, place and values of everything that is wrong with the list as a whole."""
    if not fleet.halls:
        yield "fleet/no-halls", (), {}
    if not _is_below(fleet.sites):
        yield "fleet/sites", ("sites",), {"value": quote(fleet.sites)}
    yield from _repeated("layers", [layer.id for layer in fleet.layers])
    yield from _repeated("halls", [hall.id for hall in fleet.halls])
    folders = {("layers", number): one.folder for number, one in enumerate(fleet.layers)}
    folders |= {("halls", number): one.folder for number, one in enumerate(fleet.halls)}
    for (kind, number), folder in folders.items():
        if not (root / folder).is_dir():
            yield "fleet/no-folder", (kind, number, "folder"), {"value": quote(folder)}
    known = [layer.id for layer in fleet.layers]
    addresses: dict[str, str] = {}
    for number, hall in enumerate(fleet.halls):
        for at, key in enumerate(hall.layers or ()):
            if key not in known:
                values = {"value": quote(key), "known": "、".join(known)}
                yield "fleet/unknown-layer", ("halls", number, "layers", at), values
        for at, channel in enumerate(hall.channels):
            if channel not in CHANNELS:
                values = {"value": quote(channel), "known": "、".join(CHANNELS)}
                yield "fleet/unknown-channel", ("halls", number, "channels", at), values
        place: Keys = ("halls", number, "address")
        yield from _address_faults(place, hall.address)
        if other := addresses.get(_address(hall.address) or ""):
            yield "fleet/same-address", place, {"other": other}
        addresses[_address(hall.address) or hall.address] = hall.id
    if fleet.address:
        yield from _address_faults(("address",), fleet.address)


def _repeated(kind: str, ids: Sequence[str]) -> Iterator[_Fault]:
    for number, key in enumerate(ids):
        if key in ids[:number]:
            yield "fleet/repeated", (kind, number, "id"), {"id": key}


def _address_faults(keys: Keys, typed: str) -> Iterator[_Fault]:
    address = site_address(typed)
    if isinstance(address, AddressFault):
        yield address.rule, keys, {"value": quote(typed), "address": address.corrected}


def _is_below(folder: str) -> bool:
    """Whether ``folder`` is a folder below the fleet, in which nothing else is."""
    parts = folder.rstrip("/").split("/")
    return not folder.startswith("/") and all(
        part not in ("", ".", "..") and "\\" not in part and ":" not in part for part in parts
    )

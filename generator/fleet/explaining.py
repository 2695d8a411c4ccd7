"""Tells where each field of a record comes from, for one hall of a fleet, or for what all its halls share."""

from collections.abc import Iterator
from pathlib import Path

from generator.fleet.settings import FleetHallSite, FleetSettings, LayerFolder, read_fleet
from generator.layers.compose import composed
from generator.layers.explaining import NothingExplained, changed_in, explained, find
from generator.layers.layer import Layer
from generator.layers.reading import read_layer
from generator.texts.fleet import FLEET
from generator.texts.layers import EXPLAINED, NOT_FOUND


def explain_in_fleet(root: Path, name: str, hall_id: str | None) -> Iterator[str]:
    """The lines about the record called ``name``; without a hall also which halls have something of their own there.

    Raises NothingExplained, NotReady, BadFleet.
    """
    fleet = read_fleet(root)
    if hall_id is not None:
        yield from _lines(_layers(fleet, _hall(fleet, hall_id).layers), name)
        return
    shared = {layer.id: layer for hall in fleet.halls for layer in hall.layers[:-1]}
    together = composed([read_layer(layer) for layer in _layers(fleet, tuple(shared.values()))])
    try:
        found = find(together, name)
    except NothingExplained:
        if any(list(changed_in(_own(fleet), path)) for path in _paths(name)):
            raise NothingExplained(NOT_FOUND["hall_only"].format(name=name)) from None
        raise
    yield from explained(together, found)
    changed = list(changed_in(_own(fleet), found.path))
    yield EXPLAINED["halls" if changed else "no_halls"]
    yield from (f"  {line}" for line in changed)


def _lines(layers: list[Layer], name: str) -> Iterator[str]:
    together = composed([read_layer(layer) for layer in layers])
    return explained(together, find(together, name))


def _hall(fleet: FleetSettings, hall_id: str) -> FleetHallSite:
    found = next((hall for hall in fleet.halls if hall.id == hall_id), None)
    if found is None:
        known = "、".join(hall.id for hall in fleet.halls)
        raise NothingExplained(FLEET["unknown_hall"].format(id=hall_id, known=known))
    return found


def _own(fleet: FleetSettings) -> list[Layer]:
    return _layers(fleet, tuple(hall.layers[-1] for hall in fleet.halls))


def _layers(fleet: FleetSettings, folders: tuple[LayerFolder, ...]) -> list[Layer]:
    return [Layer(one.id, one.name, fleet.root / one.folder, one.folder) for one in folders]


def _paths(name: str) -> tuple[str, ...]:
    return (name, f"{name}.yml", f"services/{name}.yml")

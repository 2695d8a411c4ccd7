"""Publishes the page over all halls: what each hands over of itself, past the gate, and in one step as any site.

Where it is there as it was made, and would be made of the same, it is left alone: of three thousand halls it takes half
a minute.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from generator.build.checkpoints import UnfitSite, admit
from generator.build.kept import read_kept, write_kept
from generator.build.unchanged import site_state
from generator.county.site import county_files
from generator.county.summary import HallSummary
from generator.fleet.kept import last_done
from generator.fleet.settings import FleetHallSite, FleetSettings
from generator.privacy.finding import PublicContacts
from generator.privacy.gate import ScanPolicy
from generator.publish.built import note_built
from generator.publish.manifest import write_manifest
from generator.publish.staging import staged
from generator.publish.swap import swap
from generator.publish.verify import faults, scan_made


def summaries(fleet: FleetSettings, new: Mapping[str, str]) -> tuple[HallSummary, ...]:
    """What is known of each hall of the fleet: of this run where it is among ``new`` (hall -> JSON), else of its last.

    A hall of which nothing is known yet is not among them.
    """
    known = {hall.id: new.get(hall.id) or _before(fleet, hall) for hall in fleet.halls}
    return tuple(HallSummary.from_json(text.encode()) for text in known.values() if text)


def publish_overview(fleet: FleetSettings, halls: Iterable[HallSummary], today: date) -> Path | None:
    """Publish the page over ``halls`` beside the folder of all sites; None where it has no address or there is no hall.

    Raises UnfitSite, PrivateData, SiteBusy, NotASite, OSError; what is published is then as it was.
    """
    halls = tuple(halls)
    if fleet.address is None or not halls:
        return None
    site, cache = fleet.overview, fleet.overview_cache
    inputs = _digest(fleet, halls, today)
    if read_kept(cache / "done") != f"{inputs} {site_state(site)}":
        _publish(_files(fleet.name, fleet.address, halls, today), site, cache)
        note_built(site, today, ())  # nobody is named there
        with suppress(OSError):  # the site stands; what is not remembered costs time
            write_kept(cache / "done", f"{inputs} {site_state(site)}")
    return site


def _digest(fleet: FleetSettings, halls: Sequence[HallSummary], today: date) -> str:
    """Changes with all that the page follows from, the program aside."""
    parts = (fleet.name, fleet.address, today.isoformat(), *(hall.to_json() for hall in halls))
    return sha256(repr(parts).encode()).hexdigest()


def _files(name: str, address: str, halls: Sequence[HallSummary], today: date) -> dict[str, bytes]:
    """Every file, looked at whole. Raises UnfitSite, PrivateData."""
    files = dict(county_files(name, address, halls, today))
    contacts = PublicContacts.of(filter(None, (text for hall in halls for text in (hall.phone, hall.where))))
    scans = [scan for place, data in files.items() if (scan := scan_made(place, data, urlsplit(address).path))]
    sizes = {place: len(data) for place, data in files.items()}
    if found := faults(sizes, scans, ["index.html", "404.html"]):
        raise UnfitSite(found)
    admit([*files.items()], ScanPolicy(contacts))
    return files


def _publish(files: Mapping[str, bytes], site: Path, cache: Path) -> None:
    """Put the files in the place of ``site``."""
    with staged(site, cache) as stage:
        stage.begin()
        for address, data in files.items():
            stage.write(address, data)
        stage.sweep()
        write_manifest(stage)
        swap(stage, site)


def _before(fleet: FleetSettings, hall: FleetHallSite) -> str:
    done = last_done(fleet, hall)
    return done.summary if done else ""

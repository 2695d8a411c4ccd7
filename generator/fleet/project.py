"""The project of one hall of a fleet: its layers put together as content, and the settings of its site."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.content.problems import ContentError, Problem, in_order
from generator.content.project import Project, approved_folder, open_project
from generator.content.prose import PROSE_FOLDER
from generator.fleet.settings import APPROVED, KEPT, FleetHallSite, FleetSettings
from generator.layers.compose import Composed, compose
from generator.layers.layer import Layer
from generator.publish.files import save
from generator.publish.folders import make_folder
from generator.publish.mirror import mirror
from generator.publish.staging import names_below

CONTENT = "content"
_SETTINGS = """\
# Written by `gongshi fleet`: what differs from hall to hall stands in fleet.yml.
site_name: gongshi
site_url: {address}
docs_dir: content/pages
theme:
  name: material
plugins:
  - gongshi
"""


def hall_project(
    hall: FleetHallSite, layers: tuple[Path, ...], approved: Path, folder: Path, site: Path
) -> tuple[Project, Composed]:
    """The project of ``hall`` in ``folder``, made anew where it differs, and how its content was put together.

    ``layers`` are the folders of its layers on this machine, top first; ``approved`` is that of the approved versions
    of its records. ``site`` is where it is published. Where the layers do not fit together, ``Composed.problems`` say
    why, and the project must not be built.
    """
    stands_on = [
        Layer(layer.id, layer.name, place, layer.folder) for layer, place in zip(hall.layers, layers, strict=True)
    ]
    composed = compose(stands_on, folder / CONTENT)
    make_folder(folder / CONTENT / PROSE_FOLDER)
    _copy_approved(approved, approved_folder(folder / CONTENT))
    write_settings(folder, hall.address)
    return open_project(folder, site), composed


def project_in(fleet: FleetSettings, hall: FleetHallSite) -> Project:
    """The project of a hall as it was last built, for what is asked of its site and its journal."""
    folder = fleet.cache(hall.id)
    if not (folder / CONTENT).exists():
        mirror(folder / CONTENT, {})  # a cluster has built it; the mark lets this computer do so as well
    make_folder(folder / CONTENT / PROSE_FOLDER)
    write_settings(folder, hall.address)
    return replace(open_project(folder, fleet.root / hall.site), kept=fleet.kept(hall.id))


def composed_in(fleet: FleetSettings, hall: FleetHallSite) -> tuple[Project, Composed]:
    """The project of a hall as its layers are now. Raises ContentError where they do not fit together."""
    layers = tuple(fleet.root / layer.folder for layer in hall.layers)
    project, composed = hall_project(
        hall, layers, fleet.approved(hall.id), fleet.cache(hall.id), fleet.root / hall.site
    )
    if any(problem.severity == "error" for problem in composed.problems):
        raise ContentError(composed.problems)
    return replace(project, kept=fleet.kept(hall.id)), composed


def at_home(problems: Iterable[Problem], composed: Composed, hall: FleetHallSite) -> tuple[Problem, ...]:
    """What is wrong with the content of a hall and with its layers, at the places where it was written."""
    return in_order((*composed.problems, *(_kept_of(composed.at_home(problem), hall) for problem in problems)))


def _kept_of(problem: Problem, hall: FleetHallSite) -> Problem:
    """``problem``, where it is in an approved version, at its place in the fleet."""
    is_approved = problem.path.startswith(f"{APPROVED}/")
    return replace(problem, path=f"{KEPT}/{hall.id}/{problem.path}") if is_approved else problem


def write_settings(folder: Path, address: str) -> None:
    """Write the settings of a site with this ``address``, where they differ."""
    data = _SETTINGS.format(address=address).encode()
    path = folder / "mkdocs.yml"
    if not path.is_file() or path.read_bytes() != data:
        save(path, data)


def _copy_approved(approved: Path, into: Path) -> None:
    """Make ``into``, which a build reads, equal to the folder ``approved``."""
    if approved.is_dir() or into.is_dir():
        paths = [*names_below(approved)] if approved.is_dir() else []
        mirror(into, {path: (approved / path).read_bytes for path in paths})

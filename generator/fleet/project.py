"""The project of one hall of a fleet: its layers put together as content, and the settings of its site."""

from pathlib import Path

from generator.content.project import Project, open_project
from generator.content.prose import PROSE_FOLDER
from generator.fleet.settings import FleetHallSite
from generator.layers.compose import Composed, compose
from generator.layers.layer import Layer
from generator.publish.files import save
from generator.publish.folders import make_folder

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


def hall_project(hall: FleetHallSite, layers: tuple[Path, ...], folder: Path, site: Path) -> tuple[Project, Composed]:
    """The project of ``hall`` in ``folder``, made anew where it differs, and how its content was put together.

    ``layers`` are the folders of its layers on this machine, top first. ``site`` is where it is published. Where the
    layers do not fit together, ``Composed.problems`` say why, and the project must not be built.
    """
    stands_on = [
        Layer(layer.id, layer.name, place, layer.folder) for layer, place in zip(hall.layers, layers, strict=True)
    ]
    composed = compose(stands_on, folder / CONTENT)
    make_folder(folder / CONTENT / PROSE_FOLDER)
    write_settings(folder, hall.address)
    return open_project(folder, site), composed


def write_settings(folder: Path, address: str) -> None:
    """Write the settings of a site with this ``address``, where they differ."""
    data = _SETTINGS.format(address=address).encode()
    path = folder / "mkdocs.yml"
    if not path.is_file() or path.read_bytes() != data:
        save(path, data)

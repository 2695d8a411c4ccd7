"""The option that names a hall of a fleet, for commands that are about the project of one hall."""

from pathlib import Path

import click

from generator.content.project import Project, open_project
from generator.fleet.project import composed_in, project_in
from generator.fleet.settings import FILE, read_fleet
from generator.system.environment import NotReady
from generator.texts.fleet import FLEET
from generator.texts.layers import NOT_FOUND
from generator.texts.usage import PLACEHOLDERS

HALL = click.option("--hall", metavar=PLACEHOLDERS["id"], help=FLEET["hall"])


def is_fleet(folder: Path) -> bool:
    """Whether ``folder`` is that of a fleet."""
    return (folder / FILE).is_file()


def opened(folder: Path, hall: str | None, *, as_built: bool = False) -> Project:
    """The project in ``folder``, or that of a ``hall`` of the fleet there, with its layers put together once more.

    ``as_built``: nothing is asked of its content, only of the site that was built. Raises NotReady, BadSettings,
    BadFleet; ContentError where layers do not fit together.
    """
    if not is_fleet(folder):
        if hall is not None:
            raise NotReady(NOT_FOUND["no_fleet"])
        return open_project(folder)
    fleet = read_fleet(folder)
    if hall is None:
        known = FLEET["between"].join(one.id for one in fleet.halls)
        raise NotReady(FLEET["which_hall"].format(known=known))
    found = fleet.hall(hall)
    return project_in(fleet, found) if as_built else composed_in(fleet, found)[0]

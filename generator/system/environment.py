"""Where the templates are, how many processes to use, and the failures of a project or computer that is not ready."""

import os
from pathlib import Path

from generator.system.failures import Failure

MOST_CORES = 8
"""The most processes that are used; more would only wait for the disk."""


class NotReady(Failure):
    """The project or this computer lacks something that the command needs; the message says what to do."""


class Refused(Failure):
    """A new file or folder is not made, because its name is not valid or already exists; the message says which."""


def templates_folder() -> Path:
    """The folder ``site_templates`` of the installed package, or of the checkout."""
    here = Path(__file__).parent.parent
    installed = here / "site_templates"
    return installed if installed.is_dir() else here.parent / "site_templates"


def cores() -> int:
    """The number of processes that a command uses: one for each core, at most ``MOST_CORES``."""
    return min(os.cpu_count() or 1, MOST_CORES)

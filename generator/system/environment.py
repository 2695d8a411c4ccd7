"""What a command needs around it: the folder of templates, a project that is one, a place for what it writes."""

from pathlib import Path


class NotReady(Exception):
    """The project or this computer is not ready; says what to do."""


class Refused(Exception):
    """A new file or folder cannot be made, because of its name or because there is one; says why."""


def templates_folder() -> Path:
    """site_templates of the installed package, or of the checkout."""
    here = Path(__file__).parent.parent
    installed = here / "site_templates"
    return installed if installed.is_dir() else here.parent / "site_templates"

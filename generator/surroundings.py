"""What a command needs around it: the folder of templates, a project that is one."""

from pathlib import Path


class Environment(Exception):
    """The project or this computer is not ready; says what to do."""


def templates_folder() -> Path:
    """site_templates of the installed package, or of the checkout."""
    here = Path(__file__).parent
    installed = here / "site_templates"
    return installed if installed.is_dir() else here.parent / "site_templates"

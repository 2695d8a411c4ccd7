"""``gongshi results template``: an empty register with the names of the hall's own services. Overwrites nothing."""

from pathlib import Path

from generator.content.load import load
from generator.content.problems import ContentError
from generator.publish.files import save
from generator.register.template import template
from generator.system.environment import Refused
from generator.texts.commands import TEXTS

NAME = "台账.xlsx"


def beside(project: Path) -> Path:
    """Where a register goes that nobody named a place for: beside the project, which is to hold no private value."""
    return project / ".." / NAME


def write(out: Path, content: Path) -> Path:
    """Write the register to ``out``; returns it. Raises Refused, ContentError."""
    if out.exists():
        raise Refused(TEXTS["exists"].format(name=out))
    loaded = load(content)
    if loaded.dataset is None:
        raise ContentError(tuple(problem for problem in loaded.problems if problem.severity == "error"))
    services = loaded.dataset.services.values()
    save(out, template([service.name for service in services if not service.status.ended]))
    return out

"""``gongshi results template``: write an empty register that offers the hall's own services; overwrite nothing."""

from pathlib import Path

from generator.content.load import load
from generator.facts.query_codes import drawn
from generator.publish.files import save
from generator.register.faults import NothingImported
from generator.register.template import PREPARED_ROWS, template
from generator.system.environment import Refused
from generator.texts.commands import TEXTS
from generator.texts.register import TEMPLATE_EXAMPLES

NAME = "台账.xlsx"


def beside(project: Path) -> Path:
    """The path of a register when none is given: beside the project, because private values do not belong in it."""
    return project / ".." / NAME


def write(out: Path, content: Path) -> Path:
    """Write the register to ``out`` and return ``out``. Raises Refused when it exists, NothingImported."""
    if out.exists():
        raise Refused(TEXTS["exists"].format(name=out))
    loaded = load(content)
    if loaded.dataset is None:
        raise NothingImported(tuple(problem for problem in loaded.problems if problem.severity == "error"))
    services = loaded.dataset.services.values()
    codes = [drawn() for _ in range(PREPARED_ROWS - len(TEMPLATE_EXAMPLES))]
    save(out, template([service.name for service in services if not service.status.ended], codes))
    return out

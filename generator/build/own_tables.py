"""Saves tables that the hall's own people work with, outside the project and read by the gate."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from generator.build.checkpoints import admit
from generator.privacy.gate import ScanPolicy
from generator.publish.files import save
from generator.system.environment import Refused
from generator.texts.commands import TEXTS
from generator.texts.tables import SAVED


def save_table(
    out: Path,
    project: Path,
    makers: Mapping[str, Callable[[], bytes]],
    said: Iterable[str],
    policy: ScanPolicy,
    example: str,
) -> str:
    """Save what the maker of the ending of ``out`` makes, of which ``said`` are all texts; returns a sentence about it.

    Raises Refused where there is no such ending, the file is there already, or it would lie in ``project``, in which it
    would be taken for a register; PrivateData and UnfitSite where a text is private.
    """
    if out.resolve().is_relative_to(project.resolve()):
        raise Refused(SAVED["inside"].format(name=out.name, example=example))
    make = makers.get(out.suffix.lower())
    if make is None:
        raise Refused(SAVED["ending"].format(endings=SAVED["or"].join(makers), example=example))
    if out.exists():
        raise Refused(TEXTS["exists"].format(name=out))
    admit([("table.txt", "\n".join(said).encode())], policy)
    save(out, make())
    return SAVED["written"].format(path=out)

"""Which target is meant by what was typed. The module of each is imported here, when it is asked for."""

import os
import re
from pathlib import Path

from generator.delivery.folder import FolderTarget
from generator.delivery.target import Target
from generator.system.environment import Refused
from generator.texts.delivery import FAILURES

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):", re.I)
"""Of two letters or more: one is a drive of Windows."""


def open_target(text: str, *kept_apart: Path) -> Target:
    """The target that ``text`` names. A folder may not lie in one of ``kept_apart``, or around it.

    Raises Refused for one that cannot be, NotReady where a library or a credential is missing, TargetFailed.
    """
    found = _SCHEME.match(text)
    if found is None:
        return _folder(text, kept_apart)
    raise Refused(FAILURES["no_target"].format(scheme=found[1]))


def _folder(text: str, kept_apart: tuple[Path, ...]) -> Target:
    if text.startswith("\\\\") and os.name != "nt":
        raise Refused(FAILURES["unc"])
    folder = Path(text)
    place = folder.resolve()
    for one in (path.resolve() for path in kept_apart):
        if place.is_relative_to(one) or one.is_relative_to(place):
            raise Refused(FAILURES["inside"].format(name=folder))
    return FolderTarget(folder)

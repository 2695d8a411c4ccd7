"""Which target is meant by what was typed. The module of each is imported here, when it is asked for."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

from generator.delivery.folder import FolderTarget
from generator.delivery.target import Target
from generator.delivery.verify import Place
from generator.system.environment import NotReady, Refused
from generator.system.on_demand import load
from generator.texts.delivery import FAILURES, INSTEAD

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):", re.I)
"""Of two letters or more: one is a drive of Windows."""
_WEB = re.compile(r"https?://", re.I)
_PASSWORD = re.compile(r"//[^/@]*:[^/@]*@")


def open_target(text: str, *kept_apart: Path) -> Target:
    """The target that ``text`` names. A folder may not lie in one of ``kept_apart``, or around it.

    Raises Refused for one that cannot be, NotReady where a library or a credential is missing, TargetFailed.
    """
    found = _SCHEME.match(text)
    if found is None:
        return _folder(text, kept_apart)
    if _PASSWORD.search(text):
        raise Refused(FAILURES["password"].format(instead=INSTEAD.get(found[1].lower(), "")))
    if _WEB.match(text):
        raise Refused(FAILURES["only_verify"])
    target: Target
    if text.startswith("s3://"):
        target = _of_extra(lambda: load("generator.delivery.object_store")).open_store(text)
    elif text.startswith("sftp://"):
        target = _of_extra(lambda: load("generator.delivery.sftp")).open_sftp(text)
    elif text.startswith("git:"):
        target = load("generator.delivery.git_branch").open_branch(text)
    elif text.startswith("portal:"):
        target = load("generator.delivery.portal").open_package(text, *kept_apart)
    else:
        raise Refused(FAILURES["no_target"].format(scheme=found[1]))
    return target


def open_place(text: str) -> Place:
    """The place that ``text`` names, to be read only: a target, or an address on the web. Raises as ``open_target``."""
    if not _WEB.match(text):
        return open_target(text)
    if "@" in urlsplit(text).netloc:
        raise Refused(FAILURES["password"].format(instead=INSTEAD["web"]))
    place: Place = load("generator.delivery.web").WebPlace(text)
    return place


def _of_extra(module: Callable[[], ModuleType]) -> ModuleType:
    """A module whose library comes with an extra. Raises NotReady where that is not installed."""
    try:
        return module()
    except ModuleNotFoundError as error:
        raise NotReady(FAILURES["no_extra"].format(packages=error.name)) from None


def _folder(text: str, kept_apart: tuple[Path, ...]) -> Target:
    if text.startswith("\\\\") and os.name != "nt":
        raise Refused(FAILURES["unc"])
    folder = Path(text)
    place = folder.resolve()
    for one in (path.resolve() for path in kept_apart):
        if place.is_relative_to(one) or one.is_relative_to(place):
            raise Refused(FAILURES["inside"].format(name=folder))
    return FolderTarget(folder)

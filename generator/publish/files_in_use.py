"""Files that another program holds open: on Windows they can be neither replaced, nor renamed, nor removed."""

import os
from collections.abc import Iterable
from pathlib import Path

from generator.system.failures import Failure
from generator.texts.commands import TEXTS
from generator.texts.shared import OS_REASONS


def failure_of(error: OSError) -> Failure:
    """What to tell the user: which file, and what to do about it.

    Of a file that should have taken the place of another, the other is named: nobody knows the first.
    """
    path = error.filename2 or error.filename
    name = Path(os.fsdecode(path)).name if isinstance(path, (str, bytes)) else ""
    if isinstance(error, PermissionError) and name:
        return Failure(TEXTS["held"].format(name=name))
    reason = "：".join(filter(None, (name, reason_of(error) or str(error))))
    return Failure(TEXTS["os_error"].format(reason=reason))


def reason_of(error: OSError) -> str:
    """Why the system refused a file, in Chinese where the reason is a common one."""
    return OS_REASONS.get(error.errno or 0) or error.strerror or ""


def held_file(paths: Iterable[Path]) -> Path | None:
    """The first of ``paths`` that another program holds, seen from renaming it to its own name; None without one."""
    for path in paths:
        try:
            path.rename(path)
        except PermissionError:
            return path
        except OSError:
            continue
    return None

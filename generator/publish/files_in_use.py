"""Files that another program holds open: on Windows they can be neither replaced, nor renamed, nor removed."""

import os
from collections.abc import Iterable
from pathlib import Path

from generator.system.failures import Failure
from generator.texts.commands import TEXTS


def failure_of(error: OSError) -> Failure:
    """What to tell the user: which file, and what to do about it.

    Of a file that should have taken the place of another, the other is named: nobody knows the first.
    """
    path = error.filename2 or error.filename
    name = Path(os.fsdecode(path)).name if isinstance(path, (str, bytes)) else ""
    if isinstance(error, PermissionError) and name:
        return Failure(TEXTS["held"].format(name=name))
    reason = "：".join(filter(None, (name, error.strerror or str(error))))
    return Failure(TEXTS["os_error"].format(reason=reason))


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

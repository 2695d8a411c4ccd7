"""Which files of a content folder are read.

Only regular files in the places that ``SINGLE_FILES``, ``OPTIONAL_FILES`` and ``RECORD_FOLDERS`` name are read, and the
prose. Symbolic links, pipes and devices are refused without opening them.
"""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.content import query_codes, strict_yaml
from generator.content.file_kinds import RECORD_FOLDERS, model_of
from generator.content.hidden_files import is_hidden
from generator.content.problems import Problem, make_problem
from generator.content.prose import PROSE_FOLDER
from generator.content.read_files import TABLED
from generator.content.stray_files import unexpected_folder
from generator.publish.files_in_use import reason_of

MAX_CSV_BYTES = 50_000_000


def regular_files(folder: Path, problems: list[Problem], below: str = "", apart: Collection[str] = ()) -> Iterator[str]:
    """Paths of the regular files below ``folder``/``below``, sorted, POSIX; everything else becomes a problem.

    Folders that ``apart`` names, directly in ``folder``, are left to others.
    """
    shown = f"{folder.name}/{below}"
    try:
        with os.scandir(folder / below) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(make_problem("file/unreadable", shown, 1, 1, {"reason": reason_of(error)}))
        return
    for entry in entries:
        path = f"{below}{entry.name}"
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISLNK(mode):
            problems.append(make_problem("file/symlink", f"{shown}{entry.name}", 1, 1, {}))
        elif stat.S_ISDIR(mode):
            if (below == "" and entry.name in (*RECORD_FOLDERS, PROSE_FOLDER)) or below.startswith(f"{PROSE_FOLDER}/"):
                yield from regular_files(folder, problems, f"{path}/")
            elif not entry.name.startswith(".") and path not in apart:
                problems += unexpected_folder(folder, path)
        elif stat.S_ISREG(mode):
            yield path
        else:
            problems.append(make_problem("file/not-regular", f"{shown}{entry.name}", 1, 1, {}))


def is_expected(path: str) -> bool:
    """Whether the file at ``path`` holds a record or a table."""
    return not is_hidden(path) and (model_of(path) is not None or is_table(path))


def is_table(path: str) -> bool:
    """Whether a table stands in the file at ``path``: query codes, rows of results, a public table."""
    return path == query_codes.FILE or (path.startswith(TABLED) and path.endswith(".csv"))


def read_bytes(folder: Path, path: str) -> strict_yaml.Document | bytes:
    """The bytes of a file, or a document with the fault why it cannot be read."""
    limit = MAX_CSV_BYTES if is_table(path) else strict_yaml.MAX_BYTES
    try:
        with (folder / path).open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        return _faulty("file/unreadable", reason=reason_of(error))
    if len(data) > limit:
        return _faulty("file/too-large", limit=f"{limit // 1_000_000} MB")
    return data


def _faulty(rule: str, **values: str) -> strict_yaml.Document:
    return strict_yaml.Document(faults=[strict_yaml.YamlFault(rule, 1, 1, values)])

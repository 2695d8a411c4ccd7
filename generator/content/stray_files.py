"""Finds files that have no place in a project: registers (台账) anywhere in it, and what is no content in the content.

With a project a register would be copied, committed, and one day published. A spreadsheet is taken for one by its
ending, because a project has no use for spreadsheets; a table in plain text by the names of its columns. The look is
short: the project's own folder, the folders in it, and the content. Nothing but the head of a text is read.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from generator.content.hidden_files import is_hidden
from generator.content.problems import Problem, make_problem
from generator.content.prose import PROSE_FOLDER, is_prose
from generator.publish.staging import MANIFEST
from generator.texts.columns import COLUMN_NAMES

SPREADSHEETS = (
    ".xlsx", ".xlsm", ".xlsb", ".xls", ".xltx", ".xltm", ".xlt", ".ods", ".fods", ".ots", ".et", ".ett", ".numbers",
)  # fmt: skip
TABLES = (".csv", ".tsv", ".txt")

_COPIES = re.compile(r"(?:\.(?:bak|old|tmp)|~)$")
"""What is put behind the name of a file that is kept beside a newer one."""
_OF_A_CASE = frozenset({"receipt", "item", "applicant", "id_number", "applied", "accepted", "completed", "outcome"})
_FEWEST_NAMES, _FEWEST_OF_A_CASE = 3, 2
"""Of so many known columns the head of a register has at least so many of cases; a list of addresses has none."""
_HEAD_BYTES, _HEAD_LINES = 16_384, 30
_MOST_ENTRIES = 5_000
"""How much of a file, and how many files of a folder, are looked at."""
_ENVIRONMENT, _LIBRARIES = "pyvenv.cfg", "node_modules"
"""By which folders of installed programs are known; a published site has a manifest."""
_DELIMITERS = re.compile("[,;|\t，；]")
_BRACKETED = re.compile(r"\([^()]*\)")
_NOISE = re.compile(r"[\W_]+")


def stray_registers(root: Path, content: Path) -> Iterator[str]:
    """Paths from ``root`` of the registers in a project and the folders in it; ``content`` is left to others."""
    if root.samefile(content):
        return
    yield from registers_in(root)
    for name in _folders(root):
        folder = root / name
        if not (folder.samefile(content) or _is_of_programs(folder)):
            yield from (f"{name}/{inner}" for inner in registers_in(folder))


def unexpected_files(content: Path, paths: Iterable[str]) -> Iterator[Problem]:
    """Those of ``paths`` below ``content`` that are neither prose nor hidden; all records are left out already."""
    for path in paths:
        prose = path.startswith(f"{PROSE_FOLDER}/")
        if (prose and is_prose(path)) or is_hidden(path):
            continue
        misnamed = path.lower().endswith((".yaml", ".yml")) and not path.endswith(".yml")
        rule = "file/yaml-ending" if misnamed else "file/unexpected"
        if is_register(content / path):
            rule = "file/register"
        yield make_problem(rule, f"{content.name}/{path}", 1, 1, {})


def unexpected_folder(content: Path, path: str) -> Iterator[Problem]:
    """A folder below ``content`` that is ignored, and the registers in it."""
    shown = f"{content.name}/{path}"
    yield make_problem("file/folder", shown, 1, 1, {})
    for name in registers_in(content / path):
        yield make_problem("file/register", f"{shown}/{name}", 1, 1, {})


def registers_in(folder: Path) -> Iterator[str]:
    """Names of the registers that lie in ``folder`` itself, sorted; none where it cannot be read."""
    try:
        with os.scandir(folder) as scan:
            files = sorted(entry.name for entry in islice(scan, _MOST_ENTRIES) if not entry.is_dir())
    except OSError:
        return
    yield from (name for name in files if is_register(folder / name))


def is_register(path: Path) -> bool:
    """Whether a file is a spreadsheet, or a table with the columns of a register."""
    name = _COPIES.sub("", path.name.lower())
    if name.startswith((".", "~$")):  # Excel keeps one of these beside a file that is open, and removes it.
        return False
    if name.endswith(SPREADSHEETS):
        return True
    return name.endswith(TABLES) and path.is_file() and not path.is_symlink() and heads_a_register(_head(path))


def heads_a_register(text: str) -> bool:
    """Whether one of the first lines has the names of a register's columns."""
    for line in text.splitlines()[:_HEAD_LINES]:
        kinds = {_KINDS.get(_plain(cell)) for cell in _DELIMITERS.split(line)} - {None}
        if len(kinds) >= _FEWEST_NAMES and len(kinds & _OF_A_CASE) >= _FEWEST_OF_A_CASE:
            return True
    return False


def _head(path: Path) -> str:
    """The beginning of a text in any of the encodings that spreadsheets write; nothing where it cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_HEAD_BYTES)
    except OSError:
        return ""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "ignore")
    text = data.decode("utf-8-sig", "ignore")
    return text if len(text.encode()) > len(data) - 8 else data.decode("gb18030", "ignore")


def _folders(root: Path) -> list[str]:
    try:
        with os.scandir(root) as scan:
            folders = [entry.name for entry in islice(scan, _MOST_ENTRIES) if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return sorted(name for name in folders if not name.startswith("."))


def _is_of_programs(folder: Path) -> bool:
    return folder.name == _LIBRARIES or any((folder / name).exists() for name in (MANIFEST, _ENVIRONMENT))


def _plain(heading: str) -> str:
    return _NOISE.sub("", _BRACKETED.sub("", unicodedata.normalize("NFKC", heading)))


_KINDS = {_plain(name): kind for kind, names in COLUMN_NAMES.items() for name in names}

"""Writes new projects and sample records (``gongshi init`` and ``gongshi new``). Never overwrites a file.

What they hold of a hall is invented or a blank, and ``starter_values`` finds it until it is replaced.
"""

import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from generator.content.file_kinds import RECORD_FOLDERS
from generator.content.own_words import site_of, words_of
from generator.content.schema import write as write_schemas
from generator.facts.periods import bounds, previous_id
from generator.model.base import ID_PATTERN
from generator.model.posting import PERIOD_PATTERN
from generator.publish.files import save
from generator.system.environment import Refused
from generator.texts.commands import TEXTS
from generator.texts.holidays import HOLIDAY_YEAR
from generator.texts.presets import LISTS_HEAD, PRESETS, Preset

_FOLDER_OF = dict(
    zip(
        ("service", "regulation", "notice", "result", "disclosure", "bundle", "catalogue"), RECORD_FOLDERS, strict=False
    )
)
"""Kind -> folder; ratings, the last folder, only come from the official system."""

_PATTERNS = {"result": PERIOD_PATTERN, "holidays": r"20(19|[2-9][0-9])"}
"""What is given instead of an id: the period of results, the year of holidays (``model.base.Year``)."""

SAMPLE_KINDS = (*_FOLDER_OF, "holidays")
DEFAULT_PRESET = next(iter(PRESETS))
_LISTS_MARK = "# WORD-LISTS\n"


def refuse_used(folder: Path) -> None:
    """Raise Refused unless a project may be started in ``folder``: it does not exist, or is empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(TEXTS["folder_not_empty"].format(name=folder))


def init(folder: Path, starter: Path, today: date, preset: str = DEFAULT_PRESET) -> Iterator[Path]:
    """Copy the starter project into ``folder``, in the words of ``preset``, with schemas; yield the paths.

    Raises Refused.
    """
    refuse_used(folder)
    for source in sorted((starter / "project").rglob("*")):
        if source.is_file():
            path = folder / source.relative_to(starter / "project")
            text = _in_words_of(PRESETS[preset], source.read_bytes().decode())
            save(path, _dated(text.replace("PYTHON-PROGRAM", sys.executable), today).encode())
            yield path
    yield from write_schemas(folder / "schemas", folder / "docs" / "fields.md", site_of(folder / "content"))


def new(content: Path, starter: Path, kind: str, record_id: str, today: date) -> Path:
    """Write a sample of ``kind`` with blanks under ``record_id``; returns its path. Raises Refused.

    Of holidays there is one file, and ``record_id`` is their year.
    """
    if not re.fullmatch(_PATTERNS.get(kind, ID_PATTERN), record_id):
        wrong = {"result": "bad_period", "holidays": "bad_year"}.get(kind, "bad_id")
        raise Refused(TEXTS[wrong].format(id=record_id))
    path = content / _FOLDER_OF[kind] / f"{record_id}.yml" if kind in _FOLDER_OF else content / f"{kind}.yml"
    if kind == "holidays" and path.exists():
        raise Refused(TEXTS["add_year"].format(name=path, example=HOLIDAY_YEAR.format(year=record_id)))
    samples = starter / "new"
    table = samples / f"{kind}.csv"
    if path.exists() or (table.is_file() and path.with_suffix(".csv").exists()):
        raise Refused(TEXTS["exists"].format(name=path))
    text = _dated((samples / f"{kind}.yml").read_text("utf-8"), today).replace("ID", record_id)
    for name, words in words_of(content).items():
        text = text.replace(name.replace("_", "-").upper(), _one_of(words))
    if kind == "result":
        first, last = bounds(record_id)
        text = text.replace("FIRST-DAY", first.isoformat()).replace("LAST-DAY", last.isoformat())
    save(path, text.encode())
    if table.is_file():
        save(path.with_suffix(".csv"), table.read_bytes())
    return path


def _in_words_of(preset: Preset, text: str) -> str:
    for word, own in preset.words.items():
        text = text.replace(word, own)
    lists = "".join(f"{name}: [{', '.join(words)}]\n" for name, words in preset.lists.items())
    return text.replace(_LISTS_MARK, LISTS_HEAD + lists if lists else "")


def _one_of(words: tuple[str, ...]) -> str:
    *others, last = words or (TEXTS["no_words"],)
    return TEXTS["or"].format(others="、".join(others), last=last) if others else last


def _dated(text: str, today: date) -> str:
    text = text.replace("LAST-QUARTER", previous_id(f"{today.year}-Q{(today.month + 2) // 3}"))
    return text.replace("TODAY", today.isoformat()).replace("NEXT-YEAR", (today + timedelta(days=365)).isoformat())

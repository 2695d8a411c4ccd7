"""Writes words and ticks into the blanks of a form before it is printed.

A blank is a mapping with a ``label``, a ``value`` (None: a line to write on) and what belongs there (``blank``); a row
of a table with a box for what is missing has a ``number`` and the key ``missing``. Names, numbers of papers and
contacts are written by hand: no blank of the kind "private" takes a value. What is filled in is no part of the version
code, which tells two forms apart and not two cases.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.posters.sheet import Json, PosterError, Sheet
from generator.texts.kit_forms import DAY_TYPED, FILLING
from generator.texts.posters import POSTER_WORDS

BlankKind = Literal["line", "day", "lines", "private"]
"""What belongs in a blank: words, a day, words on several lines, or what is written by hand only."""

LONGEST = 100
"""Characters that fit in a blank."""


@dataclass(frozen=True)
class Filling:
    """What goes into a form: label and words of blanks, and the numbers of the rows that are missing."""

    values: tuple[tuple[str, str], ...] = ()
    missing: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.values or self.missing)


def blank(label: str, kind: BlankKind = "line", value: str | None = None) -> dict[str, Json]:
    """A blank of a form; the hall may know already what stands in it."""
    return {"label": label, "blank": kind, "value": value}


def filled(sheet: Sheet, filling: Filling) -> Sheet:
    """The form with ``filling`` in its blanks.

    Raises PosterError where it has no such blank or row, or where the words do not belong there; no message quotes what
    was to be filled in.
    """
    blanks = {str(found["label"]): str(found["blank"]) for found in _blanks(sheet.data)}
    values = dict[str, str]()
    for label, words in filling.values:
        if label in values:
            raise PosterError(FILLING["twice"].format(label=label))
        values[label] = _words(label, words, blanks, sheet)
    rows = [number for number in _numbers(sheet.data) if number is not None]
    if unknown := set(filling.missing) - set(rows):
        message = FILLING["no_row" if rows else "no_rows"]
        raise PosterError(message.format(title=sheet.title, number=min(unknown), last=max(rows, default=0)))
    data = _with(sheet.data, values, frozenset(filling.missing))
    assert isinstance(data, dict)
    return replace(sheet, data=data)


def _words(label: str, words: str, blanks: dict[str, str], sheet: Sheet) -> str:
    """The words as they are printed."""
    open_ones = "、".join(name for name, kind in blanks.items() if kind != "private")
    kind = blanks.get(label)
    if kind is None:
        raise PosterError(FILLING["no_blank" if open_ones else "no_blanks"].format(title=sheet.title, labels=open_ones))
    if kind == "private":
        raise PosterError(FILLING["private"].format(label=label))
    if kind == "day":
        return _day(label, words)
    if not words.strip() or len(words) > LONGEST:
        raise PosterError(FILLING["length"].format(label=label, count=LONGEST))
    return words.strip()


def _day(label: str, words: str) -> str:
    """A day, typed as 2026-12-05 or as 2026年12月5日, as it is printed."""
    typed = re.fullmatch(DAY_TYPED, words.strip())
    try:
        if typed:
            return POSTER_WORDS["day"].format(day=date(*map(int, typed.groups())))
    except ValueError:  # a day that no month has
        pass
    raise PosterError(FILLING["day"].format(label=label))


def _parts(value: Json) -> Iterator[dict[str, Json]]:
    """Every mapping in ``value``, in order."""
    if isinstance(value, dict):
        yield value
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _parts(part)


def _blanks(value: Json) -> Iterator[dict[str, Json]]:
    return (part for part in _parts(value) if "blank" in part)


def _numbers(value: Json) -> Iterator[int | None]:
    for part in _parts(value):
        number = part.get("number")
        if "missing" in part and isinstance(number, int):
            yield number


def _with(value: Json, values: dict[str, str], missing: frozenset[int]) -> Json:
    """``value`` with the blanks filled and the rows ticked."""
    if isinstance(value, list):
        return [_with(part, values, missing) for part in value]
    if not isinstance(value, dict):
        return value
    changed = {key: _with(part, values, missing) for key, part in value.items()}
    if "blank" in value and value["label"] in values:
        changed["value"] = values[str(value["label"])]
    if "missing" in value:
        changed["missing"] = value.get("number") in missing
    return changed

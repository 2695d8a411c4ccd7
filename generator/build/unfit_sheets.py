"""What a clerk can do about a sheet that its paper does not hold: where its words stand, and on what it would fit."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.kit.kind import Printable
from generator.posters.complaints import DoesNotFit
from generator.posters.fitting import what_takes_few, what_would_hold
from generator.posters.press import Press, Printing
from generator.posters.sheet import PosterError, Sheet
from generator.texts.posters import FAILURES

MOST_SHEETS = 60
"""Sheets that a record may take on a paper, or for a distance, that was asked for.

As many as tiles of one sheet. The longest rules come near it on A4; beyond it nobody hangs them, and a size was most
likely meant in other units: on 10x10, a rule of a page is a pile of a hundred cards.
"""


def with_remedy(
    error: DoesNotFit, press: Press, sheet: Sheet, printing: Printing, one: Printable, content: Path
) -> PosterError:
    """``error`` with the file that its words stand in, and the smallest paper that would hold them."""
    holding = what_would_hold(press, sheet, printing)
    parts = [str(error), FAILURES["in_file"].format(place=_place(error.words, one, content))]
    return PosterError("".join([*parts, FAILURES["held_by"].format(names=holding) if holding else ""]))


def too_many(press: Press, sheet: Sheet, printing: Printing, count: int) -> PosterError:
    """That a sheet would take so many, and on what it would take few."""
    few = what_takes_few(press, sheet, printing)
    told = FAILURES["takes_few"].format(name=few[0], count=few[1]) if few else ""
    paper = printing.stock.name
    return PosterError(FAILURES["too_many"].format(title=sheet.title, paper=paper, count=count, few=told))


def _place(words: str, one: Printable, content: Path) -> str:
    """The file of the record or the hall, with the line where it has ``words`` in one."""
    files = list(dict.fromkeys(_files(one)))
    for file in files if words else ():
        with suppress(OSError):
            for number, line in enumerate((content / file).read_text("utf-8").splitlines(), 1):
                if words in line:
                    return FAILURES["on_line"].format(file=f"{content.name}/{file}", line=number)
    return f"{content.name}/{files[0]}"


def _files(one: Printable) -> Iterator[str]:
    """Files that what a sheet says comes from, its own first."""
    record = one.key.record
    if record:
        yield "windows.yml" if record.kind == "windows" else record.file
    yield from ("site.yml", "windows.yml")

"""Prints some sheets, in whatever process: files as they were asked for, which the gate has let pass."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from generator.build.asked_sheets import PosterRequest
from generator.build.checkpoints import PrivateData, UnfitSite, naming_records, refusals
from generator.build.sheets import laid_out
from generator.build.unfit_sheets import MOST_SHEETS, too_many, with_remedy
from generator.kit.filling import filled
from generator.kit.kind import Printable
from generator.model import RecordKey
from generator.posters.arranging import booklet, tiles
from generator.posters.complaints import DoesNotFit
from generator.posters.fitting import pages_of, what_would_fit
from generator.posters.press import Press, Printing
from generator.posters.sheet import PosterError, Sheet
from generator.posters.stock import Stock, stock_of
from generator.privacy.gate import ScanPolicy
from generator.site.edition import Edition
from generator.system.failures import Failure
from generator.texts.commands import TEXTS
from generator.texts.kit_forms import FILLING
from generator.texts.private import PRIVATE_KIND_NAMES

_FILLED = "-filled"
"""In the name of a file, so that a form that was filled does not take the place of the blank one."""


class Printed(NamedTuple):
    """Name and bytes of each file, and what is said of a sheet that takes several."""

    files: tuple[tuple[str, bytes], ...]
    note: str | None


@dataclass(frozen=True)
class Work:
    """All that a process needs to print sheets of a hall; ``folders`` are those of the typeface and the templates.

    ``bodies`` maps a kind to the size of its text where all of its sheets shall match. With ``hints`` it is told what
    would hold a sheet that takes several, which is tried out and takes longer than to print it.
    """

    request: PosterRequest
    edition: Edition
    content: Path
    policy: ScanPolicy
    folders: tuple[Path, Path]
    bodies: Mapping[str, float]
    hints: bool

    def printing(self, one: Printable) -> Printing:
        """How a sheet is printed: as it was asked for, else as is usual for it."""
        request = self.request
        stock, distance = request.stock or stock_of(one.paper), request.distance or one.distance
        body = self.bodies.get(one.key.kind)
        return Printing(stock, request.variant, request.format_of(one), distance, body, request.bleed)

    def may_name(self, one: Printable) -> bool:
        """Whether a sheet may name people today."""
        return one.key.record in self._naming

    @cached_property
    def _naming(self) -> frozenset[RecordKey]:
        return naming_records(self.edition.dataset, self.edition.today)


Asked = tuple[Printable, str]
"""A sheet, and the name of its files."""


def started(work: Work) -> Callable[[Sequence[Asked]], list[Printed | Failure]]:
    """The function that prints some sheets, or says of each why it does not."""
    return partial(_print, work, Press(*work.folders))


def _print(work: Work, press: Press, asked_for: Sequence[Asked]) -> list[Printed | Failure]:
    """The files of each sheet, or why it is not printed; they pass the gate together, which saves starts of it."""
    made = [_made(work, press, one, name) for one, name in asked_for]
    printed = {at: result for at, result in enumerate(made) if isinstance(result, Printed)}
    sets = [(result.files, work.may_name(asked_for[at][0])) for at, result in printed.items()]
    for at, refused in zip(printed, refusals(sets, work.policy), strict=True):
        if refused:
            made[at] = _told(work, asked_for[at][0], refused)
    return made


def _told(work: Work, one: Printable, refused: UnfitSite) -> Failure:
    """What is said of a sheet that the gate refuses: of a form that was filled, nothing that was filled in."""
    if not isinstance(refused, PrivateData) or not work.request.fill:
        return refused
    kinds = "、".join(PRIVATE_KIND_NAMES[kind] for kind in dict.fromkeys(leak.kind for leak in refused.leaks))
    return PosterError(FILLING["unfit"].format(title=laid_out(one.key, work.edition).title, kinds=kinds))


def _made(work: Work, press: Press, one: Printable, name: str) -> Printed | Failure:
    """The files of a sheet before the gate has seen them."""
    try:
        return _files(work, press, one, name)
    except (PosterError, UnfitSite) as error:
        return error


def _typeset(press: Press, sheet: Sheet, blank: Sheet, printing: Printing) -> tuple[bytes, ...]:
    """The files of ``sheet``, which is ``blank`` with something filled in; no message quotes what that was."""
    try:
        return press.print(sheet, printing)
    except PosterError:
        if sheet is blank:
            raise
        press.print(blank, printing)  # raises where the form itself is at fault
        raise PosterError(FILLING["unprintable"].format(title=blank.title)) from None


def _files(work: Work, press: Press, one: Printable, name: str) -> Printed:
    """One PDF, or a picture for each page; and what would hold them on one."""
    request = work.request
    sheet = blank = laid_out(one.key, work.edition)
    printing = work.printing(one)
    stock, format = printing.stock, printing.format
    if request.filling:
        sheet, name = filled(sheet, request.filling), name + _FILLED
    try:
        printed = _typeset(press, sheet, blank, printing)
    except DoesNotFit as error:
        raise with_remedy(error, press, blank, printing, one, work.content) from error
    count = pages_of(printed[0]) if format == "pdf" else len(printed)
    if count > MOST_SHEETS and (request.stock or request.distance) and not request.booklet:
        raise too_many(press, blank, printing, count)
    several = work.hints and one.hangs and count > 1 and not request.booklet  # what is handed out may have more pages
    note = what_would_fit(press, sheet, printing) if several else None
    name += f"-{stock.name}{'' if request.variant == 'colour' else f'-{request.variant}'}"
    if format == "pdf":
        made, ending = _arranged(press, printed[0], sheet, stock, request)
        return Printed(((f"{name}{ending}.pdf", made),), note)
    numbers = [f"-{number}" for number in range(1, len(printed) + 1)] if len(printed) > 1 else [""]
    files = ((f"{name}{number}.{format}", data) for number, data in zip(numbers, printed, strict=True))
    return Printed(tuple(files), note)


def _arranged(press: Press, pdf: bytes, sheet: Sheet, stock: Stock, request: PosterRequest) -> tuple[bytes, str]:
    """The PDF as it was asked for, and what its name ends with."""
    if request.tile:
        return tiles(press, pdf, sheet, stock, request.tile), f"-{TEXTS['tiled']}{request.tile.name}"
    if request.booklet:
        return booklet(press, pdf, sheet), f"-{TEXTS['folded']}"
    return pdf, ""

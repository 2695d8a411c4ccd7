"""``gongshi posters``: sheets of any kind, on any paper, as files wherever the clerk wants them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from generator.build.asked_sheets import PosterRequest, asked
from generator.build.bundles import Bundle
from generator.build.checkpoints import PrivateData, UnfitSite, admit
from generator.build.examine import Examined, examine
from generator.build.options import HungSheet
from generator.build.printed import compare, printed_sheets, told, write_printed
from generator.build.sheets import SheetIncomplete, hung_sheets, laid_out, lay_out
from generator.content.project import Project
from generator.kit.filling import filled
from generator.kit.kind import Printable
from generator.kit.wall_set import common_body
from generator.model import SheetKey
from generator.posters.arranging import booklet, tiles
from generator.posters.fitting import pages_of, what_would_fit
from generator.posters.fonts import find_fonts
from generator.posters.press import Press, Printing
from generator.posters.sheet import PosterError, Sheet
from generator.posters.stock import Stock, stock_of
from generator.site.edition import Edition
from generator.system.environment import cores
from generator.system.failures import Failure, ReportLine
from generator.system.parallel import map_parallel
from generator.texts.commands import TEXTS
from generator.texts.kit_forms import FILLING
from generator.texts.private import PRIVATE_KIND_NAMES

_Files = list[tuple[str, bytes]]
_FILLED = "-filled"
"""In the name of a file, so that a form that was filled does not take the place of the blank one."""
_Printed = tuple[_Files, str | None]
"""Name and bytes of each file, and what is said of a sheet that takes several."""
_FEW = 12
"""Fewer sheets are printed here: another process takes longer to start."""


class NotPrinted(Failure):
    """Several posters could not be printed; ``failures`` say why, each reason once. The others were printed."""

    exit_code = 1

    def __init__(self, failures: Sequence[Failure]) -> None:
        self.failures = list({str(failure): failure for failure in failures}.values())
        super().__init__("\n".join(map(str, self.failures)))

    def report(self) -> Iterator[ReportLine]:
        """What each of them has to say."""
        for failure in self.failures:
            yield from failure.report()


def print_posters(request: PosterRequest, project: Project, today: date) -> Iterator[str]:
    """Print and save; yield the path of each file. What refuses one poster does not stop the others.

    Raises ContentError, FontsMissing, NotReady or OSError at once, and what was refused when all the others are there.
    """
    hall, done = _Hall.of(project, today), set[str]()
    known = printed_sheets(project.root) if request.hung else None
    try:
        yield from _print_all(request, hall, done)
    finally:
        if request.hung and done:
            hall.edition.sheets.update(lay_out(hall.edition, {}).marks)
            sheets = hung_sheets(hall.edition)
            if known is None:
                known = {sheet.record: sheet for sheet in sheets if sheet.expected}
            current = {sheet.record: sheet for sheet in sheets}
            _write_down(list({**known, **current}.values()), known, done, hall)  # what is to be taken down still hangs


def print_changed(request: PosterRequest, project: Project, today: date) -> Iterator[str]:
    """Print what differs from the sheets on the walls, and write down that it was printed.

    Yields a line for each sheet to take down, then paths. Raises what ``print_posters`` raises, and NotReady.
    """
    hall = _Hall.of(project, today)
    hall.edition.sheets.update(lay_out(hall.edition, {}).marks)
    sheets, printed = hung_sheets(hall.edition), printed_sheets(project.root) or {}
    found, done = compare(printed, sheets), set[str]()
    yield from told("take_down", [one for one in found if not one.now]) if found else [TEXTS["nothing_changed"]]
    names = tuple(one.sheet.record for one in found if one.now)
    try:
        if names:
            yield from _print_all(replace(request, names=names), hall, done)
    finally:
        _write_down(sheets, printed, done, hall)


def _write_down(
    sheets: Sequence[HungSheet], printed: Mapping[str, HungSheet], done: Collection[str], hall: "_Hall"
) -> None:
    """Write down that what was ``done`` hangs from today, and of the other ``sheets`` those ``printed`` before."""
    today = hall.edition.today.isoformat()
    found = (sheet._replace(printed=today) if sheet.record in done else printed.get(sheet.record) for sheet in sheets)
    write_printed(hall.project.root, [sheet for sheet in found if sheet])


@dataclass(frozen=True)
class _Hall:
    """A project whose records may be printed today."""

    project: Project
    examined: Examined
    edition: Edition

    @classmethod
    def of(cls, project: Project, today: date) -> "_Hall":
        """Read the content. Raises ContentError, UnfitSite."""
        examined = examine(project.content, today)
        return cls(project, examined, Edition(examined.sound(), today, project.site_url, examined.incomplete))


def _print_all(request: PosterRequest, hall: _Hall, done: set[str]) -> Iterator[str]:
    """Print and save what ``request`` names; yield the path of each file. ``done`` gets the keys of those saved."""
    edition, refused, printed = hall.edition, list[Failure](), list[str]()
    sheets = list(asked(request, edition, hall.examined, refused))
    folders = (find_fonts(), hall.project.templates / "posters")
    bodies = _bodies([one for one, _ in sheets], request, edition, folders) if request.matched else {}
    work = _Work(request, edition, hall.project.content, folders, bodies, len(sheets) < _FEW)
    bundle = Bundle.at(request.out)
    results = map_parallel(partial(_started, work), sheets, cores(), _FEW, chunk=1, inherit=False)
    for (one, _), result in zip(sheets, results, strict=True):
        if isinstance(result, Failure):
            refused.append(_with_gaps(result, hall))
            continue
        files, note = result
        yield from (bundle.add(name, data) for name, data in files)
        yield from (note,) if note else ()
        printed.append(str(one.key))
        done.update(printed if bundle.saved else ())
    yield from bundle.finished()
    done.update(printed)
    if refused:
        raise refused[0] if len(refused) == 1 else NotPrinted(refused)


def _bodies(
    sheets: Sequence[Printable], request: PosterRequest, edition: Edition, folders: tuple[Path, Path]
) -> dict[str, float]:
    """Kind -> the type that its sheets share, for those that hang side by side on walls."""
    press, found = Press(*folders), dict[str, float]()
    for kind in {one.key.kind: one.kind for one in sheets if "wall" in one.kind.sets}.values():
        own = [one for one in sheets if one.kind is kind]
        stock = request.stock or stock_of(own[0].paper)
        laid = [sheet for one in own if (sheet := _laid_out_or_none(one.key, edition))]
        printing = Printing(stock, request.variant, distance=request.distance or own[0].distance)
        found[kind.name] = common_body(press, laid, printing)
    return found


def _laid_out_or_none(key: SheetKey, edition: Edition) -> Sheet | None:
    """A sheet; None for one that will be refused."""
    try:
        return laid_out(key, edition)
    except PosterError:
        return None


def _with_gaps(failure: Failure, hall: _Hall) -> Failure:
    """A sheet that lacks something names the files in which it is missing, too."""
    if not isinstance(failure, SheetIncomplete):
        return failure
    return PosterError("\n".join([str(failure), *map(str, hall.examined.shared_placeholders())]))


@dataclass(frozen=True)
class _Work:
    """All that a process needs to print sheets of a hall; ``folders`` are those of the typeface and the templates.

    ``bodies`` maps a kind to the size of its text where all of its sheets shall match. With ``hints`` it is told what
    would hold a sheet that takes several, which is tried out and takes longer than to print it.
    """

    request: PosterRequest
    edition: Edition
    content: Path
    folders: tuple[Path, Path]
    bodies: Mapping[str, float]
    hints: bool


def _started(work: _Work) -> Callable[[tuple[Printable, str]], _Printed | Failure]:
    return partial(_print, work, Press(*work.folders))


def _print(work: _Work, press: Press, asked_for: tuple[Printable, str]) -> _Printed | Failure:
    """The files of a sheet, or why it is not printed."""
    key = asked_for[0].key
    try:
        files, note = _files(work, press, *asked_for)
        admit(files, work.content, work.edition.dataset, work.edition.today, key.record)
    except PrivateData as leaked:
        if not work.request.fill:
            return leaked
        kinds = "、".join(PRIVATE_KIND_NAMES[kind] for kind in dict.fromkeys(leak.kind for leak in leaked.leaks))
        return PosterError(FILLING["unfit"].format(title=laid_out(key, work.edition).title, kinds=kinds))
    except (PosterError, UnfitSite) as error:
        return error
    return files, note


def _typeset(press: Press, sheet: Sheet, blank: Sheet, printing: Printing) -> tuple[bytes, ...]:
    """The files of ``sheet``, which is ``blank`` with something filled in; no message quotes what that was."""
    try:
        return press.print(sheet, printing)
    except PosterError:
        if sheet is blank:
            raise
        press.print(blank, printing)  # raises where the form itself is at fault
        raise PosterError(FILLING["unprintable"].format(title=blank.title)) from None


def _files(work: _Work, press: Press, one: Printable, name: str) -> _Printed:
    """One PDF, or a picture for each page; and what would hold them on one."""
    request = work.request
    sheet = blank = laid_out(one.key, work.edition)
    stock = request.stock or stock_of(one.paper)
    distance, body = request.distance or one.distance, work.bodies.get(one.key.kind)
    format = request.format_of(one)
    printing = Printing(stock, request.variant, format, distance, body, request.bleed)
    if request.filling:
        sheet, name = filled(sheet, request.filling), name + _FILLED
    printed = _typeset(press, sheet, blank, printing)
    count = pages_of(printed[0]) if format == "pdf" else len(printed)
    several = work.hints and one.hangs and count > 1 and not request.booklet  # what is handed out may have more pages
    note = what_would_fit(press, sheet, printing) if several else None
    name += f"-{stock.name}{'' if request.variant == 'colour' else f'-{request.variant}'}"
    if format == "pdf":
        made, ending = _arranged(press, printed[0], sheet, stock, request)
        return [(f"{name}{ending}.pdf", made)], note
    numbers = [f"-{number}" for number in range(1, len(printed) + 1)] if len(printed) > 1 else [""]
    files = [(f"{name}{number}.{format}", data) for number, data in zip(numbers, printed, strict=True)]
    return files, note


def _arranged(press: Press, pdf: bytes, sheet: Sheet, stock: Stock, request: PosterRequest) -> tuple[bytes, str]:
    """The PDF as it was asked for, and what its name ends with."""
    if request.tile:
        return tiles(press, pdf, sheet, stock, request.tile), f"-{TEXTS['tiled']}{request.tile.name}"
    if request.booklet:
        return booklet(press, pdf, sheet), f"-{TEXTS['folded']}"
    return pdf, ""

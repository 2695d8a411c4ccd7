"""``gongshi posters``: sheets of any kind, on any paper, as files wherever the clerk wants them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from generator.build.asked_sheets import PosterRequest, asked
from generator.build.bundles import Bundle
from generator.build.checkpoints import admission
from generator.build.examine import Examined, examine
from generator.build.kept_sheets import KeptExtents, KeptSheets
from generator.build.options import HungSheet
from generator.build.printed import compare, printed_sheets, told, write_printed
from generator.build.sheet_printing import Printed, Work, started
from generator.build.sheets import SheetIncomplete, hung_sheets, laid_out, lay_out
from generator.content.problems import ContentError
from generator.content.project import Project
from generator.kit.kind import Printable
from generator.kit.wall_set import common_body
from generator.model import SheetKey
from generator.posters.fonts import find_fonts
from generator.posters.press import Printing
from generator.posters.sheet import PosterError, Sheet
from generator.posters.stock import stock_of
from generator.site.edition import Edition
from generator.system.environment import cores
from generator.system.failures import Failure, ReportLine
from generator.system.parallel import map_parallel
from generator.texts.commands import TEXTS

_FEW = 12
"""Fewer sheets are printed here: another process takes longer to start."""
_BATCH = 8
"""So many sheets, at most, pass the gate together: more save nothing, and are heard of late."""


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


class NothingPrinted(ContentError):
    """The content has errors, so that no sheet is printed."""

    consequence = TEXTS["nothing_printed"]


@dataclass(frozen=True)
class _Hall:
    """A project whose records may be printed today."""

    project: Project
    examined: Examined
    edition: Edition

    @classmethod
    def of(cls, project: Project, today: date) -> "_Hall":
        """Read the content. Raises NothingPrinted, UnfitSite."""
        examined = examine(project.content, today)
        dataset = examined.sound(NothingPrinted)
        return cls(project, examined, Edition(dataset, today, project.site_url, examined.incomplete))


def _print_all(request: PosterRequest, hall: _Hall, done: set[str]) -> Iterator[str]:
    """Print and save what ``request`` names; yield the path of each file. ``done`` gets the keys of those saved."""
    edition, refused, printed = hall.edition, list[Failure](), list[str]()
    sheets = list(asked(request, edition, hall.examined, refused))
    folders = (find_fonts(), hall.project.templates / "posters")
    bodies = _bodies([one for one, _ in sheets], request, hall, folders) if request.matched else {}
    policy = admission(hall.project.content, edition.dataset, edition.today)
    work = Work(request, edition, hall.project.content, policy, folders, bodies, len(sheets) < _FEW)
    bundle = Bundle.at(request.out)
    for (one, _), result in zip(sheets, _printed(work, sheets, hall.project.cache), strict=True):
        if isinstance(result, Failure):
            refused.append(_with_gaps(result, hall))
            continue
        yield from (bundle.add(name, data) for name, data in result.files)
        yield from (result.note,) if result.note else ()
        printed.append(str(one.key))
        done.update(printed if bundle.saved else ())
    yield from bundle.finished()
    done.update(printed)
    handed_out = dict.fromkeys(one.kind.title for one, _ in sheets if str(one.key) in done and not one.hangs)
    if request.hung and handed_out:
        yield TEXTS["not_hung"].format(kinds="、".join(handed_out))
    if refused:
        raise refused[0] if len(refused) == 1 else NotPrinted(refused)


def _printed(work: Work, sheets: Sequence[tuple[Printable, str]], cache: Path) -> Iterator[Printed | Failure]:
    """What came of each sheet, in order: those that were printed before are not printed again."""
    kept = KeptSheets(cache / "printed", work)
    keys = [kept.key(one, name) for one, name in sheets]
    there = [kept.has(key) for key in keys]
    missing = [asked_for for asked_for, is_there in zip(sheets, there, strict=True) if not is_there]
    size = max(1, min(_BATCH, len(missing) // (4 * cores())))
    batches = [missing[at : at + size] for at in range(0, len(missing), size)]
    workers = cores() if len(missing) >= _FEW else 1
    made = chain.from_iterable(map_parallel(partial(started, work), batches, workers, 0, chunk=1, inherit=False))
    for asked_for, key, is_there in zip(sheets, keys, there, strict=True):
        if is_there:
            yield kept.get(key) or started(work)([asked_for])[0]
            continue
        result = next(made)
        if isinstance(result, Printed):
            kept.put(key, result)
        yield result
    kept.close()


def _bodies(
    sheets: Sequence[Printable], request: PosterRequest, hall: _Hall, folders: tuple[Path, Path]
) -> dict[str, float]:
    """Kind -> the type that its sheets share, for those that hang side by side on walls."""
    measured, found = KeptExtents(hall.project.cache / "extents", folders), dict[str, float]()
    for kind in {one.key.kind: one.kind for one in sheets if "wall" in one.kind.sets}.values():
        own = [one for one in sheets if one.kind is kind]
        stock = request.stock or stock_of(own[0].paper)
        laid = [sheet for one in own if (sheet := _laid_out_or_none(one.key, hall.edition))]
        printing = Printing(stock, request.variant, distance=request.distance or own[0].distance)
        if laid:
            found[kind.name] = common_body(measured.extent, laid, printing)
    measured.save()
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

"""``gongshi posters``: posters of single records and periods, on any paper, as files wherever the clerk wants them."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.build.checkpoints import UnfitSite, admit
from generator.build.examine import Examined, examine
from generator.build.printed import compare, printed_sheets, told, write_printed
from generator.build.sheets import SheetIncomplete, hung_sheets, lay_out, sheet_of_record
from generator.content.problems import excerpt
from generator.content.project import Project
from generator.model import Dataset, Paper, RecordKey
from generator.posters.fonts import find_fonts
from generator.posters.press import PosterError, PosterFormat, Press, Printing
from generator.publish.files import save
from generator.results.disclosure import period_phase
from generator.site.edition import Edition
from generator.site.poster_cards import Printable, printable_records
from generator.system.environment import NotReady
from generator.system.failures import Failure, ReportLine
from generator.texts.commands import TEXTS
from generator.texts.posters import PHASES

_MOST_GUESSES = 3
_AROUND_TITLES = "《》“” \t　"


@dataclass(frozen=True)
class PosterRequest:
    """Which posters, by id or title, how, and where to.

    ``paper`` None means the paper that site.yml sets for the kind.
    """

    names: tuple[str, ...]
    paper: Paper | None
    format: PosterFormat
    ink_saving: bool
    out: Path


class NotPrinted(Failure):
    """Several posters could not be printed; ``failures`` say why, one for each. The others were printed."""

    exit_code = 1

    def __init__(self, failures: Sequence[Failure]) -> None:
        super().__init__("\n".join(map(str, failures)))
        self.failures = failures

    def report(self) -> Iterator[ReportLine]:
        """What each of them has to say."""
        for failure in self.failures:
            yield from failure.report()


def print_posters(request: PosterRequest, project: Project, today: date) -> Iterator[str]:
    """Print and save; yield the path of each file. What refuses one poster does not stop the others.

    Raises ContentError, FontsMissing or OSError at once, and what was refused when all the others are there.
    """
    yield from _print_all(request, _Hall.of(project, today), set())


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
        hanging = ((sheet.record, sheet if sheet.record in done else printed.get(sheet.record)) for sheet in sheets)
        write_printed(project.root, [sheet for _, sheet in hanging if sheet])


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
    """Print and save what ``request`` names; yield the path of each file. ``done`` gets the records behind them."""
    edition, refused = hall.edition, list[Failure]()
    press = Press(find_fonts(), hall.project.templates / "posters")
    for one, name in _asked(request.names, edition, hall.examined, refused):
        try:
            files = _print(press, one, name, edition, request)
            admit(list(files), hall.project.content, edition.dataset, edition.today)
        except SheetIncomplete as error:
            refused.append(PosterError("\n".join([str(error), *map(str, hall.examined.shared_placeholders())])))
            continue
        except (PosterError, UnfitSite) as error:
            refused.append(error)
            continue
        for file, data in files:
            save(request.out / file, data)
            yield str(request.out / file)
        done.add(str(one.key))
    if refused:
        raise refused[0] if len(refused) == 1 else NotPrinted(refused)


def _asked(
    names: Sequence[str], edition: Edition, examined: Examined, refused: list[Failure]
) -> Iterator[tuple[Printable, str]]:
    """Each record that was asked for and has a poster, once, with the name of its files; the others are ``refused``."""
    records = {one.key: one for one in printable_records(edition)}
    seen: set[RecordKey] = set()
    for name in names:
        keys = keys_named(name, edition.dataset)
        found = [records[key] for key in keys if key in records]
        if not found:
            refused.append(_refusal(name, keys, edition, examined))
        ids = [one.key.id for one in found]
        for one in found:
            if one.key not in seen:
                seen.add(one.key)
                yield one, "-".join((one.key.kind, one.key.id)) if ids.count(one.key.id) > 1 else one.key.id


def _print(
    press: Press, one: Printable, name: str, edition: Edition, request: PosterRequest
) -> list[tuple[str, bytes]]:
    """Name and bytes of each file of a poster: one PDF, or a picture for each of its sheets."""
    paper = request.paper or one.paper
    printed = press.print(sheet_of_record(one.key, edition), Printing(paper, request.ink_saving, request.format))
    name += f"-{paper}{'-ink' if request.ink_saving else ''}"
    numbers = [f"-{number}" for number in range(1, len(printed) + 1)] if len(printed) > 1 else [""]
    return [(f"{name}{number}.{request.format}", data) for number, data in zip(numbers, printed, strict=True)]


def titles(dataset: Dataset) -> dict[RecordKey, str]:
    """Mapping record -> title, of every kind of record that has posters."""
    return {
        **{RecordKey("regulations", key): item.title for key, item in dataset.regulations.items()},
        **{RecordKey("services", key): item.name for key, item in dataset.services.items()},
        **{RecordKey("results", key): item.period.title for key, item in dataset.results.items()},
    }


def keys_named(name: str, dataset: Dataset) -> tuple[RecordKey, ...]:
    """The records with this id, alone or behind its kind; if there are none, those with this title (《》 or not)."""
    named, title = titles(dataset), name.strip(_AROUND_TITLES)
    by_id = tuple(key for key in named if name in (key.id, str(key)))
    return by_id or tuple(key for key, words in named.items() if words == title)


def _refusal(name: str, keys: Sequence[RecordKey], edition: Edition, examined: Examined) -> Failure:
    """Why there is no poster under this name."""
    named = titles(edition.dataset)
    if not keys:
        near = _near(name.strip(_AROUND_TITLES), [*named.values(), *(key.id for key in named)])
        guess = TEXTS["near_poster"].format(name="、".join(map(excerpt, near))) if near else ""
        return NotReady(TEXTS["unknown_poster"].format(id=excerpt(name)) + guess)
    key = keys[0]
    state = _state(key, edition)
    if key in examined.incomplete and state is None:
        reasons = map(str, examined.problems_of(key))
        return PosterError("\n".join([TEXTS["held_poster"].format(title=named[key]), *reasons]))
    return PosterError(TEXTS["ended_poster"].format(title=named[key], state=state))


def _near(name: str, known: Sequence[str]) -> list[str]:
    """What may be meant: names that hold what was typed, else the one that is most like it."""
    longer = [one for one in dict.fromkeys(known) if name and name in one]
    return longer[:_MOST_GUESSES] or difflib.get_close_matches(name, known, 1)


def _state(key: RecordKey, edition: Edition) -> str | None:
    """Why a record has no poster whatever it says: suspended, ended, repealed, withdrawn; None if it is in force."""
    dataset = edition.dataset
    if key.kind == "results":
        return PHASES.get(period_phase(dataset.results[key.id].period, edition.today))
    if key.kind == "services":
        state = dataset.services[key.id].status.state
        return None if state == "在办" else state
    regulation = dataset.regulations[key.id]
    return regulation.status if regulation.repealed else None

"""``gongshi posters``: posters of single records and periods, on any paper, as files wherever the clerk wants them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build.checkpoints import admit
from generator.build.examine import Examined, examine
from generator.build.sheets import sheet_of_record
from generator.content.project import Project
from generator.model import Paper, RecordKey, RecordKind
from generator.posters.fonts import find_fonts
from generator.posters.press import PosterError, PosterFormat, Press, Printing
from generator.publish.files import save
from generator.results.disclosure import period_phase
from generator.site.edition import Edition
from generator.site.poster_cards import Printable, printable_records
from generator.system.environment import NotReady
from generator.texts.commands import TEXTS
from generator.texts.posters import PHASES

_KINDS: tuple[RecordKind, ...] = ("regulations", "services", "results")
"""Kinds of record that have a poster."""


@dataclass(frozen=True)
class PosterRequest:
    """Which posters, how, and where to. ``paper`` None means the paper that site.yml sets for the kind."""

    ids: tuple[str, ...]
    paper: Paper | None
    format: PosterFormat
    ink_saving: bool
    out: Path


def print_posters(request: PosterRequest, project: Project, today: date) -> Iterator[Path]:
    """Print and save; yield the path of each file.

    Raises ContentError, UnfitSite (what is private in it), PosterError, FontsMissing or OSError.
    """
    examined = examine(project.content, today)
    dataset = examined.sound()
    edition = Edition(dataset, today, project.site_url, examined.incomplete)
    records = {one.key: one for one in printable_records(edition)}
    press = Press(find_fonts(), project.templates / "posters")
    for record_id in request.ids:
        found = [records[key] for key in _keys(record_id) if key in records]
        if not found:
            raise _refusal(record_id, edition, examined)
        for one in found:
            name = "-".join((one.key.kind, record_id)) if len(found) > 1 else record_id
            files = _print(press, one, name, edition, request)
            admit(list(files), project.content, dataset, today)
            for file, data in files:
                save(request.out / file, data)
                yield request.out / file


def _print(
    press: Press, one: Printable, name: str, edition: Edition, request: PosterRequest
) -> list[tuple[str, bytes]]:
    """Name and bytes of each file of a poster: one PDF, or a picture for each of its sheets."""
    paper = request.paper or one.paper
    printed = press.print(sheet_of_record(one.key, edition), Printing(paper, request.ink_saving, request.format))
    name += f"-{paper}{'-ink' if request.ink_saving else ''}"
    numbers = [f"-{number}" for number in range(1, len(printed) + 1)] if len(printed) > 1 else [""]
    return [(f"{name}{number}.{request.format}", data) for number, data in zip(numbers, printed, strict=True)]


def _keys(record_id: str) -> tuple[RecordKey, ...]:
    return tuple(RecordKey(kind, record_id) for kind in _KINDS)


def _refusal(record_id: str, edition: Edition, examined: Examined) -> Exception:
    """Why there is no poster under this id."""
    dataset = edition.dataset
    if results := dataset.results.get(record_id):
        phase = period_phase(results.period, edition.today)
        if phase != "shown":
            return PosterError(TEXTS["ended_poster"].format(title=results.period.title, state=PHASES[phase]))
    held = [key for key in _keys(record_id) if key in examined.incomplete]
    if held:
        reasons = map(str, examined.problems_of(held[0]))
        return PosterError("\n".join([TEXTS["held_poster"].format(title=record_id), *reasons]))
    if service := dataset.services.get(record_id):
        return PosterError(TEXTS["ended_poster"].format(title=service.name, state=service.status.state))
    if regulation := dataset.regulations.get(record_id):
        return PosterError(TEXTS["ended_poster"].format(title=regulation.title, state=regulation.status))
    return NotReady(TEXTS["unknown_poster"].format(id=record_id))

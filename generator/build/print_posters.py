"""``gongshi posters``: posters of single records and periods, on any paper, as files wherever the clerk wants them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build.chart_run import draw_now
from generator.build.pipeline import admit, examine
from generator.build.poster_run import sheets
from generator.content.problems import ContentError
from generator.model import Dataset, Paper
from generator.posters.fonts import find_fonts
from generator.posters.press import Format, PosterError, Press, Printing
from generator.publish.files import save
from generator.results.disclosure import period_phase
from generator.site import addresses
from generator.site.periods import public_periods
from generator.system.environment import NotReady
from generator.texts.commands import TEXTS
from generator.texts.posters import PHASES


@dataclass(frozen=True)
class Request:
    """Which posters, how, and where to. ``paper`` None means the paper that site.yml sets for the kind."""

    ids: tuple[str, ...]
    paper: Paper | None
    format: Format
    ink_saving: bool
    out: Path


def run(request: Request, content: Path, templates: Path, site_url: str | None, today: date) -> Iterator[Path]:
    """Print and save; yield the path of each file.

    Raises ContentError, UnfitSite (what is private in it), PosterError, FontsMissing or OSError.
    """
    dataset, problems, incomplete = examine(content, today)
    if dataset is None or any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)
    periods = {key: period for key, period in public_periods(dataset, today).items() if key in request.ids}
    drawings = draw_now(spec for period in periods.values() for spec in period.charts)
    jobs = {job.sheet.key: job for job in sheets(dataset, incomplete, site_url, today, periods, drawings)}
    press = Press(find_fonts(), templates / "posters")
    for record_id in request.ids:
        keys = [key for key in _keys(record_id) if key in jobs]
        if not keys:
            raise _refusal(record_id, dataset, incomplete, [str(p) for p in problems], today)
        for key in keys:
            job = jobs[key]
            paper = request.paper or job.paper
            printed = press.print(job.sheet, Printing(paper, request.ink_saving, request.format))
            name = key.replace("/", "-") if len(keys) > 1 else record_id
            name += f"-{paper}{'-ink' if request.ink_saving else ''}"
            numbers = [f"-{number}" for number in range(1, len(printed) + 1)] if len(printed) > 1 else [""]
            files = [(f"{name}{n}.{request.format}", data) for n, data in zip(numbers, printed, strict=True)]
            admit(files, content, dataset, today)
            for file, data in files:
                save(request.out / file, data)
                yield request.out / file


def _keys(record_id: str) -> tuple[str, ...]:
    return tuple(f"{folder}{record_id}" for folder in (addresses.REGULATIONS, addresses.SERVICES, addresses.RESULTS))


def _refusal(record_id: str, dataset: Dataset, incomplete: frozenset[str], lines: list[str], today: date) -> Exception:
    if results := dataset.results.get(record_id):
        phase = period_phase(results.period, today)
        if phase != "shown":
            return PosterError(TEXTS["ended_poster"].format(title=results.period.title, state=PHASES[phase]))
    held = [key for key in _keys(record_id) if key in incomplete]
    if held:
        reasons = [line for line in lines if f"{held[0]}.yml" in line or f"{held[0]}.csv" in line]
        return PosterError("\n".join([TEXTS["held_poster"].format(title=record_id), *reasons]))
    if service := dataset.services.get(record_id):
        return PosterError(TEXTS["ended_poster"].format(title=service.name, state=service.status.state))
    if regulation := dataset.regulations.get(record_id):
        return PosterError(TEXTS["ended_poster"].format(title=regulation.title, state=regulation.status))
    return NotReady(TEXTS["unknown_poster"].format(id=record_id))

"""``gongshi posters``: posters of single records, on any paper, as files wherever the clerk wants them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.fonts import find_fonts
from generator.model import Dataset, Paper
from generator.pipeline import ContentError, examine
from generator.poster_run import sheets
from generator.posters import Format, PosterError, Press, Printing
from generator.publish import save
from generator.surroundings import Environment
from generator.texts.commands import TEXTS


@dataclass(frozen=True)
class Request:
    """Which posters, how, and where to. ``paper`` None means the paper that site.yml sets for the kind."""

    ids: tuple[str, ...]
    paper: Paper | None
    format: Format
    ink_saving: bool
    out: Path


def run(request: Request, content: Path, templates: Path, site_url: str | None, today: date) -> Iterator[Path]:
    """Print and save; yield the path of each file. Raises ContentError, PosterError, FontsMissing or OSError."""
    dataset, problems, incomplete = examine(content, today)
    if dataset is None or any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)
    jobs = {job.sheet.key: job for job in sheets(dataset, incomplete, site_url)}
    press = Press(find_fonts(), templates / "posters")
    for record_id in request.ids:
        keys = [key for key in (f"regulations/{record_id}", f"services/{record_id}") if key in jobs]
        if not keys:
            raise _refusal(record_id, dataset, incomplete, [str(p) for p in problems])
        for key in keys:
            job = jobs[key]
            paper = request.paper or job.paper
            printed = press.print(job.sheet, Printing(paper, request.ink_saving, request.format))
            for number, data in enumerate(printed, 1):
                suffix = ("-ink" if request.ink_saving else "") + (f"-{number}" if len(printed) > 1 else "")
                name = key.replace("/", "-") if len(keys) > 1 else record_id
                path = request.out / f"{name}-{paper}{suffix}.{request.format}"
                save(path, data)
                yield path


def _refusal(record_id: str, dataset: Dataset, incomplete: frozenset[str], lines: list[str]) -> Exception:
    held = [key for key in (f"regulations/{record_id}", f"services/{record_id}") if key in incomplete]
    if held:
        reasons = [line for line in lines if f"{held[0]}.yml" in line]
        return PosterError("\n".join([TEXTS["held_poster"].format(title=record_id), *reasons]))
    if service := dataset.services.get(record_id):
        return PosterError(TEXTS["ended_poster"].format(title=service.name, state=service.status.state))
    if regulation := dataset.regulations.get(record_id):
        return PosterError(TEXTS["ended_poster"].format(title=regulation.title, state=regulation.status))
    return Environment(TEXTS["unknown_poster"].format(id=record_id))

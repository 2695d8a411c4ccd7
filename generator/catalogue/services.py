"""From services as a source tells them to their files: found or new, merged, tried, and looked at by the gate.

Nothing is made up: what the source does not state stays out of a new file and is a gap (待补充), and stays as it is in
a file that there is. One thing a file cannot be without: whether the service is on offer (状态). Where the source does
not say so, 在办 is proposed, and the plan tells for how many, so that the clerk can agree or not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from generator.catalogue.changes import FileChange, Plan, file_change
from generator.catalogue.current import language_of, readable, records_of
from generator.catalogue.hall_words import in_words_of_hall, on_unlisted
from generator.catalogue.incoming import Incoming
from generator.catalogue.listing import Trouble
from generator.catalogue.matching import Match, Matcher
from generator.catalogue.merging import merged
from generator.catalogue.plain_records import plain, stated
from generator.catalogue.refusals import ImportRefused, of_fields, of_findings, of_phones, of_text, with_remedy
from generator.catalogue.same_names import plain_name
from generator.catalogue.shared_records import KnownPapers, KnownWindows, shared_papers, with_papers, with_windows
from generator.catalogue.sources_of_fields import Sources
from generator.content.load import Loaded
from generator.content.record_files import Unwritable
from generator.content.yaml_writing import Plain
from generator.model import Dataset, RecordKey, Service

_WANTED = (
    "summary", "type", "handling", "audience", "window", "body", "level", "legal_basis", "conditions",
    "materials", "steps", "time_limits", "fee", "result", "visits", "agent", "verified",
)  # fmt: skip
"""What a page shows as 待补充 while it is not known."""

PROPOSED_STATUS = {"state": "在办"}
"""What is proposed for a new service of which the source does not say whether it is on offer."""


@dataclass(frozen=True)
class _Made:
    """The record that a service of the source becomes, and its file; None where nothing changes."""

    match: Match
    record: Service
    file: FileChange | None


def plan(loaded: Loaded, incoming: Sequence[Incoming], today: date, catalogue_papers: bool = False) -> Plan:
    """What importing ``incoming`` would change; ``catalogue_papers`` puts papers of many services into the catalogue.

    Raises NothingImported for a content folder that cannot be read, ImportRefused for values that no file may hold.
    """
    dataset = readable(loaded)
    matcher = Matcher(dataset, {*dataset.services, *(key.id for key in dataset.broken if key.kind == "services")})
    troubles: list[Trouble] = []
    matcher.take(in_words_of_hall(incoming, dataset, troubles))
    matches = list(matcher.matches.values())
    papers = shared_papers(dataset, [one.incoming.fields for one in matches if one.is_new])
    with_all = with_papers(dataset, papers) if catalogue_papers else dataset
    planner = _Planner(loaded.folder, with_all)
    made = [one for match in matches if (one := planner.made(match))]
    after = replace(
        with_windows(with_all, planner.new_windows(made)),
        services={**dataset.services, **{one.match.id: one.record for one in made}},
    )
    others = list(_others(loaded.folder, dataset, after))
    files = (*(one.file for one in made if one.file), *others)
    changed = {one.path: (one.source, one.title) for one in files}
    phones = of_phones(dataset, [one.record for one in made if one.file], changed)
    if refused := [*planner.refused, *of_findings(after, changed, today), *phones]:
        raise ImportRefused(refused)
    return Plan(
        content=loaded.folder,
        files=files,
        same=len(made) + len(others) - len(files),
        doubts=tuple(matcher.doubts),
        notes=tuple(with_remedy(one.message, one.remedy) for one in on_unlisted(troubles, dataset.site)),
        presumed=sum(one.is_new and "status" not in one.incoming.fields for one in matches),
        papers={} if catalogue_papers else papers,
    )


class _Planner:
    """Makes the record and the file of each service; keeps what cannot be written."""

    def __init__(self, content: Path, dataset: Dataset) -> None:
        self.content = content
        self.dataset = dataset
        self.windows = KnownWindows(dataset)
        self.papers = KnownPapers(dataset)
        self.language = language_of(content, [RecordKey("services", one).file for one in dataset.services])
        self.refused: list[str] = []

    def made(self, match: Match) -> _Made | None:
        """What becomes of one service; None where it was refused."""
        source = Sources(match.incoming.place, match.incoming.places)
        try:
            return self._made(match, source)
        except ValidationError as error:
            self.refused += of_fields(Service, error, source, match.incoming.name)
        except Unwritable:
            self.refused.append(of_text(source, match.incoming.name))
        return None

    def new_windows(self, made: Iterable[_Made]) -> list[str]:
        """The windows that services name and the hall does not have."""
        named = (one.record.window for one in made if one.record.window)
        return [name for name in named if name not in self.dataset.windows_by_name]

    def _made(self, match: Match, source: Sources) -> _Made:
        incoming, service = match.incoming, self.dataset.services.get(match.id)
        old: dict[str, Plain] = plain(service) if service else {"id": match.id, "status": PROPOSED_STATUS}
        given = self.papers.named_in({"name": incoming.name, **incoming.fields}, old)
        if "window" in given:
            given["window"] = self.windows.name_of(str(given["window"]), service.window if service else None)
        says = stated(given, Service, {"name": incoming.name, **old})
        if service and plain_name(incoming.name) in map(plain_name, (service.name, *service.aliases)):
            del says["name"]  # the same name, written in another way, or another one of its names
        if service and all(old.get(key) == value for key, value in says.items()):
            return _Made(match, service, None)
        record = Service.model_validate(merged(old, says, Service))
        fields = plain(record)
        if service and old == fields:
            return _Made(match, service, None)
        path = RecordKey("services", match.id).file
        change = file_change(self.content, path, source, service, record, self.language)
        unchanged = sum(old.get(key) == fields.get(key) for key in says)
        return _Made(match, record, replace(change, unchanged=unchanged, missing=missing(record)))


def _others(content: Path, before: Dataset, after: Dataset) -> Iterator[FileChange]:
    """The files of windows and papers, where they get new ones."""
    old, new = records_of(before), records_of(after)
    for path in ("windows.yml", "materials.yml"):
        if old[path] != new[path]:
            yield file_change(content, path, Sources(path), old[path], new[path])


def missing(service: Service) -> tuple[str, ...]:
    """The titles of what the page of ``service`` shows as 待补充."""
    fields = plain(service) | ({"materials": ()} if service.no_materials else {})
    return tuple(Service.model_fields[key].title or key for key in _WANTED if key not in fields)

"""From services as a source tells them to their files: found or new, merged, tried, and looked at by the gate.

Nothing is made up: what the source does not state stays out of a new file and is a gap (待补充), and stays as it is in
a file that there is. One thing a file cannot be without: whether the service is on offer (状态). Where the source does
not say so, 在办 is proposed, and the plan tells for how many, so that the clerk can agree or not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from generator.catalogue.changes import (
    FileChange,
    Plan,
    changed_text,
    field_changes,
    language_of,
    new_text,
)
from generator.catalogue.incoming import Incoming
from generator.catalogue.matching import Match, Matcher
from generator.catalogue.merging import merged, with_catalogue
from generator.catalogue.plain_records import plain, stated
from generator.catalogue.refusals import ImportRefused, of_fields, of_findings, of_text
from generator.catalogue.same_names import plain_name
from generator.catalogue.sources_of_fields import Sources
from generator.content.field_names import Language
from generator.content.load import Loaded
from generator.content.record_files import Unwritable
from generator.content.yaml_writing import Plain
from generator.model import Dataset, RecordKey, Service
from generator.register.faults import NothingImported

_WANTED = (
    "summary", "item_codes", "type", "handling", "audience", "window", "body", "level", "legal_basis", "conditions",
    "materials", "steps", "time_limits", "fee", "result", "visits", "agent", "verified",
)  # fmt: skip
"""What a page shows as 待补充 while it is not known."""

_PROPOSED = {"state": "在办"}


@dataclass(frozen=True)
class _Made:
    """The record that a service of the source becomes, the plain fields of it, and its file."""

    match: Match
    record: Service
    file: FileChange | None


def plan(loaded: Loaded, incoming: Sequence[Incoming], today: date) -> Plan:
    """What importing ``incoming`` would change.

    Raises NothingImported for a content folder that cannot be read, ImportRefused for values that no file may hold.
    """
    dataset = loaded.dataset
    broken = tuple(one for one in loaded.problems if one.severity == "error" and _matters(one.path, loaded.folder.name))
    if dataset is None or broken:
        raise NothingImported(broken or loaded.problems)
    matcher = Matcher(dataset, {*dataset.services, *(key.id for key in dataset.broken if key.kind == "services")})
    matcher.take(incoming)
    language = language_of(loaded.folder, [RecordKey("services", one).file for one in dataset.services])
    refused: list[str] = []
    made: list[_Made] = []
    for match in matcher.matches.values():
        try:
            made.append(_made(match, dataset, loaded.folder, language))
        except ValidationError as error:
            refused += of_fields(Service, error, _sources(match.incoming), match.incoming.name)
        except Unwritable:
            refused.append(of_text(_sources(match.incoming), match.incoming.name))
    refused += _private(made, dataset, today)
    if refused:
        raise ImportRefused(refused)
    files = tuple(one.file for one in made if one.file)
    return Plan(loaded.folder, files, len(made) - len(files), tuple(matcher.doubts), _presumed(matcher))


def _presumed(matcher: Matcher) -> int:
    return sum(one.is_new and "status" not in one.incoming.fields for one in matcher.matches.values())


def _matters(path: str, content: str) -> bool:
    """Whether a file has to be readable: those of the hall, and every service, for it may be the one that comes in."""
    below = path.removeprefix(f"{content}/")
    return "/" not in below or below.startswith("services/")


def _sources(incoming: Incoming) -> Sources:
    return Sources(incoming.place, incoming.places)


def _made(match: Match, dataset: Dataset, content: Path, language: Language) -> _Made:
    """Raises ValidationError, Unwritable."""
    incoming, service = match.incoming, dataset.services.get(match.id)
    old: dict[str, Plain] = plain(service) if service else {"id": match.id, "status": _PROPOSED}
    given = with_catalogue({"name": incoming.name, **incoming.fields}, dataset, old)
    says = stated(given, Service, {"name": incoming.name, **old})
    if service and not incoming.id and plain_name(incoming.name) in map(plain_name, (service.name, *service.aliases)):
        del says["name"]  # the same name, written in another way, or another one of its names
    record = Service.model_validate(merged(old, says, Service))
    fields = plain(record)
    if service and old == fields:
        return _Made(match, service, None)
    path = RecordKey("services", match.id).file
    before = (content / path).read_bytes() if service else None
    change = FileChange(
        path=path,
        title=record.name,
        source=_sources(incoming),
        before=before,
        after=changed_text(before, service, fields) if service and before else new_text(fields, Service, language),
        fields=field_changes(old if service else {}, fields, Service),
        unchanged=sum(old.get(key) == fields.get(key) for key in says),
        missing=tuple(Service.model_fields[key].title or key for key in _WANTED if key not in fields),
    )
    return _Made(match, record, change)


def _private(made: Sequence[_Made], dataset: Dataset, today: date) -> Iterator[str]:
    """The private values in what would be written, as the gate will see them."""
    changed = {one.match.id: one for one in made if one.file}
    after = replace(dataset, services={**dataset.services, **{key: one.record for key, one in changed.items()}})
    sources: Mapping[str, tuple[Sources, str]] = {
        RecordKey("services", key).file: (_sources(one.match.incoming), one.record.name) for key, one in changed.items()
    }
    return of_findings(after, sources, today)

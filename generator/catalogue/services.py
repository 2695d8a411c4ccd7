"""From services as a source tells them to their files: found or new, merged, tried, and looked at by the gate.

Nothing is made up: what the source does not state stays out of a new file and is a gap (待补充), and stays as it is in
a file that there is. One thing a file cannot be without: whether the service is on offer (状态). Where the source does
not say so, 在办 is proposed, and the plan tells for how many, so that the clerk can agree or not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from generator.catalogue.changes import FileChange, Plan, file_change
from generator.catalogue.current import language_of, readable
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

_WANTED = (
    "summary", "type", "handling", "audience", "window", "body", "level", "legal_basis", "conditions",
    "materials", "steps", "time_limits", "fee", "result", "visits", "agent", "verified",
)  # fmt: skip
"""What a page shows as 待补充 while it is not known."""

PROPOSED_STATUS = {"state": "在办"}
"""What is proposed for a new service of which the source does not say whether it is on offer."""


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
    dataset = readable(loaded)
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
    return Plan(
        loaded.folder,
        files,
        len(made) - len(files),
        tuple(matcher.doubts),
        presumed=_presumed(matcher.matches.values()),
    )


def _presumed(matches: Iterable[Match]) -> int:
    return sum(one.is_new and "status" not in one.incoming.fields for one in matches)


def _sources(incoming: Incoming) -> Sources:
    return Sources(incoming.place, incoming.places)


def _made(match: Match, dataset: Dataset, content: Path, language: Language) -> _Made:
    """Raises ValidationError, Unwritable."""
    incoming, service = match.incoming, dataset.services.get(match.id)
    old: dict[str, Plain] = plain(service) if service else {"id": match.id, "status": PROPOSED_STATUS}
    given = with_catalogue({"name": incoming.name, **incoming.fields}, dataset, old)
    says = stated(given, Service, {"name": incoming.name, **old})
    if service and not incoming.id and plain_name(incoming.name) in map(plain_name, (service.name, *service.aliases)):
        del says["name"]  # the same name, written in another way, or another one of its names
    if service and all(old.get(key) == value for key, value in says.items()):
        return _Made(match, service, None)
    record = Service.model_validate(merged(old, says, Service))
    fields = plain(record)
    if service and old == fields:
        return _Made(match, service, None)
    path = RecordKey("services", match.id).file
    change = file_change(content, path, _sources(incoming), service, record, language)
    unchanged = sum(old.get(key) == fields.get(key) for key in says)
    return _Made(match, record, replace(change, unchanged=unchanged, missing=missing(record)))


def missing(service: Service) -> tuple[str, ...]:
    """The titles of what the page of ``service`` shows as 待补充."""
    fields = plain(service) | ({"materials": ()} if service.no_materials else {})
    return tuple(Service.model_fields[key].title or key for key in _WANTED if key not in fields)


def _private(made: Sequence[_Made], dataset: Dataset, today: date) -> Iterator[str]:
    """The private values in what would be written, as the gate will see them."""
    changed = {one.match.id: one for one in made if one.file}
    after = replace(dataset, services={**dataset.services, **{key: one.record for key, one in changed.items()}})
    sources: Mapping[str, tuple[Sources, str]] = {
        RecordKey("services", key).file: (_sources(one.match.incoming), one.record.name) for key, one in changed.items()
    }
    return of_findings(after, sources, today)

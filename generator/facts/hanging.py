"""Where the sheet of a record hangs, in words (what the record says, else where its kind belongs in a hall), and what
every sheet says of the hall."""

from generator.model import Dataset, RecordKey
from generator.texts.posters import HANGS

FIELDS_OF_EVERY_SHEET = ("hall.address", "supervision.phone")
"""The fields of site.yml that sheets take from the hall; while one is unknown, no sheet that shows it is printed."""


def hanging_places(key: RecordKey, dataset: Dataset) -> tuple[str, ...]:
    """The places of the sheet of a regulation, a service or a period; none where neither is known."""
    if key.kind == "regulations":
        regulation = dataset.regulations[key.id]
        return regulation.hangs_at or ((HANGS["wall"],) if regulation.wall else ())
    if key.kind == "services":
        service = dataset.services[key.id]
        window = dataset.window(service.window)
        return service.hangs_at or ((HANGS["window"].format(window=window.name),) if window else ())
    return dataset.results[key.id].period.hangs_at or (HANGS["results"],)

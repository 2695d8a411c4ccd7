"""Open data: the records as files for other programs."""

from collections.abc import Iterator
from functools import partial

from generator.build.last_build import LastBuild
from generator.build.outputs.output import File, Output, digest_of
from generator.build.service_marks import service_marks
from generator.build.sheets import hung_sheets
from generator.model import RecordKey, RecordKind
from generator.model.listed import ListedSheet
from generator.site.data_addresses import DATA_PACKAGE, REGULATIONS_JSON, SERVICES_CSV, SERVICES_JSON, data_schema
from generator.site.data_schemas import SCHEMAS, data_package, json_schema
from generator.site.edition import Edition
from generator.site.open_data import open_data, open_data_titles

RECORDS_A_PAGE = 40
"""How many records are written in the time of a page."""


class OpenData(Output):
    """JSON and CSV of the records, lists of notices and sheets, and what these files look like."""

    name = "open-data"

    def __init__(self, before: LastBuild | None = None) -> None:
        self._before = before or LastBuild()

    def render(self, edition: Edition) -> Iterator[File]:
        """One file for each table; those of results and disclosures follow from the day and are made in every build."""
        services, marks = _digest_of_all("services", edition), service_marks(edition)
        inputs = {
            SERVICES_JSON: services,
            SERVICES_CSV: services and digest_of(services, edition.shared),
            REGULATIONS_JSON: _digest_of_all("regulations", edition),
        }
        same = self._before.same(SERVICES_JSON, marks)
        sheets, earlier = partial(_sheets, edition), partial(self._before.earlier, SERVICES_JSON, same)
        count = len(edition.dataset.services)
        work = {
            SERVICES_JSON: 1 + (count - len(same)) // RECORDS_A_PAGE,
            SERVICES_CSV: 1 + count // RECORDS_A_PAGE,
        }
        for address, make in open_data(edition.dataset, edition.today, sheets, earlier).items():
            lines = tuple(marks.values()) if address == SERVICES_JSON else ()
            yield File(address, make, inputs.get(address, ""), work=work.get(address, 1), marks=lines)
        titles = open_data_titles(edition.dataset, edition.today)
        yield File(DATA_PACKAGE, partial(data_package, titles, edition.dataset, edition.site_url))
        for name in SCHEMAS:
            yield File(data_schema(name), partial(json_schema, name), digest_of("schema", name))


def _sheets(edition: Edition) -> Iterator[ListedSheet]:
    """The sheets that hang in every hall, with the code that stands on each today."""
    for one in hung_sheets(edition):
        if one.expected and one.version:
            yield ListedSheet(id=one.record, title=one.title, version=one.version)


def _digest_of_all(kind: RecordKind, edition: Edition) -> str:
    """A digest of what all records of a kind say; "" where that cannot be told from their files."""
    records = edition.dataset.services if kind == "services" else edition.dataset.regulations
    digests = [edition.digests.get(RecordKey(kind, record_id)) for record_id in records]
    told = [sum(change.day <= edition.today for change in record.changes) for record in records.values()]
    return digest_of(kind, told, *digests) if all(digests) else ""

"""Open data: the records as files for other programs."""

from collections.abc import Iterator
from functools import partial

from generator.build.outputs.output import File, Output, digest_of
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

    def render(self, edition: Edition) -> Iterator[File]:
        """One file for each table; those of results and disclosures follow from the day and are made in every build."""
        services = _digest_of_all("services", edition)
        inputs = {
            SERVICES_JSON: services,
            SERVICES_CSV: services and digest_of(services, edition.shared),
            REGULATIONS_JSON: _digest_of_all("regulations", edition),
        }
        work = 1 + len(edition.dataset.services) // RECORDS_A_PAGE
        sheets = partial(_sheets, edition)
        for address, make in open_data(edition.dataset, edition.today, sheets).items():
            large = address in (SERVICES_JSON, SERVICES_CSV)
            yield File(address, make, inputs.get(address, ""), work=work if large else 1)
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
    return digest_of(kind, *digests) if all(digests) else ""

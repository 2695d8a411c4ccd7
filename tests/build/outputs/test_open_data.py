"""The files of open data as an output; what stands in them is tested in site."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from content_builder import TODAY
from rules.dataset_builder import content

from generator.build.outputs.open_data import OpenData
from generator.model import RecordKey
from generator.site.data_schemas import SCHEMAS
from generator.site.edition import Edition
from generator.site.open_data import open_data

DATASET = content()
SERVICES = [RecordKey("services", key) for key in DATASET.services]
REGULATIONS = [RecordKey("regulations", key) for key in DATASET.regulations]
OF_THE_DAY = [
    "hall.json", "windows.json", "materials.json", "bundles.json", "notices.json", "sheets.json",
    "results-2026-Q3.csv", "disclosures.json", "disclosures-caiwu-2026-q3.csv", "datapackage.json",
]  # fmt: skip
DESCRIPTIONS = ["datapackage.json", *(f"{name}.schema.json" for name in SCHEMAS)]
DIGESTS = {key: f"digest of {key}" for key in (*SERVICES, *REGULATIONS)}


def inputs(digests: Mapping[RecordKey, str], shared: str = "") -> dict[str, str]:
    """Mapping name -> inputs of every table."""
    files = OpenData().render(Edition(DATASET, TODAY, digests=digests, shared=shared))
    return {file.address.removeprefix("open-data/"): file.inputs for file in files}


def test_every_table_is_a_file() -> None:
    """Each is made under its address, and what describes them beside them."""
    files = {file.address: file.make() for file in OpenData().render(Edition(DATASET, TODAY))}
    tables = {address: make() for address, make in open_data(DATASET, TODAY).items()}

    assert files | tables == files
    assert [address.removeprefix("open-data/") for address in files if address not in tables] == DESCRIPTIONS
    assert len(tables) == 12


@pytest.mark.parametrize(
    ("digests", "shared", "changed"),
    [
        (DIGESTS, "", set()),
        (DIGESTS, "windows", {"services.csv"}),
        ({**DIGESTS, SERVICES[0]: "edited"}, "", {"services.json", "services.csv"}),
        ({**DIGESTS, REGULATIONS[0]: "edited"}, "", {"regulations.json"}),
    ],
)
def test_table_is_taken_over_while_its_records_say_the_same(
    digests: Mapping[RecordKey, str], shared: str, changed: set[str]
) -> None:
    """The list of services also follows from the windows and the hall; results follow from the day, too."""
    before, after = inputs(DIGESTS), inputs(digests, shared)

    assert {name for name, found in after.items() if found != before[name]} == changed
    assert [name for name, found in after.items() if not found] == OF_THE_DAY


def test_record_without_a_file_makes_its_tables_in_every_build() -> None:
    """Whether it is still the same cannot be told."""
    assert {name: found for name, found in inputs({}).items() if not name.endswith(".schema.json")} == {
        name: "" for name in inputs(DIGESTS) if not name.endswith(".schema.json")
    }


def test_many_services_are_work_for_another_process() -> None:
    """Their tables take as long as hundreds of pages."""
    service = next(iter(DATASET.services.values()))
    many = replace(DATASET, services={f"s{number}": service for number in range(10_000)})
    work = [file.work for file in OpenData().render(Edition(many, TODAY))]

    assert work == [251, 251, *[1] * 20]

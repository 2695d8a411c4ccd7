"""The descriptions of open data: the files fulfil their schemas, and datapackage.json fulfils its profile."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import validator_for
from rules.dataset_builder import SERVICE, Changes, content

from generator.build.examine import examine
from generator.model import Dataset
from generator.site import addresses
from generator.site.data_schemas import SCHEMAS, VERSION, data_package, json_schema
from generator.site.open_data import open_data, open_data_titles

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 20)
URL = "https://www.zixu.example/dating/"


def demo() -> Dataset:
    found = examine(ROOT / "content", TODAY).dataset
    assert found
    return found


def schema(name: str) -> dict[str, Any]:
    return json.loads(json_schema(name))


def errors(of: Dataset, name: str) -> list[str]:
    made = json.loads(open_data(of, TODAY)[f"open-data/{name}.json"]())
    return [
        error.message for error in Draft202012Validator(schema(name), format_checker=FormatChecker()).iter_errors(made)
    ]


def package(of: Dataset) -> dict[str, Any]:
    return json.loads(data_package(open_data_titles(of, TODAY), of, URL))


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("of", [content(), demo()], ids=["sound", "demo"])
def test_files_fulfil_their_schemas(of: Dataset, name: str) -> None:
    """Each file of JSON is what its published schema says, days included."""
    assert errors(of, name) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas_and_have_a_version(name: str) -> None:
    """They are valid by the standard they name, and of the version that the page tells."""
    made = schema(name)
    Draft202012Validator.check_schema(made)

    assert (made["$schema"], made["version"]) == ("https://json-schema.org/draft/2020-12/schema", VERSION)
    assert made["$id"] == f"{name}.schema.json"


@pytest.mark.parametrize(("field", "value"), [("extra", "甲"), ("verified", "昨天"), ("status", {"state": "不知道"})])
def test_schema_can_fail(field: str, value: object) -> None:
    """A field that there is not, a day that is none, a state that nobody knows."""
    made = json.loads(open_data(content(), TODAY)["open-data/services.json"]())
    made[0][field] = value
    assert list(Draft202012Validator(schema("services"), format_checker=FormatChecker()).iter_errors(made))


def test_schema_does_not_tell_what_is_not_published() -> None:
    """Hidden search terms are in no file, and in no description of one."""
    assert "hidden_terms" not in json_schema("services").decode()


@pytest.mark.parametrize("of", [content(), demo()], ids=["sound", "demo"])
def test_package_fulfils_its_profile(of: Dataset) -> None:
    """datapackage.json is a Data Package by the profile of its project."""
    profile = json.loads((ROOT / "tests/data/standards/datapackage-2.0.json").read_text("utf-8"))
    validator = validator_for(profile)(profile)

    assert [error.message for error in validator.iter_errors(package(of))] == []
    assert list(validator.iter_errors(package(of) | {"resources": []}))


@pytest.mark.parametrize("of", [content(), demo()], ids=["sound", "demo"])
def test_package_describes_every_file_as_it_is(of: Dataset) -> None:
    """Each file has its title; of each table the columns are those of its header, and days are days."""
    files, resources = open_data(of, TODAY), package(of)["resources"]

    assert [addresses.OPEN_DATA + one["path"] for one in resources] == list(files)
    assert [one["title"] for one in resources] == list(open_data_titles(of, TODAY).values())
    tables = [one for one in resources if one["format"] == "csv"]
    assert tables
    for one in tables:
        header, *rows = csv.reader(io.StringIO(files[addresses.OPEN_DATA + one["path"]]().decode("utf-8-sig")))
        assert [field["name"] for field in one["schema"]["fields"]] == header
        for row in rows:
            for field, cell in zip(one["schema"]["fields"], row, strict=True):
                assert field["type"] != "date" or not cell or date.fromisoformat(cell)
    assert {one["jsonSchema"] for one in resources if one["format"] == "json"} == {
        f"{name}.schema.json" for name in SCHEMAS
    }


def test_days_of_the_tables_are_described_as_days() -> None:
    """Of results and services."""
    resources = {one["path"]: one for one in package(content())["resources"]}

    def days(path: str) -> list[str]:
        return [field["name"] for field in resources[path]["schema"]["fields"] if field["type"] == "date"]

    assert days("services.csv") == ["核对日期"]
    assert days("results-2026-Q3.csv") == ["受理日期", "应办结日期", "办结日期"]


def test_columns_of_a_hall_are_text() -> None:
    """A disclosure may call a column as results do, and write in it what is no day."""
    of = content()
    named = of.disclosures["caiwu-2026-q3"]
    table = replace(named.table, columns=("受理日期", "核对日期", *named.table.columns[2:]))
    renamed = replace(of, disclosures={"caiwu-2026-q3": replace(named, table=table)})
    (found,) = (one for one in package(renamed)["resources"] if one["path"] == "disclosures-caiwu-2026-q3.csv")

    assert [field["name"] for field in found["schema"]["fields"]] == list(table.columns)
    assert {field["type"] for field in found["schema"]["fields"]} == {"string"}


def test_site_without_address_has_no_homepage() -> None:
    """It is left out where mkdocs.yml has none."""
    of = content()
    assert "homepage" in package(of)
    assert "homepage" not in json.loads(data_package(open_data_titles(of, TODAY), of, None))


def test_changes_of_records_are_seen() -> None:
    """The check of the files is of their contents."""
    changes: Changes = {SERVICE: {"visits": 0}}
    assert errors(content(changes), "services") == []

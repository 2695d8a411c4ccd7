"""HSDS, held against the schema of Open Referral and read back by our own import."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from rules.dataset_builder import SERVICE, Changes, content, service_file
from service_sheets import names

from generator.build.examine import examine
from generator.catalogue.open_referral import is_open_referral, services_in_hsds
from generator.channels.hsds import TABLES, hsds, row_id
from generator.model import Dataset

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads((ROOT / "tests/data/standards/hsds-3.0-tabular.json").read_text("utf-8"))
URL = "https://www.zixu.example/dating/"

FULL: Changes = {
    SERVICE: {
        "aliases": ["急难救助"],
        "fee": {"items": [{"name": "工本费", "standard": "每本5元"}]},
        "hours": "周一至周五 9:00-12:00，13:30-17:00",
        "enquiry_phone": "0300-0000100、0000101转8001",
    },
    **service_file("mianfei", fee={"free": True}, body="子虚县民政局"),
    **service_file("tingban", status={"state": "取消", "since": "2026-01-01", "reason": "合并了"}),
    **service_file(
        "liangji", timetable={"weekly": ["周一 9:00-10:00"], "seasons": ["06-01至09-30 周二 8:00-9:00"]}, hours=None
    ),
}


def demo() -> Dataset:
    found = examine(ROOT / "content", date(2026, 11, 21)).dataset
    assert found
    return found


def tables(of: Dataset, url: str | None = URL) -> dict[str, list[dict[str, Any]]]:
    return json.loads(hsds(of, url))


@pytest.mark.parametrize("url", [URL, None])
@pytest.mark.parametrize("of", [content(), content(FULL), demo()], ids=["sound", "full", "demo"])
def test_export_is_valid_by_the_schema_of_hsds(of: Dataset, url: str | None) -> None:
    """No row breaks the tabular schema, its formats included, nor has a field that the schema does not know."""
    found = tables(of, url)
    errors = Draft202012Validator(SCHEMA, format_checker=FormatChecker()).iter_errors(found)

    assert [error.message for error in errors] == []
    known = {table: set(SCHEMA["properties"][table]["items"]["properties"]) for table in found}
    assert {table: set().union(*rows) - known[table] for table, rows in found.items() if rows} == {
        table: set() for table, rows in found.items() if rows
    }
    assert tuple(found) == TABLES


def test_schema_can_fail() -> None:
    """The test above finds a state that HSDS has not, and an id that is none."""
    found = tables(content())
    found["service"][0] |= {"status": "在办", "id": "linshi-jiuzhu"}
    errors = Draft202012Validator(SCHEMA, format_checker=FormatChecker()).iter_errors(found)

    assert len(list(errors)) == 2


def test_rows_name_rows_that_there_are() -> None:
    """Each id is there once, and each field that names a row of another table names one."""
    found = tables(content(FULL))
    ids = {table: [row["id"] for row in rows] for table, rows in found.items()}

    assert {table: len(set(of)) for table, of in ids.items()} == {table: len(of) for table, of in ids.items()}
    for rows in found.values():
        for row in rows:
            for key in ("service_id", "organization_id", "location_id"):
                assert row.get(key) is None or row[key] in ids[key.removesuffix("_id")]


def test_ids_stay_and_hold_no_digits_to_be_mistaken() -> None:
    """An id follows from the key of its record; but for its version it is made of letters."""
    found = [row_id("service", f"s-{number}") for number in range(500)]

    assert found == [row_id("service", f"s-{number}") for number in range(500)]
    assert len(set(found)) == 500
    assert all(re.fullmatch(r"[a-f]{8}-[a-f]{4}-8[a-f]{3}-a[a-f]{3}-[a-f]{12}", one) for one in found)


def test_what_a_service_says() -> None:
    """State, phones one by one, hours in times where they are the same all year, and costs."""
    found = tables(content(FULL))
    services = {row["name"]: row for row in found["service"]}
    own = {name: row["id"] for name, row in services.items()}

    assert services["临时救助"]["status"] == "active" and services["临时救助"]["alternate_name"] == "急难救助"
    assert (services["事项tingban"]["status"], services["事项tingban"]["alert"]) == ("defunct", "合并了")
    mine = {table: [row for row in rows if row.get("service_id") == own["临时救助"]] for table, rows in found.items()}
    assert [row["number"] for row in mine["phone"]] == ["0300-0000100", "0000101转8001"]
    assert [(row["byday"], row["opens_at"], row["closes_at"]) for row in mine["schedule"]] == [
        ("MO,TU,WE,TH,FR", "09:00", "12:00"),
        ("MO,TU,WE,TH,FR", "13:30", "17:00"),
    ]
    assert [row["amount_description"] for row in mine["cost_option"]] == ["每本5元"]
    assert not [row for rows in found.values() for row in rows if row.get("service_id") == own["事项tingban"]]
    (seasonal,) = [row for row in found["schedule"] if row["service_id"] == own["事项liangji"]]
    assert set(seasonal) == {"id", "service_id", "description"}
    free = [row for row in found["cost_option"] if row["service_id"] == own["事项mianfei"]]
    assert [(row["amount"], row["currency"]) for row in free] == [(0, "CNY")]


def test_hidden_search_terms_stay_out() -> None:
    """What is only meant for the search is not exported."""
    assert "暗语" not in hsds(content({SERVICE: {"hidden_terms": ["暗语"]}}), URL).decode()


def test_our_own_import_reads_it() -> None:
    """Who imports the export of another hall gets its services with papers, phone, hours and conditions."""
    found = tables(content(FULL))
    assert is_open_referral(found)
    listing = services_in_hsds(found)
    read = dict(zip(names(listing), (dict(one.fields) for one in listing.services), strict=True))
    fields = read["临时救助"]
    record = content(FULL).services["linshi-jiuzhu"]

    assert list(read) == [row["name"] for row in found["service"]]
    assert fields["summary"] == record.summary
    assert [one["name"] for one in fields["steps"]] == [step.name for step in record.steps]
    assert len(fields["materials"]) == len(record.materials)
    assert "0300-0000100" in fields["enquiry_phone"]

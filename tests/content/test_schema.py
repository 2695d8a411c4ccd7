"""schema: what editors and clerks are told is what the program reads."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from content_builder import minimal_content
from project_builder import tree

from generator.content.schema import SCHEMAS, field_reference, schema_json, write
from generator.model import Regulation, ResultRow, Service, Site
from generator.texts.reference import HEADINGS

ROOT = Path(__file__).parents[2]
UPDATE = "run: gongshi schema --reference docs/fields.md"


def properties(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Mapping name of a record in ``schema`` -> its properties."""
    return {
        schema["title"]: schema["properties"],
        **{k: v.get("properties", {}) for k, v in schema.get("$defs", {}).items()},
    }


def test_published_schemas_are_up_to_date() -> None:
    """schemas/ holds the schema of every record, and nothing else."""
    wanted = {f"{name}.schema.json": schema_json(model) for name, model in SCHEMAS.items()}

    assert tree(ROOT / "schemas") == wanted, UPDATE


def test_field_reference_is_up_to_date() -> None:
    """docs/fields.md describes the records as they are."""
    assert (ROOT / "docs/fields.md").read_text("utf-8") == field_reference(), UPDATE


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_the_same_on_every_run(name: str) -> None:
    """Two runs give the same bytes, with a known dialect."""
    data = schema_json(SCHEMAS[name])

    assert data == schema_json(SCHEMAS[name])
    assert json.loads(data)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_refuses_unknown_fields(name: str) -> None:
    """An editor marks a misspelt field in every record, nested ones included."""
    schema = json.loads(schema_json(SCHEMAS[name]))
    records = [schema, *(part for part in schema.get("$defs", {}).values() if "properties" in part)]

    assert [part["title"] for part in records if part.get("additionalProperties") is not False] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_has_a_chinese_title(name: str) -> None:
    """What an editor shows beside a field is the clerk's word for it."""
    found = properties(json.loads(schema_json(SCHEMAS[name])))

    untitled = [
        f"{record}.{key}"
        for record, fields in found.items()
        for key, field in fields.items()
        if field.get("title", "").isascii()
    ]
    assert untitled == []


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("site", "site.yml"),
        ("windows", "windows.yml"),
        ("materials", "materials.yml"),
        ("service", "services/linshi-jiuzhu.yml"),
        ("regulation", "regulations/weisheng-baojie.yml"),
        ("notice", "notices/dibao-2026-11.yml"),
        ("result", "results/2026-Q3.yml"),
    ],
)
def test_fields_of_sound_content_are_in_the_schema(name: str, path: str) -> None:
    """Content that the program accepts has every required field of the schema, and only fields that it knows."""
    schema = json.loads(schema_json(SCHEMAS[name]))
    keys = set(yaml.load(minimal_content()[path], yaml.BaseLoader))

    assert set(schema.get("required", [])) <= keys <= set(schema["properties"])


def test_yes_and_no_may_be_typed_in_chinese() -> None:
    """Editors that read 是 as text do not mark it as wrong."""
    fee = properties(json.loads(schema_json(SCHEMAS["service"])))["Fee"]

    assert fee["free"]["enum"] == ["是", "否", True, False]


def test_field_reference_names_every_field_of_every_record() -> None:
    """Each property of each schema, and each column of the results, has its row."""
    text = field_reference()

    for name, model in SCHEMAS.items():
        assert f"\n## {HEADINGS[name]}\n" in text
        for fields in properties(json.loads(schema_json(model))).values():
            assert [key for key in fields if key.isascii() and f"| `{key}` |" not in text] == []
    assert [f.alias for f in ResultRow.model_fields.values() if f"| `{f.alias}` |" not in text] == []


def test_write_makes_the_reference_only_when_asked(tmp_path: Path) -> None:
    """Without a reference path only schemas are written."""
    paths = list(write(tmp_path / "s", None))

    assert [path.name for path in paths] == [f"{name}.schema.json" for name in SCHEMAS]
    assert set(tree(tmp_path)) == {f"s/{name}.schema.json" for name in SCHEMAS}


def test_editors_offer_chinese_names_and_ask_for_one_of_them() -> None:
    """A field may stand under its Chinese names; a required one is missing only where it stands under none."""
    schema = json.loads(schema_json(SCHEMAS["service"]))

    assert schema["properties"]["名称"] == schema["properties"]["name"]
    assert {"anyOf": [{"required": ["name"]}, {"required": ["事项名称"]}, {"required": ["名称"]}]} in schema["allOf"]


def test_editors_offer_the_words_of_the_hall() -> None:
    """A text has them itself, a list in its items; a list that says nothing offers those of a town's hall."""
    hall = {"organisation": "乌有村村民委员会", "town": "乌有村", "hall": {"name": "乌有村便民服务站"}}
    site = Site.model_validate({**hall, "audiences": ["本村村民"], "levels": ["村级"], "wall_topics": []})
    service, regulation = (json.loads(schema_json(model, site))["properties"] for model in (Service, Regulation))

    assert service["audience"]["items"]["examples"] == ["本村村民"] and "examples" not in service["audience"]
    assert service["level"]["examples"] == service["行使层级"]["examples"] == ["村级"]
    assert regulation["wall"]["examples"] == []
    assert json.loads(schema_json(SCHEMAS["notice"], site))["properties"]["kind"]["examples"] == [
        "公示",
        "公告",
        "通知",
    ]

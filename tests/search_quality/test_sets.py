"""The query sets of the search: derived.csv is what derive.py makes, and every expected answer exists."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from search_quality import derive
from search_quality.figures import DEMO_SETS

HERE = Path(__file__).parent
CONTENT = HERE.parents[1] / "content"
INTENTS = {"access", "hours", "address", "phone", "parking", "progress", "complaint", "forms"}
PAGES = {"about", "by-audience", "by-event", "materials", "notices", "open-data", "posters", "regulations", "results"}
PAGES |= {"results/lookup", "supervision"}


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def addresses() -> Iterator[str]:
    """The addresses of the demo's pages, and of the articles of its regulations."""
    yield from PAGES
    for room in ("services", "regulations", "notices", "disclosures", "results", "bundles"):
        yield from (f"{room}/{path.stem}" for path in (CONTENT / room).glob("*.yml"))
    yield from (f"materials/{one['id']}" for one in read("materials.yml")["materials"])
    for path in (CONTENT / "regulations").glob("*.yml"):
        regulation = read(f"regulations/{path.name}")
        chapters = regulation.get("chapters") or [regulation]
        count = sum(len(chapter.get("articles", [])) for chapter in chapters)
        yield from (f"regulations/{path.stem}/#article-{number}" for number in range(1, count + 1))


def read(name: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = yaml.safe_load((CONTENT / name).read_text(encoding="utf-8"))
    return found


def test_the_derived_queries_are_those_of_the_procedure() -> None:
    assert [tuple(row.values()) for row in rows("derived.csv")] == derive.rows()


def test_sixty_queries_are_derived_in_each_of_twelve_ways() -> None:
    assert Counter(row["way"] for row in rows("derived.csv")) == dict.fromkeys(derive.WAYS, derive.EACH)
    assert len(derive.WAYS) == 12


def test_every_derived_query_fits_a_listed_name() -> None:
    listed = set(derive.names())
    assert len(listed) == len(derive.names()) == 1135
    for row in rows("derived.csv"):
        assert set(row["expected"].split("|")) <= listed, row


@pytest.mark.parametrize("name", DEMO_SETS)
def test_every_expected_answer_of_the_demo_exists(name: str) -> None:
    windows = {f"window:{window['id']}" for window in read("windows.yml")["windows"]}
    offices = {f"none:{row['office']}" for row in rows("no_answer_offices.csv")}
    known = {*addresses(), *windows, *offices, "none", *(f"hall:{intent}" for intent in INTENTS)}
    assert [row for row in rows(name) if not set(row["expected"].split("|")) <= known] == []


def test_no_query_stands_twice() -> None:
    queries = [row["query"] for name in DEMO_SETS for row in rows(name)]
    assert len(set(queries)) == len(queries) >= 250


def test_every_wanted_synonym_names_a_page_and_a_source() -> None:
    known = set(addresses())
    wanted = rows("synonyms-wanted.csv")
    assert [row for row in wanted if row["page"] and row["page"] not in known] == []
    assert [row for row in wanted if not row["source"] or row["checked"] not in {"yes", "no"}] == []
    assert len({(row["word"], row["means"]) for row in wanted}) == len(wanted) >= 250


def test_every_errand_for_another_office_says_whose_it_is() -> None:
    offices = rows("no_answer_offices.csv")
    assert [row for row in offices if not (row["words"] and row["office"] and row["source"])] == []
    assert [row for row in offices if not re.fullmatch(r"(\d{3}|\d{5})?", row["phone"])] == []

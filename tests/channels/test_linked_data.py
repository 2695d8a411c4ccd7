"""Linked data, parsed with rdflib and held against the shapes of CPSV-AP 3.2."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from unicodedata import category

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, XSD
from rules.dataset_builder import SERVICE, Changes, content, service_file

from generator.build.examine import examine
from generator.channels.linked_data import linked_data
from generator.facts.opening import hours_of_hall
from generator.facts.opening_table import Table, opening_table
from generator.facts.workdays import calendar_of
from generator.model import Dataset
from generator.model.service_access import OnlineChannel

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # about its own insides

ROOT = Path(__file__).parent.parent.parent
SHAPES = ROOT / "tests/data/standards/cpsv-ap-3.2.0-shacl.ttl"
URL = "https://www.zixu.example/dating/"
CPSV = Namespace("http://purl.org/vocab/cpsv#")
CV = Namespace("http://data.europa.eu/m8g/")
SCHEMA = Namespace("https://schema.org/")
ONE = URIRef(f"{URL}services/linshi-jiuzhu/")

HALL = {
    "name": "虚谷镇便民服务大厅",
    "address": "虚谷镇不远路1号",
    "phone": "0300-0000100",
    "timetable": {
        "weekly": ["周一至周五 9:00-12:00，13:30-24:00"],
        "seasons": ["06-01至09-30 周一至周五 8:30-12:00"],
        "holidays": "休息",
        "make_up": "上班",
        "exceptions": ["2026-12-03 休息（搬家）"],
    },
}
FULL: Changes = {
    "site.yml": {"hall": HALL},
    SERVICE: {
        "aliases": ["急难救助"],
        "fee": {"items": [{"name": "工本费", "standard": "每本5元"}]},
        "online": [{"name": "省政务服务网", "url": "https://zwfw.example/a"}, {"name": "微信小程序“某某办”"}],
        "time_limits": {"promised": {"days": 20, "unit": "自然日"}},
        "result": {"name": "批准通知书"},
        "life_events": ["困难 救助"],
        "related": ["mianfei"],
    },
    **service_file("mianfei", fee={"free": True}, body="子虚县民政局", summary=None, related=["linshi-jiuzhu"]),
    **service_file("tingban", status={"state": "取消", "since": "2026-01-01"}),
    **service_file("bare", materials=[], steps=[], legal_basis=[], conditions=[], time_limits=None, fee=None),
}


def demo() -> Dataset:
    found = examine(ROOT / "content", date(2026, 11, 21)).dataset
    assert found
    return found


def hours(of: Dataset) -> Table | None:
    found = hours_of_hall(of)
    return opening_table(found, date(2026, 11, 1), 430, calendar_of(of.holidays)) if found else None


def graph(of: Dataset, url: str | None = URL) -> Graph:
    return Graph().parse(
        data=linked_data(of, hours(of), url), format="json-ld", publicID=f"{URL}open-data/services.jsonld"
    )


@pytest.mark.parametrize("of", [content(), content(FULL), demo()], ids=["sound", "full", "demo"])
def test_services_are_valid_by_the_shapes_of_cpsv_ap(of: Dataset) -> None:
    """Every node fulfils the official SHACL shapes; there is a PublicService for each service."""
    found = graph(of)
    conforms, _, report = validate(found, shacl_graph=str(SHAPES), shacl_graph_format="turtle")

    assert conforms, report
    assert len(set(found.subjects(RDF.type, CPSV.PublicService))) == len(of.services)
    assert set(found.subjects(RDF.type, SCHEMA.GovernmentService)) == set(found.subjects(RDF.type, CPSV.PublicService))


def test_shapes_can_fail() -> None:
    """A service without its authority, and a cost without an identifier, are found."""
    found = graph(content(FULL))
    found.remove((ONE, CV.hasCompetentAuthority, None))
    found.remove((None, DCTERMS.identifier, Literal("cost-1")))
    conforms, _, report = validate(found, shacl_graph=str(SHAPES), shacl_graph_format="turtle")

    assert not conforms and "hasCompetentAuthority" in report and report.count("Constraint Violation") >= 2


def test_what_a_service_says() -> None:
    """Papers, conditions, rule, cost, outcome, channels and the promised time stand where both vocabularies have them."""
    found, record = graph(content(FULL)), content(FULL).services["linshi-jiuzhu"]

    def titles(of: URIRef) -> set[str]:
        return {str(found.value(node, DCTERMS.title)) for node in found.objects(ONE, of)}

    assert str(found.value(ONE, SCHEMA.name)) == str(found.value(ONE, DCTERMS.title)) == "临时救助"
    assert len(titles(CPSV.hasInput)) == len(record.materials)
    assert titles(CV.holdsRequirement) == set(record.conditions)
    assert titles(CPSV.produces) == {"批准通知书"}
    (cost,) = found.objects(ONE, CV.hasCost)
    assert str(found.value(cost, DCTERMS.description)) == "工本费，每本5元"
    (rule,) = found.objects(ONE, CPSV.follows)
    assert str(found.value(rule, DCTERMS.description)).endswith("承诺时限：20个自然日。")
    assert found.value(ONE, CV.processingTime) == Literal("P20D", datatype=XSD.duration)
    assert len(list(found.objects(ONE, CV.hasChannel))) == 3
    assert {str(link) for link in found.objects(None, SCHEMA.serviceUrl)} == {"https://zwfw.example/a"}
    free = next(found.objects(URIRef(f"{URL}services/mianfei/"), CV.hasCost))
    assert float(found.value(free, CV.hasValue)) == 0.0


def test_working_days_are_no_duration() -> None:
    """xsd:duration counts calendar days; a promise in working days is told in words alone."""
    promised = {"promised": {"days": 10, "unit": "工作日"}}
    assert graph(content({SERVICE: {"time_limits": promised}})).value(ONE, CV.processingTime) is None


def test_service_that_has_ended_says_so_and_no_more() -> None:
    """It keeps its name and state, without papers and channels."""
    found, ended = graph(content(FULL)), URIRef(f"{URL}services/tingban/")

    state = found.value(ended, URIRef("http://www.w3.org/ns/adms#status"))
    assert str(found.value(state, URIRef("http://www.w3.org/2004/02/skos/core#prefLabel"))) == "取消"
    assert not list(found.objects(ended, CPSV.hasInput)) and not list(found.objects(ended, CV.hasChannel))


def test_office_has_its_hours() -> None:
    """The week, its season, and the single days that differ; closed is from 00:00 to 00:00, as schema.org has it."""
    found = graph(content(FULL))
    office = next(found.subjects(RDF.type, SCHEMA.GovernmentOffice))

    def told(of: URIRef) -> set[tuple[str, ...]]:
        keys = (SCHEMA.opens, SCHEMA.closes, SCHEMA.validFrom, SCHEMA.validThrough)
        return {tuple(str(found.value(node, key)) for key in keys) for node in found.objects(office, of)}

    week, single = told(SCHEMA.openingHoursSpecification), told(SCHEMA.specialOpeningHoursSpecification)
    assert ("09:00", "12:00", "2026-11-01", "2027-05-31") in week and (
        "13:30",
        "00:00",
        "2026-11-01",
        "2027-05-31",
    ) in week
    assert ("08:30", "12:00", "2027-06-01", "2027-09-30") in week
    assert ("00:00", "00:00", "2026-12-03", "2026-12-03") in single


def test_site_without_address_names_its_pages_from_the_file() -> None:
    """Addresses are then relative to the file, and mean the same pages."""
    of = content(FULL)
    found = graph(of, None)

    assert b"https://www.zixu.example" not in linked_data(of, hours(of), None)
    assert len(found) == len(graph(of)) and str(found.value(ONE, SCHEMA.name)) == "临时救助"


def test_nothing_has_to_be_fetched() -> None:
    """The context stands in the file; keys that it does not explain are not written."""
    made = json.loads(linked_data(content(FULL), hours(content(FULL)), URL))
    assert isinstance(made["@context"], dict)

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | set().union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    assert keys(made["@graph"]) <= set(made["@context"])


def test_hidden_search_terms_stay_out() -> None:
    """What is only meant for the search is not exported."""
    assert "暗语" not in linked_data(content({SERVICE: {"hidden_terms": ["暗语"]}}), None, URL).decode()


SIGNS = "空 格“\"'<b>50%#?{x}|^\\`[]😀é𠮷\t\x00\x7f\x85\ue863\ufdd0\uffff\U0001fffe"
"""A name with all that a clerk may type or paste, and more."""


def test_addresses_are_valid_whatever_the_hall_calls_things() -> None:
    """An IRI has no space, quote, control or private character (RFC 3987, 2.2); names keep all that was typed."""
    named = {"audience": (SIGNS,), "life_events": (f"{SIGNS}事",), "body": f"{SIGNS}局"}
    online = (OnlineChannel(name="省网", url="https://zwfw.example/项?a={1|2}^[3]%20#x\ue863"),)
    of = content(FULL)
    service = of.services["linshi-jiuzhu"].model_copy(update={**named, "online": online})
    found = graph(replace(of, services={**of.services, service.id: service}))

    links = {str(node) for node in found.all_nodes() if isinstance(node, URIRef)}
    forbidden = set('<>" {}|\\^`')
    assert not [link for link in links if forbidden & set(link) or {"Cc", "Co", "Cn"} & set(map(category, link))]
    assert {SIGNS, f"{SIGNS}事", f"{SIGNS}局"} <= {str(name) for name in found.objects(None, None)}
    assert "https://zwfw.example/项?a=%7B1%7C2%7D%5E[3]%20#x%EE%A1%A3" in links
    assert f"{URL}open-data/#困难%20救助" in {str(node) for node in graph(of).all_nodes()}

"""The banner of a service page (待补充): it stands exactly where the page marks something, and names it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from pydantic import ValidationError

from generator.content.load import load
from generator.model import Dataset, Record, Service
from generator.rules import services as rules
from generator.rules import unknown
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.pages import service_page
from generator.site.templates import Templates
from generator.texts.pages import WORDS

ROOT = Path(__file__).parents[2]
TEMPLATES = Templates(ROOT / "site_templates" / "pages")
TODAY = date(2026, 11, 20)
BANNER = re.compile(r'<p class="gs-callout gs-callout--gap">' + WORDS["gap_banner"] + r".*?</p>", re.DOTALL)
GAP_RULES = {
    "service/basis", "service/materials", "service/steps", "service/step-detail", "service/limits", "service/essentials",
    "time-limit/unit", "fee/basis", "status/reason", "status/successor", "phone/missing",
}  # fmt: skip


@cache
def demo() -> Dataset:
    """The content of the demo."""
    dataset = load(ROOT / "content").dataset
    assert dataset
    return dataset


def html(service: Service) -> str:
    """The page of ``service`` as a service of the demo."""
    dataset = replace(demo(), services={**demo().services, service.id: service})
    page = service_page(service, Edition(dataset, TODAY), None)
    return TEMPLATES.render(page.context, addresses.root_from(page.url))


def marks(page: str) -> int:
    """How often the page marks something, outside the banner."""
    rest = BANNER.sub("", page)
    return len(re.findall(WORDS["unknown"], re.sub(r"<[^>]*>", " ", rest))) + rest.count("gs-callout--gap")


def banner(page: str) -> str | None:
    """The banner of a page; its links lead to parts of the page that are there."""
    found = BANNER.search(page)
    for anchor in re.findall(r'href="#([^"]*)"', found[0]) if found else ():
        assert f'id="{anchor}"' in page
    return found[0] if found else None


def without(record: Service) -> Iterator[Service]:
    """``record`` without one of its fields, or without one field of a record in it."""
    for name, field in Service.model_fields.items():
        value = getattr(record, name)
        if field.is_required() or value in (None, ()):
            continue
        yield from _valid(record, name, field.get_default(call_default_factory=True))
        inner = value[0] if isinstance(value, tuple) else value
        if not isinstance(inner, Record):
            continue
        for key, part in type(inner).model_fields.items():
            if not part.is_required() and getattr(inner, key) not in (None, ()) and key not in ("name", "material"):
                less = inner.model_copy(update={key: part.get_default(call_default_factory=True)})
                yield from _valid(record, name, (less, *value[1:]) if isinstance(value, tuple) else less)


def _valid(record: Service, name: str, value: object) -> Iterator[Service]:
    """``record`` with another value in a field; nothing where a clerk could not write it."""
    with suppress(ValidationError):
        yield Service.model_validate(record.model_copy(update={name: value}).model_dump(by_alias=True))


@pytest.mark.parametrize("service", demo().services.values(), ids=lambda service: service.id)
def test_banner_stands_where_the_page_marks_something(service: Service) -> None:
    """On every page of the demo, whatever field is taken away: no banner without a mark, no mark without a banner."""
    for one in (service, *without(service)):
        page = html(one)
        assert (banner(page) is not None) == (marks(page) > 0)


@pytest.mark.parametrize("service_id", ["zuidi-shenghuo-baozhang", "nongcun-jianfang", "nongcun-dibao"])
def test_what_checks_call_a_gap_is_marked(service_id: str) -> None:
    """A field whose absence keeps the sheet back is marked on the page, and what is marked keeps it back."""
    for one in (demo().services[service_id], *without(demo().services[service_id])):
        dataset = replace(demo(), services={one.id: one})
        found = [finding for rule in (*rules.RULES, *unknown.RULES) for finding in rule(dataset, TODAY)]
        gaps = [one for one in found if one.rule in GAP_RULES and one.place.path.startswith("services/")]
        assert bool(gaps) == (banner(html(one)) is not None)


def test_banner_names_what_is_missing() -> None:
    """It lists each missing item once, with a link to where it is marked."""
    whole = demo().services["zuidi-shenghuo-baozhang"]
    assert whole.time_limits
    limits = whole.time_limits.model_copy(update={"statutory": None})
    steps = (whole.steps[0].model_copy(update={"who": None}), *whole.steps[1:])
    page = html(whole.model_copy(update={"time_limits": limits, "steps": steps, "visits": None}))

    found = banner(page)
    assert found
    assert re.findall(r'href="#([^"]*)">([^<]*)<', found) == [
        ("facts", "要跑几趟"), ("steps", "申请（谁来办）"), ("limits", "法定时限")
    ]  # fmt: skip


def test_note_of_a_step_stands_beside_its_limit() -> None:
    """3 working days are those until the visit begins, and the page says so."""
    page = html(demo().services["zuidi-shenghuo-baozhang"])
    assert "多久以内开始：3个工作日（从受理那天算起" in page
    assert "持续多久：7个自然日（公示期，计入办理时限。）" in page
    assert "多久以内办完：10个工作日" in page


def test_number_of_materials_is_that_of_the_situation() -> None:
    """At a glance the range, with each situation its own number."""
    page = html(demo().services["zuidi-shenghuo-baozhang"])
    assert "4 至 5 种材料，看您的情况" in page
    assert page.count('<span class="gs-tag gs-tag--soft">5 种材料</span>') == 4
    assert "8 种材料" not in page

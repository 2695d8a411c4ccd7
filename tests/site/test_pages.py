"""The pages: contexts, templates and shells.

Two editions run through the file. ``FULL`` fills every field of every record with a text of its own, found by walking
the models, so that a new field is covered on the day it is added. ``BARE`` states only what is required.
"""

import json
import pickle
import re
import types
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from content_builder import WALL
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError, meta, nodes
from rules.dataset_builder import NOTICE, PERIOD, REGULATION, ROWS, SERVICE, Changes, content, service_file

from generator.build.cards import poster_cards, poster_groups
from generator.facts.phones import first_dialled, shown_parts
from generator.facts.services import Link, NoticePhase
from generator.kit.kinds import printable_sheets
from generator.model import (
    Bundle,
    Dataset,
    Disclosed,
    DisclosedRow,
    DisclosedTable,
    DisclosureRecord,
    FunctionList,
    Hall,
    Material,
    Notice,
    Record,
    RecordKey,
    Regulation,
    ResultEntry,
    ResultPeriod,
    ResultRow,
    Results,
    Service,
    SheetKey,
    Site,
    Supervision,
    Version,
    Window,
)
from generator.model.base import Id
from generator.model.channels import Embedding
from generator.model.government_site import GovernmentSite
from generator.model.hall import BannerSettings, Feedback
from generator.model.posting import Closure, PublicNames, Withdrawal
from generator.model.regulation import Chapter
from generator.model.service import Disclosure, Fee, ServiceMaterial, Status
from generator.model.service_access import Appointment, OnlineChannel
from generator.model.time_limits import SpecialProcedure, StepLimit, TimeLimit
from generator.model.timetable import Timetable
from generator.publish.verify import dead_links, scan_html
from generator.site import addresses, details, initials, lists, pages, results
from generator.site.contexts import (
    Group,
    HomePage,
    PageContext,
    SearchPage,
    ServiceLink,
    ServicePage,
    SupervisionPage,
    WallRow,
    WindowTile,
)
from generator.site.edition import Edition, SheetMark
from generator.site.open_data import open_data_titles
from generator.site.pages import (
    Page,
    page_html,
    service_page,
)
from generator.site.poster_cards import PosterCard, PosterLink
from generator.site.posting_contexts import NoticeLink, NoticePage
from generator.site.result_contexts import (
    KeyFigure,
    LookupPage,
    PeriodLink,
    PeriodPage,
)
from generator.site.search_passages import passages
from generator.site.shells import SLOTS, Shell, name_site, slot
from generator.site.templates import Templates
from generator.texts.guide import GUIDE, SECTIONS
from generator.texts.pages import WORDS

TODAY = date(2026, 11, 20)
ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "site_templates" / "pages"
TEMPLATES = Templates(FOLDER)
CONTEXTS: dict[str, type] = {context.template: context for context in get_args(PageContext)}
ENVIRONMENT = Environment(autoescape=True)
ENVIRONMENT.filters.update(phone_parts=shown_parts, first_dialled=first_dialled)

# --- two editions ------------------------------------------------------------------------------------------------


CHANNEL = "https://zwfw.dating.example/"
"""Address of the online channel of every service."""


_DURATIONS: tuple[type[Record], ...] = (TimeLimit, StepLimit, SpecialProcedure)


class Filler:
    """Fills every field of a record; each text is ``before`` and a token that stands nowhere else."""

    FIXED: ClassVar[dict[tuple[type[Record], str], object]] = {
        (BannerSettings, "height"): 70,
        (Service, "window"): "ident",
        (Closure, "window"): "ident",
        (Timetable, "weekly"): ["周一至周五 9:00-12:00"],
        (Timetable, "seasons"): ["06-01至09-30 周一至周五 8:00-12:00"],
        (Timetable, "exceptions"): ["2026-11-30 9:00-12:00（演练）"],
        (Service, "no_materials"): False,
        **{(kind, "url"): CHANNEL for kind in (OnlineChannel, Appointment, Feedback)},
        (Status, "state"): "暂停",
        **{(kind, other): False for kind in (TimeLimit, StepLimit) for other in ("immediate", "unregulated")},
        **{(kind, unit): None for kind in _DURATIONS for unit in ("months", "years", "hours")},
        (ServiceMaterial, "material"): None,
        (Fee, "free"): False,
        (Disclosure, "names_days"): 30,
        (Regulation, "articles"): (),
        (Regulation, "chapters"): (),
        (Chapter, "articles"): (),
        (ResultPeriod, "id"): "2026-Q3",
        (ResultPeriod, "rows_sha256"): "0" * 64,
        (ResultPeriod, "take_down"): None,
        (ResultPeriod, "withdrawn"): None,
        (DisclosureRecord, "period"): "2026-Q3",
        (DisclosureRecord, "take_down"): None,
        (DisclosureRecord, "withdrawn"): None,
        (GovernmentSite, "code"): "0000000000",
        (GovernmentSite, "icp"): "某ICP备00000000号-1",
        (GovernmentSite, "police"): "某公网安备00000000000000号",
        **{(GovernmentSite, link): CHANNEL for link in ("mark", "faults")},
        (Embedding, "link"): "https://county.example/col/{path}",
        (Embedding, "files"): CHANNEL,
        (Embedding, "hosts"): ["https://county.example"],
        (Version, "since"): date(2026, 12, 1),
        (Version, "until"): date(2026, 12, 31),
        (Version, "changes"): {"verified": "2026-12-01"},
        (Notice, "take_down"): None,
        (Notice, "withdrawn"): None,
        (PublicNames, "until"): date(2026, 11, 30),
        (Site, "archive"): None,
        (ResultRow, "outcome"): "办结",
    }
    """Values that another field of the record depends on; every other choice takes its first value."""

    def __init__(self, before: str = "") -> None:
        self.before = before
        self.tokens: dict[str, str] = {}

    def fill(self, kind: type[Record], place: str = "") -> dict[str, Any]:
        hints = get_type_hints(kind, include_extras=True)
        above = place or kind.__name__
        return {
            name: self.FIXED[kind, name] if (kind, name) in self.FIXED else self._value(hints[name], f"{above}.{name}")
            for name in kind.model_fields
        }

    def text(self, place: str) -> str:
        token = f"文{len(self.tokens):03}字"
        self.tokens[token] = place
        return self.before + token

    def _value(self, hint: Any, place: str) -> object:
        if hint == Id:
            return "ident"
        origin = get_origin(hint)
        if origin in (Union, types.UnionType):
            return self._value(next(arg for arg in get_args(hint) if arg is not type(None)), place)
        if origin is Literal:
            return get_args(hint)[0]
        if origin is tuple:
            return [self._value(get_args(hint)[0], place)]
        bare = get_args(hint)[0] if origin is Annotated else hint
        if get_origin(bare) is tuple:
            return self._value(bare, place)
        if issubclass(bare, Record):
            return self.fill(bare, place)
        plain: dict[type, object] = {bool: True, int: 3, float: 1.5, date: date(2026, 11, 16)}
        return plain[bare] if bare in plain else self.text(place)


def full_dataset(filler: Filler) -> Dataset:
    """One record of each kind with every field filled; the service's second material is that of the catalogue."""
    service = filler.fill(Service)
    inline = service["materials"][0]["name"]
    service["materials"].append({"material": "ident"})
    service["situations"][0]["materials"] = [inline, "ident"]
    service["disclosure"]["policy"] = "full"
    site = Site.model_validate(
        {**filler.fill(Site), "life_events": service["life_events"], "audiences": service["audience"]}
    )
    window = Window.model_validate(filler.fill(Window))
    regulation = {**filler.fill(Regulation), "supersedes": "older"}
    older = {"id": "older", "title": filler.text("Regulation.title"), "status": "废止", "effective": "2020-01-01"}
    other = {**older, "id": "other", "status": "现行"}
    row = ResultRow.model_validate(filler.fill(ResultRow))
    period = ResultPeriod.model_validate(filler.fill(ResultPeriod))
    gone = {"from": "2026-11-01", "until": "2026-11-30", "withdrawn": filler.fill(Withdrawal)}
    gone_notice = Notice.model_validate({**gone, "id": "gone", "title": filler.text("Notice.title"), "kind": "公示"})
    gone_period = ResultPeriod.model_validate({**gone, "id": "2025", "title": filler.text("ResultPeriod.title")})
    disclosure, typed = filler.fill(DisclosureRecord), table(filler)
    shown_table = DisclosureRecord.model_validate(disclosure)
    gone_table = DisclosureRecord.model_validate({**disclosure, "id": "gone", "withdrawn": filler.fill(Withdrawal)})
    return Dataset(
        site=site,
        windows=(window,),
        functions=(FunctionList.model_validate({**filler.fill(FunctionList), "name": "ident"}),),
        materials={"ident": Material.model_validate(filler.fill(Material))},
        services={"ident": Service.model_validate(service)},
        regulations={r["id"]: Regulation.model_validate(r) for r in (regulation, older, other)},
        notices={
            "gone": gone_notice,
            "ident": Notice.model_validate({**filler.fill(Notice), "until": "2026-11-30"}),
        },
        results={"2025": Results(gone_period, ()), "2026-Q3": Results(period, (ResultEntry(row, 2),))},
        disclosures={"gone": Disclosed(gone_table, typed), "ident": Disclosed(shown_table, typed)},
        bundles={"ident": Bundle.model_validate(filler.fill(Bundle))},
    )


def table(filler: Filler) -> DisclosedTable:
    """A table with a column of words and one of figures, and a total."""
    columns = (filler.text("column"), "元")
    return DisclosedTable(columns, (DisclosedRow((filler.text("cell"), "1"), 2), DisclosedRow(("合计", "1"), 3)))


CARD = PosterCard(
    "海报", "services/ident/", "posters/x.png", (PosterLink("posters/x.pdf", "A4", True),), "AB12-CD34", None
)
SERVICE_KEY, REGULATION_KEY = RecordKey("services", "ident"), RecordKey("regulations", "ident")


def edition(dataset: Dataset, incomplete: frozenset[RecordKey] = frozenset(), has_files: bool = False) -> Edition:
    """An edition; where it ``has_files``, every poster and every file of open data was made before its pages."""
    of = Edition(dataset, TODAY, incomplete=incomplete)
    if has_files:
        of.made.update((addresses.thumbnail(one.key), 1) for one in printable_sheets(of))
        of.made.update((address, 2048) for address in open_data_titles(dataset, TODAY))
    return of


def list_pages(of: Edition) -> Iterator[Page]:
    """The pages that stand alone, as they point at the posters of the edition."""
    yield from pages.list_pages(of)
    yield pages.print_centre(poster_groups(of), of.dataset.site.hall.name)


def record_pages(of: Edition) -> Iterator[Page]:
    """The pages of records, as they point at the posters of the edition."""
    return pages.record_pages(of, poster_cards(of))


def rows_of(of: Edition) -> list[Any]:
    """The cases of the third quarter for the table in the browser: what each line of the text it is handed says."""
    script = results.rows_script(of.periods["2026-Q3"], of.dataset).decode()
    return [json.loads(line) for line in script.removeprefix('gongshi.data("rows",`').removesuffix("`)\n").splitlines()]


@cache
def full(before: str = "") -> Edition:
    filler = Filler(before)
    return edition(full_dataset(filler), frozenset({SERVICE_KEY, REGULATION_KEY}), has_files=True)


def bare_dataset() -> Dataset:
    """One record of each kind that states only what is required."""
    period = ResultPeriod.model_validate({"id": "2026", "title": "期", "from": "2026-01-01", "until": "2026-12-31"})
    notice = {"id": "n", "title": "公示", "kind": "公示", "from": "2026-11-01", "until": "2026-11-30"}
    posted = {"posted_from": "2026-11-01", "posted_until": "2026-11-30"}
    disclosure = {"id": "d", "title": "公开", "kind": "财务收支", "period": "2026-Q3", **posted}
    return Dataset(
        site=Site.model_validate({"organisation": "镇政府", "town": "镇", "hall": {"name": "大厅"}}),
        windows=(Window(id="w", name="窗口"),),
        functions=(),
        materials={"m": Material(id="m", name="材料")},
        services={"s": Service.model_validate({"id": "s", "name": "事项", "status": {"state": "在办"}})},
        regulations={"r": Regulation(id="r", title="制度", status="试行")},
        notices={"n": Notice.model_validate(notice)},
        results={"2026": Results(period, ())},
        disclosures={"d": Disclosed(DisclosureRecord.model_validate(disclosure), DisclosedTable())},
        bundles={"b": Bundle(id="b", name="一件事", services=("s",))},
    )


def nothing() -> Dataset:
    """A hall without any record."""
    return replace(
        bare_dataset(),
        windows=(),
        materials={},
        services={},
        regulations={},
        notices={},
        results={},
        disclosures={},
        bundles={},
    )


def all_pages(of: Edition) -> Iterator[Page]:
    yield from list_pages(of)
    yield from record_pages(of)
    for service in of.dataset.services.values():
        yield service_page(service, of, CARD if of.made else None)
    for key, period in of.periods.items():
        cases = results.cases_page(period, 1, of.dataset)  # of few cases there is no second page
        yield Page(addresses.RESULTS, addresses.cases(key, 2), key, key, cases)


def body(page: Page) -> str:
    return TEMPLATES.render(page.context, addresses.root_from(page.url))


def render(context: PageContext) -> str:
    return TEMPLATES.render(context, "../")


# --- reading HTML ------------------------------------------------------------------------------------------------


class Reader(HTMLParser):
    """Reads HTML into events: tags with their attributes, and text."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[tuple[Any, ...]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        size = ("width", "height") if tag == "img" else ()  # a chart is as tall as its names are long
        self.events.append((tag, *(pair for pair in attrs if pair[0] not in size)))
        if tag not in ("img", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.events.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        if self.events and self.events[-1][0] == "":
            data = self.events.pop()[1] + data
        self.events.append(("", data))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"comment {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def events(html: str) -> list[tuple[Any, ...]]:
    """Every tag and text of ``html``; an unbalanced tag is an error."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader.events


def words(html: str) -> str:
    """What a resident reads."""
    return "".join(event[1] for event in events(html) if event[0] == "")


def attributes(html: str, name: str) -> list[str]:
    return [value or "" for tag, *attrs in events(html) if tag for key, value in attrs if key == name]


# --- every template ----------------------------------------------------------------------------------------------


def test_every_template_has_a_context_and_every_context_a_template() -> None:
    """The folder holds one template for each context class, and the macros that they share."""
    assert {path.name for path in FOLDER.iterdir()} == {*CONTEXTS, "macros.html"}
    assert len(CONTEXTS) == len(get_args(PageContext))


@pytest.mark.parametrize("template", sorted(CONTEXTS))
def test_template_uses_exactly_its_context(template: str) -> None:
    """A template uses each field of its context and nothing else but the words and the way to the root."""
    tree = ENVIRONMENT.parse((FOLDER / template).read_text("utf-8"))
    used = meta.find_undeclared_variables(tree) - {"w", "e", "g", "root"}
    assert used == {field.name for field in fields(CONTEXTS[template])}


def test_macros_use_only_words_and_their_arguments() -> None:
    """What a macro shows it is given."""
    tree = ENVIRONMENT.parse((FOLDER / "macros.html").read_text("utf-8"))
    assert meta.find_undeclared_variables(tree) == {"w", "e"}


@pytest.mark.parametrize("template", sorted(CONTEXTS))
def test_template_imports_only_macros_that_it_calls(template: str) -> None:
    """Each imported macro is called."""
    tree = ENVIRONMENT.parse((FOLDER / template).read_text("utf-8"))
    imported = {str(name) for node in tree.find_all(nodes.FromImport) for name in node.names}
    called = {call.node.name for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)}
    assert imported == called & imported


@pytest.mark.parametrize("template", sorted(CONTEXTS))
@pytest.mark.parametrize(
    "of", [full, lambda: edition(bare_dataset()), lambda: edition(nothing())], ids=["full", "bare", "nothing"]
)
def test_template_renders(template: str, of: Callable[[], Edition]) -> None:
    """Each template gives balanced HTML from full records, from bare ones and, for lists, from none; no None shows."""
    pages = [page for page in all_pages(of()) if page.context.template == template]
    assert pages or not of().dataset.services
    for page in pages:
        html = body(page)
        assert [event for event in events(html) if event[0] == "h1"] == [
            ("h1", *event[1:]) for event in events(html) if event[0] == "h1"
        ][:1]
        assert "None" not in html and "Undefined" not in html


def test_bare_records_say_what_is_missing() -> None:
    """A record that states nothing shows 待补充 at each fact that residents rely on; some papers nobody issues."""
    shown = {page.context.template: words(body(page)) for page in all_pages(edition(bare_dataset()))}
    counted = {template: text.count(WORDS["unknown"]) for template, text in shown.items()}
    assert {template: counted[template] for template in ("service.html", "window.html", "material.html")} == {
        "service.html": 27,
        "window.html": 6,
        "material.html": 1,
    }
    assert WORDS["text_missing"] in shown["regulation.html"]
    assert counted["regulations.html"] == 9
    assert counted["supervision.html"] == 1
    assert counted["notice.html"] == 1


@pytest.mark.parametrize("page", list(all_pages(full())), ids=lambda page: page.url or "home")
def test_anchors_of_a_page_exist_once(page: Page) -> None:
    """No id stands twice on a page, and each link, label and description within the page has its target."""
    html = body(page)
    ids = attributes(html, "id")
    assert len(ids) == len(set(ids))
    inner = [href[1:] for href in attributes(html, "href") if href.startswith("#")]
    assert {*inner, *attributes(html, "aria-labelledby")} <= set(ids)


ENDED = {"state": "取消", "since": "2026-01-01"}
DISCLOSURE = "disclosures/caiwu-2026-q3.yml"
POSTINGS: dict[str, tuple[Changes, date]] = {
    "as it is": ({}, TODAY),
    "long ago": ({}, date(2026, 1, 1)),
    "all taken down": ({DISCLOSURE: {"take_down": "2026-12-31"}}, date(2036, 1, 1)),
    "withdrawn": ({DISCLOSURE: {"withdrawn": {"on": "2026-11-19", "reason": "有误"}}}, TODAY),
    "no guide is offered": ({SERVICE: {"status": ENDED}}, TODAY),
    "a guide of gaps": ({SERVICE: {"materials": None, "steps": None, "fee": None, "window": None, "time_limits": None}}, TODAY),
    "many cases": ({ROWS: [f"B-{number},linshi-jiuzhu,,2026-07-01,2026-07-15,2026-07-13,办结,," for number in range(401)]}, TODAY),
}  # fmt: skip


@pytest.mark.parametrize(
    "of",
    [
        *(pytest.param(lambda case=case: Edition(content(case[0]), case[1]), id=name) for name, case in POSTINGS.items()),
        pytest.param(lambda: edition(bare_dataset()), id="bare"),
        pytest.param(lambda: edition(nothing()), id="nothing"),
        pytest.param(full, id="full"),
    ],
)  # fmt: skip
def test_anchors_of_other_pages_exist(of: Callable[[], Edition]) -> None:
    """A link to a part of another page has its target there, whatever has been taken down or is not known."""
    made = of()
    services = (service_page(service, made, None) for service in made.dataset.services.values())
    found = {f"{page.url}index.html": body(page) for page in (*list_pages(made), *record_pages(made), *services)}
    scans = [scan_html(address, html) for address, html in found.items()]
    anchored = [replace(scan, targets=frozenset(to for to in scan.targets if "#" in to)) for scan in scans]
    assert dead_links(dict.fromkeys(found, 1), anchored) == {}
    said = [one for one in passages(made.dataset, made.dataset.notices.values()) if one.anchor]
    assert [one for one in said if f'id="{one.anchor}"' not in found[f"{one.url}index.html"]] == []


@pytest.mark.parametrize("page", list(all_pages(full())), ids=lambda page: page.url or "home")
def test_links_stay_on_the_site(page: Page) -> None:
    """Addresses are relative, an anchor, or a telephone, but for that of an online channel; nothing is loaded."""
    html = body(page)
    for address in (*attributes(html, "href"), *attributes(html, "src"), *attributes(html, "action")):
        if address == CHANNEL or address.startswith("mailto:"):
            assert address != CHANNEL or f'<a href="{CHANNEL}" rel="noopener">' in html
            continue
        assert re.match(r"#|tel:|(\.\./)*[a-z]", address) and "//" not in address
    assert not [tag for tag, *_ in events(html) if tag in ("script", "style", "iframe", "object")]
    assert not [name for tag, *attrs in events(html) if tag for name, _ in attrs if name.startswith("on")]


# --- escaping ----------------------------------------------------------------------------------------------------

NASTY = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='x",
    "</p></article><h1>",
    "<!-- ",
    "]]><![CDATA[",
    "&lt;b&gt; &amp; &#60; &nbsp",
    "{{ 7 * 7 }}{% raw %}{# x #}",
    "**粗** `y` # z",
    "[x](javascript:alert(1))",
    "gongshi-slot-body",
    "<",
    "\u202e\ufeff\x00\r",
)


CHARACTERS = st.one_of(  # without the marks between names, at which a list of aliases is taken apart
    st.characters(exclude_characters="\n⟦⟧、，；,;", exclude_categories=("Cs",)), st.sampled_from("<>&\"'{}%#")
)


@settings(max_examples=40, deadline=None)
@given(st.text(CHARACTERS, max_size=20))
def test_any_text_appears_as_text(text: str) -> None:
    """Whatever stands in any text field of any record, the pages have the same tags and attributes, and say it."""
    check_escaping(text)


@pytest.mark.parametrize("text", NASTY)
def test_markup_appears_as_text(text: str) -> None:
    """HTML, scripts, templates, Markdown, slots and invisible characters are shown as they are written."""
    check_escaping(text)


def check_escaping(text: str) -> None:
    """Render all pages with ``text`` in every text field: but for it, they read like the pages without it."""
    marked = f"⟦{text}⟧"
    for plain, page in zip(plain_events(), all_pages(full.__wrapped__(marked)), strict=True):
        read = events(unsalted(page))
        assert [without(event, marked) for event in read] == plain, page.url
        assert "".join(strings(read)).count(marked) == len(re.findall(r"文\d{3}字", "".join(strings(plain)))), page.url


@pytest.fixture(autouse=True)
def one_initial(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under which letter a service stands follows from its name, and so do the tags around it: here under none."""
    if "appears_as_text" in request.node.name:
        monkeypatch.setattr(initials, "initial", {}.get)
        lists.services.cache_clear()


@cache
def plain_events() -> list[list[tuple[Any, ...]]]:
    return [events(unsalted(page)) for page in all_pages(full())]


def unsalted(page: Page) -> str:
    """The body of ``page`` without the salt of the look-up, which changes with every text."""
    context = page.context
    return body(replace(page, context=replace(context, salt=""))) if isinstance(context, LookupPage) else body(page)


def strings(read: list[tuple[Any, ...]]) -> Iterator[str]:
    """Every text and every value of an attribute."""
    for tag, *rest in read:
        yield from rest if tag == "" else (value or "" for _, value in rest)


def without(event: tuple[Any, ...], marked: str) -> tuple[Any, ...]:
    tag, *rest = event
    if tag == "":
        return tag, rest[0].replace(marked, "")
    return tag, *((name, value and value.replace(marked, "")) for name, value in rest)


NOT_ON_PAGES = {
    "Bundle.legal_basis.source": "tells editors where to check",
    "Notice.legal_basis.source": "tells editors where to check",
    "Notice.hangs_at": "tells clerks what to print again",
    "Regulation.hangs_at": "tells clerks what to print again",
    **{f"{kind}.versions.note": "tells clerks what will change" for kind in ("Bundle", "Regulation")},
    "Regulation.wall": "a word of the hall's list, which the page of regulations shows",
    "DisclosureRecord.hangs_at": "tells clerks what to print again",
    "ResultPeriod.hangs_at": "tells clerks what to print again",
    "Service.hangs_at": "tells clerks what to print again",
    "Service.disclosure.basis": "tells editors why names are published",
    "Service.hidden_terms": "only for the search",
    "Service.steps.limit.basis": "the limits of the whole service name their basis",
    "Service.time_limits.extension.basis": "the statutory limit names its basis",
    "Service.time_limits.promised.basis": "the statutory limit names its basis",
    "Site.hall.former_names": "only for the check of names",
    "Site.hall.elderly_desk.help": "stands on the sign of the desk",
    "Site.hall.elderly_desk.hours": "stands on the sign of the desk",
    "Site.hall.elderly_desk.phone": "stands on the sign of the desk",
    "Site.hall.elderly_desk.place": "stands on the sign of the desk",
    "Site.hall.problem_desk.help": "stands on the sign of the desk",
    "Site.hall.problem_desk.hours": "stands on the sign of the desk",
    "Site.hall.problem_desk.phone": "stands on the sign of the desk",
    "Site.hall.problem_desk.place": "stands on the sign of the desk",
    "Site.hall.other_institutions": "only for the check of names",
    "Site.public_contacts.reason": "tells editors why it is public",
    "Site.public_contacts.values": "each stands in the text that names it",
    "Site.sign_off.roles": "who must look is told to the hall, never published",
    **{f"Site.government_site.{name}": "stands in the frame of every page" for name in ("operator", "contact")},
    "Site.organisation": "stands in the frame of every page",
    "Site.floor_plan": "the path of a picture on the index at the entrance",
    "Site.rating.picture": "the path of a picture on a plate",
    "Site.levels": "what services choose from",
    "Site.notice_kinds": "what notices choose from",
    "Site.posters.whereabouts.states": "stands on the board beside a window",
    "Site.town": "only for the check of names",
    "Window.rating.picture": "the path of a picture on a plate",
    "Window.aliases": "only for references",
}
"""Text fields that no page body shows, and why."""


def test_every_text_is_shown_or_left_out_on_purpose() -> None:
    """A text that a clerk writes is on some page, unless the written list says why not."""
    filler = Filler()
    dataset = full_dataset(filler)
    of = edition(dataset, frozenset({SERVICE_KEY, REGULATION_KEY}), has_files=True)
    written, shown = repr(of), "".join(body(page) for page in all_pages(of))
    missing = {place for token, place in filler.tokens.items() if token in written and token not in shown}
    assert missing == set(NOT_ON_PAGES)


# --- words -------------------------------------------------------------------------------------------------------


def words_of_templates() -> set[str]:
    """The keys that templates and theme name: w.key and gs.w.key."""
    files = [*FOLDER.glob("*.html"), *(ROOT / "site_templates" / "theme").rglob("*.html")]
    return {key for file in files for key in re.findall(r"\bw\.(\w+)", file.read_text("utf-8"))}


def test_every_word_that_is_used_exists() -> None:
    """Templates name no word that the table lacks, and each computed word has an entry."""
    assert words_of_templates() <= set(WORDS)
    assert set(get_args(NoticePhase)) <= set(WORDS)
    assert set(addresses.LIST_TITLES.values()) <= set(WORDS)


def test_no_word_is_hidden_by_a_method() -> None:
    """No key is the name of a method of dict, which ``w.key`` would find first."""
    assert not set(WORDS) & set(dir(dict))


# --- shells ------------------------------------------------------------------------------------------------------


def filled(html: str, **values: str) -> str:
    given_values = {"title": "t", "description": "d", "record_id": "i", "body": "b", "site": "s", **values}
    return Shell.cut(html).fill(**given_values)


def test_each_slot_is_filled_wherever_it_stands() -> None:
    """A slot may stand several times, at the start and at the end, and beside another one."""
    html = "".join(slot(name) + "|" for name in SLOTS) + slot("title") + slot("site").join(["", "-", ""])
    assert filled(html) == "t|d|i|b|s||ts-s"


def test_slot_ends_before_other_characters() -> None:
    """A slot is found within addresses and attributes."""
    assert filled(f'<a href="../{slot("id")}/x.html" title="{slot("title")}">') == '<a href="../i/x.html" title="t">'


def test_page_without_slots_stays() -> None:
    """A page without slots is printed as it is."""
    assert filled("<p>gongshi-slot-</p>") == "<p>gongshi-slot-</p>"


def test_title_description_and_site_are_escaped() -> None:
    """All but the body is escaped, quotes included, since it stands in attributes too."""
    html = f"<title>{slot('title')}</title><meta content='{slot('description')}'>{slot('site')}|{slot('body')}"
    nasty = """<b>"&'"""
    safe = "&lt;b&gt;&quot;&amp;&#x27;"
    assert filled(html, title=nasty, description=nasty, site=nasty, body="<i>") == (
        f"<title>{safe}</title><meta content='{safe}'>{safe}|<i>"
    )


@given(st.lists(st.sampled_from([*map(slot, SLOTS), " ", "x"]), max_size=6).map("".join))
def test_slots_in_filled_text_are_not_filled_again(text: str) -> None:
    """Text that looks like a slot is shown as it is, wherever it is put."""
    html = f"1{slot('title')}2{slot('body')}3{slot('description')}4{slot('site')}5"
    assert filled(html, title=text, body=text, description=text, site=text) == f"1{text}2{text}3{text}4{text}5"


def test_printed_page_is_shell_and_body() -> None:
    """A page is its body in its shell, with the way to the root that its address needs."""
    page = Page("services/", "a", "名<", "说明", SearchPage(full().dataset.site.hall, ()))
    shell = Shell.cut(f"[{slot('title')}|{slot('id')}|{slot('site')}]{slot('body')}")
    hall = Site(organisation="镇", town="镇", hall=Hall(name="大厅"))
    assert page_html(page, shell, TEMPLATES, hall, None) == f"[名&lt;|a|大厅]{TEMPLATES.render(page.context, '../../')}"


# --- templates as objects ----------------------------------------------------------------------------------------


def test_unknown_key_is_an_error(tmp_path: Path) -> None:
    """A template that asks for what its context does not have fails instead of printing nothing."""
    (tmp_path / "search.html").write_text("{{ hall.name }}{{ window }}", "utf-8")
    with pytest.raises(UndefinedError, match=r"^'window' is undefined$"):
        Templates(tmp_path).render(SearchPage(full().dataset.site.hall, ()), "")


def test_templates_travel_to_another_process() -> None:
    """Pickled and read back, the templates render the same."""
    page = next(list_pages(full()))
    assert pickle.loads(pickle.dumps(TEMPLATES)).render(page.context, "") == TEMPLATES.render(page.context, "")


# --- which pages there are ---------------------------------------------------------------------------------------


def test_every_list_has_a_page_and_a_title() -> None:
    """Each address of a list has its page, titled by a word, described with the name of the hall."""
    pages = list(list_pages(edition(content())))
    assert sorted(page.url for page in pages) == sorted(addresses.LISTS)
    assert pages[1].title == "办事指南"
    assert pages[1].description == "虚谷镇便民服务大厅 办事指南"


def test_every_record_has_a_page() -> None:
    """Windows, materials, regulations, notices, disclosures and periods have a page each, at their address."""
    of = edition(content())
    assert [page.url for page in record_pages(of) if page.shell != "regulations/"] == [
        "windows/minzheng/",
        "materials/id-card/",
        "notices/dibao-2026-11/",
        "disclosures/caiwu-2026-q3/",
        "results/2026-Q3/",
    ]
    assert len([page for page in record_pages(of) if page.shell == "regulations/"]) == 9
    assert service_page(of.dataset.services["linshi-jiuzhu"], of, None).url == "services/linshi-jiuzhu/"


BY_LAW = {"basis": "虚谷条例第三条", "until": "2026-11-19"}


@pytest.mark.parametrize(
    ("change", "phase", "on", "reason"),
    [
        ({"take_down": "2026-11-19"}, "taken_down", "2026-11-19", "公示期满"),
        ({"names": BY_LAW}, "taken_down", "2026-11-19", "公示期满"),
        ({"names": BY_LAW, "take_down": "2026-12-31"}, "taken_down", "2026-11-19", "公示期满"),
        ({"withdrawn": {"on": "2026-11-20", "reason": "标题有误"}}, "withdrawn", "2026-11-20", "标题有误"),
    ],
)
def test_notice_that_is_gone_keeps_title_date_and_reason(change: Changes, phase: str, on: str, reason: str) -> None:
    """Of a notice that was taken down or withdrawn nothing is left but title, dates and the reason."""
    dates = {"from": "2026-11-01", "until": "2026-11-10"}
    dataset = content({NOTICE: {"body": ["某某户获得救助。"], **dates, **change}})
    (page,) = (page for page in record_pages(edition(dataset)) if page.shell == "notices/")
    assert isinstance(page.context, NoticePage)
    said = words(body(page))
    assert page.context.phase == phase
    assert "某某户" not in repr(page) and "救助对象公示" in said
    assert on in said and reason in said
    assert WORDS["objection"] not in said and WORDS["unknown"] not in said


@pytest.mark.parametrize(
    "change",
    [
        {"take_down": "2026-11-20"},
        {"withdrawn": {"on": "2026-11-21", "reason": "因"}},
        {"names": {**BY_LAW, "until": "2026-11-20"}},
    ],
)
def test_notice_stays_until_the_day(change: Changes) -> None:
    """On its last day, and before the day of withdrawal, a notice is still shown."""
    dataset = content({NOTICE: {"from": "2026-11-01", "until": "2026-11-10", **change}})
    assert details.notice(dataset.notices["dibao-2026-11"], dataset, TODAY, None, None).phase == "past"


def test_notice_that_names_people_says_why_and_how_long() -> None:
    """The document that requires the names and their last day stand below the text."""
    dataset = content({NOTICE: {"names": {**BY_LAW, "until": "2026-11-25"}}})
    (page,) = (page for page in record_pages(edition(dataset)) if page.shell == "notices/")
    assert "公布姓名的依据：虚谷条例第三条（姓名公布到 2026-11-25）" in words(body(page))


def test_description_is_short() -> None:
    """A page is described by its first 120 characters, or by its title."""
    of = edition(content({SERVICE: {"summary": "长" * 121}, NOTICE: {"body": None}}))
    assert service_page(of.dataset.services["linshi-jiuzhu"], of, None).description == "长" * 120
    assert [page.description for page in record_pages(of) if page.shell == "notices/"] == ["2026年11月救助对象公示"]


def test_incomplete_records_are_marked() -> None:
    """A regulation with a gap carries the banner, a sound one does not; that of services: ``test_service_marks``."""
    dataset = content()
    for incomplete in (
        frozenset(),
        frozenset({RecordKey("regulations", "zeren-zhuijiu")}),
    ):
        of = edition(dataset, incomplete)
        regulations = {page.record_id: body(page) for page in record_pages(of) if page.shell == "regulations/"}
        assert (WORDS["gap_banner"] in regulations["zeren-zhuijiu"]) == bool(incomplete)
        assert WORDS["gap_banner"] not in regulations["lianzheng-jianshe"]


# --- lists -------------------------------------------------------------------------------------------------------

LINK = ServiceLink("linshi-jiuzhu", "临时救助", "家里突然遇到难处，可以申请一次性的救助。", None, "10个工作日")


def service_status(state: str) -> Changes:
    return {SERVICE: {"status": {"state": state}}}


@pytest.mark.parametrize(
    ("state", "note", "promise"),
    [("在办", None, "10个工作日"), ("暂停", "暂停办理", None), ("取消", "已取消", None), ("更名", "已更名", None)],
)
def test_service_in_a_list(state: str, note: str | None, promise: str | None) -> None:
    """A service is listed with its promise; one that cannot be applied for says so and promises nothing."""
    assert lists.service_link(content(service_status(state)).services["linshi-jiuzhu"]) == replace(
        LINK, note=note, promise=promise
    )


def links(dataset: Dataset) -> tuple[PeriodLink, ...]:
    return tuple(map(results.period_link, edition(dataset).periods.values()))


def test_home() -> None:
    """The home page has the most used services, the windows, the events and what is posted just now."""
    dataset = content()
    home = lists.home(dataset, TODAY, links(dataset))
    assert home == HomePage(
        site=dataset.site,
        hours="周一至周五上午8:30—12:00，下午13:30—17:00",
        closures=(),
        most_used=(LINK,),
        windows=(WindowTile(dataset.windows[0], 1),),
        events=(Group("困难救助", "event-1", None, (LINK,)),),
        bundles=(),
        notices=(
            NoticeLink("dibao-2026-11", "2026年11月救助对象公示", "公示", date(2026, 11, 16), date(2026, 11, 22)),
        ),
        periods=(
            PeriodLink(
                "2026-Q3",
                "2026年第三季度办理结果",
                "shown",
                (KeyFigure("本期件数", "2", None), KeyFigure("按时办结", "100%", "按 1 件计算")),
            ),
        ),
    )


@pytest.mark.parametrize("address", ["", "my-errands/", "offline/"])
def test_pages_tell_hours_of_a_timetable(address: str) -> None:
    """A page has the hall's hours where they are written as data only, each span in one line, and does not say 待补充."""
    dataset = content()
    counted = Timetable.model_validate({"weekly": ["周一至周五 9:00-12:00"]})
    hall = dataset.site.hall.model_copy(update={"hours": None, "timetable": counted})
    dataset = replace(dataset, site=dataset.site.model_copy(update={"hall": hall}))
    page = next(page for page in list_pages(edition(dataset)) if page.url == address)
    assert '周一至周五<span class="gs-unbroken">9:00—12:00</span>' in body(page)


@pytest.mark.parametrize("hours", ["8:30—12:00", "08:30-17:30", "8：30～12：00", "9:00 至 11:30", "9:00--11:30"])
def test_hours_are_not_parted(hours: str) -> None:
    """From one time to another stands in one line with its part of the day; what is around may be parted."""
    dataset = content()
    hall = dataset.site.hall.model_copy(update={"hours": f"上午{hours}，<下午>不办"})
    dataset = replace(dataset, site=dataset.site.model_copy(update={"hall": hall}))
    home = next(list_pages(edition(dataset)))
    assert f'<dd><span class="gs-unbroken">上午{hours}</span>，&lt;下午&gt;不办</dd>' in body(home)


def test_home_shows_only_notices_in_force() -> None:
    """Neither a notice to come nor one that is past stands on the home page."""
    assert lists.home(content(), date(2026, 11, 15), ()).notices == ()
    assert lists.home(content(), date(2026, 11, 23), ()).notices == ()


def test_home_shows_the_three_newest_periods() -> None:
    """Periods are shown newest first, three of those that can be read; the list of results has them all."""
    changes: dict[str, Any] = {}
    for year in (2021, 2025, 2023, 2022):
        fields = {"id": str(year), "title": "t", "from": f"{year}-01-01", "until": f"{year}-12-31"}
        changes |= {f"results/{year}.yml": fields, f"results/{year}.csv": []}
    changes["results/2025.yml"]["withdrawn"] = {"on": "2026-11-20", "reason": "重复"}
    dataset = content(changes)
    assert [period.id for period in lists.home(dataset, TODAY, links(dataset)).periods] == ["2026-Q3", "2023", "2022"]
    pages = {page.url: page.context for page in list_pages(edition(dataset))}
    assert [period.id for period in pages["results/"].periods] == ["2026-Q3", "2025", "2023", "2022", "2021"]


@pytest.mark.parametrize(("state", "count"), [("在办", 1), ("暂停", 1), ("取消", 0), ("更名", 0)])
def test_ended_services_are_listed_apart(state: str, count: int) -> None:
    """A suspended service stays under its window, audience and event; one that has ended is listed as former."""
    dataset = content(service_status(state))
    assert lists.home(dataset, TODAY, ()).windows[0].count == count
    assert len(lists.window_services(dataset, "minzheng")) == count
    for view in (addresses.SERVICES, addresses.BY_AUDIENCE, addresses.BY_EVENT):
        page = lists.services(dataset, view)
        assert sum(len(group.services) for group in page.groups) == count
        assert len(page.former) == 1 - count


def test_services_by_window() -> None:
    """Every window is a group, also an empty one; services without a known window come last."""
    windows = [{"id": "a", "name": "甲"}, {"id": "minzheng", "name": "民政救济"}]
    changes = {"windows.yml": {"windows": windows}, **service_file("b-jiuzhu", window="nowhere")}
    groups = lists.by_window(content(changes))
    assert [(group.title, group.anchor, group.url, [s.id for s in group.services]) for group in groups] == [
        ("甲", "a", "windows/a/", []),
        ("民政救济", "minzheng", "windows/minzheng/", ["linshi-jiuzhu"]),
        ("待补充", "unknown", None, ["b-jiuzhu"]),
    ]


def test_services_by_audience_and_event() -> None:
    """A service stands in each of its groups; groups without a service are left out, anchors keep their number."""
    changes = {
        "site.yml": {"life_events": ["生育", "困难救助", "养老"]},
        SERVICE: {"audience": ["个人", "其他组织"], "life_events": ["养老", "困难救助"]},
    }
    dataset = content(changes)
    found = {
        view: [(group.title, group.anchor) for group in lists.services(dataset, view).groups]
        for view in (addresses.BY_AUDIENCE, addresses.BY_EVENT)
    }
    assert found == {
        addresses.BY_AUDIENCE: [("个人", "audience-1"), ("其他组织", "audience-3")],
        addresses.BY_EVENT: [("困难救助", "event-2"), ("养老", "event-3")],
    }


def test_bundles_stand_with_their_event() -> None:
    """一件事 stands under its event, also where no service does; without one of the hall's events it stands nowhere."""
    changes = {
        "site.yml": {"life_events": ["生育", "困难救助"]},
        SERVICE: {"life_events": ["困难救助"]},
        **{
            f"bundles/{key}.yml": {"id": key, "name": key, "life_event": event, "services": ["linshi-jiuzhu"]}
            for key, event in {"a": "生育", "b": "困难救助", "c": "别的", "d": None}.items()
        },
    }
    groups = lists.services(content(changes), addresses.BY_EVENT).groups
    assert [(group.title, len(group.services), [link.id for link in group.bundles]) for group in groups] == [
        ("生育", 0, ["a"]),
        ("困难救助", 1, ["b"]),
    ]


def test_ended_services_of_a_bundle_come_first() -> None:
    """The page of a bundle says before all else what is no longer done, and leads to what is in its place."""
    changes = {
        "bundles/b.yml": {"id": "b", "name": "救助", "services": ["linshi-jiuzhu", "jiu"]},
        **service_file("jiu", name="旧事项", status={"state": "更名", "successor": "linshi-jiuzhu"}),
    }
    dataset = content(changes)
    page = render(details.bundle(dataset.bundles["b"], edition(dataset), None, None))
    told = page.index('<a href="../services/jiu/">旧事项</a>')
    assert told < page.index('<h2 id="services">')
    assert '现在请办：<a href="../services/linshi-jiuzhu/">临时救助</a>' in page


def test_services_by_initial() -> None:
    """A service stands under the first letter of its pinyin; other names come last."""
    changes = {
        **service_file("a", name="12345热线"),
        **service_file("b", name="最低生活保障"),
        **service_file("c", name="老年优待证"),
        **service_file("d", name="林木采伐许可"),
        **service_file("f", name="“三属”定期抚恤"),
        **service_file("e", name="已取消的事", status={"state": "取消"}),
    }
    groups = lists.services(content(changes), addresses.BY_INITIAL).groups
    assert [(group.title, group.anchor, [one.name for one in group.services]) for group in groups] == [
        ("L", "initial-l", ["临时救助", "林木采伐许可", "老年优待证"]),
        ("S", "initial-s", ["“三属”定期抚恤"]),
        ("Z", "initial-z", ["最低生活保障"]),
        ("其他", "initial-others", ["12345热线"]),
    ]


def test_related_services_are_a_ring() -> None:
    """A service names those that follow it in its event, else its window, never itself or one that has ended."""
    changes = {
        SERVICE: {"life_events": ["养老"]},
        **service_file("m", life_events=["养老"]),
        **service_file("n", life_events=["养老"]),
        **service_file("o", life_events=["养老"], status={"state": "取消"}),
        **service_file("p"),
    }
    related = lists.related_services(content({"site.yml": {"life_events": ["养老"]}, **changes}))
    assert {name: [link.id for link in links] for name, links in related.items()} == {
        "linshi-jiuzhu": ["m", "n"], "m": ["n", "linshi-jiuzhu"], "n": ["linshi-jiuzhu", "m"], "o": [], "p": [],
    }  # fmt: skip


SITUATIONS = [
    {"name": "本人办", "materials": ["甲"]},
    {"name": "请人办", "materials": ["甲", "乙"]},
    {"name": "别的", "materials": []},
]


def test_each_material_knows_its_situations() -> None:
    """A material has the numbers of the situations that need it; one that names none needs all of them."""
    dataset = content(
        {SERVICE: {"materials": [{"name": "甲"}, {"name": "乙"}, {"name": "丙"}], "situations": SITUATIONS}}
    )
    shown = details.service(dataset.services["linshi-jiuzhu"], edition(dataset), False, None, None)
    assert shown.needed_in == ((1, 2, 3), (2, 3), (3,))
    read = events(render(shown))
    rows = [dict(attrs) for tag, *attrs in read if tag == "li" and "data-key" in dict(attrs)]
    assert [(row["data-key"], row["data-in"]) for row in rows] == [("甲", "1 2 3"), ("乙", "2 3"), ("丙", "3")]


def test_page_of_a_service_has_its_address_on_paper() -> None:
    """The address and its code are those of the page; without an address of the site there is neither."""
    of = replace(edition(content()), site_url="https://xugu.example/")
    shown = service_page(of.dataset.services["linshi-jiuzhu"], of, None).context
    assert isinstance(shown, ServicePage)
    assert shown.address == "https://xugu.example/services/linshi-jiuzhu/"
    assert shown.code and f'd="{shown.code.path}"' in render(shown)
    bare = service_page(of.dataset.services["linshi-jiuzhu"], edition(content()), None).context
    assert isinstance(bare, ServicePage) and bare.code is None and "gs-code" not in render(bare)


def test_materials_that_most_services_need_come_first() -> None:
    """Materials are ordered by the number of current services that need them, each counted once."""
    catalogue = [{"id": name, "name": name} for name in ("a", "b", "c")]
    changes = {
        "materials.yml": {"materials": catalogue},
        SERVICE: {"materials": [{"material": "b"}, {"material": "b"}, {"material": "c"}]},
        **service_file("x", materials=[{"material": "c"}]),
        **service_file("y", materials=[{"material": "a"}], status={"state": "取消"}),
    }
    found = lists.materials(content(changes)).materials
    assert [(link.material.id, link.count) for link in found] == [("c", 2), ("b", 1), ("a", 0)]


def test_list_of_a_material_agrees_with_its_page() -> None:
    """The number beside a material is the number of current services on its page."""
    dataset = content({**service_file("x"), **service_file("y", status={"state": "取消"})})
    users = details.material(dataset.materials["id-card"], details.material_users(dataset)["id-card"], dataset).services
    assert [link.id for link in users if link.note is None] == ["linshi-jiuzhu", "x"]
    assert lists.materials(dataset).materials[0].count == 2


def test_regulations_on_the_wall() -> None:
    """All nine topics have a row in the order of the list; one without a text says so, one with a gap is marked."""
    dataset = content({REGULATION: None, "regulations/lianzheng-jianshe.yml": {"status": "废止"}})
    page = lists.regulations(dataset, frozenset({"shouwen-fuze"}))
    assert len(page.wall) == 9
    assert page.wall[0] == WallRow("便民服务承诺", Link("bianmin-chengnuo", "便民服务承诺制度"), False)
    assert page.wall[1] == WallRow("首问负责", Link("shouwen-fuze", "首问负责制度"), True)
    assert [row.topic for row in page.wall if row.link is None] == ["廉政建设", "责任追究"]
    assert [regulation.id for regulation in page.repealed] == ["lianzheng-jianshe"]
    assert page.others == ()


def test_hall_without_a_list_has_no_wall() -> None:
    """Where no regulation has to hang, the page lists them all under no heading of the wall."""
    none = {f"regulations/{name}.yml": {"wall": None} for name in WALL}
    page = lists.regulations(content({**none, "site.yml": {"wall_topics": []}}), frozenset())
    assert (page.wall, len(page.others)) == ((), 9)


def test_notices_by_phase() -> None:
    """Notices stand under their phase, newest first."""

    def posted(record_id: str, first: str, last: str, **more: object) -> dict[str, dict[str, object]]:
        fields = {"id": record_id, "title": record_id, "kind": "公告", "from": first, "until": last, **more}
        return {f"notices/{record_id}.yml": fields}

    changes = {
        **posted("a", "2026-11-01", "2026-12-01"),
        **posted("b", "2026-12-01", "2026-12-02"),
        **posted("c", "2026-01-01", "2026-01-02"),
        **posted("d", "2026-02-01", "2026-02-02"),
        **posted("e", "2026-02-01", "2026-02-02", take_down="2026-03-01"),
        **posted("f", "2026-11-11", "2026-12-02", withdrawn={"on": "2026-11-12", "reason": "重复"}),
    }
    phases = lists.notices(content(changes), TODAY).phases
    assert [(phase, [notice.id for notice in group]) for phase, group in phases] == [
        ("in_force", ["dibao-2026-11", "a"]),
        ("upcoming", ["b"]),
        ("past", ["d", "c"]),
        ("taken_down", ["f", "e"]),
    ]


# --- single records ----------------------------------------------------------------------------------------------


def test_duties_of_a_window() -> None:
    """A window has the duties of every list that belongs to it, under whatever name."""
    changes = {
        "windows.yml": {
            "windows": [{"id": "a", "name": "甲", "aliases": ["乙"]}, {"id": "c", "name": "丙"}],
            "functions": [
                {"name": "甲", "duties": ["一"]},
                {"name": "丙", "duties": ["二"]},
                {"name": "乙", "duties": ["三"]},
            ],
        }
    }
    dataset = content(changes)
    assert details.window(dataset.windows[0], dataset, TODAY).duties == ("一", "三")


def version_of(record_id: str, supersedes: str | None, status: str = "废止") -> dict[str, dict[str, object]]:
    fields = {"id": record_id, "title": record_id, "status": status}
    return {f"regulations/{record_id}.yml": {**fields, "supersedes": supersedes} if supersedes else fields}


def history(changes: Changes, record_id: str) -> list[str]:
    dataset = content(changes)
    page = details.regulation(dataset.regulations[record_id], edition(dataset), False, None, None)
    return [regulation.id for regulation in page.history]


def test_history_of_a_regulation() -> None:
    """Every version shows the same chain, newest first; a regulation without versions shows none."""
    chain = {**version_of("v1", None), **version_of("v2", "v1"), **version_of("v3", "v2", "现行")}
    assert [history(chain, record_id) for record_id in ("v1", "v2", "v3")] == [["v3", "v2", "v1"]] * 3
    assert history(chain, "zeren-zhuijiu") == []


def test_history_in_a_circle_ends() -> None:
    """Two regulations that supersede each other are listed once each."""
    assert sorted(history({**version_of("v1", "v2"), **version_of("v2", "v1")}, "v1")) == ["v1", "v2"]


COUNTED = "A1,linshi-jiuzhu,,2026-07-01,,2026-07-02,办结,,"
SHOWN = "B1,teshu-jiuzhu,杨*,2026-07-01,2026-07-02,2026-07-02,不予批准,3,等待鉴定"


def results_content(*rows: str, policy: str | None = "counts", **period: object) -> Dataset:
    disclosure = None if policy is None else {"policy": policy}
    changes: dict[str, Any] = {SERVICE: {"disclosure": disclosure}, PERIOD: period, ROWS: rows}
    return content({**changes, **service_file("teshu-jiuzhu", name="特殊救助", disclosure={"policy": "masked"})})


def period_page(*rows: str, policy: str | None = "counts", **period: object) -> tuple[PeriodPage, str]:
    of = edition(results_content(*rows, policy=policy, **period))
    context = results.period_page(of.periods["2026-Q3"], of.dataset, TODAY, None, None)
    return context, words(render(context))


@pytest.mark.parametrize("policy", ["counts", None])
def test_cases_that_are_only_counted_are_not_shown(policy: str | None) -> None:
    """A service that publishes only numbers has no row of a single case, on no page and in no file."""
    context, said = period_page(COUNTED, SHOWN, policy=policy)
    assert context.cases is not None
    assert [row.receipt for _, row, _ in context.cases.rows] == ["B1"]
    assert "A1" not in said and "B1" in said and "杨*" in said and "等待鉴定" in said
    assert "A1" not in str(rows_of(edition(results_content(COUNTED, SHOWN, policy=policy))))


def test_table_of_cases_is_left_out_where_all_are_counted() -> None:
    """Without a single case to show there is no table of cases and no file of rows."""
    context, said = period_page(COUNTED)
    assert context.cases is None
    assert "A1" not in said and WORDS["receipt"] not in said
    assert not edition(results_content(COUNTED)).periods["2026-Q3"].posted.listed


def test_figures_of_a_period() -> None:
    """Key figures come first; services and windows are counted, and the small number is withheld with a reason."""
    context, said = period_page(COUNTED, SHOWN)
    counted = context.counted
    assert counted is not None
    assert [(item.name, item.value) for item in counted.key_figures] == [
        ("本期件数", "1"), ("按时办结", "100%"), ("超期", "0"), ("延期", "1"), ("在办", "0"),
    ]  # fmt: skip
    assert [(line.name, line.url, line.figure.now.cases) for line in counted.services] == [
        ("特殊救助", "services/teshu-jiuzhu/", 1)
    ]
    assert [(line.name, line.promised, line.median, line.p90) for line in counted.services] == [
        ("特殊救助", "10个工作日", "1个工作日", "1个工作日")
    ]
    assert not counted.complete
    assert WORDS["group_withheld"] in said and "临时救助" not in said


def test_services_counted_together_have_one_line() -> None:
    """Services too small to be shown alone stand in one line, without a link and without outcomes."""
    rows = [f"A{n},{name},,2026-07-01,,2026-07-02,办结,," for n in range(6) for name in ("linshi-jiuzhu", "o-jiuzhu")]
    changes = {SERVICE: {"disclosure": None}, **service_file("o-jiuzhu", disclosure=None), ROWS: rows}
    of = edition(content(changes))
    context = results.period_page(of.periods["2026-Q3"], of.dataset, TODAY, None, None)
    assert context.counted is not None
    assert [(line.name, line.url, line.figure.now.cases) for line in context.counted.services] == [
        ("其他（合并公布，含不足10件的事项）", None, 12)
    ]
    said = words(render(context))
    assert WORDS["counted_services"] in said and WORDS["group_text"].format(small="10") in said


def test_numbers_say_which_cases_they_cover() -> None:
    """Finished cases of services that are only counted stand apart from listed ones, whose outcomes add up by themselves."""
    counted = [f"A{n},linshi-jiuzhu,,2026-07-01,,2026-07-0{2 if n else 3},办结,," for n in range(10)]
    still_open = SHOWN.replace("B1", "B2").replace("2026-07-02,不予批准", ",在办")
    context, said = period_page(*counted, "A99,linshi-jiuzhu,,2026-07-01,,,在办,,", SHOWN, still_open)
    assert context.counted is not None
    assert [(line.name, line.listed, line.figure.now.cases) for line in context.counted.services] == [
        ("特殊救助", True, 2),
        ("临时救助", False, 10),
    ]
    assert context.counted.listed == 2 and context.counted.whole.figure.now.cases == 12
    assert WORDS["key_listed"].format(count=2) in said
    assert re.search(
        "逐件公布的事项特殊救助20?0101小计20101只公布件数的事项.*临时救助10合计12", re.sub(r"\s", "", said)
    )


def test_listed_service_without_a_case_is_not_said_to_be_only_counted() -> None:
    """A service whose cases are listed stays among the listed ones in a period in which nobody applied for it."""
    before = {"id": "2026-Q2", "title": "二", "from": "2026-04-01", "until": "2026-06-30"}
    files = {"results/2026-Q2.yml": before, "results/2026-Q2.csv": [SHOWN.replace("2026-07", "2026-06")]}
    of = edition(content({SERVICE: {"disclosure": {"policy": "masked"}}, ROWS: [COUNTED], **files,
                          **service_file("teshu-jiuzhu", name="特殊救助", disclosure={"policy": "masked"})}))  # fmt: skip
    counted = results.period_page(of.periods["2026-Q3"], of.dataset, TODAY, None, None).counted
    assert counted is not None
    assert [(line.name, line.listed, line.figure.now.cases) for line in counted.services] == [
        ("临时救助", True, 1),
        ("特殊救助", True, 0),
    ]


def test_case_done_at_once_took_no_number_of_days() -> None:
    """Days used of 0 are 当天 (the same day)."""
    context, _ = period_page("B1,teshu-jiuzhu,杨*,2026-07-01,2026-07-02,2026-07-01,办结,,")
    assert context.counted is not None
    assert [(line.median, line.p90) for line in context.counted.services] == [("当天", "当天")]


def test_change_against_the_period_before() -> None:
    """More, fewer or as many cases than the period before are said in words."""
    before = {"id": "2026-Q2", "title": "二", "from": "2026-04-01", "until": "2026-06-30"}

    def note(now: int, then: int) -> str | None:
        def rows(count: int, letter: str) -> list[str]:
            return [f"{letter}{n},linshi-jiuzhu,,2026-06-01,2026-06-02,2026-06-02,办结,," for n in range(count)]

        policy = {SERVICE: {"disclosure": {"policy": "masked"}}}
        files = {ROWS: rows(now, "A"), "results/2026-Q2.yml": before, "results/2026-Q2.csv": rows(then, "B")}
        return links(content({**policy, **files}))[0].key_figures[0].note

    assert [note(3, 1), note(1, 3), note(2, 2)] == ["比上期多 2 件", "比上期少 2 件", "与上期一样多"]


def test_share_in_time_is_not_rounded_up() -> None:
    """One late case among many leaves the share below 100%."""
    rows = [f"A{n},linshi-jiuzhu,,2026-07-01,2026-07-02,2026-07-02,办结,," for n in range(1999)]
    late = "B,linshi-jiuzhu,,2026-07-01,2026-07-02,2026-07-03,办结,,"
    dataset = content({SERVICE: {"disclosure": {"policy": "masked"}}, ROWS: [*rows, late]})
    assert links(dataset)[0].key_figures[1].value == "99.9%"


GONE: list[tuple[dict[str, Any], str, str]] = [
    ({"withdrawn": {"on": "2026-11-20", "reason": "统计有误"}}, "2026-11-20", "统计有误"),
    ({"take_down": "2026-11-19"}, "2026-11-19", "公示期满"),
]


@pytest.mark.parametrize(("change", "on", "reason"), GONE)
def test_period_that_is_gone_keeps_title_date_and_reason(change: dict[str, Any], on: str, reason: str) -> None:
    """Of a period that was withdrawn or taken down no row, figure, chart or file is left."""
    context, said = period_page(COUNTED, SHOWN, notes="说明文字", **change)
    assert on in said and reason in said and "2026年第三季度" in said
    assert "B1" not in repr(context) and "说明文字" not in repr(context)
    assert context.counted is None and context.cases is None
    of = edition(results_content(COUNTED, SHOWN, **change))
    assert not of.periods["2026-Q3"].posted.listed and not of.periods["2026-Q3"].charts
    assert [page.url for page in record_pages(of) if page.shell == "results/"] == ["results/2026-Q3/"]


def test_withdrawn_rows_keep_their_number() -> None:
    """A withdrawn row is listed by number with date and reason, and is neither shown nor counted."""
    rows = [{"receipt": "B1", "on": "2026-11-20", "reason": "申请人要求"}]
    context, said = period_page(SHOWN, SHOWN.replace("B1", "B2"), withdrawn_rows=rows)
    assert context.cases is not None
    assert [row.receipt for _, row, _ in context.cases.rows] == ["B2"]
    assert [row.receipt for row in context.gone] == ["B1"]
    assert "申请人要求" in said
    assert period_page(SHOWN, withdrawn_rows=[{**rows[0], "on": "2026-11-21"}])[0].gone == ()


def test_long_periods_have_pages_of_plain_rows() -> None:
    """200 cases stand on a page; each page leads to those beside it, and all together show every case once."""
    rows = [SHOWN.replace("B1", f"B-{number:03}") for number in range(401)]
    pages = [page for page in record_pages(edition(results_content(*rows))) if page.shell == "results/"]
    assert [page.url for page in pages] == [
        "results/2026-Q3/", "results/2026-Q3-page-2/", "results/2026-Q3-page-3/",
    ]  # fmt: skip
    shown = [re.findall(r">(B-\d{3})<", body(page)) for page in pages]
    assert [len(found) for found in shown] == [200, 200, 1]
    assert [receipt for found in shown for receipt in found] == [f"B-{number:03}" for number in range(401)]
    beside = [[href for href in attributes(body(page), "href") if href.endswith("/#cases")] for page in pages]
    assert beside[0] == ["../../results/2026-Q3-page-2/#cases"]
    assert {"../../results/2026-Q3/#cases", "../../results/2026-Q3-page-3/#cases"} == set(beside[1])
    assert pages[1].title == "2026年第三季度办理结果（第2页）"


def test_rows_for_the_browser_are_read_line_by_line() -> None:
    """Each line of rows.js is JSON: services first, then rows with their extension."""
    rows = [SHOWN.replace("B1", f"B{number}").replace(",3,等待鉴定", ",,") for number in range(600)]
    lines = rows_of(edition(results_content(SHOWN, *rows)))
    assert lines[0] == [["teshu-jiuzhu", "特殊救助"]]
    assert [len(line) for line in lines[1:]] == [200, 200, 200, 1]
    assert lines[1][:2] == [
        ["B1", 0, "杨*", "2026-07-01", "2026-07-02", "2026-07-02", "不予批准", 3, "等待鉴定"],
        ["B0", 0, "杨*", "2026-07-01", "2026-07-02", "2026-07-02", "不予批准"],
    ]


def due_days_shown(promised: dict[str, object], row: str) -> tuple[str, str]:
    """The due day of ``row``, a case of a listed service, on the page and in the rows for the browser."""
    changes = {ROWS: [row], SERVICE: {"disclosure": {"policy": "masked"}, "time_limits": {"promised": promised}}}
    of = edition(content(changes))
    (page,) = (page for page in record_pages(of) if page.shell == "results/")
    shown = re.findall(r"<td[^>]*>([^<]*)</td>", body(page).split('<table class="gs-grid gs-cases"')[1])[3]
    return shown, rows_of(of)[1][0][4]


def test_due_day_that_no_row_states_is_the_expected_one() -> None:
    """It is counted from the promise, in both units while undecided, marked while the calendar is not announced."""
    row = "X1,linshi-jiuzhu,杨*,2026-12-15,,,在办,,"
    decided = "2027-01-13（以官方通知为准）"
    assert due_days_shown({"days": 20, "unit": "工作日"}, row) == (decided, decided)
    both = "2026-12-29（按工作日）或 2026-12-25（按自然日）"
    assert due_days_shown({"days": 10}, row) == (both, both)
    stated = row.replace("-15,,", "-15,2026-12-28,")
    assert due_days_shown({"days": 10}, stated) == ("2026-12-28", "2026-12-28")


def test_notice_names_its_service() -> None:
    """A notice leads to its service; one that does not exist is left out."""
    for service, link in (("linshi-jiuzhu", Link("linshi-jiuzhu", "临时救助")), ("nowhere", None)):
        dataset = content({NOTICE: {"service": service}})
        assert details.notice(dataset.notices["dibao-2026-11"], dataset, TODAY, None, None).service == link


@pytest.mark.parametrize("record_id", ["services/linshi-jiuzhu", "regulations/zeren-zhuijiu", "results/2026-Q3"])
def test_page_says_which_poster_is_current(record_id: str) -> None:
    """The code that stands on the sheet of today stands on the page of its QR code; without a sheet, that is said."""
    key = RecordKey.of_file(f"{record_id}.yml")
    assert key
    of = edition(content())

    def said() -> str:
        return next(words(body(page)) for page in all_pages(of) if page.url == key.page)

    assert "现在没有这张海报；墙上还有的已经过时。" in said()
    of.sheets[SheetKey.main(key)] = SheetMark("0", "AB12-CD34")
    assert "海报现行版本AB12-CD34，其他的已经过时。" in re.sub(r"\s", "", said())


@pytest.mark.parametrize("record_id", ["services/linshi-jiuzhu", "regulations/zeren-zhuijiu"])
def test_a_page_that_waits_for_gaps_calls_no_poster_outdated(record_id: str) -> None:
    """What hangs stays until there is a new sheet; a new hall has none yet."""
    key = RecordKey.of_file(f"{record_id}.yml")
    assert key
    of = edition(content(), frozenset({key}))

    said = next(words(body(page)) for page in all_pages(of) if page.url == key.page)

    assert "过时" not in said and WORDS["poster_held"] in said


def service_words(**fields: object) -> str:
    of = edition(content({SERVICE: fields}))
    return words(body(service_page(of.dataset.services["linshi-jiuzhu"], of, None)))


def test_ended_service_sends_nobody_to_a_window() -> None:
    """A service that has ended says why and what to do instead, and no longer what to bring."""
    said = service_words(status={"state": "取消", "reason": "上级取消了这件事。", "since": "2026-10-01"})
    assert "已取消" in said and "上级取消了这件事。" in said and "自 2026-10-01 起" in said
    assert SECTIONS["materials"].full not in said and SECTIONS["steps"].full not in said


def test_undecided_limit_shows_both_readings() -> None:
    """While the hall has not said which days it counts, both readings and the reason are shown."""
    said = service_words(time_limits={"promised": {"days": 5}})
    assert "5个工作日／5个自然日" in said and GUIDE["undecided"] in said
    assert GUIDE["undecided"] not in service_words()


def test_visits_agent_and_fee_in_words() -> None:
    """Nothing, once, and unknown are three different answers."""
    assert GUIDE["visits_zero"] in service_words(visits=0)
    assert "2 次" in service_words(visits=2)
    assert f"{GUIDE['agent']}可以" in service_words(agent=True)
    assert f"{GUIDE['agent']}不可以" in service_words(agent=False)
    assert f"{GUIDE['agent']}待补充" in service_words(agent=None)
    assert "每本5元" in service_words(fee={"items": [{"name": "工本费", "standard": "每本5元"}]})


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ({"immediate": True}, "本环节：即办"),
        ({"days": 2, "unit": "工作日"}, "本环节：2个工作日"),
        ({"unregulated": True}, "本环节：法律法规未规定"),
    ],
)
def test_limit_of_a_step(limit: dict[str, object], said: str) -> None:
    """The limit of a step is worded, whichever of the three it is."""
    assert said in service_words(steps=[{"name": "受理", "limit": limit}])


def test_prose_keeps_its_empty_lines() -> None:
    """Only the slot for the hall's name is filled in a page of prose; a preformatted block stays as it was typed."""
    html = f"<title>{slot('site')}</title><pre>a\n\n\nb</pre>gongshi-slot-body"
    assert name_site(html, "<厅>") == "<title>&lt;厅&gt;</title><pre>a\n\n\nb</pre>gongshi-slot-body"


def test_records_name_their_day_and_who_says_it() -> None:
    """The tags of a notice and of a regulation follow from their own day and issuer, those of a service from its check."""
    of = edition(full_dataset(Filler()))
    found = {page.url: page for page in all_pages(of)}
    notice, rule = of.dataset.notices["ident"], of.dataset.regulations["ident"]
    service = of.dataset.services["ident"]
    said = [
        (found[f"{kind}/ident/"].dated, found[f"{kind}/ident/"].source)
        for kind in ("notices", "regulations", "services")
    ]
    assert said == [(notice.issued, notice.issuer), (rule.adopted, rule.issuer), (service.verified, None)]


# --- telephones ---------------------------------------------------------------------------------------------------


def test_each_number_of_a_field_is_a_link_of_its_own() -> None:
    """With area code and extension; what stands between the numbers is no link."""
    supervision = Supervision(phone="0300-0000100、0000101转8001")
    html = render(SupervisionPage(supervision, Hall(name="乌有大厅")))

    assert re.findall(r"<dd>(<a class=.gs-phone.*?)</dd>", html) == [
        '<a class="gs-phone" href="tel:0300-0000100">0300-0000100</a>、'
        '<a class="gs-phone" href="tel:0300-0000101,8001">0000101转8001</a>'
    ]


def test_line_break_of_an_article_begins_a_paragraph() -> None:
    """Each line that the clerk broke off is a paragraph (款) of the article, of an item or of the preamble."""
    text = {"text": "第一款。\n第二款。", "items": [{"text": "甲；\n又甲。"}]}
    edition = Edition(
        content({REGULATION: {"preamble": "一段。\n二段。", "articles": [text], "chapters": None}}), TODAY
    )
    (html,) = [
        body(page) for page in all_pages(edition) if page.url.startswith("regulations/") and "第二款" in body(page)
    ]

    assert '<p class="gs-law__preamble">一段。</p>' in html and '<p class="gs-law__preamble">二段。</p>' in html
    assert "第一款。</p>" in html
    assert '<p class="gs-law__paragraph gs-law__article">第二款。</p>' in html
    assert '<p class="gs-law__paragraph gs-law__item">又甲。</p>' in html

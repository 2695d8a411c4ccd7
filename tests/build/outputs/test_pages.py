"""The pages: every record and list in its shell, and what each page follows from."""

from dataclasses import replace
from pathlib import Path

import pytest
from content_builder import TODAY
from rules.dataset_builder import NOTICE, PERIOD, SERVICE, Changes, content, service_file

from generator.build.outputs.pages import Pages
from generator.model import RecordKey, SheetKey
from generator.site import addresses
from generator.site.edition import Edition, SheetMark
from generator.site.frame import Frame, shell_sources
from generator.site.shells import slot

FOLDER = Path(__file__).parents[3] / "site_templates" / "pages"
SHELLS = dict.fromkeys(shell_sources(), f"<title>{slot('title')} {slot('site')}</title>{slot('body')}")
KEY = RecordKey("services", "linshi-jiuzhu")
SHEET = SheetKey.main(KEY)
SERVICE_PAGE = "services/linshi-jiuzhu/index.html"
DIGESTS = {KEY: "1"}


def edition(changes: Changes | None = None, **fields: object) -> Edition:
    """The sound content with ``changes``, whose service has a file with a digest."""
    return Edition(content(changes), TODAY, **{"digests": DIGESTS, "shared": "1", **fields})


def made(of: Edition) -> dict[str, bytes]:
    """Mapping address -> bytes of every page."""
    return {file.address: file.make() for file in Pages(Frame(SHELLS, (), {}), of.dataset.site, FOLDER).render(of)}


def inputs(of: Edition, shells: dict[str, str] = SHELLS) -> dict[str, str]:
    """Mapping address -> digest of what each page follows from."""
    return {file.address: file.inputs for file in Pages(Frame(shells, (), {}), of.dataset.site, FOLDER).render(of)}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """The addresses whose digests differ."""
    return {address for address in before.keys() & after.keys() if before[address] != after[address]}


def test_every_record_and_list_has_a_page() -> None:
    """Each page stands in a folder of its own; services come last."""
    pages = made(edition())

    assert {"index.html", "404.html"} & set(pages) == {"index.html"}
    assert {"results/lookup/index.html", "results/2026-Q3/index.html", "windows/minzheng/index.html"} <= set(pages)
    assert list(pages)[-1] == SERVICE_PAGE
    assert "<title>临时救助 虚谷镇便民服务大厅</title>" in pages[SERVICE_PAGE].decode()


def test_notice_that_is_gone_keeps_its_page() -> None:
    """Its address still answers, with its title."""
    for change in (
        {"withdrawn": {"on": "2026-11-17", "reason": "误"}},
        {"until": "2026-11-17", "take_down": "2026-11-18"},
    ):
        assert "救助对象公示" in made(edition({NOTICE: change}))["notices/dibao-2026-11/index.html"].decode()


def test_page_follows_from_what_stands_on_it() -> None:
    """A page has other inputs when its shell, the name of the hall or its own content differs; the rest stay."""
    before = inputs(edition())
    assert all(before.values())
    assert changed(before, inputs(edition())) == set()

    shells = {**SHELLS, "windows/*": slot("body")}
    assert changed(before, inputs(edition(), shells)) == {"windows/minzheng/index.html"}
    notice = inputs(edition({NOTICE: {"body": ["别的。"]}}))
    assert changed(before, notice) == {"notices/dibao-2026-11/index.html"}
    named = inputs(edition({"site.yml": {"hall": {"name": "别的大厅"}}}, shared="2"))
    assert changed(before, named) == set(before)


@pytest.mark.parametrize(
    "other",
    [
        edition(digests={KEY: "2"}),
        edition(shared="2"),
        edition(incomplete=frozenset({KEY})),
        edition(made={addresses.thumbnail(SHEET): 1}, sheets={SHEET: SheetMark("0", "AB12-CD34")}),
        edition({SERVICE: {"status": {"state": "更名", "successor": "b-jiuzhu"}}, **service_file("b-jiuzhu")}),
    ],
    ids=["its file", "files of all", "a gap", "a poster", "a successor"],
)
def test_page_of_a_service_follows_from_its_files(other: Edition) -> None:
    """Its own file, the files of all records, a gap, its poster and the service that took over: each counts."""
    assert SERVICE_PAGE in changed(inputs(edition()), inputs(other))


def test_page_of_a_service_follows_from_the_name_of_its_successor() -> None:
    """A successor that got another name is named anew on the page of the service it replaces."""
    status = {SERVICE: {"status": {"state": "更名", "successor": "b-jiuzhu"}}}
    before = inputs(edition({**status, **service_file("b-jiuzhu", name="甲")}))

    assert SERVICE_PAGE in changed(before, inputs(edition({**status, **service_file("b-jiuzhu", name="乙")})))


def test_page_of_a_service_without_a_known_file_is_made_anew() -> None:
    """Where it is not known what the file said, nothing can be taken over."""
    assert inputs(edition(digests={}))[SERVICE_PAGE] == ""


def test_period_that_is_gone_has_a_page_without_rows() -> None:
    """Title and reason are left."""
    html = made(edition({PERIOD: {"withdrawn": {"on": "2026-11-01", "reason": "统计有误"}}}))[
        "results/2026-Q3/index.html"
    ].decode()

    assert "统计有误" in html and "杨*" not in html
    assert "杨*" in made(edition())["results/2026-Q3/index.html"].decode()


def test_only_service_pages_follow_from_the_address_of_the_site() -> None:
    """They have the code of their address on paper; where the site stands is otherwise an affair of the frame."""
    of = edition()
    here, there = inputs(of), inputs(replace(of, site_url="https://demo.example/"))
    assert {address for address in here if here[address] != there[address]} == {"services/linshi-jiuzhu/index.html"}

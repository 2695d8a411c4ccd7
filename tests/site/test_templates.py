"""Templates that were compiled when the wheel was built, and those that are compiled when they are needed."""

import pickle
from pathlib import Path
from shutil import copytree

import pytest
from content_builder import TODAY
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape
from rules.dataset_builder import content

from generator.site import templates
from generator.site.contexts import SearchPage
from generator.site.edition import Edition
from generator.site.initials import all_by_initial
from generator.site.pages import Page, list_pages, print_centre, record_pages, service_page
from generator.site.templates import Templates, compile_templates, escaped

FOLDER = Path(__file__).parents[2] / "site_templates" / "pages"
BUNDLE = {"id": "jiuzhu", "name": "救助一件事", "services": ["linshi-jiuzhu"]}
EDITION = Edition(content({"bundles/jiuzhu.yml": BUNDLE}), TODAY)
USED = {path.name for path in FOLDER.iterdir()} - {"macros.html", "cases.html"}  # few cases fit on their first page
SEARCH = SearchPage(EDITION.dataset.site.hall, all_by_initial(EDITION.dataset))


def pages() -> list[Page]:
    """One page of every template."""
    services = [service_page(service, EDITION, None) for service in EDITION.dataset.services.values()]
    return [*list_pages(EDITION), print_centre((), "大厅"), *record_pages(EDITION, {}), *services]


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    """The templates as a wheel holds them."""
    compile_templates(FOLDER, tmp_path / "compiled")
    return tmp_path / "compiled"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the templates, to be changed."""
    return copytree(FOLDER, tmp_path / "pages")


def test_compiled_templates_say_what_their_sources_say(
    compiled: Path, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page is the same, and of compiled templates no source is compiled again."""
    assert {page.context.template for page in pages()} == USED
    want = [Templates(FOLDER).render(page.context, "../") for page in pages()]
    monkeypatch.setattr(templates.Environment, "compile", None)
    ready = Templates(sources, compiled)

    assert [ready.render(page.context, "../") for page in pages()] == want
    assert pickle.loads(pickle.dumps(ready)).render(SEARCH, "") == ready.render(SEARCH, "")


def test_changed_template_is_not_ignored(compiled: Path, sources: Path) -> None:
    """Where a template has been changed, added or taken away since, the sources count."""
    (sources / "search.html").write_text("{{ hall.name }}", "utf-8")
    assert Templates(sources, compiled).render(SEARCH, "") == EDITION.dataset.site.hall.name


def test_what_was_compiled_here_is_compiled_once_until_it_changes(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build of the same process compiles nothing; a template that has changed since is compiled again."""
    before = Templates(sources).render(SEARCH, "")
    with monkeypatch.context() as second:
        second.setattr(templates.Environment, "compile", None)
        assert Templates(sources).render(SEARCH, "") == before

    (sources / "search.html").write_text("{{ hall.name }}", "utf-8")
    assert Templates(sources).render(SEARCH, "") == EDITION.dataset.site.hall.name


def test_changed_word_is_not_ignored(compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a word has been changed since, the sources count."""
    monkeypatch.setitem(templates.WORDS, "search_title", "改过的话")
    assert "改过的话" in Templates(FOLDER, compiled).render(SEARCH, "")


def test_compiled_template_refuses_what_its_context_lacks(tmp_path: Path) -> None:
    """A key that the context does not have is an error there too."""
    (tmp_path / "search.html").write_text("{{ hall.name }}{{ window }}", "utf-8")
    compile_templates(tmp_path, tmp_path / "compiled")
    with pytest.raises(UndefinedError, match=r"^'window' is undefined$"):
        Templates(tmp_path, tmp_path / "compiled").render(SEARCH, "")


@given(st.one_of(st.text(), st.text("a&<>\"'"), st.none(), st.integers(), st.builds(Markup, st.text("<&a"))))
def test_text_is_escaped_as_jinja_escapes_it(value: object) -> None:
    """Only the way there is shorter; what is markup already stays as it is."""
    assert escaped(value) == escape(value)


def test_attribute_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """It is not read as nothing, even where a template asks only whether it is there."""
    (tmp_path / "search.html").write_text("{% if hall.fax %}{% endif %}", "utf-8")
    with pytest.raises(AttributeError, match="'Hall' object has no attribute 'fax'"):
        Templates(tmp_path).render(SEARCH, "")


def test_checkout_holds_no_compiled_templates() -> None:
    """Here the templates themselves are run, so that a change of one shows at once."""
    assert not templates.COMPILED.exists()

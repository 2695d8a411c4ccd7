"""The page of the latest changes, and what the pages of records say of theirs."""

from datetime import date
from pathlib import Path

import pytest
from content_builder import TODAY
from rules.dataset_builder import REGULATION, SERVICE, Changes, content

from generator.channels.page_blocks import page_blocks
from generator.facts.changes import Edit
from generator.model import RecordKey
from generator.site import changes as page
from generator.site import details
from generator.site.contexts import PageContext
from generator.site.edition import Edition
from generator.site.templates import Templates

FOLDER = Path(__file__).parent.parent.parent / "site_templates" / "pages"
NOTE = {"day": "2026-11-02", "what": "不再收<户口簿>。", "why": "县里取消了。"}
BUNDLE = {"id": "b", "name": "救助一件事", "services": ["linshi-jiuzhu"], "changes": [NOTE]}
EVERY: Changes = {SERVICE: {"changes": [NOTE]}, REGULATION: {"changes": [NOTE]}, "bundles/b.yml": BUNDLE}


def render(context: PageContext, root: str = "../") -> str:
    return Templates(FOLDER).render(context, root)


def test_page_links_every_record_of_a_change() -> None:
    """The same change of several records stands once, by the day, with its reason, as text."""
    html = render(page.changes_page(Edition(content(EVERY), TODAY)))
    assert html.count("不再收&lt;户口簿&gt;。") == 1 and html.count("县里取消了。") == 1
    for address in ("services/linshi-jiuzhu/", "regulations/zeren-zhuijiu/", "bundles/b/"):
        assert f'<a href="../{address}">' in html


def test_page_without_changes_says_so() -> None:
    """A hall that has written none has a page all the same."""
    assert "最近十二个月里没有修改。" in render(page.changes_page(Edition(content(), TODAY)))


def test_page_ends_with_whole_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many the newest are listed, and how many."""
    edits = {RecordKey("services", "linshi-jiuzhu"): tuple(Edit(date(2026, 10, day), ("收费",)) for day in (9, 8, 7))}
    monkeypatch.setattr(page, "MOST_RECORDS", 2)
    shown = page.changes_page(Edition(content(), TODAY, edits=edits))
    assert [str(day) for day, _ in shown.days] == ["2026-10-09", "2026-10-08"]
    assert "这里只列出最近的 2 处。" in render(shown)


def test_records_tell_of_their_changes_on_their_pages() -> None:
    """A list that is closed, at the foot; none where nothing was changed."""
    for changes, count in (
        (EVERY, 1),
        ({**EVERY, SERVICE: {}, REGULATION: {}, "bundles/b.yml": {**BUNDLE, "changes": []}}, 0),
    ):
        edition = Edition(content(changes), TODAY)
        dataset = edition.dataset
        for context in (
            details.service(dataset.services["linshi-jiuzhu"], edition, False, None, None),
            details.regulation(dataset.regulations["zeren-zhuijiu"], edition, False, None, None),
            details.bundle(dataset.bundles["b"], edition, None, None),
        ):
            html = render(context, "../../")
            assert html.count("<summary>修改记录</summary>") == count
            assert html.count("县里取消了。") == count


def test_sections_of_other_sites_have_the_page_too() -> None:
    """With the same records, words and reasons; or that there is nothing."""
    blocks = page_blocks(page.changes_page(Edition(content(EVERY), TODAY)))
    said = [run for block in blocks for run in getattr(block, "line", ())]
    assert "".join(run.text for run in said).endswith("救助一件事：不再收<户口簿>。原因：县里取消了。")
    assert {run.link for run in said} >= {"services/linshi-jiuzhu/", "regulations/zeren-zhuijiu/", "bundles/b/"}
    assert len(page_blocks(page.changes_page(Edition(content(), TODAY)))) == 1

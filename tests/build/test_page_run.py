"""Which files an edition writes beside its pages, and what the search can find of what is gone."""

import hashlib
import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from content_builder import TODAY
from rules.dataset_builder import NOTICE, PERIOD, Changes, content

from generator.build.page_run import PageWriter, write_pages
from generator.publish.staging import Stage
from generator.site.pages import Edition, Shell
from generator.site.templates import slot

FOLDER = Path(__file__).parents[2] / "site_templates" / "pages"
GONE: list[Changes] = [
    {
        PERIOD: {"withdrawn": {"on": "2026-11-01", "reason": "误"}},
        NOTICE: {"withdrawn": {"on": "2026-11-17", "reason": "误"}},
    },
    {PERIOD: {"take_down": "2026-11-01"}, NOTICE: {"until": "2026-11-17", "take_down": "2026-11-18"}},
]


class AnyShell(dict[str, Shell]):
    """The same plain frame for every kind of page."""

    def __missing__(self, key: str) -> Shell:
        return Shell.cut(slot("body"))


def printed(folder: Path, changes: Changes | None = None) -> Stage:
    """The stage after all pages of the sound content with ``changes`` were written."""
    stage = Stage(folder)
    edition = Edition(content(changes), TODAY, frozenset(), {}, ())
    list(write_pages(PageWriter(edition, AnyShell(), FOLDER, stage, "/"), 1, lambda *_: None))
    return stage


def found(stage: Stage) -> list[Any]:
    """Titles in the search index."""
    return [entry[1] for entry in json.loads((stage.folder / "search/index.json").read_bytes())["entries"]]


def test_rows_and_look_up_are_written(tmp_path: Path) -> None:
    """A period has its rows beside its page, and the look-up its files; the stage knows the digest of each."""
    stage = printed(tmp_path)
    addresses = [address for address, _ in stage.files()]
    assert "results/2026-Q3/rows.json" in addresses and "results/lookup/1/00.json" in addresses
    assert "results/lookup/index.html" in addresses
    digest = partial(hashlib.new, "sha256")
    assert {a: digest((tmp_path / a).read_bytes()).hexdigest() for a in addresses} == stage.digests


def test_what_is_posted_is_found(tmp_path: Path) -> None:
    """Notices and periods that are shown stand in the search index, and so does the look-up."""
    titles = found(printed(tmp_path))
    assert {"2026年第三季度办理结果", "2026年11月救助对象公示", "办件查询"} <= set(titles)


@pytest.mark.parametrize("changes", GONE, ids=["withdrawn", "taken down"])
def test_what_is_gone_is_not_found(tmp_path: Path, changes: Changes) -> None:
    """A notice or period that was withdrawn or taken down is not in the search index, and has no rows in any file."""
    stage = printed(tmp_path, changes)
    titles = found(stage)
    assert not {"2026年第三季度办理结果", "2026年11月救助对象公示"} & set(titles)
    assert not [address for address, _ in stage.files() if address.endswith("rows.json")]
    assert (tmp_path / "results/lookup/1/00.json").read_bytes() == b"{}"
    assert "救助对象公示" in (tmp_path / "notices/dibao-2026-11/index.html").read_text("utf-8")

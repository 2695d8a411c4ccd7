"""The search index: what it can find, what it cannot find any more, and the names whose sounds are kept."""

import json
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from content_builder import TODAY
from rules.dataset_builder import NOTICE, PERIOD, SERVICE, Changes, content

from generator.build.last_build import LastBuild
from generator.build.outputs.search import Search
from generator.build.scans import KeptScan
from generator.facts import pinyin
from generator.site.edition import Edition
from generator.site.search_pairs import Row, counted
from generator.site.search_parts import spelled_names
from generator.site.search_texts import Sizes, Texts

GONE: list[Changes] = [
    {
        PERIOD: {"withdrawn": {"on": "2026-11-01", "reason": "误"}},
        NOTICE: {"withdrawn": {"on": "2026-11-17", "reason": "误"}},
    },
    {PERIOD: {"take_down": "2026-11-01"}, NOTICE: {"until": "2026-11-17", "take_down": "2026-11-18"}},
]


def made(changes: Changes | None = None, spelled: dict[str, str] | None = None) -> dict[str, bytes]:
    """Mapping address -> bytes of what the search reads."""
    output = Search({} if spelled is None else spelled)
    return {file.address: file.make() for file in output.render(Edition(content(changes), TODAY))}


def handed_over(part: bytes) -> Any:
    """The data in a part."""
    return json.loads(part.split(b",", 1)[1].rsplit(b")", 1)[0])


def found(changes: Changes | None = None) -> list[Any]:
    """Titles in the search index."""
    titles: str = handed_over(made(changes)["search/names.js"])["entries"][1]
    return titles.split("\n")


def test_what_is_posted_is_found() -> None:
    """Notices and periods that are shown stand in the search index, and so does the look-up."""
    assert {"2026年第三季度办理结果", "2026年11月救助对象公示", "办件查询"} <= set(found())


@pytest.mark.parametrize("changes", GONE, ids=["withdrawn", "taken down"])
def test_what_is_gone_is_not_found(changes: Changes) -> None:
    """A notice or period that was withdrawn or taken down is not in the search index."""
    assert not {"2026年第三季度办理结果", "2026年11月救助对象公示"} & set(found(changes))


PROSE = {"about/": ("关于本站", (("无障碍", "页面可以放大。", "无障碍"),))}


def test_prose_is_found_by_its_title_and_by_what_it_says() -> None:
    """A page of prose is an entry, and its paragraphs are passages of it."""
    parts = {file.address: file.make() for file in Search({}, PROSE).render(Edition(content(), TODAY))}
    titles = handed_over(parts["search/names.js"])["entries"][1].split("\n")
    assert [titles.index("关于本站"), "无障碍", "页面可以放大。", "无障碍"] in handed_over(parts["search/texts.js"])


def test_names_are_spelled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pinyin of a name is read back from the index for the next build; that of a name that is gone is not."""
    first = made()["search/names.js"]
    spelled = spelled_names(first)
    assert "临时救助" in spelled

    monkeypatch.setattr(pinyin, "load", lambda name: pytest.fail(f"{name} was loaded"))
    index, *_ = Search(spelled).render(Edition(content(), TODAY))
    assert index.make() == first
    monkeypatch.undo()
    again = spelled_names(made({SERVICE: {"name": "特困救助"}}, spelled)["search/names.js"])
    assert "特困救助" in again and "临时救助" not in again


def test_table_of_sounds_is_made_once_for_a_program() -> None:
    """It follows from no record; the index is made in every build."""
    index, sounds, _ = Search({}).render(Edition(content(), TODAY))

    assert (index.address, index.inputs) == ("search/names.js", "")
    assert sounds.address == "search/sounds.js" and len(sounds.inputs) == 64


def test_new_names_are_work_for_a_process_of_its_own() -> None:
    """The dictionary of pinyin takes longer to load than the index to write; without a new name it is not loaded."""
    index, *_ = Search({}).render(Edition(content(), TODAY))
    known, *_ = Search(spelled_names(index.make())).render(Edition(content(), TODAY))

    assert index.work > 50 > known.work


@pytest.mark.parametrize("touched", [None, "search/texts-0.js", "search/pairs-0.js", "search/texts.js"])
def test_index_after_an_edit_is_that_of_a_first_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, touched: str | None
) -> None:
    """Pairs are taken from what was published, unless a file of it is not as it was made."""
    monkeypatch.setattr("generator.build.outputs.search.Texts", partial(Texts, sizes=Sizes(20, 4, 200)))
    counts: list[int] = []

    def counting(rows: Iterable[Row], shards: int) -> list[dict[str, list[int]]]:
        counts.append(shards)
        return counted(rows, shards)

    monkeypatch.setattr("generator.site.search_texts.counted", counting)
    known = dict[str, KeptScan]()
    for file in Search({}).render(Edition(content(), TODAY)):
        (tmp_path / file.address).parent.mkdir(exist_ok=True)
        (tmp_path / file.address).write_bytes(file.make())
        if file.inputs:
            known[file.address] = KeptScan(file.inputs, sha256((tmp_path / file.address).read_bytes()).hexdigest())
    if touched:
        (tmp_path / touched).write_bytes(b"touched")
    edited = Edition(content({SERVICE: {"summary": "改了一个字的简介。"}}), TODAY)
    counts.clear()

    after = {file.address: file.make() for file in Search({}, None, LastBuild(tmp_path, known)).render(edited)}

    assert len([address for address in after if "pairs-" in address]) > 1
    assert len(counts) == (touched is not None)
    assert after == {file.address: file.make() for file in Search({}).render(edited)}

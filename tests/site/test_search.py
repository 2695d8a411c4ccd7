"""The search index: entries, their JSON, pinyin and the table of homophones."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypinyin
import pytest
from search_data import demo

from generator.model import Notice, Regulation, Service
from generator.site import search
from generator.texts.search import SEARCH_WORDS

SCRIPT = Path(__file__).parents[2] / "site_templates" / "theme" / "assets" / "gongshi" / "search.js"


def parsed(*entries: search.SearchEntry) -> Any:
    return json.loads(search.index_json(entries))


def entry_of(id: str) -> search.SearchEntry:
    return next(entry for entry in search.entries(demo()) if entry.url.endswith(f"/{id}/"))


def with_service(**fields: object) -> search.SearchEntry:
    service = Service.model_validate({"id": "test", "name": "测试", "status": {"state": "在办"}, **fields})
    return search.entries(replace(demo(), services={"test": service}))[0]


def test_every_record_is_listed_once() -> None:
    """Services, regulations, materials, the notices passed in and the pages passed in are listed, and nothing else."""
    dataset = demo()
    page = search.page_entry("劳动保障窗口", "windows/laodong/")
    found = search.entries(dataset, dataset.notices.values(), [page])
    folders = ("services", "regulations", "materials", "notices")
    wanted = [f"{folder}/{id}/" for folder in folders for id in getattr(dataset, folder)]
    assert [entry.url for entry in found] == [*wanted, "windows/laodong/"]


def test_notices_come_only_from_the_caller() -> None:
    """A notice that the caller leaves out, because it was taken down, is not in the index."""
    assert "notice" not in {entry.kind for entry in search.entries(demo())}


def test_text_of_a_notice_stays_out() -> None:
    """The index holds a notice's title, kind and dates, never its body or its objection contact."""
    body = ("张某某，家庭情况如下。",)
    notice = Notice(id="n", title="公示一则", kind="公示", body=body, since=date(2026, 9, 1), until=date(2026, 9, 7))
    entry = search.entries(replace(demo(), services={}, regulations={}, materials={}), [notice])[0]
    assert entry.summary == "公示 2026-09-01 至 2026-09-07"
    assert "张某某" not in search.index_json([entry]).decode()


def test_service_is_found_by_its_window_under_every_name() -> None:
    """A service carries the name and the aliases of its window, and its life events, as words."""
    entry = with_service(window="人社窗口", life_events=["就业"])
    assert (entry.window, entry.words) == (
        "劳动保障",
        ("劳动保障", "劳动保障与公共卫生", "人社窗口", "社保窗口", "就业"),
    )


@pytest.mark.parametrize(
    ("state", "note", "abolished"),
    [
        ("在办", "", False),
        ("暂停", "暂停办理", False),
        ("取消", "已取消", True),
        ("更名", "已更名", True),
    ],
)
def test_status_is_noted(state: str, note: str, abolished: bool) -> None:
    """A service that is not simply offered says so; only abolished and renamed ones rank lower."""
    entry = with_service(status={"state": state})
    assert (entry.note, entry.abolished) == (note, abolished)


def test_abolished_service_names_its_successor() -> None:
    """The note of an abolished service says what to apply for now."""
    assert entry_of("yihai-shengyu-fuwuzheng").note.endswith("，现办生育登记")


def test_regulation_is_found_by_its_headings() -> None:
    """Chapter titles and article headings are words of a regulation; a repealed one is noted."""
    regulation = Regulation.model_validate(
        {
            "id": "r",
            "title": "考勤制度",
            "wall": "工作考勤",
            "status": "废止",
            "chapters": [{"title": "总则", "articles": [{"heading": "上下班", "text": "按时。"}]}],
        }
    )
    entry = search.entries(replace(demo(), services={}, materials={}, regulations={"r": regulation}))[0]
    assert (entry.words, entry.aliases, entry.note, entry.abolished) == (
        ("总则", "上下班"),
        ("工作考勤",),
        "已废止",
        True,
    )


def test_long_summary_is_cut() -> None:
    """A summary is one line of at most SUMMARY_CHARACTERS characters."""
    assert with_service(summary="一\n二").summary == "一 二"
    cut = with_service(summary="长" * 100).summary
    assert len(cut) == search.SUMMARY_CHARACTERS
    assert cut.endswith("长…")


def test_address_outside_the_folder_of_its_kind_is_refused() -> None:
    """A service can only stand under services/."""
    with pytest.raises(ValueError, match="service outside services/: pages/a/"):
        search.SearchEntry("service", "甲", "pages/a/")


def test_row_layout() -> None:
    """A row holds the documented values in the documented order."""
    entry = search.SearchEntry(
        "material",
        "身份证",
        "materials/id-card/",
        ("证件",),
        ("卡",),
        ("窗", "办"),
        "说明",
        "已废止",
        "窗",
        True,
        ("12A", "34"),
    )
    assert parsed(entry)["words"] == ["窗", "办"]
    assert parsed(entry)["entries"] == [
        [2, "身份证", "id-card/", "shen'fen'zheng\nzheng'jian", "说明", 0, [1], "证件", "卡", "已废止", 1, "12A\n34"]
    ]


def test_empty_values_at_the_end_are_left_out() -> None:
    """An entry with nothing but a title ends after its pinyin."""
    assert parsed(search.page_entry("关于", "about/"))["entries"] == [[4, "关于", "about/", "guan'yu"]]
    entry = search.SearchEntry("service", "甲", "services/a/", window="窗")
    assert parsed(entry)["entries"] == [[0, "甲", "a/", "jia", "", 0]]


def test_index_is_the_same_every_time() -> None:
    """Equal content gives equal bytes."""
    assert search.index_json(search.entries(demo())) == search.index_json(search.entries(demo()))


def test_typical_entry_is_small() -> None:
    """The demo town's index takes at most 360 bytes for each entry."""
    found = search.entries(demo(), demo().notices.values())
    assert len(search.index_json(found)) / len(found) <= 360


def test_every_common_character_has_a_reading() -> None:
    """The table covers the 6,763 characters of GB 2312, each with one first reading."""
    table = json.loads(search.homophones_json())
    first = "".join(table["first"].values())
    assert (len(first), len(set(first))) == (6763, 6763)
    assert all(re.fullmatch("[a-z]+", syllable) for part in table.values() for syllable in part)


@pytest.mark.parametrize(
    ("character", "first", "more"), [("重", "zhong", {"chong"}), ("行", "xing", {"hang"}), ("参", "can", {"shen"})]
)
def test_other_readings_are_kept(character: str, first: str, more: set[str]) -> None:
    """A character with several readings stands once under the first and under each of the others."""
    table = json.loads(search.homophones_json())
    assert character in table["first"][first]
    assert more <= {syllable for syllable, characters in table["more"].items() if character in characters}


def test_readings_are_those_of_the_library() -> None:
    """The table says of each character what the library answers when it is asked for all readings."""
    table = json.loads(search.homophones_json())
    read: dict[str, list[str]] = {}
    for part in table.values():
        for syllable, characters in part.items():
            for character in characters:
                read.setdefault(character, []).append(syllable)
    for character, syllables in read.items():
        asked = list(dict.fromkeys(pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True)[0]))
        assert (syllables[0], sorted(syllables[1:])) == (asked[0], sorted(asked[1:]))


def test_table_of_homophones_is_small() -> None:
    """The table stays below 36 KB, for a phone on a slow line."""
    assert len(search.homophones_json()) < 36_000


def test_stop_phrases_can_stand_in_a_pattern() -> None:
    """Stop phrases and edges are nothing but Chinese characters, and longer phrases come first."""
    index = parsed()
    assert all(re.fullmatch("[\u4e00-\u9fff]+", phrase) for phrase in [*index["stops"], *index["edges"]])
    assert [len(phrase) for phrase in index["stops"]] == sorted(map(len, index["stops"]), reverse=True)


def test_script_and_words_agree() -> None:
    """The script asks for exactly the words that SEARCH_WORDS holds, and holds no Chinese word itself."""
    script = SCRIPT.read_text("utf-8")
    asked = set(re.findall(r'say\("(\w+)"', script)) | set(re.findall(r"words\.(\w+)", script))
    either = {word for pair in re.findall(r'say\(n \? "(\w+)" : "(\w+)"', script) for word in pair}
    assert (asked | either | set(search.ENTRY_FOLDERS)) - {"map", "kind"} == set(SEARCH_WORDS)
    code = re.sub(r"/\*.*?\*/|//.*", "", script, flags=re.DOTALL)
    assert not re.search("[\u4e00-\u9fff]", code)


@pytest.mark.parametrize(
    "feature", [r"\?\.[a-zA-Z\[(]", r"\?\?", r"\.replaceAll\(", r"\.at\(", r"\(\?<", r"\\p\{", "innerHTML"]
)
def test_script_runs_on_old_phones(feature: str) -> None:
    """The script uses nothing newer than the browsers of 2018, and never writes HTML."""
    assert not re.search(feature, SCRIPT.read_text("utf-8"))

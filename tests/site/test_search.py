"""The entries of the search, and the parts in which a browser loads them."""

import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypinyin
import pytest
from search_data import demo

from generator.facts.pinyin import syllables
from generator.model import Bundle, Notice, Regulation, Service
from generator.privacy.gate import ScanPolicy, inspect
from generator.site import search, search_parts
from generator.site.handed import handed
from generator.site.search_hall import HallFacts
from generator.site.search_pairs import shard
from generator.site.search_passages import Passage
from generator.site.search_texts import Sizes, Texts
from generator.texts.search import SEARCH_WORDS

SCRIPT = Path(__file__).parents[2] / "site_templates" / "theme" / "assets" / "gongshi" / "search.js"
COUNTY = Path(__file__).parents[2] / "site_templates" / "county" / "county.js"


def handed_over(part: bytes) -> Any:
    """The data in a part."""
    return json.loads(part.split(b",", 1)[1].rsplit(b")", 1)[0])


def parsed(*entries: search.SearchEntry) -> Any:
    return handed_over(search_parts.names_part(entries, HallFacts()))


def entry_of(id: str) -> search.SearchEntry:
    return next(entry for entry in search.entries(demo()) if entry.url.endswith(f"/{id}/"))


def with_service(**fields: object) -> search.SearchEntry:
    service = Service.model_validate({"id": "test", "name": "测试", "status": {"state": "在办"}, **fields})
    return search.entries(replace(demo(), services={"test": service}))[0]


def test_every_record_is_listed_once() -> None:
    """Services, bundles, regulations, materials, the notices passed in and the pages passed in are listed, and nothing else."""
    dataset = demo()
    page = search.page_entry("劳动保障窗口", "windows/laodong/")
    found = search.entries(dataset, dataset.notices.values(), [page])
    folders = ("services", "bundles", "regulations", "materials", "notices")
    wanted = [f"{folder}/{id}/" for folder in folders for id in getattr(dataset, folder)]
    assert [entry.url for entry in found] == [*wanted, "windows/laodong/"]


def test_bundle_is_found_by_its_names() -> None:
    """一件事 has an entry of a kind of its own, by name and aliases, and its event beside it."""
    bundle = Bundle.model_validate(
        {"id": "sheng", "name": "出生一件事", "aliases": ["生娃"], "life_event": "生育", "summary": "一次办好。"}
    )
    found = search.entries(replace(demo(), bundles={"sheng": bundle}))
    assert [entry for entry in found if entry.kind == "bundle"] == [
        search.SearchEntry(
            "bundle", "出生一件事", "bundles/sheng/", aliases=("生娃",), words=("生育",), summary="一次办好。"
        )
    ]


def test_notices_come_only_from_the_caller() -> None:
    """A notice that the caller leaves out, because it was taken down, is not in the index."""
    assert "notice" not in {entry.kind for entry in search.entries(demo())}


def test_text_of_a_notice_stays_out() -> None:
    """The index holds a notice's title, kind and dates, never its body or its objection contact."""
    body = ("张某某，家庭情况如下。",)
    notice = Notice(id="n", title="公示一则", kind="公示", body=body, since=date(2026, 9, 1), until=date(2026, 9, 7))
    entry = search.entries(replace(demo(), services={}, regulations={}, materials={}), [notice])[0]
    assert entry.summary == "公示 2026-09-01 至 2026-09-07"
    assert "张某某" not in search_parts.names_part([entry], HallFacts()).decode()


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
    """A row holds the documented values in the documented order; a name is spelled where that is unusual."""
    entry = search.SearchEntry(
        "material",
        "身份证",
        "materials/id-card/",
        ("重证", "重重"),
        ("卡",),
        ("窗", "办"),
        "说明",
        "已废止",
        "窗",
        True,
    )
    found = search_parts.names_part([entry], HallFacts(), (), {"重证": "chong'zheng", "重重": "zhong'zhong"})
    assert handed_over(found)["words"] == ["窗", "办"]
    assert handed_over(found)["entries"] == [
        *("d", "身份证", "id-card/", "\tchong'zheng", "说明", "a", "b", "重证\t重重", "卡", "已废止", "y")
    ]
    assert handed_over(found)["others"] == {"ban": "办", "chuang": "窗", "ka": "卡"}


def test_entries_are_written_column_by_column() -> None:
    """Each column has a line for each entry, empty where that has nothing."""
    entry = search.SearchEntry("service", "甲", "services/a/", window="窗")
    columns = parsed(search.page_entry("关于", "about/"), entry)["entries"]
    assert columns == ["i\na", "关于\n甲", "about/\na/", "\n", "\n", "\na", *["\n"] * 5]


def test_names_are_spelled_as_the_library_reads_them() -> None:
    """What a browser makes of table and exceptions, and what is kept for the next build, is what the library says."""
    found = search.entries(demo())
    spelled = search_parts.spelled_names(search_parts.names_part(found, HallFacts()))
    names = [name for entry in found for name in (entry.title, *entry.aliases)]
    assert {name: spelled[name] for name in names} == {name: syllables(name) for name in names}


def test_index_is_the_same_every_time() -> None:
    """Equal content gives equal bytes, and so does what an earlier build had spelled."""
    found = search.entries(demo())
    part = search_parts.names_part(found, HallFacts())
    assert part == search_parts.names_part(found, HallFacts())
    assert part == search_parts.names_part(found, HallFacts(), (), search_parts.spelled_names(part))


def test_numbers_of_the_index_look_like_nobodys() -> None:
    """1, 2, 3 … in a row would be the number of a card to the gate, and the whole site would not be published."""
    words = [f"词{number}" for number in range(40)]
    found = [
        search.SearchEntry(
            "service", f"甲{n}", f"services/a{n}/", words=tuple(words[:8] + words[8 + n : 9 + n]), window="窗"
        )
        for n in range(20)
    ]
    texts = Texts(found, [Passage(entry.url, "说", "按手印。") for entry in found], Sizes(20, 32, 10))
    parts = [search_parts.names_part(found, HallFacts()), *(texts.pairs(number) for number in range(4))]
    assert [inspect([("search/part.js", part)], ScanPolicy()).leaks for part in parts] == [()] * len(parts)


def test_codes_are_a_part_of_their_own() -> None:
    """Each entry with codes is named by its number."""
    found = [search.page_entry("甲", "a/"), replace(search.page_entry("乙", "b/"), codes=("12A", "34"))]
    assert handed_over(search_parts.codes_part(found)) == [[1, "12A\n34"]]
    assert (parsed(*found)["codes"], parsed(found[0])["codes"]) == (True, False)


def test_large_halls_have_no_summaries() -> None:
    """Of thousands of entries the summaries would be most of what a phone has to load."""
    many = [search.page_entry("甲", f"{n}/", summary="说明") for n in range(search_parts.SUMMARIES_UP_TO + 1)]
    assert not parsed(*many)["entries"][4].strip()
    assert parsed(many[0])["entries"][4] == "说明"


def test_every_common_character_has_a_reading() -> None:
    """The table covers the 6,763 characters of GB 2312, as the library reads them, and Traditional ones for them."""
    table = handed_over(search_parts.sounds_part())
    read = {character: syllable for syllable, characters in table["first"].items() for character in characters}
    assert len(read) == 6763
    assert {c: pypinyin.pinyin(c, style=pypinyin.Style.NORMAL)[0][0] for c in read} == read
    pairs = dict(zip(table["traditional"][::2], table["traditional"][1::2], strict=True))
    assert [pairs[c] for c in "戶醫證災"] == list("户医证灾")
    assert not set(pairs) & set("户医证灾")


def test_a_part_is_a_script_that_hands_its_data_over() -> None:
    """It calls gongshi.data with its name and JSON that is also JavaScript."""
    assert handed("texts", ["a\u2028b"]) == b'gongshi.data("texts",["a\\u2028b"])\n'


def test_passages_of_pages_that_are_no_entries_are_left_out() -> None:
    """A passage is of an entry, by its number; an empty anchor is left out."""
    said = [Passage("b/", "说明", "文"), Passage("c/", "说明", "文"), Passage("a/", "第一条", "字", "article-1")]
    found = [search.page_entry("甲", "a/"), search.page_entry("乙", "b/")]
    part = handed_over(Texts(found, said).first())
    assert part == [[1, "说明", "文"], [0, "第一条", "字", "article-1"]]


def test_long_texts_come_in_shards() -> None:
    """Each pair of characters is in the shard that its characters tell, with the entries that hold it."""
    found = [search.page_entry("甲", f"{n}/") for n in range(40)]
    texts = Texts(found, [Passage(f"{n}/", "说", "按手印，不收费。") for n in (3, 5, 39)], Sizes(20, 32, 10))
    assert handed_over(texts.first()) == {"shards": 4, "size": 32}
    pairs = handed_over(texts.pairs(shard("手印", 4)))
    assert pairs["手印"] == "d c bi"  # 3, then 2 and 34 further
    assert {len(handed_over(texts.block(number))) for number in texts.blocks} == {2, 1}
    assert sum(len(handed_over(texts.pairs(number))) for number in range(4)) == 6


def test_stop_phrases_can_stand_in_a_pattern() -> None:
    """Stop phrases and edges are nothing but Chinese characters."""
    index = parsed()
    assert all(re.fullmatch("[\u4e00-\u9fff]+", phrase) for phrase in [*index["stops"], *index["edges"]])


def test_scripts_and_words_agree() -> None:
    """The scripts ask for exactly the words that SEARCH_WORDS holds, and the box holds no Chinese word itself."""
    script = SCRIPT.read_text("utf-8")
    asked = set(re.findall(r'say\("(\w+)"', script))
    either = {word for pair in re.findall(r'\? "(\w+)" : "(\w+)"', script) for word in pair}
    chosen = set(re.findall(r'"(none|none_named|searching|count)"', script)) | {"why_heard", "why_slip"}
    assert (asked | either & set(SEARCH_WORDS) | chosen | set(search.ENTRY_FOLDERS)) - {"why_"} == set(SEARCH_WORDS)
    code = re.sub(r"/\*.*?\*/|//.*", "", script, flags=re.DOTALL)
    assert not re.search("[\u4e00-\u9fff]", code)


@pytest.mark.parametrize("script", [SCRIPT, SCRIPT.with_name("matcher.js"), COUNTY], ids=["box", "matcher", "county"])
@pytest.mark.parametrize(
    "feature", [r"\?\.[a-zA-Z\[(]", r"\?\?", r"\.replaceAll\(", r"\.at\(", r"\(\?<", r"\\p\{", "innerHTML"]
)
def test_scripts_run_on_old_phones(script: Path, feature: str) -> None:
    """The scripts use nothing newer than the browsers of 2018, and never write HTML."""
    assert not re.search(feature, script.read_text("utf-8"))


@pytest.mark.parametrize(
    "text", ["户口，身份证（原件）。", "Ａ４纸", "①第Ⅳ类", "abc ABC", "ﬁ", "“低保”：6个月", "e\u0301中", "가", "豈"]
)
def test_text_is_folded_alike_whether_it_is_plain_or_not(text: str) -> None:
    """What is left of a text is what its compatible form has of Chinese characters, letters and digits."""
    plain = unicodedata.normalize("NFKC", text).lower()
    read = [sign for sign in plain if "\u3400" <= sign <= "\u9fff" or (sign.isascii() and sign.isalnum())]

    assert search_parts.folded(text) == "".join(read)

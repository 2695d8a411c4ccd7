"""Atom feeds, read by feedparser, and held against what RFC 4287 demands."""

import re
import xml.etree.ElementTree as ET
from datetime import date

import feedparser
import pytest
from content_builder import TODAY
from rules.dataset_builder import DISCLOSURE, NOTICE, PERIOD, REGULATION, SERVICE, Changes, content, service_file

from generator.channels.feeds import MOST_ENTRIES, Entry, atom, changes, news
from generator.facts.changes import Edit
from generator.model import RecordKey
from generator.privacy.detect import find
from generator.privacy.passages import passages

URL = "https://www.zixu.example/dating/"
ADDRESS = "open-data/news.atom"
ATOM = "{http://www.w3.org/2005/Atom}"


def titles(of: Changes | None = None, today: date = TODAY) -> list[str]:
    return [entry.title for entry in news(content(of), today)]


def written(entries: tuple[Entry, ...], today: date = TODAY, title: str = "公示") -> bytes:
    return atom(ADDRESS, title, entries, content(), URL, today)


def test_feed_is_read_by_others() -> None:
    """A reader finds the feed's title and author, and of each entry title, address, sentence and day."""
    found = feedparser.parse(written(news(content(), TODAY)))
    notice = next(entry for entry in found.entries if "notices/" in entry.link)
    of = content().notices["dibao-2026-11"]

    assert not found.bozo and found.version == "atom10"
    assert (found.feed.title, found.feed.author) == ("公示", "虚谷镇人民政府")
    assert (notice.title, notice.link) == (of.title, f"{URL}notices/dibao-2026-11/")
    assert notice.summary == f"{of.kind}（{of.since}至{of.until}）。"
    assert notice.updated == f"{max(of.since, of.issued or of.since)}T00:00:00+08:00"


@pytest.mark.parametrize("entries", [news(content(), TODAY), changes(content(), TODAY), ()])
def test_feed_has_what_the_standard_demands(entries: tuple[Entry, ...]) -> None:
    """RFC 4287, 4.1: id, title and updated once in feed and entries, an author, a link to itself; ids differ."""
    root = ET.fromstring(written(entries))
    every = [root, *root.findall(f"{ATOM}entry")]

    assert root.tag == f"{ATOM}feed" and len(every) == len(entries) + 1
    for name in ("id", "title", "updated"):
        assert all(len(one.findall(f"{ATOM}{name}")) == 1 for one in every)
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"] == [URL + ADDRESS]
    ids = [str(one.findtext(f"{ATOM}id")) for one in every]
    assert len(set(ids)) == len(ids) and all(one.startswith("https://") for one in ids)
    moments = [str(one.findtext(f"{ATOM}updated")) for one in every]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+08:00", one) for one in moments)
    assert moments[0] == max(moments[1:], default=f"{TODAY}T00:00:00+08:00")


def test_markup_in_titles_is_text() -> None:
    """A reader shows signs as they were written."""
    entry = Entry(TODAY, "notices/a/", "甲<b>&\"乙'", "说<明>", "公<示")
    found = feedparser.parse(written((entry,), title="题<目>&"), sanitize_html=False)

    assert ET.fromstring(written((entry,))).findtext(f"{ATOM}entry/{ATOM}title") == entry.title
    assert not found.bozo and found.entries[0].tags[0].term == "公<示"


def test_news_are_notices_disclosures_and_results_newest_first() -> None:
    """Each of the three has an entry."""
    of = content()
    days = [entry.day for entry in news(of, TODAY)]

    assert set(titles()) == {
        of.notices["dibao-2026-11"].title,
        of.disclosures["caiwu-2026-q3"].record.title,
        of.results["2026-Q3"].period.title,
    }
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        (NOTICE, {"withdrawn": {"on": "2026-11-20", "reason": "有误"}}),
        (NOTICE, {"take_down": "2026-11-19"}),
        (NOTICE, {"names": {"basis": "某办法第一条", "until": "2026-11-19"}}),
        (NOTICE, {"from": "2026-11-21", "until": "2026-11-30"}),
        (DISCLOSURE, {"withdrawn": {"on": "2026-11-20", "reason": "有误"}}),
        (DISCLOSURE, {"take_down": "2026-11-19"}),
        (PERIOD, {"withdrawn": {"on": "2026-11-20", "reason": "有误"}}),
        (PERIOD, {"take_down": "2026-11-19"}),
    ],
)
def test_what_is_gone_or_has_not_begun_is_in_no_feed(path: str, gone: dict[str, object]) -> None:
    """Withdrawn, taken down, past the last day of its names, or of a day to come."""
    left = titles({path: gone})

    assert len(left) == 2 and set(left) < set(titles())


def test_nobody_is_named() -> None:
    """A notice that may name people names them on its page, and not in the feed."""
    named = {"body": ["张某某已获批准。"], "names": {"basis": "某办法第一条", "until": "2026-12-31"}}

    assert "张某某" not in written(news(content({NOTICE: named}), TODAY)).decode()


def test_changes_are_told_with_their_latest_day() -> None:
    """A guide by the day on which it was checked or stopped, a rule by that from which it is in force."""
    stopped = service_file(
        "tingban", name="停办的", status={"state": "暂停", "since": "2026-11-02"}, verified="2026-10-01"
    )
    rule = {"adopted": "2026-09-01", "effective": "2026-10-10", "verified": None}
    found = {entry.address: entry for entry in changes(content({**stopped, REGULATION: rule}), TODAY)}

    assert found["services/tingban/"].summary == "暂停（2026-11-02起）。"
    assert found["services/linshi-jiuzhu/"].summary == "核对过内容（2026-10-01）。"
    assert found["regulations/zeren-zhuijiu/"].summary == "施行（2026-10-10起）。"
    assert found["regulations/zeren-zhuijiu/"].day == date(2026, 10, 10)


def test_rule_that_will_be_in_force_was_adopted() -> None:
    """What begins after today is not told yet."""
    rule = {"adopted": "2026-09-01", "effective": "2026-12-10", "verified": None}
    found = {entry.address: entry.summary for entry in changes(content({REGULATION: rule}), TODAY)}

    assert found["regulations/zeren-zhuijiu/"] == "通过（2026-09-01）。"


def test_record_without_a_day_has_no_entry() -> None:
    """Nothing is known of when it changed."""
    found = changes(content({SERVICE: {"verified": None}}), TODAY)

    assert "services/linshi-jiuzhu/" not in {entry.address for entry in found}


def test_feed_has_an_end() -> None:
    """Of many records the newest are in it."""
    many = {
        path: file
        for n in range(60)
        for path, file in service_file(f"s-{n:02}", verified=f"2026-{n % 9 + 1:02}-01").items()
    }
    found = changes(content(many), TODAY)

    assert len(found) == MOST_ENTRIES
    assert min(entry.day for entry in found) >= date(2026, 2, 1)


def test_feed_of_changes_says_what_a_record_says() -> None:
    """A note of a change is told as it stands, braces included, before the day of the last look; one to come is not."""
    note = {"day": "2026-11-18", "what": "不再收{户口簿}。"}
    later = {"day": "2026-11-21", "what": "明天才有。"}
    of = {SERVICE: {"changes": [later, note], "verified": "2026-11-18"}}
    told = {entry.address: (entry.day, entry.summary) for entry in changes(content(of), TODAY)}
    assert told["services/linshi-jiuzhu/"] == (date(2026, 11, 18), "不再收{户口簿}。")


def test_feed_of_changes_tells_of_bundles_and_of_git() -> None:
    """A bundle has an entry as guides have; what was read from Git is told where no note says more."""
    bundle = {"bundles/b.yml": {"id": "b", "name": "救助一件事", "services": ["linshi-jiuzhu"]}}
    edits = {RecordKey("bundles", "b"): (Edit(date(2026, 11, 2), ("一句话说明",)),)}
    assert not [entry for entry in changes(content(bundle), TODAY) if entry.address == "bundles/b/"]
    entry = next(entry for entry in changes(content(bundle), TODAY, edits) if entry.address == "bundles/b/")
    assert (entry.day, entry.title, entry.summary) == (date(2026, 11, 2), "救助一件事", "改了：一句话说明。")


@pytest.mark.parametrize("fields", [{"verified": "2026-11-02"}, {"status": {"state": "暂停", "since": "2026-11-02"}}])
def test_errand_of_a_birth_is_no_day_of_birth(fields: dict[str, object]) -> None:
    """To the gate 出生 with a day behind it is that of a person; errands are called so."""
    entries = changes(content({SERVICE: {"name": "出生", **fields}}), TODAY)
    assert "出生" in [entry.title for entry in entries]

    feed = written(entries)

    assert [hit for passage in passages("changes.atom", feed) for hit in find(passage.text)] == []
    twisted = feed.replace("出生</title>".encode(), "出生</title><summary>2026-11-02</summary>".encode())
    assert [hit for passage in passages("changes.atom", twisted) for hit in find(passage.text)] != []

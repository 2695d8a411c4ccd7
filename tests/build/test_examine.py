"""examine: the records of a content folder, every problem of it once, and a digest of what each record says."""

import re
from datetime import date
from pathlib import Path

import pytest
from content_builder import TODAY, minimal_content, write_content

from generator.build.examine import Examined, examine
from generator.content.known_places import KnownPlaces
from generator.content.problems import ContentError
from generator.model import RecordKey

SERVICE = "services/linshi-jiuzhu.yml"
KEY = RecordKey("services", "linshi-jiuzhu")
CHANGE = """\
changes:
  - id: xingqiu
    since: {since}
    find: [{find}]
    within: [材料]
    services: [临时救助]
    say: 不再要
    source: {{title: 乌有县通知}}
"""
"""An invented change."""


def test_examine_finds_nothing_in_sound_content(tmp_path: Path) -> None:
    """Sound content gives its records and no problem."""
    examined = examine(write_content(tmp_path / "content", minimal_content()), TODAY)

    assert list(examined.sound().services) == ["linshi-jiuzhu"]
    assert (examined.problems, examined.incomplete) == ((), frozenset())


def test_examine_lists_problems_of_all_kinds_once_in_order(tmp_path: Path) -> None:
    """Problems of files and of rules come in one sorted list; records with a gap are named by their key."""
    files = minimal_content()
    files["notes.txt"] = "x"
    files[SERVICE] = files[SERVICE].replace("当场查看", "由[X]当场查看")
    files["regulations/weisheng-baojie.yml"] = files["regulations/weisheng-baojie.yml"].replace("由大厅", "由____")

    examined = examine(write_content(tmp_path / "content", files), TODAY)

    assert [(p.path, p.rule, p.severity) for p in examined.problems] == [
        ("content/notes.txt", "file/unexpected", "reminder"),
        ("content/regulations/weisheng-baojie.yml", "text/placeholder", "gap"),
        ("content/services/linshi-jiuzhu.yml", "text/placeholder", "gap"),
    ]
    assert examined.incomplete == {
        RecordKey("regulations", "weisheng-baojie"), RecordKey("services", "linshi-jiuzhu")
    }  # fmt: skip


def test_examine_without_the_site_file_has_no_records(tmp_path: Path) -> None:
    """Nothing can be made without site.yml, and this is said."""
    files = minimal_content()
    del files["site.yml"]

    examined = examine(write_content(tmp_path / "content", files), TODAY)

    assert examined.dataset is None
    assert [str(problem) for problem in examined.problems] == [
        "content/site.yml:1:1 [file/required] 缺少这个文件，网站和海报都需要它。可运行 gongshi init 得到样例。"
    ]


def test_content_with_errors_is_not_sound(tmp_path: Path) -> None:
    """An error anywhere, or no records at all, and nothing may be published; a gap does not matter."""
    files = minimal_content()
    content = write_content(
        tmp_path / "content", {**files, SERVICE: files[SERVICE].replace("window: minzheng", "window: x")}
    )
    with pytest.raises(ContentError) as caught:
        examine(content, TODAY).sound()
    assert [problem.rule for problem in caught.value.problems] == ["reference/window"]

    (content / "site.yml").unlink()
    with pytest.raises(ContentError):
        examine(content, TODAY).sound()

    write_content(content, {**files, SERVICE: files[SERVICE].replace("当场查看", "由[X]当场查看")})
    assert examine(content, TODAY).sound().services


def test_problems_of_one_record_are_found_by_its_key(tmp_path: Path) -> None:
    """Those of other records, and of files that hold none, are left out."""
    files = minimal_content()
    files["notes.txt"] = "x"
    files[SERVICE] = files[SERVICE].replace("当场查看", "由[X]当场查看")
    examined = examine(write_content(tmp_path / "content", files), TODAY)

    assert [problem.rule for problem in examined.problems_of(KEY)] == ["text/placeholder"]
    assert examined.problems_of(RecordKey("notices", "dibao-2026-11")) == ()


def digests(folder: Path, changes: dict[str, str]) -> Examined:
    """The minimal content with ``changes``, examined."""
    return examine(write_content(folder / "content", {**minimal_content(), **changes}), TODAY)


@pytest.mark.parametrize(
    ("path", "old", "new", "changed"),
    [
        (SERVICE, "家里突然", "家里忽然", {KEY}),
        (SERVICE, "当场查看", "由[X]当场查看", {KEY}),
        ("site.yml", "周一至周五", "每天", "shared"),
        ("windows.yml", "受理临时救助申请", "受理申请", "shared"),
        ("materials.yml", "[身份证]", "[二代身份证]", "shared"),
        ("site.yml", "上午8:30", "上午[X]", "shared"),
        ("results/2026-Q3.yml", "第三季度", "三季度", {RecordKey("results", "2026-Q3")}),
        ("results/2026-Q3.csv", "杨*", "李*", set()),
        ("pages/about.md", "关于", "有关", set()),
    ],
)
def test_digests_follow_what_a_record_says(tmp_path: Path, path: str, old: str, new: str, changed: object) -> None:
    """A record's digest changes with its own file; that of the shared files with each of them."""
    text = minimal_content()[path]
    assert old in text
    before, after = digests(tmp_path / "a", {}), digests(tmp_path / "b", {path: text.replace(old, new, 1)})

    if changed == "shared" or "[X]" not in new:  # where a placeholder was taken out counts for all
        assert (before.shared != after.shared) == (changed == "shared")
    differing = {key for key in before.digests if before.digests[key] != after.digests[key]}
    assert differing == (set() if changed == "shared" else changed)
    assert len(before.digests) == 13


def test_settled_records_are_not_asked_again(tmp_path: Path) -> None:
    """What is found does not depend on what earlier looks have settled, and one with a finding is never settled."""
    text = minimal_content()[SERVICE]
    content = write_content(tmp_path / "content", minimal_content())
    settled: set[str] = set()
    examine(content, TODAY, settled=settled)
    sound = set(settled)
    assert sound

    for edited in (text.replace("家里突然遇到难处，", "找XX，"), re.sub("(?m)^legal_basis:(\n .*)+\n", "", text), text):
        write_content(content, {SERVICE: edited})
        clean = examine(content, TODAY).problems
        assert [examine(content, TODAY, settled=settled).problems for _ in range(2)] == [clean, clean]
        assert bool(clean) == (edited != text) == (settled != sound)


def test_known_places_follow_each_edit(tmp_path: Path) -> None:
    """Line and column are those of who looks into the files; a file whose places are known is read but once."""
    text = minimal_content()[SERVICE].replace("当场查看", "由[X]当场查看")
    content, places = write_content(tmp_path / "content", minimal_content()), KnownPlaces()

    for edited in (text, f"# 一行\n{text}", text):
        write_content(content, {SERVICE: edited})
        clean = examine(content, TODAY)
        first, again = (examine(content, TODAY, places=places) for _ in range(2))
        assert first.problems == again.problems == clean.problems
        assert clean.problems
        assert [SERVICE in one.read for one in (clean, first, again)] == [False, False, True]


def test_known_changes_are_sought_again_when_they_may_be_found(tmp_path: Path) -> None:
    """A quiet service is read again when a change comes into force, is added, or a material that it asks for is renamed."""
    files = minimal_content()
    files[SERVICE] = files[SERVICE].replace("review: 2027-10-01", "review: 2026-12-15")
    files["known-changes.yml"] = CHANGE.format(since="2027-01-01", find="电子身份证")
    content = write_content(tmp_path / "content", files)
    settled: set[str] = set()

    def told(day: date) -> list[str]:
        return [
            problem.rule for problem in examine(content, day, settled=settled).problems if "change/" in problem.rule
        ]

    assert [told(TODAY), told(TODAY)] == [[], []]
    (content / "materials.yml").write_text(files["materials.yml"].replace("name: 居民", "name: 居民电子"), "utf-8")
    assert [told(TODAY), told(date(2027, 1, 1))] == [[], ["change/outdated"]]
    (content / "materials.yml").write_text(files["materials.yml"], "utf-8")
    assert told(date(2027, 1, 1)) == []
    (content / "known-changes.yml").write_text(CHANGE.format(since="2026-01-01", find="居民身份证"), "utf-8")
    assert told(TODAY) == ["change/outdated"]


def test_record_that_could_not_be_read_is_not_settled(tmp_path: Path) -> None:
    """A file that gets the name that its record asks for is looked at for the first time."""
    text = minimal_content()[SERVICE].replace("家里突然遇到难处，", "找XX，")
    content = write_content(tmp_path / "content", {**minimal_content(), "services/wrong.yml": text})
    (content / SERVICE).unlink()
    settled: set[str] = set()
    assert "file/name-is-id" in {problem.rule for problem in examine(content, TODAY, settled=settled).problems}

    (content / "services/wrong.yml").rename(content / SERVICE)

    assert examine(content, TODAY, settled=settled).problems == examine(content, TODAY).problems

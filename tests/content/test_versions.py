"""versions: what is wrong with a scheduled change is told at its place in the file, whatever the day."""

from datetime import date
from pathlib import Path

import pytest
from content_builder import SERVICE, minimal_content, write_content

from generator.content.field_places import rewritten
from generator.content.load import load
from generator.content.parsed_records import ParsedRecords
from generator.facts.versions import record_on
from generator.model import Service

FILE = "services/linshi-jiuzhu.yml"
LINE = SERVICE.count("\n") + 1
"""The line of ``versions`` when it is written below the service."""


def told(folder: Path, versions: str, path: str = FILE, text: str = SERVICE) -> list[str]:
    """What is said of a record with these ``versions``, without the path."""
    content = write_content(folder / "content", {**minimal_content(), path: text + versions})
    return [str(problem).removeprefix(f"content/{path}:") for problem in load(content).problems]


def test_sound_changes_have_no_problems(tmp_path: Path) -> None:
    """By English and by Chinese names, as one item or several."""
    english = """\
versions:
  - from: 2027-01-01
    note: 不再收复印费。
    set:
      fee: {free: 是}
  - {from: 2027-02-01, until: 2027-02-28, set: {place: 二楼}}
"""
    chinese = """\
定好日子的改动:
  - 从哪天起: 2027-01-01
    说明: 不再收复印费。
    改成:
      收费: {不收费: 是}
  - {从哪天起: 2027-02-01, 到哪天止: 2027-02-28, 改成: {地点: 二楼}}
"""
    services = []
    for versions in (english, chinese):
        assert told(tmp_path, versions) == []
        loaded = load(tmp_path / "content").dataset
        assert loaded is not None
        services.append(loaded.services["linshi-jiuzhu"])

    assert services[0] == services[1]
    assert rewritten(english.encode(), Service, "zh").decode() == chinese
    assert rewritten(chinese.encode(), Service, "en").decode() == english


WRONG = {
    "{from: 2027-01-01, set: {visits: 一次}}": (
        "45:38 [field/whole-number] “到现场次数”应为整数，实际为“一次”。用阿拉伯数字，前面不补零。请写：visits: 10"
    ),
    "{from: 2027-01-01, set: {fea: 1}}": "45:30 [field/unknown] 没有 fea 这个字段。是不是想写：fee？",
    "{从哪天起: 2027-01-01, 改成: {收费: {}}}": (
        "45:33 [fee/choice] 收费写 free: 是，或者列出 items，二者选一。请写：free: 是"
    ),
    "{from: 2027-01-01, set: {id: x}}": "45:30 [version/fixed] id 不能到某一天再改。请从“改成”里删去这一行。",
    "{from: 2027-01-01, set: {versions: []}}": (
        "45:30 [version/fixed] versions 不能到某一天再改。请从“改成”里删去这一行。"
    ),
    "{from: 2027-02-01, until: 2027-01-01, set: {place: 二楼}}": (
        "45:31 [version/until] “到哪天止”2027-01-01比“从哪天起”2027-02-01还早。"
        "请改正其中一个；一直改下去的，整行删去“到哪天止”。"
    ),
    "{from: 2027-02-01, set: {place: 二楼}}\n  - {from: 2027-02-01, set: {place: 三楼}}": (
        "46:12 [version/same-day] 前面已有一项改动从 2027-02-01 起。同一天的改动请写在同一项里。"
    ),
    "{从哪天起: 2027-01-01, 改成: {地点: 二楼, 办理地点: 三楼}}": (
        "45:37 [yaml/duplicate-key] 字段 办理地点 写了两次，请只留一个。"
    ),
    "{from: 2027-01-01, set: {}}": "45:29 [field/empty-list] “改成”至少要有一项。",
    "二楼": (
        "45:5 [field/mapping] “定好日子的改动”应为一组“字段: 内容”，实际为“二楼”。每个字段另起一行，比上一行多空两格；"
        "也可以写在一行里。请写：{from: 2026-01-31, set: {verified: 2026-01-31}}"
    ),
}
"""Item of ``versions`` -> what is said of it."""


@pytest.mark.parametrize(("version", "expected"), WRONG.items())
def test_wrong_change_is_told_where_it_stands(tmp_path: Path, version: str, expected: str) -> None:
    """As the same field of the record would be, or with what to write instead."""
    assert told(tmp_path, f"versions:\n  - {version}\n") == [expected]


def test_change_that_makes_no_sound_record_is_told_at_what_it_sets(tmp_path: Path) -> None:
    """A regulation of articles that gets parts, too, from a day on; each fault once, however many days it lasts."""
    path = "regulations/weisheng-baojie.yml"
    text = minimal_content()[path] + "chapters: [{title: 总则, articles: [{text: 一。}]}]\n"
    line = text.count("\n") + 2
    parts = "{parts: [{title: 总则, articles: [{text: 一。}]}]}"
    versions = f"versions:\n  - {{from: 2027-01-01, set: {parts}}}\n  - {{from: 2027-02-01, set: {{issuer: 镇政府}}}}\n"

    (found,) = told(tmp_path, versions, path, text)

    assert found.startswith(f"{line}:29 [regulation/body]")


def test_record_of_a_day_is_that_of_the_file_read_anew_and_taken_over(tmp_path: Path) -> None:
    """What is kept between builds are the fields of the file, with all changes."""
    content = write_content(
        tmp_path / "content",
        {**minimal_content(), FILE: f"{SERVICE}versions: [{{from: 2027-01-01, set: {{地点: 二楼}}}}]\n"},
    )
    known = ParsedRecords()
    first = load(content, known=known).dataset
    again = load(content, known=ParsedRecords(known.texts)).dataset

    assert first is not None
    assert again is not None
    assert first.services == again.services
    assert record_on(again.services["linshi-jiuzhu"], date(2027, 1, 1)).place == "二楼"

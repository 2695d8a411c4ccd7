"""Profiles: the program's own is sound, later ones replace and leave out, and mistakes are told with their place."""

from datetime import date
from pathlib import Path

import pytest

from generator.content.inspection_profiles import BadProfile, merged, read_profile, shipped_profile, unknown_left_out
from generator.model import InspectionProfile

PROVINCE = """\
满分: 90
indicators:
  - id: shouye-bugengxin
    name: 首页一周不更新
    check: 首页不更新
    kind: 扣分
    points: 5
    days: 7
    source: {title: 某省检查表, document_number: 某办函〔2026〕1号}
left_out:
  - {id: yuming, reason: 大厅不是政府网站}
"""


def read(folder: Path, text: str) -> InspectionProfile:
    """The profile with this text."""
    path = folder / "sheng.yml"
    path.write_text(text, "utf-8")
    return read_profile(path)


def test_indicators_that_nobody_read_in_the_text_are_marked() -> None:
    """A number of the program is either unconfirmed, or says where it was read, and from when its document is."""
    for one in shipped_profile().indicators:
        assert one.unconfirmed or (one.source.read_at and one.source.day and one.source.document_number), one.id
        assert one.source.day is None or date(2015, 1, 1) <= one.source.day


def test_a_province_replaces_adds_and_leaves_out(tmp_path: Path) -> None:
    """By id; what it does not name stays, and fields may have Chinese names."""
    own = merged(shipped_profile(), read(tmp_path, PROVINCE))
    by_id = {one.id: one for one in own.indicators}

    assert (own.full, own.pass_mark) == (90, 60)
    assert (by_id["shouye-bugengxin"].days, by_id["shouye-bugengxin"].kind) == (7, "扣分")
    assert "yuming" not in by_id
    assert len(by_id) == len(shipped_profile().indicators) - 1
    assert [one.id for one in own.by_hand] == [one.id for one in shipped_profile().by_hand]


def test_leaving_out_what_is_not_there_is_told(tmp_path: Path) -> None:
    """A typing error would otherwise leave the indicator in force."""
    own = read(tmp_path, "left_out:\n  - {id: yumin, reason: 不适用}\n  - {id: yuming, reason: 不适用}\n")

    assert unknown_left_out(shipped_profile(), None, own) == ["yumin"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "sheng.yml:1:1 [file/empty]"),
        ("- a\n", "sheng.yml:1:1 [file/no-fields]"),
        (PROVINCE.replace("check: 首页不更新", "check: 首页不好看"), "sheng.yml:5:12 [field/choice] “查什么”只能是：网站打不开、首页死链、"),
        (PROVINCE.replace("    points: 5\n", ""), "sheng.yml:3:5 [field/indicator] 这一条指标还要写“每处扣分”（points），不写就没法算。请写：points: 5"),
        (PROVINCE.replace("    days: 7\n", ""), "sheng.yml:3:5 [field/indicator] 这一条指标还要写“天数”（days）"),
        (PROVINCE.replace("points: 5", "points: 五分"), "sheng.yml:7:13 [field/points] “每处扣分”应为分数，如 0.1、2、5，最多两位小数，实际为“五分”。请写：points: 2"),
        (PROVINCE.replace("满分: 90", "满分: 90\nfull: 80"), "sheng.yml:2:1 [yaml/duplicate-key]"),
        (PROVINCE.replace("left_out:", "leftout:"), "sheng.yml:10:1 [field/unknown]"),
        (PROVINCE + PROVINCE[PROVINCE.index("left_out"):], "sheng.yml:12:1 [yaml/duplicate-key]"),
    ],
    ids=["empty", "list", "check", "points", "days", "number", "twice", "unknown", "again"],
)  # fmt: skip
def test_mistakes_in_a_profile_have_their_place(tmp_path: Path, text: str, told: str) -> None:
    """And say what to write instead."""
    with pytest.raises(BadProfile) as found:
        read(tmp_path, text)

    assert any(str(problem).startswith(told) for problem in found.value.problems), str(found.value)


def test_ids_stand_once(tmp_path: Path) -> None:
    """The line of the second is told."""
    twice = PROVINCE.replace("left_out:", PROVINCE[PROVINCE.index("  - id") : PROVINCE.index("left_out")] + "left_out:")
    with pytest.raises(BadProfile) as found:
        read(tmp_path, twice)

    assert [problem.line for problem in found.value.problems] == [10]


def test_a_profile_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Without a traceback."""
    with pytest.raises(BadProfile) as found:
        read_profile(tmp_path / "nicht.yml")

    assert found.value.problems[0].rule == "file/unreadable"

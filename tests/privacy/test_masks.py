"""masks: at most the family name and the last character of a name can be read, and the same person masks alike."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.privacy.masks import is_weak_mask, mask_name, may_be_shown

NAMES = st.one_of(st.text(max_size=12), st.text("王明欧阳某*＊·•. aJß（)代公司厂、/店院和", max_size=9))
DOTS = "·•・‧･∙⋅."


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("王明", "王*"),
        ("淳于无", "淳于*"),
        ("单于无名", "单于**"),
        ("爱新觉罗某", "爱新觉罗*"),
        ("个体户王明", "王*"),
        ("Amy王", "***王"),
        ("示例镇卫生院 王明", "*"),
        ("王　明", "王*"),
        ("王\u200b明", "王*"),
        ("王晓明", "王*明"),
        ("王晓明月", "王**月"),
        ("欧阳明", "欧阳*"),
        ("欧阳晓明", "欧阳**"),
        ("阿依古丽·买买提", "阿*·*提"),
        ("John Smith", "J*** S***"),
        ("Ｊｏｈｎ　Ｓｍｉｔｈ", "J*** S***"),
        ("王明（代）", "王*"),
        ("王某", "王*"),
        ("王*明", "王*明"),
        ("王", "*"),
        ("", "*"),
        ("虚谷镇不存在村村民委员会", "虚谷镇不存在村村民委员会"),
    ],
)
def test_names_are_masked(name: str, masked: str) -> None:
    """Each kind of name keeps what its rule allows."""
    assert mask_name(name) == masked


@pytest.mark.parametrize("dot", DOTS)
def test_a_middle_dot_in_any_code_point_gives_one_mask(dot: str) -> None:
    """The same person typed with another dot is masked alike."""
    assert mask_name(f"阿依古丽{dot}买买提") == mask_name("阿依古丽 · 买买提")


@given(NAMES)
@example("*. .0")
@example("*A0*")
def test_a_mask_is_its_own_mask(name: str) -> None:
    """Masking twice changes nothing."""
    assert mask_name(mask_name(name)) == mask_name(name)


@given(st.text("王李赵明晓丽红军", min_size=1, max_size=6))
def test_no_more_than_two_characters_of_a_person_are_shown(name: str) -> None:
    """Something is always hidden, and family name and last character are the most that stays."""
    masked = mask_name(name)
    assert may_be_shown(masked)
    assert len(masked.replace("*", "")) <= min(2, len(name) - 1)


MASKS = [
    "张*",
    "张*三",
    "张**",
    "**",
    "*",
    "**三",
    "张＊",
    "张某",
    "张某某",
    "欧阳*",
    "欧阳*三",
    "阿*·*提",
    "J*** S***",
]
"""Masks with at most the family name and, of three characters or more, the last one."""

WEAK = {
    "*娄须": "***",
    "冉须*": "冉**",
    "华无*桃": "华**桃",
    "张三*": "张**",
    "张三某": "张**",
    "某张三": "***",
    "*三": "**",
    "李乌*有": "李**有",
    "欧阳无*": "欧阳**",
    "买买提·艾*": "买*·*",
    "买*·力": "买*·*",
    "J*** Smith": "J*** S***",
    "王*明月收": "王**收",
}
"""Masks that show more of a person than may be public -> what is shown of it."""


@pytest.mark.parametrize("name", ["张××", "张xx", "张○○", "张XX", "张_三"])
def test_other_signs_hide_like_stars(name: str) -> None:
    """They are shown as stars."""
    assert may_be_shown(name)
    assert mask_name(name) in {"张**", "张*三"}


@pytest.mark.parametrize("name", MASKS)
def test_a_mask_that_hides_enough_stays(name: str) -> None:
    """A careful clerk's mask is shown as it is, in one kind of star."""
    assert may_be_shown(name)
    assert mask_name(name) == name.replace("＊", "*").replace("某", "*")
    assert not is_weak_mask(name)


@pytest.mark.parametrize(("name", "masked"), WEAK.items())
def test_a_mask_that_hides_too_little_is_masked_again(name: str, masked: str) -> None:
    """Stars in a name do not make it public."""
    assert not may_be_shown(name)
    assert mask_name(name) == masked
    assert is_weak_mask(name)


@pytest.mark.parametrize("name", ["王明", "王晓明", "John", "王", "", "王明（代）", "张*（代）", "示例镇卫生院 张*"])
def test_a_name_or_a_note_is_not_shown_as_it_stands(name: str) -> None:
    """Nothing may be shown but a body's name and a mask that shows little else."""
    assert not may_be_shown(name)
    assert not is_weak_mask(name)


@pytest.mark.parametrize("name", ["示例技术（中国）有限公司", "示例(东山)有限公司", "示例镇敬老院", " 示例木材加工厂 "])
def test_a_body_is_shown_as_it_is_written(name: str) -> None:
    """Brackets keep their width."""
    assert may_be_shown(name)
    assert mask_name(name) == name.strip()


def test_a_note_behind_a_body_is_left_out() -> None:
    """What is stamped on paper is no part of a name."""
    assert mask_name("示例村民委员会（盖章）") == "示例村民委员会"
    assert not may_be_shown("示例村民委员会（盖章）")


@given(NAMES)
def test_what_is_shown_may_be_shown(name: str) -> None:
    """What a mask leaves passes the check of files that were written by hand."""
    assert may_be_shown(mask_name(name))

"""masks: at most the family name and the last character of a name can be read, and the same person masks alike."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.privacy.masks import is_masked, is_organisation, mask_name

NAMES = st.one_of(st.text(max_size=12), st.text("王明欧阳某*＊·•. aJß（)代公司厂", max_size=9))
DOTS = "·•・‧･∙⋅."


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("王明", "王*"),
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
def test_a_mask_is_its_own_mask(name: str) -> None:
    """Masking twice changes nothing."""
    assert mask_name(mask_name(name)) == mask_name(name)


@given(st.text("王李赵明晓丽红军", min_size=1, max_size=6))
def test_no_more_than_two_characters_of_a_person_are_shown(name: str) -> None:
    """Something is always hidden, and family name and last character are the most that stays."""
    masked = mask_name(name)
    assert is_masked(masked)
    assert len(masked.replace("*", "")) <= min(2, len(name) - 1)


def test_a_shop_with_a_person_in_brackets_is_no_organisation() -> None:
    """The owner's name does not pass as part of a shop's."""
    assert not is_organisation("个体户(王明)")
    assert not is_organisation("不存在小吃店（王明）")
    assert "王明" not in mask_name("不存在小吃店（王明）")


@pytest.mark.parametrize("name", ["王明", "王晓明", "John", "王*明月收"])
def test_a_readable_name_is_no_mask(name: str) -> None:
    """A mask has a star and shows little else."""
    assert not is_masked(name)

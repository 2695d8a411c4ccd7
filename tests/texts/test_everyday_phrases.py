"""The phrases that residents say in any words: each group is used, and each word stands once in its group."""

from generator.texts.everyday_phrases import GROUPS, PHRASES


def test_every_group_is_named_by_a_phrase() -> None:
    named = {name for groups, _ in PHRASES for name in groups.split()}
    assert set(GROUPS) <= named


def test_no_word_stands_twice_in_a_group() -> None:
    for name, words in GROUPS.items():
        assert len(set(words.split())) == len(words.split()), name
        assert "+" not in words


def test_a_phrase_has_several_groups_and_a_meaning() -> None:
    assert [groups for groups, means in PHRASES if len(groups.split()) < 2 or not means] == []
    assert len({groups for groups, _ in PHRASES}) == len(PHRASES)

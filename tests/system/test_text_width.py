"""text_width: columns on a terminal."""

from generator.system.text_width import columns


def test_a_chinese_character_takes_two_columns() -> None:
    """So does full-width punctuation; letters and digits take one."""
    assert columns("表A，1") == 6

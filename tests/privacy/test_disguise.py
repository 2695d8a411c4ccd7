"""The plain form of a text: what signs of any script stand for."""

import sys
import unicodedata

import pytest

from generator.privacy.disguise import canonical, fold


def test_digits_of_every_script_become_ours() -> None:
    """Those beyond the basic plane too, whether they are met for the first time or again."""
    digits = [sign for sign in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(sign) == "Nd"]
    values = "".join(str(unicodedata.digit(sign)) for sign in digits)

    assert any(sign > "\uffff" for sign in digits)
    assert [fold("".join(digits), 0, len(digits)).text for _ in range(2)] == [values, values]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\U0001d400\U0001d7cf\U0001f130", "A1A"),
        ("1\U000e0020\U000e01ef2", "12"),
        ("1\U00010ead2", "1-2"),
        ("\U0001f600\U00020000\U0002ebe0", "\U0001f600\U00020000\U0002ebe0"),
    ],
)
def test_signs_beyond_the_basic_plane_are_read(text: str, plain: str) -> None:
    """Letters and digits of formulas, dashes, invisible tags; pictures and rare ideographs stay."""
    assert [fold(text, 0, len(text)).text for _ in range(2)] == [plain, plain]


def test_invisible_signs_and_gaps_go() -> None:
    """Of a value only its digits and capitals are left."""
    assert canonical("ａ\u200b１\u3000-２·\U000e00203") == "A123"

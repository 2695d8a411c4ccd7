"""Numbers are written as Word writes them."""

import pytest

from generator.sources.numerals import numeral


@pytest.mark.parametrize(
    ("style", "number", "written"),
    [
        ("decimal", 12, "12"), ("chineseCounting", 21, "二十一"), ("chineseCounting", 105, "一百零五"),
        ("chineseCountingThousand", 105, "一百零五"), ("ideographDigital", 10, "一〇"), ("japaneseCounting", 105, "一百零五"),
        ("chineseLegalSimplified", 12, "壹拾贰"), ("ideographTraditional", 3, "丙"), ("ideographZodiac", 3, "寅"),
        ("ideographZodiacTraditional", 13, "丙子"), ("decimalEnclosedCircle", 21, "㉑"), ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedCircleChinese", 3, "③"), ("decimalEnclosedFullstop", 2, "⒉"), ("decimalEnclosedParen", 21, "(21)"),
        ("decimalFullWidth", 12, "１２"), ("decimalZero", 7, "07"), ("numberInDash", 7, "- 7 -"),
        ("lowerLetter", 28, "bb"), ("upperLetter", 3, "C"), ("lowerRoman", 49, "xlix"), ("upperRoman", 1990, "MCMXC"),
        ("ideographEnclosedCircle", 3, "㊂"), ("none", 3, ""), ("decimal", 0, "0"), ("upperRoman", 0, "0"),
        ("lowerLetter", 10**9, "1000000000"), ("lowerRoman", 10**9, "1000000000"), ("hebrew1", 5, "5"),
    ],
)  # fmt: skip
def test_number_is_written(style: str, number: int, written: str) -> None:
    """In each of the formats that Chinese lists use; in others, and without a sign for it, in digits."""
    assert numeral(number, style) == written

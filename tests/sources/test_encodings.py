"""Texts that declare no encoding are decoded by what is in them, or refused."""

import pytest

from generator.sources.encodings import text_of
from generator.system.decoding import UnknownEncoding

SIMPLIFIED = "请假制度\n第一条 请假要写假条，写明事由和时间，交到窗口登记。\n第二条 假满按时回来。\n"
TRADITIONAL = "請假制度\n第一條 請假要寫假條，寫明事由和時間，交到窗口登記。\n第二條 假滿按時回來。\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"), (SIMPLIFIED, "gbk"), (SIMPLIFIED, "utf-16-le"), (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "utf-16"), (TRADITIONAL, "big5"), (TRADITIONAL, "gbk"), (TRADITIONAL, "utf-8"),
        (SIMPLIFIED + "䶮", "gb18030"), ("", "utf-8"), ("A1\n", "utf-8"),
    ],
)  # fmt: skip
def test_text_is_what_was_saved(text: str, encoding: str) -> None:
    """Traditional characters are not taken for Big5 where they were saved as GBK."""
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize("data", [b"\x00\xff\x00\xd8\x01", bytes(range(256)) * 4])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """Zeros alone make no UTF-16."""
    with pytest.raises(UnknownEncoding):
        text_of(data)

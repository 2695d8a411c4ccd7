"""decoding: a text is decoded in the encoding in which it was saved."""

import pytest

from generator.system.decoding import UnknownEncoding, decoded


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_text_is_decoded(encoding: str) -> None:
    """By the mark at its beginning, or by whether it is UTF-8; what is neither is GB18030."""
    assert decoded("柘木镇".encode(encoding)) == "柘木镇"


@pytest.mark.parametrize("data", [b"\xff\xff\xff", b"\xff\xfe\x00"])
def test_what_is_no_text_is_told(data: bytes) -> None:
    """Bytes that no encoding has, and half a character."""
    with pytest.raises(UnknownEncoding):
        decoded(data)

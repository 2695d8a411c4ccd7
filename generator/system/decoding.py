"""Finds out in which encoding a text from elsewhere was saved, and decodes it."""

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class UnknownEncoding(Exception):
    """The bytes are no text in any of the encodings that Chinese programs save in."""


def decoded(data: bytes) -> str:
    """The text of ``data``: UTF-8 or UTF-16 by the mark at its beginning, else UTF-8, else GB18030 (with GBK, GB2312).

    Raises UnknownEncoding.
    """
    for mark, encoding in (*_MARKS, (b"", "utf-8"), (b"", "gb18030")):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise UnknownEncoding

"""Decodes texts that are in none of the usual encodings: Big5, and UTF-16 without a mark at its beginning."""

import codecs
import re

from generator.system.decoding import decoded

_ORDINARY = re.compile("[\t\r\n -~\u2010-\u203b\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_HAN = re.compile("[^\x00-\xff\u3000-\u303f\uff00-\uffef]")
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WITHOUT_MARK = ("utf-16-le", "utf-16-be")
_FEWEST_ORDINARY, _FEWEST_FREQUENT, _MOST_FOREIGN = 0.95, 0.9, 0.1
_MOST_FREQUENT = 0xC6
"""The first byte of the frequent characters of Big5 (5,401 of them) goes up to here."""


def text_of(data: bytes) -> str:
    """The text of ``data``. Raises UnknownEncoding.

    A text in Big5 can be decoded as GB18030, too, into characters that nobody writes; it is taken for Big5 where many
    are such, and nearly all are frequent ones of Big5.
    """
    if b"\0" in data and not data.startswith(_MARKS) and (wide := _wide(data)):
        return wide
    text = decoded(data)
    return _traditional(data, text) or text


def _wide(data: bytes) -> str:
    for encoding in _WITHOUT_MARK:
        text = _tried(data, encoding)
        if text and len(_ORDINARY.findall(text)) >= _FEWEST_ORDINARY * len(text):
            return text
    return ""


def _traditional(data: bytes, text: str) -> str:
    found = _HAN.findall(text)
    foreign = sum(not _tried_to_write(sign, "gb2312") for sign in found)
    if foreign <= _MOST_FOREIGN * len(found) or _tried_to_write(text, "gb18030") != data:
        return ""
    other = _tried(data, "cp950")
    characters = [one for sign in _HAN.findall(other) if (one := _tried_to_write(sign, "cp950"))]
    frequent = sum(one[0] <= _MOST_FREQUENT for one in characters)
    return other if characters and frequent >= _FEWEST_FREQUENT * len(characters) else ""


def _tried(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _tried_to_write(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return b""

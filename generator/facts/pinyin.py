"""How Chinese text is read: its pinyin without tones, and the readings of single characters.

The one module that imports pypinyin, which is slow to import, when it is first asked.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from generator.system.on_demand import load


def syllables(text: str) -> str:
    """The pinyin of ``text`` without tones, joined by apostrophes; letters and digits are kept."""
    words = load("pypinyin.seg.simpleseg").seg(unicodedata.normalize("NFKC", text).lower())
    return "'".join(filter(None, map(_syllables_of_word, words)))


@lru_cache(maxsize=8_000)
def _syllables_of_word(word: str) -> str:
    """The syllables of one word of the dictionary, or of a stretch without Chinese characters.

    Names of services are made of few words: each is looked up once.
    """
    pypinyin = load("pypinyin")
    read = pypinyin.lazy_pinyin(word, style=pypinyin.Style.NORMAL, errors="'".join)
    return "'".join(part for part in "'".join(read).split("'") if part.isalnum())


_BEGINS = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_INITIALS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_FIRST_CHARACTER, _LEVEL_1_ENDS = 0xB0A1, 0xD7FA
_OPENING = "“‘「『《〈【(\"' "


def initial(text: str) -> str:
    """The letter that ``text`` begins with, when it is read; "" for other signs. Quotation marks are passed over.

    The 3,755 most common characters stand in GB 2312 in the order of their pinyin, which takes no dictionary.
    """
    first = unicodedata.normalize("NFKC", text).lstrip(_OPENING)[:1].upper()
    if first.isascii():
        return first if first.isalpha() else ""
    code = _place(first)
    if not code:
        return ""
    if code >= _LEVEL_1_ENDS:
        return next(readings(iter(first)))[1][0][0].upper()
    return next(letter for begin, letter in zip(_BEGINS[::-1], _INITIALS[::-1], strict=True) if code >= _place(begin))


def _place(character: str) -> int:
    """Where a character stands in GB 2312; 0 if it is no Chinese character of it."""
    try:
        place = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return 0
    return place if place >= _FIRST_CHARACTER else 0


def is_word(text: str) -> bool:
    """Whether the dictionary of readings has ``text`` as a word of its own; it has more long words than short ones."""
    return text in load("pypinyin.constants").PHRASES_DICT


def readings(characters: Iterator[str]) -> Iterator[tuple[str, list[str]]]:
    """Each character with its readings without tones, the most common one first."""
    for character in characters:
        yield character, _readings_of(character)


@lru_cache(maxsize=8_000)
def _readings_of(character: str) -> list[str]:
    readings_of: Mapping[int, str] = load("pypinyin.constants").PINYIN_DICT
    return list(dict.fromkeys(map(_toneless, readings_of[ord(character)].split(","))))


@cache
def _toneless(syllable: str) -> str:
    plain: str = load("pypinyin.contrib.tone_convert").to_normal(syllable)
    return plain

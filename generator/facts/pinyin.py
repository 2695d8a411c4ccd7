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


def is_word(text: str) -> bool:
    """Whether the dictionary of readings has ``text`` as a word of its own; it has more long words than short ones."""
    return text in load("pypinyin.constants").PHRASES_DICT


def readings(characters: Iterator[str]) -> Iterator[tuple[str, list[str]]]:
    """Each character with its readings without tones, the most common one first."""
    readings_of: Mapping[int, str] = load("pypinyin.constants").PINYIN_DICT
    toneless = cache(load("pypinyin.contrib.tone_convert").to_normal)
    for character in characters:
        yield character, list(dict.fromkeys(map(toneless, readings_of[ord(character)].split(","))))

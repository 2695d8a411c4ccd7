"""The pinyin of names and texts."""

import unicodedata

import pypinyin
import pytest
from search_data import demo

from generator.facts.pinyin import readings, syllables
from generator.site import search


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("低保", "di'bao"),
        ("重特大疾病", "zhong'te'da'ji'bing"),
        ("重建", "chong'jian"),
        ("参保登记", "can'bao'deng'ji"),
        ("银行账户", "yin'hang'zhang'hu"),
        ("A4纸（12345热线）", "a'4'zhi'1'2'3'4'5're'xian"),
        ("Ａ类’女", "a'lei'nv"),
    ],
)
def test_pinyin_follows_the_phrase(text: str, pinyin: str) -> None:
    """Syllables have no tones, follow the phrase, and skip punctuation; letters and digits stand for themselves."""
    assert syllables(text) == pinyin


def test_pinyin_of_words_is_the_pinyin_of_the_name() -> None:
    """A name that is spelled word by word is spelled as the library spells the whole of it."""
    named = [
        name for entry in search.entries(demo(), demo().notices.values()) for name in (entry.title, *entry.aliases)
    ]
    mixed = ["还款A1，（重）长大的了着得地", "不'一儿ü女〇𠀀\ue815", "参差不齐行长重重", "12345'热线 B超", "", "'"]
    assert len(named) > 80
    for name in (*named, *map("".join, zip(named, mixed * len(named), strict=False)), *mixed):
        folded = unicodedata.normalize("NFKC", name).lower()
        whole = "'".join(pypinyin.lazy_pinyin(folded, errors="'".join))
        assert syllables(name) == "'".join(part for part in whole.split("'") if part.isalnum())


def test_readings_begin_with_the_common_one() -> None:
    """A character with several readings has all of them, without tones, each once."""
    assert dict(readings(iter("行一"))) == {"行": ["xing", "hang", "heng"], "一": ["yi"]}

"""Rules about the signs of Chinese text: full-width punctuation between Han characters, no pinyin beside them."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from generator.content.problems import excerpt, quote
from generator.model import Dataset, Place
from generator.rules.finding import Finding, open_texts, texts

_HAN = "[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
_FULL_WIDTH = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_NARROW = re.compile(rf"(?<={_HAN})(?:[,.;:?!](?={_HAN})|\([^()\n]*{_HAN}[^()\n]*\))")
"""A sign of Latin text between two Han characters, or brackets of Latin text behind one, with Han inside."""
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_PINYIN = re.compile(rf"(?<={_HAN})[(（][a-zü' ]*[{_TONED}][a-zü{_TONED}' ]*[)）]")
"""A syllable with its tone in brackets behind a Han character; (app) and (wps) have no tone and are none."""


def punctuation_is_full_width(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Between Han characters stand the comma, full stop and brackets of Chinese text, not those of Latin text."""
    yield from _found(dataset, "text/narrow-sign", _NARROW, _widened)


def no_pinyin_is_left(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No pronunciation stands in brackets behind a Han character: it came along from where the text was copied."""
    yield from _found(dataset, "text/pinyin", _PINYIN, lambda _: "")


def _found(
    dataset: Dataset, rule: str, pattern: re.Pattern[str], corrected: Callable[[re.Match[str]], str]
) -> Iterator[Finding]:
    """One finding for each text that has ``pattern``, with the text as it should be; former names stay."""
    for record, place, joined in open_texts(dataset):
        if not pattern.search(joined):
            continue
        for keys, text in texts(record):
            if keys[:2] != ("hall", "former_names") and (found := pattern.search(text)):
                values = {"found": quote(found[0]), "text": excerpt(pattern.sub(corrected, text))}
                yield Finding(rule, Place(place.path, place.keys + keys), values)


def _widened(found: re.Match[str]) -> str:
    if len(found[0]) == 1:
        return _FULL_WIDTH[found[0]]
    return f"（{_NARROW.sub(_widened, found[0][1:-1])}）"


RULES = (punctuation_is_full_width, no_pinyin_is_left)

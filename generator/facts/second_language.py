"""What words of a hall are in its second language: as the hall has written, or composed of what it has written.

Words without Chinese characters (numbers, telephones, addresses of the net) are the same in both. For English the
program knows the labels of its sheets, and how numbers with units, dates and places are said. Everything else is the
hall's to translate; nothing is guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.model import Dataset
from generator.model.translations import Language, Translations
from generator.texts.second_language import ENGLISH, ENGLISH_PATTERNS, LISTED


@dataclass(frozen=True)
class Script:
    """How a language is written: its tag (BCP 47), its direction, and how far its letters reach above and below.

    ``leading`` is the space between lines, as a multiple of what Chinese needs.
    """

    tag: str
    rtl: bool = False
    leading: float = 1.0


SCRIPTS: dict[Language, Script] = {
    "英文": Script("en"),
    "维吾尔文": Script("ug", rtl=True, leading=1.6),
    "哈萨克文": Script("kk", rtl=True, leading=1.6),
    "藏文": Script("bo", leading=2.2),
    "彝文": Script("ii"),
    "德宏傣文": Script("tdd", leading=1.4),
    "西双版纳傣文": Script("khb", leading=1.4),
    "壮文": Script("za"),
    "朝鲜文": Script("ko"),
    "俄文": Script("ru"),
    "越南文": Script("vi", leading=1.2),
}

_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_MARKS = re.compile("([\u3001\uff0f\uff1a\u3000])")
"""What parts a list of words: Chinese comma, full-width slash, colon and space."""


@dataclass(frozen=True)
class SecondLanguage:
    """The second language of a hall: how it is written, and ``texts``, Chinese -> what the hall has written."""

    script: Script
    texts: Mapping[str, str]
    _known: dict[str, str | None] = field(default_factory=dict, compare=False, repr=False)

    def of(self, words: str) -> str | None:
        """The words in this language; None where the hall has to translate them first."""
        if words not in self._known:
            self._known[words] = self._found(words)
        return self._known[words]

    def _found(self, words: str) -> str | None:
        if own := self.texts.get(words):
            return own
        if not _CHINESE.search(words):
            return words
        said = ENGLISH.get(words) or self._composed(words) if self.script is SCRIPTS["英文"] else None
        return said or self._listed(words)

    def _composed(self, words: str) -> str | None:
        """What is made of parts by one of the patterns, each part in this language."""
        for pattern, said in ENGLISH_PATTERNS.items():
            if found := re.fullmatch(pattern, words):
                parts = [self.of(part) for part in found.groups()]
                if None not in parts:
                    return said.format(*parts)
        return None

    def _listed(self, words: str) -> str | None:
        """A list of words that are all known."""
        names = _MARKS.split(words)
        parts = [LISTED.get(name) or self.of(name) for name in names] if len(names) > 1 else [None]
        known = [part for part in parts if part is not None]
        return "".join(known).strip() if len(known) == len(parts) else None


def second_language(dataset: Dataset) -> SecondLanguage | None:
    """The second language of the hall; None where it has none."""
    return _of(dataset.translations) if dataset.translations else None


@lru_cache(maxsize=2)
def _of(translations: Translations) -> SecondLanguage:
    texts = {one.text: one.says for one in translations.texts}
    return SecondLanguage(SCRIPTS[translations.language], texts)

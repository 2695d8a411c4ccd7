"""The summary (摘要) of an article: whole sentences, as many as there is room for; no number and no sign is cut.

It is shown wherever an article is shared, and stays there after the article was deleted. So it never names a person.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category

from generator.texts.channels_wechat import SIGNS

MOST_CHARACTERS = 120
"""The room that the editor of WeChat has."""

_ENDS, _CLOSING, _CLAUSE_ENDS = SIGNS["sentence"], SIGNS["closing"], SIGNS["clause"]
_SENTENCE = re.compile(f"[^{_ENDS}]+[{_ENDS}]+[{_CLOSING}]*|[^{_ENDS}]+$")
_UNPARTED = re.compile(f"[{SIGNS['number']}]")
_GOES_ON = ("Mn", "Mc", "Me", "Cf")
_SKIN, _FLAG, _JOINER = re.compile("[\U0001f3fb-\U0001f3ff]"), re.compile("[\U0001f1e6-\U0001f1ff]"), "\u200d"


def digest(texts: Iterable[str | None], most: int = MOST_CHARACTERS) -> str:
    """As many whole sentences of ``texts`` as ``most`` characters hold; of a longer first one its first clauses.

    What stands outside the basic plane counts as two, as in a browser.
    """
    found = ""
    for sentence in sentences(texts):
        if _units(found + sentence) > most:
            return found or _shortened(sentence, most)
        found += sentence
    return found


def sentences(texts: Iterable[str | None]) -> Iterator[str]:
    """The sentences of ``texts``, each with the sign at its end."""
    for text in texts:
        for line in (text or "").split("\n"):
            for sentence in _SENTENCE.findall(line.strip()):
                whole = sentence[-1] in _ENDS + _CLOSING
                yield sentence if whole else sentence.rstrip(_CLAUSE_ENDS) + _ENDS[0]


def _shortened(sentence: str, most: int) -> str:
    """The beginning of a sentence too long: up to a comma, else up to a place where neither number nor sign is cut."""
    room = next(at for at in range(min(len(sentence), most), -1, -1) if _units(sentence[:at]) < most)
    ends = [at for at, sign in enumerate(sentence[:room]) if sign in _CLAUSE_ENDS and not _in_number(sentence, at)]
    if ends and ends[-1] >= most // 3:
        return f"{sentence[: ends[-1]]}…"
    whole = (at for at in range(room, 0, -1) if not _is_one(sentence[at - 1], sentence[at]))
    return f"{sentence[: next(whole, room)]}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _is_one(before: str, behind: str) -> bool:
    """Whether two characters belong to one number, or to one sign: a letter and its mark, a family of emoji."""
    if category(behind) in _GOES_ON or before == _JOINER or _SKIN.match(behind):
        return True
    return any(kind.match(before) and kind.match(behind) for kind in (_UNPARTED, _FLAG))


def _in_number(sentence: str, at: int) -> bool:
    """Whether the sign at a place stands within a number: 8:30, 1,200."""
    return sentence[at - 1 : at].isdigit() and sentence[at + 1 : at + 2].isdigit()

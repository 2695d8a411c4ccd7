"""The summary (摘要) of an article: whole sentences, as many as there is room for; no number is cut.

It is shown wherever an article is shared, and stays there after the article was deleted. So it never names a person.
"""

import re
from collections.abc import Iterable, Iterator

from generator.texts.channels_wechat import SIGNS

MOST_CHARACTERS = 120
"""The room that the editor of WeChat has."""

_ENDS, _CLOSING, _CLAUSE_ENDS = SIGNS["sentence"], SIGNS["closing"], SIGNS["clause"]
_SENTENCE = re.compile(f"[^{_ENDS}]+[{_ENDS}]+[{_CLOSING}]*|[^{_ENDS}]+$")
_UNPARTED = re.compile(f"[{SIGNS['number']}]")


def digest(texts: Iterable[str | None], most: int = MOST_CHARACTERS) -> str:
    """As many whole sentences of ``texts`` as ``most`` characters hold; of a single longer one its first clauses."""
    found, first = "", ""
    for sentence in sentences(texts):
        first = first or sentence
        if len(found) + len(sentence) <= most:
            found += sentence
        elif found:
            break
    return found or _shortened(first, most)


def sentences(texts: Iterable[str | None]) -> Iterator[str]:
    """The sentences of ``texts``, each with the sign at its end."""
    for text in texts:
        for line in (text or "").split("\n"):
            for sentence in _SENTENCE.findall(line.strip()):
                whole = sentence[-1] in _ENDS + _CLOSING
                yield sentence if whole else sentence.rstrip(_CLAUSE_ENDS) + _ENDS[0]


def _shortened(sentence: str, most: int) -> str:
    """The beginning of a sentence: up to a comma, else up to a place where no number stands."""
    if len(sentence) <= most:
        return sentence
    cut = sentence[: most - 1]
    ends = [at for at, sign in enumerate(cut) if sign in _CLAUSE_ENDS and not _in_number(sentence, at)]
    if ends and ends[-1] >= most // 3:
        return f"{cut[: ends[-1]]}…"
    while cut and _UNPARTED.match(cut[-1]) and _UNPARTED.match(sentence[len(cut)]):
        cut = cut[:-1]
    return f"{cut or sentence[: most - 1]}…"


def _in_number(sentence: str, at: int) -> bool:
    """Whether the sign at a place stands within a number: 8:30, 1,200."""
    return sentence[at - 1 : at].isdigit() and sentence[at + 1 : at + 2].isdigit()

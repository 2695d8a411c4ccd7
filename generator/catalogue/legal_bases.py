"""Read the legal bases of a service: 《某某办法》（某政发〔2026〕1号）第三条：……

A basis has to name its document, so a text without any title in 《》 is not understood.
"""

import re
from typing import Any

from generator.catalogue.cell_lists import parts_of

_DOCUMENT_NUMBER = re.compile(r"\s*[（(](?P<bracketed>[^（）()《》]{0,12}[0-9０-９〔\[【年][^（）()《》]{0,40})[）)]")
_ARTICLE = re.compile(
    r"\s*(?P<article>第[一二三四五六七八九十百千零〇0-9]+条(?:之[一二三四五六七八九])?"
    r"(?:第?[（(]?[一二三四五六七八九十0-9]+[)）]?[款项目])*)"
)
_BEFORE = re.compile(
    r"(?:根据|依据|按照|依照|法律依据[:：]?|【[^】]{1,12}】|[（(]?[0-9一二三四五六七八九十]{1,2}[)）、.．])*\s*"
)
_LINKING = " \t\n、，,；;。：:"
_LONGEST = 200


def legal_bases(text: str) -> list[dict[str, Any]] | None:
    """The bases in their order; None where one of them names no document."""
    found: list[dict[str, Any]] = []
    for part in parts_of(text):
        bases = _bases(part)
        if bases:
            found += bases
        elif found and not part.startswith("《"):
            _add_text(found[-1], part)
        else:
            return None
    return found or None


def _bases(part: str) -> list[dict[str, Any]]:
    """The bases of one paragraph: several where only titles and articles follow each other, else one with its text."""
    found: list[dict[str, Any]] = []
    before = _BEFORE.match(part)
    start = place = before.end() if before else 0
    while place < len(part):
        title = _title(part, place)
        if title is None:
            break
        basis, place = _basis(part, *title)
        found.append(basis)
        while place < len(part) and part[place] in _LINKING:
            place += 1
        start = place
    if not found:
        return _after_words(part)
    if rest := part[start:].strip(_LINKING.replace("。", "")):
        _add_text(found[-1], rest)
    return found


def _after_words(part: str) -> list[dict[str, Any]]:
    """The basis of a sentence that names its document within: the sentence is kept whole as the text."""
    place = part.find("《")
    title = _title(part, place) if place >= 0 else None
    if title is None:
        return []
    basis, _ = _basis(part, *title)
    return [{**basis, "text": part}]


def _title(part: str, place: int) -> tuple[str, int] | None:
    """The title in 《》 that begins at ``place``, and where it ends; 《》 may stand within."""
    if not part.startswith("《", place):
        return None
    depth = 0
    for end in range(place, min(len(part), place + _LONGEST)):
        depth += {"《": 1, "》": -1}.get(part[end], 0)
        if depth == 0:
            return (part[place + 1 : end].strip(), end + 1) if end > place + 1 else None
    return None


def _basis(part: str, title: str, place: int) -> tuple[dict[str, Any], int]:
    basis: dict[str, Any] = {"title": " ".join(title.split())}
    if number := _DOCUMENT_NUMBER.match(part, place):
        basis["document_number"] = " ".join(number["bracketed"].split())
        place = number.end()
    if article := _ARTICLE.match(part, place):
        basis["article"] = article["article"]
        place = article.end()
    return basis, place


def _add_text(basis: dict[str, Any], text: str) -> None:
    basis["text"] = f"{basis['text']}\n{text}" if "text" in basis else text

"""What an editor has to decide about a rule: blanks, a broken end, an annex that is not there, words that drift.

The text stays as it came. Each doubt becomes an entry of the gap register (缺漏) with its place.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.documents.regulation import regulation_text
from generator.facts.articles import OutlineLine
from generator.intake.lines import BETWEEN_CELLS
from generator.model import Regulation

DoubtKind = Literal["占位", "截断", "缺失", "存疑"]

_BLANK = re.compile(
    r"[\[【〔(（](?:\s{2,}|\s*(?:[XxＸ×?？]{1,4}|_++|待定|待补充?|填写[^\]】〕)）]{0,10})\s*)[\]】〕)）]"
    r"|(?<![XxＸ×])[XxＸ×]{2,}+(?=[年月日元个%％天]|市|县|镇|村|乡)"
    r"|_{3,}|待定|待补充"
)
_CUT = re.compile(r"[^。！？；：…”’』」》）)!?;:.\s]$")
_ANNEXES = re.compile(r"(?:详?见|参照|填写|按照?)\s*(附\s*(?:件|表)\s*[0-9一二三四五六七八九十]{0,3})")
_PAIRS = {"（": "）", "《": "》", "“": "”", "【": "】", "〔": "〕"}
_DOUBLED = re.compile(r"([，。；：、])\1+|[，；：、]。|[，、]$", re.M)
_GARBLED = re.compile(r"[\ufffd\ue000-\uf8ff]|[?？][一二三四五六七八九十]{1,3}[?？]|%[0-9]%|[?？]{3,}|锟斤拷")
"""What programs write that could not write a character, and the numbers of lists that some converters spoil."""
_RESPONSIBLE = re.compile(r"([^\W的和及或等其各]{2})(负责人|责任人)")
_HALL = re.compile("(?:便民|党群|政务|为民|综合|社区)服务(?:大厅|中心|站)")


@dataclass(frozen=True)
class TextDoubt:
    """What is doubtful, where (第六条, 全文), and what it is, to be shown to the editor.

    ``beside``: the text itself, where it is a note or a text box.
    """

    kind: DoubtKind
    where: str
    note: str
    beside: str = ""


@dataclass(frozen=True)
class DoubtWords:
    """How doubts are told; each but ``whole`` and ``line`` is filled in."""

    whole: str
    line: str
    blank: str
    unpaired: str
    signs: str
    garbled: str
    annex: str
    cut: str
    drift: str


def doubts(regulation: Regulation, words: DoubtWords) -> Iterator[TextDoubt]:
    """What is doubtful in the text of a regulation; ``words`` say it."""
    lines = regulation_text(regulation).lines
    by_article = dict[str, list[str]]()
    for place, line in zip(_places(lines, words), lines, strict=True):
        by_article.setdefault(place, []).append(line.text)
    for place, texts in by_article.items():
        yield from _in_article("\n".join(texts), place, regulation, words)
    around = "\n".join(filter(None, (regulation.title, regulation.headnote, regulation.preamble)))
    if garbled := _GARBLED.search(around):
        yield _garbled(around, garbled, words.whole, words)
    last = lines[-1].text.rpartition("\n")[2] if lines and not lines[-1].is_heading else ""
    if _CUT.search(last) and BETWEEN_CELLS not in last:
        yield TextDoubt("截断", _places(lines, words)[-1], words.cut.format(text=last[-8:]))
    text = "\n".join([regulation.preamble or "", *(line.text for line in lines)])
    for first, second in drifting(text):
        yield TextDoubt("存疑", words.whole, words.drift.format(first=first, second=second))


def _in_article(text: str, place: str, regulation: Regulation, words: DoubtWords) -> Iterator[TextDoubt]:
    for found in _BLANK.finditer(text):
        yield TextDoubt("占位", place, words.blank.format(text=found[0]))
    if garbled := _GARBLED.search(text):
        yield _garbled(text, garbled, place, words)
    if sign := _unpaired(text):
        yield TextDoubt("存疑", place, words.unpaired.format(sign=sign))
    if doubled := _DOUBLED.search(text):
        yield TextDoubt("存疑", place, words.signs.format(text=text[max(0, doubled.start() - 6) : doubled.end()]))
    for annex in _ANNEXES.finditer(text):
        if not any(_same_annex(annex[1], one.title) for one in regulation.annexes):
            yield TextDoubt("缺失", place, words.annex.format(annex=re.sub(r"\s", "", annex[1])))


def _garbled(text: str, found: re.Match[str], place: str, words: DoubtWords) -> TextDoubt:
    shown = text[max(0, found.start() - 4) : found.end() + 4]
    return TextDoubt("存疑", place, words.garbled.format(text=" ".join(shown.split())))


def drifting(text: str) -> list[tuple[str, str]]:
    """Pairs of terms that are likely one, the more frequent one first.

    首问负责人 and 首问责任人; two names of one hall.
    """
    found = list[tuple[str, str]]()
    responsible = Counter(match[0] for match in _RESPONSIBLE.finditer(text))
    for first in responsible:
        other = first[:2] + ("责任人" if first.endswith("负责人") else "负责人")
        if (responsible[other], first) < (responsible[first], other) and other in responsible:
            found.append((first, other))
    halls = [hall for hall, _ in Counter(_HALL.findall(text)).most_common()]
    return found + [(halls[0], other) for other in halls[1:]]


def _unpaired(text: str) -> str:
    """The sign that has no partner; a lone closing bracket may belong to a number such as 1）."""
    for opening, closing in _PAIRS.items():
        before, behind = text.count(opening), text.count(closing)
        if before > behind or (before < behind and opening != "（"):
            return opening if before > behind else closing
    return ""


def _same_annex(named: str, title: str) -> bool:
    plain = re.sub(r"\s", "", named)
    return re.sub(r"\s", "", title).startswith(plain) or not plain[2:]


def _places(lines: Sequence[OutlineLine], words: DoubtWords) -> list[str]:
    """Where each line stands, by the article that it belongs to."""
    found, article = list[str](), ""
    for count, line in enumerate(lines, 1):
        if line.level == "article" or line.is_heading:
            article = line.number.strip("、.") or words.line.format(number=count)
        found.append(article)
    return found

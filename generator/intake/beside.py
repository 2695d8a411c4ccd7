"""What a paper prints beside its text, notes and text boxes: to which rule and article each of them belongs.

Readers of the paper see them, and no field of a rule has a place for them. So they are kept in the record as gaps until
somebody decides; comments, hidden and deleted text, which readers do not see, are only told.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.content.invisible import FORBIDDEN
from generator.intake.doubts import TextDoubt
from generator.intake.marks import ARTICLE, HEADINGS, mark_of
from generator.intake.papers import Paper
from generator.intake.regulation import Draft
from generator.sources import Aside
from generator.sources.document import AsideKind
from generator.texts.intake import INTAKE

_SEEN: tuple[AsideKind, ...] = ("note", "text box")
_GLOSS = re.compile(r"[a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ\s]*")
"""The sound of characters, which word processors print above them."""


def others(paper: Paper) -> list[Aside]:
    """What stands beside the text and belongs to no rule."""
    return [aside for aside in paper.asides if _owner(aside, paper) is None]


def doubts_beside(draft: Draft, paper: Paper) -> Iterator[TextDoubt]:
    """What stands beside the text of one rule, for each article together."""
    found = defaultdict[tuple[str, AsideKind], list[str]](list)
    for aside in paper.asides:
        if _owner(aside, paper) is draft:
            found[_article(draft, aside.place), aside.kind].append(FORBIDDEN.sub("", aside.text))
    for (where, kind), texts in found.items():
        quoted = "".join(INTAKE["quoted"].format(text=" ".join(text.split())) for text in texts)
        note = INTAKE["beside"].format(kind=INTAKE[kind], count=len(texts), texts=quoted)
        yield TextDoubt("存疑", where, note, beside="\n".join(texts))


def annex(doubts: Sequence[TextDoubt]) -> dict[str, str]:
    """An annex that holds what stands beside the text, with its places."""
    lines = (INTAKE["beside_line"].format(where=one.where, text=one.beside) for one in doubts)
    return {"title": INTAKE["beside_annex"], "text": "\n".join(lines)}


def _owner(aside: Aside, paper: Paper) -> Draft | None:
    """The rule in whose lines it stands; what stands before the first title belongs to the first rule."""
    if aside.kind not in _SEEN or _GLOSS.fullmatch(aside.text):
        return None
    first = None if paper.halls else next(iter(paper.drafts), None)
    return next((draft for draft in reversed(paper.drafts) if draft.place <= aside.place), first)


def _article(draft: Draft, place: int) -> str:
    """The number of the article that stands at a place of the source."""
    marks = [(line.place, mark) for line in draft.lines if (mark := mark_of(line.text))]
    styles = [mark.style for _, mark in marks if mark.style not in HEADINGS]
    style = ARTICLE if ARTICLE in styles else next(iter(styles), "")
    numbers = [mark.typed.strip("、.") for at, mark in marks if mark.style == style and at <= place]
    return numbers[-1] if numbers else INTAKE["whole"]

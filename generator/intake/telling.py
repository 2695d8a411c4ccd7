"""The lines that tell of papers before anything is written: what was read, what was left out, what is in doubt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.content.problems import excerpt
from generator.documents.regulation import as_plain_text, regulation_text
from generator.intake.beside import others
from generator.intake.doubts import DoubtWords, TextDoubt
from generator.intake.papers import Paper
from generator.intake.regulation import Draft
from generator.texts.intake import INTAKE

WORDS = DoubtWords(
    whole=INTAKE["whole"],
    line=INTAKE["line"],
    blank=INTAKE["blank"],
    unpaired=INTAKE["unpaired"],
    signs=INTAKE["signs"],
    garbled=INTAKE["garbled"],
    annex=INTAKE["annex"],
    cut=INTAKE["cut"],
    drift=INTAKE["drift"],
)
_SHOWN, _LENGTH = 8, 24
_TOLD_IN_PART = ("boilerplate", "page number", "contents", "gloss", "invisible", "markup", "list", "inserted")
"""What is noise, or stands in the rule or in another file, too; of everything else each word is told."""


def of_paper(paper: Paper, doubts: Mapping[str, Sequence[TextDoubt]]) -> Iterator[str]:
    """What was read of a paper; ``doubts`` are those of each draft, by its title."""
    yield INTAKE["paper"].format(name=paper.name)
    for draft in paper.drafts:
        yield _draft(draft)
        if found := doubts.get(draft.title):
            yield INTAKE["doubts_head"]
            yield from (
                INTAKE["doubt"].format(where=one.where, kind=one.kind, note=excerpt(one.note, len(one.note)))
                for one in found
            )
    yield from _left_out(paper)
    if paper.tables:
        places = "、".join(INTAKE["paragraph"].format(place=place) for place in paper.tables)
        yield INTAKE["tables"].format(count=len(paper.tables), places=places)
    changes = [INTAKE[kind].format(count=count) for kind, count in paper.changed.items() if count]
    if changes:
        yield INTAKE["changed"].format(changes="、".join(changes))


def _draft(draft: Draft) -> str:
    document = regulation_text(draft.record("x"))
    articles = sum(line.level == "article" for line in document.lines)
    days = ((key, draft.fields.get(key)) for key in ("adopted", "effective"))
    return INTAKE["draft"].format(
        title=draft.title,
        articles=articles,
        characters=sum(map(len, as_plain_text(document))),
        dates="".join(INTAKE["dates"].format(label=INTAKE[key], day=day) for key, day in days if day),
    )


def _left_out(paper: Paper) -> Iterator[str]:
    by_kind = defaultdict[str, list[tuple[int, str]]](list)
    for one in paper.removed:
        by_kind[one.kind].append((one.place, one.text))
    for aside in others(paper):
        by_kind[aside.kind].append((aside.place, aside.text))
    if by_kind:
        yield INTAKE["removed_head"]
    for kind, found in by_kind.items():
        texts = _some(found) if kind in _TOLD_IN_PART else _all(found)
        yield INTAKE["removed"].format(kind=INTAKE[kind], count=len(found), texts=texts)
    yield INTAKE["nothing_lost"]


def _some(found: Iterable[tuple[int, str]]) -> str:
    texts = [_one(place, excerpt(text, _LENGTH)) for place, text in found]
    return "、".join(texts[:_SHOWN]) + (INTAKE["more"] if len(texts) > _SHOWN else "")


def _all(found: Iterable[tuple[int, str]]) -> str:
    """Each text whole but for numbers that may be somebody's; one of several lines in one."""
    texts = ((place, " ".join(text.split())) for place, text in found)
    return "、".join(_one(place, excerpt(text, len(text))) for place, text in texts)


def _one(place: int, text: str) -> str:
    return INTAKE["removed_one" if place else "removed_of_all"].format(place=place, text=text)

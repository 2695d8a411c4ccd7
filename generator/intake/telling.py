"""The lines that tell of papers before anything is written: what was read, what was left out, what is in doubt."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from generator.content.problems import excerpt
from generator.documents.regulation import as_plain_text, regulation_text
from generator.intake.beside import others
from generator.intake.doubts import DoubtWords, TextDoubt
from generator.intake.papers import Paper
from generator.intake.planning import Making
from generator.intake.regulation import Draft
from generator.model import Regulation
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
_ON_POSTERS = ("issuer", "effective")


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
        between = {line.place for draft in paper.drafts for line in draft.lines}
        between.update(place for other, places in by_kind.items() if other != kind for place, _ in places)
        texts = _some(found, between) if kind in _TOLD_IN_PART else _all(found)
        yield INTAKE["removed"].format(kind=INTAKE[kind], count=len(found), texts=texts)
    yield INTAKE["nothing_lost" if by_kind else "all_taken"]


def _some(found: Sequence[tuple[int, str]], between: Collection[int]) -> str:
    """The first texts, and where all of them stand; ``between`` are the lines of everything else."""
    texts = [_one(place, excerpt(text, _LENGTH)) for place, text in found[:_SHOWN]]
    more = INTAKE["more"].format(places="、".join(_runs((place for place, _ in found if place), between)))
    return "、".join(texts) + (more if len(found) > _SHOWN else "")


def _all(found: Iterable[tuple[int, str]]) -> str:
    """Each text whole but for numbers that may be somebody's; one of several lines in one."""
    texts = ((place, " ".join(text.split())) for place, text in found)
    return "、".join(_one(place, excerpt(text, len(text))) for place, text in texts)


def _one(place: int, text: str) -> str:
    return INTAKE["removed_one" if place else "removed_of_all"].format(place=place, text=text)


def _runs(places: Iterable[int], between: Collection[int]) -> Iterator[str]:
    """Lines that follow each other but for empty ones, as from … to …."""
    runs = list[tuple[int, int]]()
    for place in sorted(places):
        follows = runs and not any(runs[-1][1] < other < place for other in between)
        runs[-1:] = [(runs[-1][0], place)] if follows else [*runs[-1:], (place, place)]
    for first, last in runs:
        yield INTAKE["single" if first == last else "run"].format(first=first, last=last)


def of_posters(making: Making) -> Iterator[str]:
    """What keeps the posters of the rules from being printed."""
    titles = defaultdict[str, list[str]](list)
    for record, _, _ in making.records.values():
        lacking = [Regulation.model_fields[key].title or key for key in _ON_POSTERS if getattr(record, key) is None]
        if reasons := [*lacking, *([INTAKE["doubtful"]] if record.gaps else [])]:
            titles["、".join(reasons)].append(record.title)
    for what, named in titles.items():
        listed = "".join(INTAKE["titled"].format(title=one) for one in named)
        yield INTAKE["held"].format(titles=listed, what=what)

"""``gongshi import regulation``, step by step: read, tell what was read, ask what is open, write.

Questions and answers go through a ``Clerk``, as when results are imported; nothing here knows the terminal.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from generator.catalogue.changes import Plan, apply
from generator.catalogue.current import language_of, readable
from generator.catalogue.importing import NotAgreed
from generator.catalogue.refusals import ImportRefused
from generator.content.explain import field_errors
from generator.content.load import load
from generator.content.problems import excerpt, make_problem
from generator.content.record_files import Unwritable
from generator.intake import telling
from generator.intake.accounting import CharactersLost
from generator.intake.beside import doubts_beside
from generator.intake.doubts import TextDoubt, doubts
from generator.intake.papers import LONGEST, MOST_LINES, Paper, is_too_long, read_paper, traditional_in
from generator.intake.planning import Making, add_hall, add_regulation, private_places
from generator.intake.questions import Questions, Settled, Wishes
from generator.model import Regulation
from generator.register.dialogue import Clerk
from generator.sources import Source, SourceError
from generator.sources.reading import read_bytes, read_source
from generator.system.environment import cores
from generator.texts.intake import INTAKE
from generator.texts.sources import SOURCE_MESSAGES

READ = (".docx", ".doc", ".wps", ".odt", ".rtf", ".txt", ".md", ".html", ".htm")
"""Endings of the files in a folder that are read; others are left alone."""
_SHOWN = 12
"""At most so many files are named one by one."""
_TRACKED = ("inserted", "deleted")


def run(files: Sequence[Path], pasted: bytes | None, content: Path, today: date, wishes: Wishes, clerk: Clerk) -> None:
    """Import papers; ``pasted`` is text from the clipboard. Raises ImportRefused, NothingImported, NotAgreed."""
    loaded = load(content, cores())
    dataset = readable(loaded)
    sources = _read(files, pasted)
    if not sources:
        raise ImportRefused([INTAKE["no_file"]])
    papers = _understood(sources, dataset.site.wall_topics, wishes, clerk)
    language = language_of(content, [f"services/{one}.yml" for one in dataset.services])
    making = Making(loaded, today, language)
    asked = Questions(wishes, clerk, making)
    told = dict[str, Mapping[str, Sequence[TextDoubt]]]()
    for paper in papers:
        found = {
            draft.title: [*doubts(draft.record("x"), telling.WORDS), *doubts_beside(draft, paper)]
            for draft in paper.drafts
        }
        clerk.says("\n".join(telling.of_paper(paper, found)))
        told[paper.name] = found
    asked.completed(papers)
    for paper in papers:
        for draft in paper.drafts:
            _plan(asked.settled(draft, told[paper.name][draft.title]), paper, asked)
    halls = [paper for paper in papers if paper.halls]
    if halls and not wishes.out and asked.takes_hall(halls):
        add_hall(making, halls, asked.about_hall(halls))
    _refuse_private(making)
    _write(making, papers, wishes, clerk)


def _read(files: Sequence[Path], pasted: bytes | None) -> list[Source]:
    found, refused = list[Source](), list[str]()
    paths = [inner for file in files for inner in _inside(file)]
    for path in [*paths, *([Path(INTAKE["pasted"])] if pasted is not None else [])]:
        try:
            found.append(read_source(path) if path in paths or pasted is None else read_bytes(path.name, pasted))
        except SourceError as error:
            message, remedy = (text.format(**error.values) for text in SOURCE_MESSAGES[error.rule])
            then = INTAKE["remedy"].format(remedy=remedy) if remedy else ""
            refused.append(INTAKE["unreadable"].format(name=path.name, reason=message, remedy=then))
    if refused:
        raise ImportRefused(refused)
    return found


def _inside(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    inner = sorted(
        one for one in path.rglob("*") if one.suffix.lower() in READ and not one.name.startswith(("~$", "."))
    )
    return [one for one in inner if one.is_file()]


def _understood(sources: Sequence[Source], topics: Sequence[str], wishes: Wishes, clerk: Clerk) -> list[Paper]:
    papers, refused = list[Paper](), list[str]()
    for source in sources:
        if is_too_long(source):
            refused.append(INTAKE["too_long"].format(name=source.name, characters=LONGEST // 10_000, lines=MOST_LINES))
            continue
        revisions = sum(aside.kind in _TRACKED for aside in source.asides)
        if revisions and not wishes.yes:
            if not clerk.present:
                refused.append(INTAKE["revisions"].format(name=source.name, count=revisions))
                continue
            if not clerk.agrees(INTAKE["ask_revisions"].format(name=source.name, count=revisions)):
                raise NotAgreed
        try:
            paper = read_paper(source, topics, wishes.simplified or _is_to_be_simplified(source, wishes, clerk))
        except CharactersLost as lost:
            refused.append(INTAKE["lost"].format(name=source.name, place=lost.place, text=excerpt(lost.text)))
        except ValidationError as error:
            refused += _invalid(source.name, error)
        else:
            papers.append(paper)
            if not paper.drafts and not paper.halls:
                refused.append(INTAKE["no_rule"].format(name=source.name))
            empty = (draft for draft in paper.drafts if not draft.has_text)
            told = INTAKE["no_body" if source.blocks else "only_boxes"]
            refused += (told.format(name=source.name, title=draft.title) for draft in empty)
    if refused:
        raise ImportRefused(refused)
    return papers


def _is_to_be_simplified(source: Source, wishes: Wishes, clerk: Clerk) -> bool:
    if wishes.yes or not clerk.present:
        return False
    some = traditional_in(source)
    return bool(some) and clerk.agrees(INTAKE["ask_simplified"].format(name=source.name, some=some))


def _invalid(name: str, error: ValidationError) -> Iterator[str]:
    for one in field_errors(Regulation, error):
        problem = make_problem(one.rule, "", 1, 1, one.values)
        yield INTAKE["invalid"].format(name=name, message=problem.message)


def _plan(settled: Settled, paper: Paper, asked: Questions) -> None:
    draft, treatment = settled.draft, asked.treatment(settled.draft)
    if treatment == "left":
        asked.making.told.append(INTAKE["left"].format(title=draft.title))
        return
    correct, elsewhere = treatment == "correction", bool(asked.wishes.out)
    try:
        add_regulation(asked.making, draft, paper.name, settled.gaps, correct, elsewhere)
    except ValidationError as error:
        raise ImportRefused(_invalid(paper.name, error)) from None
    except Unwritable:
        raise ImportRefused(
            [INTAKE["lost"].format(name=paper.name, place=draft.place, text=excerpt(draft.title))]
        ) from None


def _refuse_private(making: Making) -> None:
    refused = [
        INTAKE["private"].format(
            name=paper, place=place, title=title, message=make_problem(rule, "", 1, 1, values).message
        )
        for paper, title, place, values, rule in private_places(making)
    ]
    if refused:
        raise ImportRefused(refused)


def _write(making: Making, papers: Sequence[Paper], wishes: Wishes, clerk: Clerk) -> None:
    clerk.says("\n".join(_planned(making, papers)))
    if not making.files:
        return
    if wishes.dry_run:
        clerk.says(INTAKE["dry"])
        return
    if not (wishes.yes or clerk.agrees(INTAKE["ask"])):
        raise NotAgreed
    folder = wishes.out or making.loaded.folder
    apply(Plan(folder, tuple(making.files)))
    clerk.says("\n".join([INTAKE["done"].format(count=len(making.files)), *telling.of_posters(making), INTAKE["next"]]))


def _planned(making: Making, papers: Sequence[Paper]) -> Iterator[str]:
    yield from making.told
    for head, files in (
        ("new_head", [one for one in making.files if one.before is None]),
        ("replaced_head", [one for one in making.files if one.path in making.samples]),
        ("changed_head", [one for one in making.files if one.before is not None and one.path not in making.samples]),
    ):
        if files:
            yield INTAKE[head]
            yield from (INTAKE["new"].format(path=one.path, title=one.title) for one in files[:_SHOWN])
            if len(files) > _SHOWN:
                yield INTAKE["more_files"].format(count=len(files) - _SHOWN)
    named = {topic for paper in papers for hall in paper.halls for topic in hall.topics}
    walls = {record.wall for record, _, _ in making.records.values() if record.wall}
    there = walls | {one.wall for one in making.dataset.regulations.values() if one.wall and not one.repealed}
    topics = [topic for topic in making.dataset.site.wall_topics if topic not in there]
    if missing := [topic for topic in topics if any(topic in name for name in named)]:
        yield INTAKE["no_text"].format(topics="、".join(missing))
    if not making.files:
        yield INTAKE["nothing"]

"""A rule that is there already: what its new text changes, article by article, and where the old one is kept."""

import difflib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from generator.catalogue.plain_records import plain
from generator.documents.regulation import as_plain_text, regulation_text
from generator.intake.accounting import plain as characters
from generator.model import Dataset, Regulation
from generator.texts.intake import INTAKE

_OF_THE_TEXT = (
    "numbering", "chapter_numbering", "item_numbering", "numbered_by_chapter", "headnote", "preamble", "parts",
    "chapters", "articles", "signature", "annexes", "gaps", "change_note", "verified", "document_number", "adopted",
    "effective", "supersedes",
)  # fmt: skip
"""What belongs to one version and is not taken over into the next."""


@dataclass(frozen=True)
class Versions:
    """The fields of a rule with its new text, and of the file in which the old text is kept (None: corrected)."""

    current: dict[str, Any]
    archived: dict[str, Any] | None


def in_force(dataset: Dataset, title: str, topic: str | None) -> Regulation | None:
    """The rule in force that has this title, or that hangs for this topic."""
    found = [one for one in dataset.regulations.values() if not one.repealed]
    named = (one for one in found if characters([one.title]) == characters([title]))
    return next(named, None) or next((one for one in found if topic and one.wall == topic), None)


def says_the_same(old: Regulation, new: Regulation) -> bool:
    """Whether two records print the same text."""
    return _printed(old) == _printed(new)


def versions(old: Regulation, fields: Mapping[str, Any], taken: Container[str], today: date, correct: bool) -> Versions:
    """The files of a rule with a new text. ``correct``: it mends the old text instead of taking its place."""
    before = plain(old)
    kept = {key: value for key, value in before.items() if key not in _OF_THE_TEXT}
    current: dict[str, Any] = {**kept, **fields, "id": old.id}
    if correct:
        stays = ("document_number", "adopted", "effective", "supersedes")
        dated: dict[str, Any] = {key: before[key] for key in stays if key in before}
        return Versions({**dated, **current}, None)
    day = old.effective or old.adopted or today
    names = (f"{old.id}-{day.year}" + (f"-{number}" if number > 1 else "") for number in count(1))
    archive = next(name for name in names if name not in taken)
    archived = {key: value for key, value in before.items() if key not in ("hangs_at", "gaps")}
    return Versions({**current, "supersedes": archive}, {**archived, "id": archive, "status": "废止"})


def changed_articles(old: Regulation, new: Regulation) -> Iterator[str]:
    """Which articles were changed, added and taken away, in order."""
    before, after = _articles(old), _articles(new)
    matcher = difflib.SequenceMatcher(None, [text for _, text in before], [text for _, text in after], autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        both = min(end - start, stop - begin)
        for number, _ in after[begin : begin + both]:
            yield INTAKE["article_changed"].format(number=number)
        for number, _ in before[start + both : end]:
            yield INTAKE["article_removed"].format(number=number)
        for number, _ in after[begin + both : stop]:
            yield INTAKE["article_added"].format(number=number)


def _articles(regulation: Regulation) -> list[tuple[str, str]]:
    """Number and whole text of each article; what stands around the articles comes first and last."""
    document = regulation_text(regulation)
    found: list[tuple[str, str]] = [(INTAKE["whole"], characters([document.title, document.preamble or ""]))]
    for line in document.lines:
        if line.level == "article" or line.is_heading or len(found) == 1:
            found.append((line.number.strip("、") or line.text[:8], characters([line.text])))
        else:
            number, text = found[-1]
            found[-1] = (number, text + characters([line.number, line.text]))
    return found


def _printed(regulation: Regulation) -> str:
    return characters(as_plain_text(regulation_text(regulation)))

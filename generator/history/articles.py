"""Which articles of a rule are not as before, by the numbers that residents read."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from pydantic import ValidationError

from generator.facts.articles import outline
from generator.history.values import Difference
from generator.model import Regulation
from generator.texts.history import DIFFERENCES

TEXT = frozenset(
    {"articles", "chapters", "parts", "numbering", "chapter_numbering", "item_numbering", "numbered_by_chapter"}
)
"""Fields that are told as articles."""

_Article = tuple[str, str]
"""Number and text, items included."""


def article_differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    """The articles that were dropped, are new, or say something else; one that only has another number is none.

    Only that the text differs, where one of the two is not as this version of the program writes it.
    """
    if all(old.get(key) == new.get(key) for key in TEXT):
        return
    before, after = _articles(old), _articles(new)
    if before is None or after is None:
        yield Difference(DIFFERENCES["articles"], None, None)
        return
    opcodes = SequenceMatcher(None, [text for _, text in before], [text for _, text in after], autojunk=False)
    for kind, i, j, k, end in opcodes.get_opcodes():
        if kind != "equal":
            yield from _of_run(before[i:j], after[k:end])


def _of_run(before: Sequence[_Article], after: Sequence[_Article]) -> Iterator[Difference]:
    for (_, _), (number, _) in zip(before, after, strict=False):
        yield Difference(number, None, None)
    for number, _ in before[len(after) :]:
        yield Difference(DIFFERENCES["articles"], number, None)
    for number, _ in after[len(before) :]:
        yield Difference(DIFFERENCES["articles"], None, number)


def _articles(record: Mapping[str, Any]) -> list[_Article] | None:
    """Every article and heading in order; None where the record is not one of this version of the program."""
    try:
        lines = outline(Regulation.model_validate(record))
    except ValidationError:
        return None
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.is_heading or line.level == "article" or not found:
            found.append((line.number or DIFFERENCES["unnumbered"].format(place=len(found) + 1), []))
        found[-1][1].append(f"{line.heading or ''}\n{line.text}")
    return [(number, "\n".join(texts)) for number, texts in found]

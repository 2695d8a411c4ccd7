"""Turns the tree of a regulation into fields: the program's own numbering where it fits, else the number as typed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from generator.facts.articles import BELOW, number_in, written
from generator.intake.structure import Node
from generator.model import shorthands
from generator.model.regulation import UNNUMBERED, ArticleNumbering, ChapterNumbering, ItemNumbering

Fields = dict[str, Any]

_as_text = shorthands.named("text")
_STYLE_OF = {"条": "第一条", "章": "第一章"}
_HEADINGS = {"part": "第一编", "section": "第一节"}


def numbered(nodes: Sequence[Node]) -> Fields:
    """The fields of a regulation that hold its text and say how it is numbered.

    They print the very numbers that ``nodes`` have. Settings that are the default are left out.
    """
    return _Numbering(nodes).fields()


class _Numbering:
    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        levels = {
            level: [node for node in _all(nodes) if node.level == level] for level in ("chapter", "article", "item")
        }
        self._chapters = _most(levels["chapter"], get_args(ChapterNumbering), "第一章")
        self._articles = _most(levels["article"], get_args(ArticleNumbering), "第一条")
        self._items = _most(levels["item"], get_args(ItemNumbering), "（一）")
        self._restarts = self._begins_anew()
        self._count = 0

    def fields(self) -> Fields:
        settings = {
            "numbering": (self._articles, "第一条"),
            "chapter_numbering": (self._chapters, "第一章"),
            "item_numbering": (self._items, "（一）"),
        }
        found: Fields = {key: value for key, (value, default) in settings.items() if value != default}
        if self._restarts:
            found["numbered_by_chapter"] = True
        return found | self._both(self._nodes)

    def _both(self, nodes: Sequence[Node]) -> Fields:
        """Articles that stand before the first heading, and the parts, chapters or sections behind them."""
        articles = [self._article(node) for node in nodes if node.level == "article"]
        headed = [node for node in nodes if node.level != "article"]
        found: Fields = {"articles": articles} if articles else {}
        if headed:
            found[f"{headed[0].level}s"] = [self._headed(node, place) for place, node in enumerate(headed, 1)]
        return found

    def _begins_anew(self) -> bool:
        """Whether most chapters begin their articles with the first number."""
        chapters = [node for node in _all(self._nodes) if node.level == "chapter"]
        firsts = [
            next((one for one in _all(node.below) if one.level == "article" and one.typed), None) for node in chapters
        ]
        again = sum(first is not None and first.number == 1 for first in firsts[1:])
        return len(chapters) > 1 and again * 2 > len(chapters) - 1

    def _headed(self, node: Node, place: int) -> Fields:
        style = _HEADINGS.get(node.level, self._chapters)
        number = _own(node.typed if node.text else "", written(style, place))
        if node.level == "chapter" and self._restarts:
            self._count = 0
        return {**number, "title": node.text or node.typed, **self._both(node.below)}

    def _article(self, node: Node) -> Fields:
        number = _own(*self._expected(node))
        if number:
            typed = (number_in(number["number"]) or (None, 0))[0]
            self._count = typed or self._count
        else:
            self._count += 1
        found: Fields = {**number, "text": node.text or node.typed, **self._below(node.below)}
        if node.then:
            found["then"] = [_line({"text": clause.text, **self._below(clause.below)}) for clause in node.then]
        return found

    def _expected(self, node: Node) -> tuple[str, str]:
        return node.typed if node.text else "", written(self._articles, self._count + 1)

    def _below(self, items: Sequence[Node]) -> Fields:
        found = [self._item(node, place) for place, node in enumerate(items, 1)]
        return {"items": found} if found else {}

    def _item(self, node: Node, place: int) -> Fields | str:
        below = BELOW[self._items]
        number = _own(node.typed if node.text else "", written(self._items, place))
        inner = [self._subitem(one, written(below, count), BELOW[below]) for count, one in enumerate(node.below, 1)]
        return _line({**number, "text": node.text or node.typed, **({"items": inner} if inner else {})})

    def _subitem(self, node: Node, expected: str, lowest: str) -> Fields | str:
        text, details = node.text or node.typed, [one.text for one in node.below]
        if [one.typed for one in node.below] != [written(lowest, place) for place in range(1, len(details) + 1)]:
            text, details = "\n".join([text, *(one.typed + one.text for one in node.below)]), []
        number = _own(node.typed if node.text else "", expected)
        return _line({**number, "text": text, **({"items": details} if details else {})})


def _own(typed: str, expected: str) -> Mapping[str, str]:
    """The number of a line where it is another one than the program would write."""
    return {} if typed == expected else {"number": typed or UNNUMBERED}


def _line(fields: Fields) -> Fields | str:
    """A line that is nothing but its text is written as such, unless it would be taken for a field (``abc：``)."""
    text = fields["text"]
    return text if fields.keys() == {"text"} and _as_text(text) == fields else fields


def _most(nodes: Sequence[Node], known: Sequence[str], default: str) -> str:
    """The style that most of these lines have; 不编号 where most have none."""
    if not nodes:
        return default
    style, _ = Counter(map(_style, nodes)).most_common(1)[0]
    return style if style in known else default


def _style(node: Node) -> str:
    if node.style == "1." and node.typed.endswith("、"):
        return "1、"
    return _STYLE_OF.get(node.style, node.style or UNNUMBERED)


def _all(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.below)
        yield from _all(node.then)

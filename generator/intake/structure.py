"""Builds the tree of a regulation (编, 章, 节, 条, 项, 目) from its lines, by the numbers that they begin with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.intake.lines import Line
from generator.intake.marks import ARTICLE, HEADINGS, Mark, mark_of

PART, CHAPTER, SECTION = HEADINGS
_DEPTH = {"part": 0, "chapter": 1, "section": 2}
_HELD = {"": {"part", "chapter"}, "part": {"chapter"}, "chapter": {"section"}, "section": set[str]()}
"""Which headings may stand below which; "" is the regulation itself."""
_BELOW_ARTICLES = ("item", "subitem", "detail")
_HEADING_LENGTH = 30
_LONGEST_HEADING = 60
"""Up to here a line behind 第一章 can be its title."""
_AMENDS = re.compile("修改为|改为|增加|删去|删除|修订为|作为第")
_CLOSING = re.compile(r"本决定自|[^。]*根据本决定[^。]*(?:修改|调整)")
"""What stands at the end of a decision and belongs to none of its orders."""
_ENDS = "。；：，！？、;:,"


@dataclass
class Node:
    """A line with what stands below it: ``level`` is part, chapter, section, article, item, subitem, detail or clause.

    ``typed`` is the number as the source has it, "" where there is none; ``style`` and ``number`` are of its mark.
    """

    level: str
    text: str
    place: int
    typed: str = ""
    style: str = ""
    number: int = 0
    below: list["Node"] = field(default_factory=list)
    then: list["Node"] = field(default_factory=list)


@dataclass(frozen=True)
class Marked:
    """A line with its number, if it has one."""

    line: Line
    mark: Mark | None

    @property
    def style(self) -> str:
        """How its number is written; "" without one."""
        return self.mark.style if self.mark else ""


@dataclass
class Body:
    """The lines before the first number (引言), and the tree behind it."""

    preamble: list[Line]
    nodes: list[Node]


def body_of(lines: Sequence[Line]) -> Body:
    """The tree of ``lines``, which are those of one regulation without title, signature and annexes."""
    marked = _marked(lines)
    first = next((number for number, one in enumerate(marked) if one.mark), len(marked))
    if first == len(marked):
        return Body([], [Node("article", line.text, line.place) for line in lines])
    tree = _Tree(_ladder(marked[first:]))
    for one, following in zip(marked[first:], _next_marks(marked[first:]), strict=True):
        tree.take(one, following)
    return Body(list(lines[:first]), _regular(tree.nodes))


def _marked(lines: Sequence[Line]) -> list[Marked]:
    """The lines with their numbers; 第五条 that is run into its sentence counts only where it counts on."""
    found, last = list[Marked](), 0
    for line in lines:
        mark = mark_of(line.text)
        if mark and mark.style == ARTICLE:
            if not mark.spaced and mark.number != last + 1 and not mark.inserted:
                mark = None
            else:
                last = mark.number
        found.append(Marked(line, mark))
    return found


def _next_marks(marked: Sequence[Marked]) -> list[Mark | None]:
    """For each line the next number below it."""
    found, mark = list[Mark | None](), None
    for one in reversed(marked):
        found.append(mark)
        mark = one.mark or mark
    return found[::-1]


@dataclass(frozen=True)
class _Ladder:
    """Which style of number is what: those of chapters above articles, and that of articles."""

    chapter: str
    article: str


def _ladder(marked: Sequence[Marked]) -> _Ladder:
    styles = [one.style for one in marked if one.style]
    article = next((style for style in styles if style == ARTICLE), "")
    plain = [style for style in styles if style not in (*HEADINGS, ARTICLE)]
    chapter = CHAPTER if CHAPTER in styles or PART in styles else ""
    if article and plain and _amends(marked):
        return _Ladder(chapter, plain[0])
    if article:
        return _Ladder(chapter or _chapters_above(marked), article)
    return _Ladder(chapter, plain[0] if plain else "")


def _chapters_above(marked: Sequence[Marked]) -> str:
    """The style of headings such as 一、总则 that stand right before articles; "" where there are none."""
    first = marked[0]
    headed = first.mark and first.style not in (*HEADINGS, ARTICLE) and is_heading(first.mark.rest)
    return first.style if headed and len(marked) > 1 and marked[1].style == ARTICLE else ""


def _amends(marked: Sequence[Marked]) -> bool:
    """Whether the text is numbered orders to change a rule, so that 第几条 is only what they put there."""
    first = marked[0].style
    orders = [one.mark for one in marked if one.mark and one.style == first]
    counts = first not in (*HEADINGS, ARTICLE) and all(mark.number == n for n, mark in enumerate(orders, 1))
    last = max((place for place, one in enumerate(marked) if one.style == first), default=0)
    attached = [one.mark.number for one in marked[last:] if one.mark and one.style == ARTICLE][:2] == [1, 2]
    return counts and not attached and 2 * sum(bool(_AMENDS.search(mark.rest)) for mark in orders) > len(orders)


def is_heading(text: str) -> bool:
    """Whether a text is as short as a heading and ends without a sign."""
    return 0 < len(text) <= _HEADING_LENGTH and text[-1] not in _ENDS


class _Tree:
    """Takes line after line; each goes below, beside or behind what came before."""

    def __init__(self, ladder: _Ladder) -> None:
        self._ladder = ladder
        self.nodes = list[Node]()
        self._path = list[Node]()
        self._article: Node | None = None
        self._items = list[Node]()
        """The items that are open, from the outermost on."""

    def take(self, one: Marked, following: Mark | None) -> None:
        """Add a line; ``following`` is the next number below it."""
        if one.mark is None:
            self._unmarked(one.line, following)
        elif one.style == PART:
            self._heading("part", one)
        elif one.style in (CHAPTER, self._ladder.chapter):
            self._heading("chapter", one)
        elif one.style == SECTION or self._is_section(one, following):
            self._heading("section", one)
        elif one.style == self._ladder.article:
            self._new_article(_node("article", one))
        else:
            self._item(one)

    def _is_section(self, one: Marked, following: Mark | None) -> bool:
        """Whether （一） is the heading of articles within a chapter, and not the last item of the article above."""
        if one.mark is None or not self._path or following is None or not is_heading(one.mark.rest):
            return False
        if one.style == ARTICLE or not following.style == ARTICLE == self._ladder.article:
            return False
        return not any(node.style == one.style and one.mark.number == node.number + 1 for node in self._items)

    def _heading(self, level: str, one: Marked) -> None:
        node = _node(level, one)
        if len(node.text) > _LONGEST_HEADING:
            self._new_article(replace(node, level="article"))
            return
        self._path = [above for above in self._path if _DEPTH[above.level] < _DEPTH[level]]
        (self._path[-1].below if self._path else self.nodes).append(node)
        self._path.append(node)
        self._article, self._items = None, []

    def _new_article(self, node: Node) -> None:
        (self._path[-1].below if self._path else self.nodes).append(node)
        self._article, self._items = node, []

    def _item(self, one: Marked) -> None:
        if self._article is None or self._article.style == one.style:  # Before the first 第几条 these count instead.
            self._new_article(_node("article", one))
            return
        styles = [node.style for node in self._items]
        if one.style in styles:
            del self._items[styles.index(one.style) :]
        if len(self._items) >= len(_BELOW_ARTICLES):
            self._items[-1].text += "\n" + one.line.text
            return
        node = _node(_BELOW_ARTICLES[len(self._items)], one)
        (self._items[-1] if self._items else self._open_clause()).below.append(node)
        self._items.append(node)

    def _open_clause(self) -> Node:
        assert self._article is not None
        return self._article.then[-1] if self._article.then else self._article

    def _unmarked(self, line: Line, following: Mark | None) -> None:
        if self._article is not None and _CLOSING.match(line.text):
            self._new_article(Node("article", line.text, line.place))
            return
        if self._article is None:
            if self._path and not self._path[-1].text and is_heading(line.text):
                self._path[-1].text = line.text
            else:
                self._new_article(Node("article", line.text, line.place))
            return
        last = self._open_clause()
        if not last.below:
            last.text = f"{last.text}\n{line.text}" if last.text else line.text
        elif self._goes_on(following):
            self._items[-1].text += "\n" + line.text
        else:
            self._article.then.append(Node("clause", line.text, line.place))
            self._items = []

    def _goes_on(self, following: Mark | None) -> bool:
        """Whether the next number counts on from an open item, so that what stands between belongs to the item."""
        counts = {(node.style, node.number + 1) for node in self._items}
        return following is not None and (following.style, following.number) in counts


def _node(level: str, one: Marked) -> Node:
    assert one.mark is not None
    return Node(level, one.mark.rest, one.line.place, one.mark.typed, one.style, one.mark.number)


def _regular(nodes: list[Node], above: str = "") -> list[Node]:
    """The tree in a shape that a record can have; headings that fit nowhere become lines with their own number."""
    found = list[Node]()
    for node in nodes:
        if node.level in _DEPTH:
            node.below = _regular(node.below, node.level)
        if node.level in _DEPTH and not node.below:
            _last_articles(found).append(replace(node, level="article"))
        else:
            found.append(node)
    headings = {node.level for node in found if node.level in _DEPTH}
    return found if len(headings) <= 1 and headings <= _HELD[above] else _flat(found)


def _last_articles(nodes: list[Node]) -> list[Node]:
    """Where an article stands that comes behind all of these."""
    while nodes and nodes[-1].level in _DEPTH:
        nodes = nodes[-1].below
    return nodes


def _flat(nodes: Sequence[Node]) -> list[Node]:
    """Articles alone: each heading becomes one that has its number and title, before those that stood below it."""
    found = list[Node]()
    for node in nodes:
        if node.level in _DEPTH:
            found += [replace(node, level="article", below=[]), *_flat(node.below)]
        else:
            found.append(node)
    return found

"""An article of WeChat in its pieces, made of the blocks of a page: what stands on a telephone, without links.

Tables of few columns become items; what leads to other pages falls away. ``form`` is how the template knows a piece.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from generator.channels.blocks import Block, Heading, Line, Listing, Paragraph, Table
from generator.texts.channels_blocks import BLOCKS

Place = Literal["text", "indented", "close", "center", "note", "below"]
"""How a paragraph stands: as text, set in, at the right, in the middle, as a remark, as a lower heading."""

ItemStyle = Literal["points", "steps", "lines"]
"""How items are told apart: by a mark, by numbers, or not at all."""

_PLACES: dict[str, Place] = {"right": "close", "center": "center", "note": "note", "callout": "note"}
_ONLY_LINKS = ("action", "crumbs")
"""Paragraphs that lead elsewhere."""
_TOLD_BESIDE = ("tag", "gap")
"""What a page marks: its kind, its phase on the day; an article outlives them."""


@dataclass(frozen=True, slots=True)
class Title:
    """The heading of a part."""

    form: ClassVar[str] = "heading"
    words: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``lead`` are its first words, which are set apart, such as the number of an article."""

    form: ClassVar[str] = "paragraph"
    words: str
    place: Place = "text"
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts in a frame: label and words of each."""

    form: ClassVar[str] = "facts"
    rows: tuple[tuple[str, str], ...]


class Item(NamedTuple):
    """One of several: what it is, and what is said of it, in a line each."""

    head: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """Several items."""

    form: ClassVar[str] = "items"
    style: ItemStyle
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of words that becomes a picture; ``figures`` are the numbers of its columns with figures."""

    form: ClassVar[str] = "sheet"
    title: str
    columns: tuple[str, ...]
    figures: frozenset[int]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] | None


Piece = Title | Text | Facts | Items | Sheet


def pieces(blocks: Iterable[Block], title: str, official: bool, drawn: bool) -> Iterator[Piece]:
    """The pieces of an article with a ``title``. Paragraphs of ``official`` texts have their first line set in.

    Where tables are ``drawn``, each becomes a picture, called as the heading above it.
    """
    heading, waiting = title, False
    for block in blocks:
        if isinstance(block, Heading):
            heading, waiting = _words(block.line), True
            if block.level > 2:
                yield Text("", "below", heading)
                waiting = False
            continue
        piece = _piece(block, heading, official, drawn)
        if piece and waiting:
            yield Title(heading)
        waiting = False
        if piece:
            yield piece


def _piece(block: Block, heading: str, official: bool, drawn: bool) -> Piece | None:
    match block:
        case Paragraph():
            return _text(block, official)
        case Listing(items, ordered, look):
            style: ItemStyle = "steps" if ordered else "points"
            return None if look else Items(style, tuple(_item(lines) for lines in items))
        case Table(rows, (), _):
            return Facts(tuple((_words(first), _words(second)) for first, second, *_ in rows))
        case Table():
            return (
                _sheet(block, heading) if drawn else Items("lines", tuple(_row(row, block.head) for row in block.rows))
            )
    return None


def _text(block: Paragraph, official: bool) -> Text | None:
    """A paragraph; None for one that only leads elsewhere, or only marks the page."""
    runs = block.line
    if block.tone in _ONLY_LINKS or all(run.tone in _TOLD_BESIDE for run in runs if run.text.strip()):
        return None
    strong = next((at for at, run in enumerate(runs) if not run.strong), len(runs))
    lead, words = _words(runs[:strong]), _words(runs[strong:])
    usual: Place = "indented" if official and not lead and not words.endswith("：") else "text"
    return Text(words, _PLACES.get(block.tone, usual), lead)


def _item(lines: Sequence[Line]) -> Item:
    first, *others = lines
    return Item(_words(first), tuple(map(_words, others)))


def _row(row: tuple[Line, ...], head: tuple[str, ...]) -> Item:
    """A row as an item: its first cell, and the others behind the headings of their columns."""
    first, *others = map(_words, row)
    told = zip(head[1:], others, strict=True)
    return Item(first, tuple(BLOCKS["labelled"].format(label=label, text=text) for label, text in told if text))


def _sheet(block: Table, heading: str) -> Sheet:
    """A table; its last row is the total if it is printed bold."""
    rows = tuple(tuple(map(_words, row)) for row in block.rows)
    total = len(rows) > 1 and all(run.strong for line in block.rows[-1] for run in line)
    return Sheet(heading, block.head, block.figures, rows[:-1] if total else rows, rows[-1] if total else None)


def _words(line: Line) -> str:
    return "".join(run.text for run in line)

"""The values that every kind of source becomes: paragraphs and tables in their order, and what stands beside them."""

from dataclasses import dataclass
from typing import Literal

AsideKind = Literal["header", "footer", "note", "comment", "inserted", "deleted", "picture", "text box", "hidden"]
"""What is no paragraph of the text: page headers and footers, foot- and endnotes, comments, tracked changes, pictures
(with their description as text), text boxes, and text formatted as hidden.

Inserted text stands in its paragraph, too; all others stand nowhere else. Text struck through counts as deleted.
"""


class SourceError(Exception):
    """A file that cannot be read; the argument is a key of the messages, with its values as ``values``."""

    def __init__(self, rule: str, **values: str) -> None:
        super().__init__(rule)
        self.rule, self.values = rule, values


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph (or line of a plain text).

    ``text`` is as typed; line breaks within a paragraph of Word are line breaks here. ``label`` is the number or bullet
    that the word processor makes and that is not in the text (自动编号). ``heading`` is the level of a heading from 1,
    or 0. ``place`` is where it stands, counted from 1: the line of a text file, or the paragraph in the document, and a
    table counts as one. ``in_contents``: whether it is a line of a table of contents made by the word processor.
    """

    text: str
    place: int
    label: str = ""
    heading: int = 0
    in_contents: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; None is a cell that is covered by the merged one to its left or above it.

    ``above``: row and column (from 0) of those that go on from the cell above, where the source is a Word document.
    """

    rows: tuple[tuple[str | None, ...], ...]
    place: int
    above: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands beside the text and is never published without a question; ``place`` as of the paragraph it is at.

    0 is the place of what belongs to the whole document, such as the header of its pages.
    """

    kind: AsideKind
    text: str
    place: int


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read. ``title`` is the title in the file's properties, if it has one."""

    name: str
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...] = ()
    title: str = ""

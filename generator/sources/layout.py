"""Writes paragraphs and tables as one text, for cells, notes and text boxes that hold several of them."""

from collections.abc import Iterable, Sequence

from generator.sources.document import Block, Paragraph


def joined(blocks: Iterable[Block]) -> str:
    """One line a paragraph, its number in front, and one line a row of a table."""
    return "\n".join(
        labelled(block) if isinstance(block, Paragraph) else "\n".join(map(cell_text, block.rows)) for block in blocks
    )


def labelled(paragraph: Paragraph) -> str:
    """The text with the number in front; a space parts them where the number has no sign of its own at its end."""
    gap = " " if paragraph.label[-1:].isalnum() and paragraph.text else ""
    return f"{paragraph.label}{gap}{paragraph.text}"


def cell_text(cells: Sequence[str | None]) -> str:
    """The cells of a row with tabs between them; a covered one is empty: the others keep their columns."""
    return "\t".join(cell or "" for cell in cells)

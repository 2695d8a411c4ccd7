"""Writes blocks as HTML: which elements there are is decided here, what attributes they have by a ``Look``."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Protocol

from generator.channels.blocks import (
    Block,
    Heading,
    Line,
    Listing,
    LookUpForm,
    Paragraph,
    Picture,
    Run,
    SearchBox,
    Table,
)


class Resolve(Protocol):
    """Where an address of the site stands: the value of ``href`` or ``src``, None where it cannot be reached."""

    def __call__(self, address: str) -> str | None:
        """The address as the page writes it."""
        ...


@dataclass(frozen=True)
class Look:
    """How a channel writes blocks.

    ``attributes`` maps an element and its use (table, table.pairs, p.note) to the attributes behind its name, with a
    space before them. ``spans`` is True if pieces of lines are marked by what they are; ``anchors`` is what ids begin
    with, None for none. ``form`` writes what only a script can do; it gives "" where there are no scripts.
    """

    attributes: Mapping[str, str]
    link: Resolve
    picture: Resolve
    form: Callable[[SearchBox | LookUpForm], str]
    anchors: str | None = None
    spans: bool = False

    def attribute(self, element: str, use: str = "") -> str:
        """The attributes of an element; those of its use come before those that all such elements have."""
        return self.attributes.get(f"{element}.{use}", self.attributes.get(element, ""))

    def anchor(self, anchor: str) -> str:
        """The id of an anchor, as an attribute."""
        return f' id="{self.anchors}{escape(anchor)}"' if anchor and self.anchors is not None else ""


def html_of(blocks: Iterable[Block], look: Look) -> str:
    """The HTML of ``blocks``, a line each."""
    return "".join(f"{text}\n" for block in blocks if (text := _html(block, look)))


def _html(block: Block, look: Look) -> str:
    match block:
        case Heading(level, line, anchor):
            return f"<h{level}{look.attribute(f'h{level}')}{look.anchor(anchor)}>{line_html(line, look)}</h{level}>"
        case Paragraph(line, tone, anchor):
            return f"<p{look.attribute('p', tone)}{look.anchor(anchor)}>{line_html(line, look)}</p>"
        case Listing():
            return _listing(block, look)
        case Table():
            return "".join(_table(block, look)) if block.rows else ""
        case Picture():
            return _picture(block, look)
        case SearchBox() | LookUpForm():
            return look.form(block)


def _picture(block: Picture, look: Look) -> str:
    source = look.picture(block.address)
    if source is None:
        return ""
    title = f"<strong>{escape(block.title)}</strong>" if block.title else ""
    shown = f'{title}<img src="{escape(source)}" alt="{escape(block.alt)}">'
    return f"<p{look.attribute('p', 'picture')}>{shown}</p>"


def line_html(line: Line, look: Look) -> str:
    """A line, its pieces escaped."""
    return "".join(_run(run, look) for run in line)


def _run(run: Run, look: Look) -> str:
    text = escape(run.text)
    if run.strong:
        text = f"<strong>{text}</strong>"
    if run.link and run.text:
        target = _target(run.link, look)
        text = f'<a href="{escape(target)}"{_relation(target)}>{text}</a>' if target else text
    return f"<span{look.attribute('span', run.tone)}>{text}</span>" if run.tone and look.spans else text


def _target(link: str, look: Look) -> str | None:
    """Where a link leads; an anchor only where there are anchors."""
    if not link.startswith("#"):
        return link if _is_absolute(link) else look.link(link)
    return None if look.anchors is None else f"#{look.anchors}{link[1:]}"


def _is_absolute(link: str) -> bool:
    return link.startswith(("https:", "http:", "tel:", "mailto:"))


def _relation(target: str) -> str:
    return ' rel="noopener"' if target.startswith(("https:", "http:")) else ""


def _listing(block: Listing, look: Look) -> str:
    name = "ol" if block.ordered else "ul"
    items = "".join(f"<li>{_item(lines, look)}</li>" for lines in block.items)
    return f"<{name}{look.attribute(name, block.look)}>{items}</{name}>"


def _item(lines: tuple[Line, ...], look: Look) -> str:
    if len(lines) == 1:
        return line_html(lines[0], look)
    return "".join(f"<p>{line_html(line, look)}</p>" for line in lines)


def _table(block: Table, look: Look) -> Iterator[str]:
    use = "" if block.head else "pairs"
    head, cell, figure = look.attribute("th", use), look.attribute("td"), look.attribute("td", "figure")
    yield f"<table{look.attribute('table', use)}>"
    if block.head:
        heads = (f"<th{look.attribute('th', 'column')}>{escape(text)}</th>" for text in block.head)
        yield f"<tr>{''.join(heads)}</tr>\n"
    for row in block.rows:
        first, *others = (line_html(line, look) for line in row)
        cells = (f"<td{figure if at in block.figures else cell}>{text}</td>" for at, text in enumerate(others, 1))
        yield f"<tr><th{head}>{first}</th>{''.join(cells)}</tr>\n"
    yield "</table>"

"""What the styles of a Word document decide: the level of a heading, the list, hidden text, tables of contents."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from generator.sources.word.xml_names import child, is_on, number, value, w

_BODY_TEXT = 9
"""The outline level that means: no heading."""

_HEADING = re.compile(r"heading ([1-9])", re.I)
_CONTENTS = re.compile(r"toc( [1-9]| heading)", re.I)


class Styles:
    """The styles of a document; ``root`` is the root of styles.xml, None in a document without one."""

    def __init__(self, root: _Element | None) -> None:
        found = [] if root is None else root.findall(w("style"))
        self._styles = {value(style, "styleId") or "": style for style in found}
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")
            ),
            "",
        )

    def of(self, paragraph: _Element) -> str:
        """The style of a paragraph, which is the default one where none is named."""
        named = value(child(paragraph, "pPr", "pStyle"))
        return named if named in self._styles else self._default

    def heading(self, paragraph: _Element) -> int:
        """The level of a heading from 1; 0 for other paragraphs."""
        level = number(child(paragraph, "pPr", "outlineLvl"))
        for style in self._with_bases(self.of(paragraph)):
            if level is None:
                level = number(child(style, "pPr", "outlineLvl"))
            if level is None and (found := _HEADING.fullmatch(value(child(style, "name")) or "")):
                level = int(found[1]) - 1
        return 0 if level is None or not 0 <= level < _BODY_TEXT else level + 1

    def is_contents(self, paragraph: _Element) -> bool:
        """Whether the paragraph has a style for lines of a table of contents."""
        style = self._styles.get(self.of(paragraph))
        return bool(_CONTENTS.fullmatch(value(child(style, "name")) or ""))

    def numbering(self, style: str) -> Iterator[tuple[str, _Element]]:
        """The list properties (w:numPr) of ``style`` and those it is based on, nearest first, with their style."""
        for base in self._with_bases(style):
            properties = child(base, "pPr", "numPr")
            if properties is not None:
                yield value(base, "styleId") or "", properties

    def hides(self, run: _Element, paragraph: _Element | None) -> bool:
        """Whether a run is formatted as hidden, itself or by its style or that of its paragraph."""
        own = is_on(child(run, "rPr", "vanish"))
        if own is not None:
            return own
        names = [value(child(run, "rPr", "rStyle")), None if paragraph is None else self.of(paragraph)]
        return any(self._is_hidden(name) for name in names if name)

    def _is_hidden(self, name: str) -> bool:
        return next(
            (
                hidden
                for style in self._with_bases(name)
                if (hidden := is_on(child(style, "rPr", "vanish"))) is not None
            ),
            False,
        )

    def _with_bases(self, name: str) -> Iterator[_Element]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(child(self._styles[name], "basedOn")) or ""

"""What the styles of an OpenDocument text decide: hidden and struck text, and how lists are numbered."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import QName, _Element

from generator.sources.odf.names import STYLE, TEXT, number

_FORMATS = {
    "1": "decimal", "01": "decimalZero", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一": "chineseCountingThousand", "壹": "chineseLegalSimplified", "①": "decimalEnclosedCircle",
    "甲": "ideographTraditional", "子": "ideographZodiac", "１": "decimalFullWidth",
}  # fmt: skip
"""How the number format of a level begins ("1", "一, 二, 三, ...") -> number formats of ``numerals``."""

_FONT_NAMES = (f"{STYLE}font-name", "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-family")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is numbered. ``text``: with %1% for the number of the first level, or None."""

    style: str
    prefix: str = ""
    suffix: str = ""
    shown_levels: int = 1
    start: int = 1
    text: str | None = None
    bullet: str = ""
    font: str = ""


class OdfStyles:
    """The styles in content.xml and styles.xml; those in the first count where both have one of a name."""

    def __init__(self, *roots: _Element | None) -> None:
        self._styles: dict[tuple[str, str], _Element] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self.outline: dict[int, ListLevel] = {}
        for root in roots:
            for element in () if root is None else root.iter(f"{STYLE}style"):
                key = element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", "")
                self._styles.setdefault(key, element)
            for element in () if root is None else root.iter(f"{TEXT}list-style"):
                self._lists.setdefault(element.get(f"{STYLE}name", ""), dict(_levels(element)))
            for element in () if root is None else root.iter(f"{TEXT}outline-style"):
                self.outline = self.outline or dict(_levels(element))

    def list_levels(self, name: str) -> dict[int, ListLevel]:
        """The levels, from 1, of a style of lists."""
        return self._lists.get(name, {})

    def hides(self, family: str, name: str | None) -> bool:
        """Whether a style ("paragraph" or "text"; or a section) hides its text."""
        return self._says(family, name, "display") == "none"

    def strikes(self, family: str, name: str | None) -> bool:
        """Whether a style strikes its text through."""
        return self._says(family, name, "text-line-through-style") not in (None, "none")

    def _says(self, family: str, name: str | None, what: str) -> str | None:
        for style in self._with_parents(family, name):
            for properties in style:
                for key, value in properties.items():
                    if isinstance(properties.tag, str) and QName(key).localname == what:
                        return value
        return None

    def _with_parents(self, family: str, name: str | None) -> Iterator[_Element]:
        seen: set[str] = set()
        while name and name not in seen and (family, name) in self._styles:
            seen.add(name)
            style = self._styles[family, name]
            yield style
            name = style.get(f"{STYLE}parent-style-name")


def _levels(element: _Element) -> Iterator[tuple[int, ListLevel]]:
    for level in element:
        if not isinstance(level.tag, str):
            continue
        place = number(level, f"{TEXT}level", 1)
        kind = QName(level).localname
        if kind == "list-level-style-image":
            yield place, ListLevel("bullet", bullet="•")
        elif kind == "list-level-style-bullet":
            fonts = (properties.get(name) for properties in level for name in _FONT_NAMES)
            font = next((name for name in fonts if name), "")
            yield place, ListLevel("bullet", bullet=level.get(f"{TEXT}bullet-char", ""), font=font)
        else:
            named = level.get(f"{STYLE}num-format", "").partition(",")[0]
            yield (
                place,
                ListLevel(
                    _FORMATS.get(named, "decimal") if named else "none",
                    level.get(f"{STYLE}num-prefix", ""),
                    level.get(f"{STYLE}num-suffix", ""),
                    number(level, f"{TEXT}display-levels", 1),
                    number(level, f"{TEXT}start-value", 1),
                    next((text for key, text in level.items() if QName(key).localname == "num-list-format"), None),
                ),
            )

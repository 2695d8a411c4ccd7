"""Names and numbers of a drawing are short, so that no row of digits in it looks like a telephone."""

from generator.posters.drawing import shortened
from generator.privacy.detect import find

_GLYPHS = ("g" + "1390000" + "0000A" + "B" * 20, "g" + "D" * 16 + "1" * 16)


def _drawing(*, names: tuple[str, str], place: str) -> bytes:
    first, second = names
    return (
        f'<svg><g transform="translate({place} 7)"><use xlink:href="#{first}" x="{place}" fill="#112233"/>'
        f'<use xlink:href="#{second}"/><use xlink:href="#{first}"/></g>'
        f'<symbol id="{first}"><path d="M 0 0h -{place}Z"/></symbol><symbol id="{second}"/></svg>'
    ).encode()


def test_names_and_places_are_short() -> None:
    """Glyphs are numbered in order of appearance, places rounded to a thousandth; colours stay."""
    assert shortened(_drawing(names=_GLYPHS, place="12.345678901")) == _drawing(names=("g0", "g1"), place="12.346")
    assert shortened(_drawing(names=_GLYPHS, place="12.00000001")) == _drawing(names=("g0", "g1"), place="12")


def test_a_name_of_digits_is_no_telephone() -> None:
    """The name of a glyph that holds a mobile is found in the drawing as Typst wrote it, and gone afterwards."""
    drawing = _drawing(names=_GLYPHS, place="12.345678901")
    assert find(drawing.decode())
    assert not find(shortened(drawing).decode())

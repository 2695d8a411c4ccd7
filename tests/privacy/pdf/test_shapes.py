"""pdf.shapes: a number that is drawn as one and written as another is found by its shapes."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
import typst
from pdf_builder import page, shown, stream

from generator.privacy.finding import Unreadable
from generator.privacy.passages import passages

NUMBER = "62220212345678901"
LETTERS, TURNED, ONE, HAN = "ABCDEFGHIJ", "1234567890", "AAAAAAAAAA", "的一是在不了有和人这"


def table(says: str, also: str = "") -> bytes:
    """What a font says of its digits, each as the sign of ``says`` at its place, and of other signs as they are."""
    rows = [(0x30 + digit, ord(sign)) for digit, sign in enumerate(says)] + [(ord(sign), ord(sign)) for sign in also]
    pairs = b"".join(b"<%02X><%04X>\n" % row for row in rows)
    return stream(
        b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange<00><FF>endcodespacerange\n"
        b"%d beginbfchar\n%sendbfchar endcmap end" % (len(rows), pairs)
    )


def drawn(content: bytes, says: str, name: bytes = b"Times-Roman", keys: bytes = b"") -> bytes:
    """A page whose font G draws digits and says something else of them."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding/ToUnicode 7 0 R>>" % name
    return page(content, font, table(says, also=" -ABCDEFGHIJKLMNOPQRSTUVWXYZ"), fonts=b"/G 6 0 R", keys=keys)


def line(text: str, at: tuple[int, int] = (20, 100)) -> bytes:
    """What a page does to draw ``text``."""
    return shown(b"(" + text.encode() + b")", at, b"G")


def is_refused(data: bytes) -> bool:
    """Whether the file is unreadable for this reason."""
    try:
        return not list(passages("x.pdf", data))
    except Unreadable as error:
        assert str(error) == "drawn as other digits"
        return True


@pytest.mark.parametrize("name", [b"Times-Roman", b"Helvetica-Oblique", b"Courier-Bold"])
@pytest.mark.parametrize("says", [LETTERS, TURNED, ONE, HAN])
def test_digits_that_are_written_as_something_else_are_found(says: str, name: bytes) -> None:
    """Letters, other digits, or one sign for all."""
    assert is_refused(drawn(line(NUMBER), says, name))


@pytest.mark.parametrize(
    "content",
    [
        line("6222 0212 3456 7890 123"),
        line("622-2021-2345"),
        line(f"THE QUICK BROWN FOX {NUMBER}"),
        b"".join(line(sign, (20 + 7 * place, 100)) for place, sign in enumerate(NUMBER)),
        b"1 0 0 rg 0 80 300 60 re f 1 1 1 rg " + line(NUMBER),
        b"q 0.5 0 0 0.5 0 0 cm " + line(NUMBER) + b"Q",
    ],
    ids=["groups", "hyphens", "behind letters", "sign by sign", "white on red", "small"],
)
def test_numbers_are_found_however_they_are_set(content: bytes) -> None:
    """A number is a row of narrow signs of one height, with gaps or without."""
    assert is_refused(drawn(content, LETTERS))


@pytest.mark.parametrize(
    ("says", "refused"),
    [("DT23456789", True), ("的E23456789", True), ("О12З4567В9", False), ("０１２３４５６７８９", False)],
)
def test_some_false_digits_are_enough(says: str, refused: bool) -> None:
    """Two of them hide a number; letters of another alphabet that look like digits hide nothing from people."""
    assert is_refused(drawn(line("110100383100123"), says)) == refused


@pytest.mark.parametrize("keys", [b"/Rotate 90", b"/Rotate 180", b"/CropBox[10 90 200 250]/Rotate 270"])
def test_numbers_are_found_on_pages_of_any_shape(keys: bytes) -> None:
    """A page may be turned, or show a part of its sheet only."""
    assert is_refused(drawn(line(NUMBER), LETTERS, keys=keys))


@pytest.mark.parametrize("name", [b"Times-Roman", b"Helvetica", b"Courier"])
def test_signs_that_are_what_they_say_are_read(name: bytes) -> None:
    """Numbers, capitals, and letters that look like digits, in fonts of one width and of many."""
    texts = (NUMBER, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "OIOIOIOIOIOIOIOI", "ZZSSBBOOIIZZSSBB")
    content = b"".join(line(text, (20, 40 * number)) for number, text in enumerate(texts, 1))

    assert not is_refused(drawn(content, "0123456789", name))


@pytest.mark.parametrize(
    ("content", "keys"),
    [
        (line("6220212345"), b""),
        (line(NUMBER, (900, 900)) + line(NUMBER, (-900, -900)), b""),
        (line(NUMBER), b"/CropBox[0 0 60 300]"),
        (b"3 Tr " + line(NUMBER), b""),
        (b"q 0.05 0 0 0.05 0 0 cm " + line(NUMBER) + b"Q", b""),
    ],
    ids=["short", "beside the page", "cut off", "invisible", "tiny"],
)
def test_what_nobody_sees_as_a_number_is_none(content: bytes, keys: bytes) -> None:
    """Fewer signs than a mobile has, or signs that are not on the page, or too small."""
    assert not is_refused(drawn(content, LETTERS, keys=keys))


def test_font_within_the_file_is_looked_at(tmp_path: Path) -> None:
    """A subset of a font has no names of signs; its digits are known by their looks. As it was made, it is read."""
    (tmp_path / "x.typ").write_text(f'#set text(font: "Libertinus Serif")\n号码 {NUMBER}', "utf-8")
    before = typst.compile(str(tmp_path / "x.typ"))
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(before)) as document:
        for font in document.objects:
            if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
                letters = re.sub(rb"<003([0-9])>", rb"<004\1>", font.ToUnicode.read_bytes())
                font.ToUnicode = document.make_stream(letters)
        document.save(target)

    assert not is_refused(before)
    assert is_refused(target.getvalue())

"""pdf.pictured: a PDF is written again as pictures of its pages."""

import io

import pikepdf
import pypdfium2
import pytest
from pdf_builder import page, pdf, shown, stream

from generator.privacy.finding import NotRewritten
from generator.privacy.passages import passages
from generator.privacy.pdf import pictured
from generator.privacy.pdf.pictured import pages_as_pictures

CANARY = b"canary-7Q"
STAMP = (
    b"/Annots[<</Type/Annot/Subtype/Stamp/Rect[100 100 200 200]/Contents(" + CANARY + b")/AP<</N 6 0 R>>/F 4>>]",
    stream(b"1 0 0 rg 0 0 99 99 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]"),
)


def colour_at(data: bytes, x: int, y: int, number: int = 0) -> tuple[int, ...]:
    """What a page shows at a place, from the lower left corner."""
    sheet = pypdfium2.PdfDocument(data)[number]
    colour: tuple[int, ...] = sheet.render(scale=1).to_pil().getpixel((x, int(sheet.get_height()) - y))
    return colour


def test_what_is_shown_is_left_and_nothing_else() -> None:
    """A stamp is seen; its remark, a script, metadata, hidden text and what is appended are gone."""
    before = page(
        shown(b"(ok)") + b"BT 3 Tr /F 12 Tf (" + CANARY + b") Tj ET",
        STAMP[1],
        keys=STAMP[0],
        root=b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(" + CANARY + b")>>>>",
        info=b"<</Author(" + CANARY + b")>>",
    )

    after = pages_as_pictures(before + CANARY)

    assert {passage.alarm for passage in passages("x.pdf", after)} == {"", "picture-page"}
    assert not any(CANARY.decode() in passage.text for passage in passages("x.pdf", after))
    assert pypdfium2.PdfDocument(after)[0].get_textpage().get_text_range() == ""
    red, green, _ = colour_at(after, 150, 150)
    assert (red > 200, green < 60) == (True, True)
    assert colour_at(after, 290, 290) == (255, 255, 255)


def test_pages_keep_their_size_and_stand_upright() -> None:
    """A page that is turned is written as it is seen."""
    before = page(b"1 0 0 rg 0 0 30 30 re f", keys=b"/Rotate 90/CropBox[0 0 300 200]")

    after = pages_as_pictures(before)

    assert pypdfium2.PdfDocument(after)[0].get_size() == (200, 300)
    assert colour_at(after, 15, 285)[1] < 60


def test_a_huge_page_gets_fewer_dots(monkeypatch: pytest.MonkeyPatch) -> None:
    """The size of a page does not decide how much memory it takes."""
    monkeypatch.setattr(pictured, "MAX_PIXELS", 10_000)

    (picture,) = pypdfium2.PdfDocument(pages_as_pictures(page(b""))).get_page(0).get_objects()

    assert picture.get_px_size() == (100, 100)


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number is looked at before the first page."""
    monkeypatch.setattr(pictured, "MAX_PAGES", 1)
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"

    with pytest.raises(NotRewritten, match="too many pages"):
        pages_as_pictures(pdf([b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>", leaf, leaf]))


@pytest.mark.parametrize(("password", "reason"), [("x", "locked"), ("", "")])
def test_files_that_need_a_password_are_refused(password: str, reason: str) -> None:
    """One that opens without is read by everybody, and needs none afterwards."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(page(shown(b"(ok)")))) as document:
        document.save(target, encryption=pikepdf.Encryption(owner="owner", user=password))

    if reason:
        with pytest.raises(NotRewritten, match=reason):
            pages_as_pictures(target.getvalue())
    else:
        assert b"/Encrypt" not in pages_as_pictures(target.getvalue())


def test_damaged_files_are_refused() -> None:
    """A file that only begins like a PDF."""
    with pytest.raises(NotRewritten, match="damaged"):
        pages_as_pictures(b"%PDF-1.7\nnothing")
